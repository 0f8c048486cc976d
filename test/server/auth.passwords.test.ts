import { describe, expect, test } from 'vitest'
import { isCommon, passwordProblems } from '../../server/auth/passwords.ts'

const codes = (password: string, email = 'ana@example.com') => passwordProblems(password, { email, path: '/password' }).map(({ code }) => code)

describe('length is what counts', () => {
  test('15 characters are enough and 14 are not', () => {
    expect(codes('mossy kettle 9x')).toEqual([])
    expect(codes('mossy kettle 9')).toEqual(['password_is_too_short'])
  })

  test('characters are counted as people see them written, not as bytes', () => {
    expect(codes('🦔🌿🫖🪵🧶🪴🐚🪁🧭🕯️🎋🪶🍄🪨')).toEqual([])
    expect(codes('🦔🌿🫖🪵🧶🪴🐚')).toEqual(['password_is_too_short'])
    expect(codes('świeżą łąkę zażółć')).toEqual([])
  })

  test('64 and up to 256 characters are welcome, spaces and any script too', () => {
    const long = 'lamps hum while nine grey owls argue about turnips and the ferry home '
    expect(codes(long.slice(0, 64))).toEqual([])
    expect(codes(long.repeat(4).slice(0, 256))).toEqual([])
    expect(codes(long.repeat(4).slice(0, 257))).toEqual(['password_is_too_long'])
  })

  test('no rule asks for digits, capitals or signs', () => {
    for (const password of ['mossy kettle lamp', 'turnipsarguequietly', 'ferns under the green kettle', '83920174650193847', 'XKQVJWZPLMRTGBH', 'ich mag keine rosinen']) expect(codes(password), password).toEqual([])
  })
})

describe('what is guessed first is refused', () => {
  test.each([
    'passwordpassword', 'Password123456789', 'P@ssw0rd1234567', 'p a s s w o r d 1 2 3', 'mypasswordispassword', 'this is my password!', 'correcthorsebatterystaple', 'Correct Horse Battery Staple 1'.slice(0, 28),
    'aaaaaaaaaaaaaaa', 'abcabcabcabcabc', '121212121212121212', '111111111111111', '123456789012345', '1234567890123456', '098765432109876', 'abcdefghijklmno', 'zyxwvutsrqponml',
    'qwertyuiopasdfgh', 'qwertyuiop12345', '1qaz2wsx3edc4rfv', '1q2w3e4r5t6y7u8i', 'asdfghjklasdfghjkl', 'qwertyqwertyqwerty', 'iloveyouiloveyou', 'iloveyouforever', 'letmeinletmeinletmein',
    'welcomewelcome2024', 'admin123456789012', 'administrator123', 'supercalifragilisticexpialidocious', 'maytheforcebewithyou', 'the quick brown fox jumps over the lazy dog', '---------------', '               ',
    'onetwothreefourfive', 'sunshinesunshine1', 'trustno1trustno1', 'changemechangeme', 'passwort-passwort', 'motdepassemotdepasse',
  ])('%s', (password) => expect(codes(password)).toEqual(['password_is_too_common']))

  test('but plain words that a person put together are their own choice', () => {
    for (const password of ['a long enough password', 'purple monkey dishwasher', 'test password 12345', 'planning budget money']) expect(codes(password), password).toEqual([])
  })

  test('a password made of the e-mail address', () => {
    expect(codes('marguerite.hollow', 'marguerite.hollow@example.com')).toEqual(['password_is_too_common'])
    expect(codes('MargueriteHollow2024', 'marguerite.hollow@example.com')).toEqual(['password_is_too_common'])
    expect(codes('marguerite.hollow', 'ana@example.com')).toEqual([])
  })

  test('a password made of the name of this program', () => {
    for (const password of ['pynance planning', 'PyNancePlanning1', 'pynance-pynance-1']) expect(codes(password), password).toEqual(['password_is_too_common'])
  })

  test('deciding takes no time worth noticing, however long the text', () => {
    const started = performance.now()
    for (const text of ['a'.repeat(256), 'abcd'.repeat(64), 'password'.repeat(32), 'xq7'.repeat(85), '🦔🌿'.repeat(128)]) isCommon(text, `${'longword.'.repeat(27)}@example.com`)
    expect(performance.now() - started).toBeLessThan(200)
  })
})
