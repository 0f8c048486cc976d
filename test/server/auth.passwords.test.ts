import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../core/limits.ts'
import { isCommon, passwordProblems } from '../../server/auth/passwords.ts'
import { randomPassword } from '../../server/auth/resetPassword.ts'

const codes = (password: string, email = 'ana@example.com') =>
  passwordProblems(password, { email, path: '/password' }).map(({ code }) => code)

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
    for (const password of [
      'mossy kettle lamp',
      'turnipsarguequietly',
      'ferns under the green kettle',
      '83920174650193847',
      'XKQVJWZPLMRTGBH',
      'ich mag keine rosinen',
    ])
      expect(codes(password), password).toEqual([])
  })
})

describe('what is guessed first is refused', () => {
  test.each([
    'passwordpassword',
    'Password123456789',
    'P@ssw0rd1234567',
    'p a s s w o r d 1 2 3',
    'mypasswordispassword',
    'this is my password!',
    'correcthorsebatterystaple',
    'Correct Horse Battery Staple 1',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '121212121212121212',
    '111111111111111',
    '123456789012345',
    '1234567890123456',
    '098765432109876',
    'abcdefghijklmno',
    'zyxwvutsrqponml',
    'aabbccddeeffgghh',
    'qwertyuiopasdfgh',
    'qwertyuiop12345',
    '1qaz2wsx3edc4rfv',
    '1q2w3e4r5t6y7u8i',
    'a1b2c3d4e5f6g7h8',
    'asdfghjklasdfghjkl',
    'qwertyqwertyqwerty',
    'iloveyouiloveyou',
    'iloveyouforever',
    'letmeinletmeinletmein',
    'welcomewelcome2024',
    'admin123456789012',
    'administrator123',
    'supercalifragilisticexpialidocious',
    'maytheforcebewithyou',
    'the quick brown fox jumps over the lazy dog',
    '---------------',
    '               ',
    'onetwothreefourfive',
    'sunshinesunshine1',
    'trustno1trustno1',
    'changemechangeme',
    'passwort-passwort',
    'motdepassemotdepasse',
    'planning budget money',
    'test password 12345',
    'pässwörd-pässwörd',
    '\u200b\u3164\u00ad'.repeat(5),
  ])('%s', (password) => expect(codes(password)).toEqual(['password_is_too_common']))

  const padded = [
    'password',
    'letmein',
    'iloveyou',
    'dragon',
    'welcome',
    'qwertyuiop',
    'princess',
    'correct horse battery staple',
    'football',
    'starwars',
    'hunter2',
    'superman',
    'Passw0rd',
    'ch@ng3m3',
    'pynance',
    'PyNance Planning',
    'marguerite',
    'hollow',
  ]
  const paddings: [string, (word: string) => string][] = [
    ['a year behind it', (word) => `${word}${word}2026`],
    ['digits before and behind it', (word) => `123${word}4567890123`],
    ['a run of digits', (word) => `${word}1234567890123`],
    ['signs and a year', (word) => `${word} ${word} 2024!`],
    ['dashes between', (word) => [...word].join('-').padEnd(15, '1')],
    ['the name of this program', (word) => `${word}pynance-planning1`],
    ['a part of the address', (word) => `Marguerite ${word} 99!`.padEnd(15, '9')],
    ['small words around it', (word) => `this is my ${word} 2026`],
    ['written backwards, twice', (word) => [...word, ' ', ...word].reverse().join('').padEnd(15, '!')],
  ]
  test.each(paddings)('a common word is as common with %s', (_name, pad) => {
    for (const word of padded) expect(codes(pad(word), 'marguerite.hollow@example.com'), pad(word)).toEqual(['password_is_too_common'])
  })

  test('but plain words that a person put together are their own choice', () => {
    const own = [
      'a long enough password',
      'purple monkey dishwasher',
      'my cat sleeps on the radiator',
      'the bus is late again on tuesdays',
      'password managers are worth having at home',
      'correct answers never hide behind tall fences',
      'violet tractor spoon',
      'мама мыла раму в субботу вечером',
      '我们去公园散步然后吃了一些非常好吃的饺子',
    ]
    for (const password of own) expect(codes(password), password).toEqual([])
  })

  test('words drawn from a list of thousands are accepted, whichever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...dictionary['diceware-common']!.filter((word) => word.length > 3)), { minLength: 4, maxLength: 8 }),
        fc.constantFrom(' ', '-', ''),
        (words, between) => {
          const password = [...new Set(words)].join(between)
          fc.pre(new Set(words).size >= 4 && password.length >= limits.password_characters_least)
          expect(codes(password), password).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })

  test('a password made of the e-mail address', () => {
    for (const password of [
      'marguerite.hollow',
      'MargueriteHollow2024',
      'hollow-marguerite-85',
      'marguerite19851985',
      'hollow@example.com',
    ]) {
      expect(codes(password, 'marguerite.hollow@example.com'), password).toEqual(['password_is_too_common'])
    }
    expect(codes('marguerite.hollow', 'ana@example.com')).toEqual([])
  })

  test('a password made of the name of this program', () => {
    for (const password of [
      'pynance planning',
      'PyNancePlanning1',
      'pynance-pynance-1',
      'pynanceplanning2026',
      'PyN4nc3 Pl4nn1ng',
      'welcome to pynance 1',
    ])
      expect(codes(password), password).toEqual(['password_is_too_common'])
  })

  test('what npm run reset-password makes is none of these', () => {
    for (let n = 0; n < 20; n += 1) expect(codes(randomPassword())).toEqual([])
  })

  test('a long text is judged by its beginning, so that judging takes no time worth noticing', () => {
    const mixed = Array.from({ length: 256 }, (_, n) => String.fromCharCode(33 + ((n * 37) % 90))).join('')
    const digits = Array.from({ length: 256 }, (_, n) => ((n * n * n * 7) % 1009) % 10).join('')
    const texts = [
      'a'.repeat(256),
      'abcd'.repeat(64),
      'password'.repeat(32),
      'xq7'.repeat(85),
      '🦔🌿'.repeat(128),
      '4@8({[<3€6'.repeat(25),
      '12/11/1999'.repeat(25),
      mixed,
      digits,
    ]
    const before = process.cpuUsage()
    for (const text of texts) isCommon(text, `${'longword.'.repeat(27)}@example.com`)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000 / texts.length).toBeLessThan(200)
    expect(isCommon(`${'iloveyou'.repeat(6)}${mixed}`.slice(0, 256), 'ana@example.com')).toBe(true)
  })
})
