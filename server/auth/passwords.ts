/**
 * What may be a password, after NIST SP 800-63B: length and not being a common choice. No rule asks for digits or signs.
 *
 * "Common" is what a guesser tries first: a phrase of `commonPasswords.ts`, a repeat, a run of the alphabet, the digits
 * or the keyboard, and one well-known word, the e-mail address or the name of this program padded with those. Words put
 * together are the person's own choice, however plain each of them is.
 */
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { commonPasswords, commonWords, keyboardRuns } from './commonPasswords.ts'

/** Fewest characters that must be left of a password when runs have been taken away. */
const ownCharacters = 6

/** Problems of a new password for the account of `email`; lengths count characters (code points), not bytes. */
export function passwordProblems(password: string, { email, path }: { email: string; path: string }): Problem[] {
  const characters = [...password].length
  if (characters < limits.password_characters_least) {
    return [problem('password_is_too_short', path, `A password has ${limits.password_characters_least} characters or more; this one has ${characters}. A few words that nobody would put together are easy to remember.`)]
  }
  if (characters > limits.password_characters) {
    return [problem('password_is_too_long', path, `A password has ${limits.password_characters} characters at most; this one has ${characters}.`)]
  }
  if (!isCommon(password, email)) return []
  return [problem('password_is_too_common', path, 'This password is among the first that would be guessed: a well-known phrase or word, a repeat, a row of the keyboard, or your e-mail address. Choose a few words of your own.')]
}

/** True for what a guesser tries first, however it is capitalised, spaced or written with signs for letters. */
export function isCommon(password: string, email: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  const wellKnown = new Set([...commonWords, ...piecesOf(email)].map(bare))
  return [plain, lettersOf(plain), lettersOf(withoutRuns(plain))].some((text) => {
    const letters = bare(text)
    const left = bare(withoutRuns(letters))
    const stem = left.replace(/\p{N}+/gu, '')
    return known.has(letters) || known.has(stem) || repeats(bare(plain) || plain) || [...left].length < ownCharacters || wellKnown.has(onceOf(stem))
  })
}

/** Signs and digits that stand for letters. */
const standIns: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' }
const lettersOf = (text: string): string => text.replace(/[@431!0$57]/g, (sign) => standIns[sign]!)

/** Without spaces and signs; a password of nothing else is left as it is. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '') || text

const known: ReadonlySet<string> = new Set(commonPasswords.map(bare))

/** One piece of up to eight characters over and over, or hardly any different characters. */
function repeats(text: string): boolean {
  const characters = [...text]
  if (new Set(characters).size < 5) return true
  for (let length = 1; length <= 8; length += 1) {
    if (characters.every((character, at) => character === characters[at % length])) return true
  }
  return false
}

/** The piece that a text repeats, or the text itself. */
function onceOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.length % length === 0 && text === text.slice(0, length).repeat(text.length / length)) return text.slice(0, length)
  }
  return text
}

/** The address, and its parts on either side of the @. */
const piecesOf = (email: string): string[] => [email, ...email.split('@')].map((piece) => piece.toLowerCase().replace(/\p{N}+/gu, '')).filter((piece) => piece !== '')

/** Takes away stretches of four or more that go along the alphabet, the digits or a row of keys, either way. */
function withoutRuns(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    const length = runAt(text, at)
    left += length >= 4 ? ' ' : text[at]!
    at += length >= 4 ? length : 1
  }
  return left
}

function runAt(text: string, at: number): number {
  let longest = 1
  for (const run of bothWays) {
    let length = 1
    while (at + length < text.length && run.includes(text.slice(at, at + length + 1))) length += 1
    longest = Math.max(longest, length)
  }
  return longest
}

const bothWays: readonly string[] = keyboardRuns.flatMap((run) => [run, [...run].reverse().join('')])
