/**
 * What may be a password, after NIST SP 800-63B: length and not being a common choice. No rule asks for digits or signs.
 *
 * "Common" is what a guesser gets to early. zxcvbn-ts estimates how many guesses that takes, from lists of leaked
 * passwords, repeats, runs, rows of keys, dates and signs for letters; our own words and phrases go with them. A password
 * has to withstand that as a whole, and once more without what costs a guesser nothing to add: digits, the name of this
 * program, and the parts of the e-mail address. Words put together are the person's own choice, however plain each is.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { isBlank } from '../../core/blank.ts'
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { commonPasswords, commonWords, smallWords } from './commonPasswords.ts'

/** Guesses, as powers of ten. Three words drawn from a list of 7,776 withstand about 10^11. */
const leastGuesses = { whole: 10, stem: 9 }

/** A password is judged by its first so many characters, so that judging takes milliseconds; what it repeats counts once. */
const judgedCharacters = 48

/** Problems of a new password for the account of `email`; lengths count characters (code points), not bytes. */
export function passwordProblems(password: string, { email, path }: { email: string; path: string }): Problem[] {
  const characters = [...password].length
  if (characters < limits.password_characters_least) {
    return [problem('password_is_too_short', path, { least: limits.password_characters_least, characters })]
  }
  if (characters > limits.password_characters) {
    return [problem('password_is_too_long.this', path, { most: limits.password_characters, characters })]
  }
  if (!isCommon(password, email)) return []
  return [problem('password_is_too_common', path)]
}

/** True for what a guesser tries first, however it is capitalised, spaced, accented or written with signs for letters. */
export function isCommon(password: string, email: string): boolean {
  if (isBlank(password)) return true
  const plain = plainOf(password)
  const own = [...programWords, ...wordsOf(email)].flatMap((word) => [word, [...word].reverse().join('')])
  const whole = bare(onceOf(plain))
  if (guessesOf(whole) < leastGuesses.whole) return true
  const isNumber = /^\p{N}*$/u.test(whole)
  const stems = (isNumber ? [whole] : [whole, bare(lettersOf(onceOf(plain))), undoubled(whole)]).map((text) => onceOf(stemOf(text, own)))
  return [...new Set(stems)].some((stem) => guessesOf(stem) < leastGuesses.stem)
}

const guessesOf = (text: string): number => estimator.check(text.slice(0, judgedCharacters)).guessesLog10

/** Lower case, without accents. */
const plainOf = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')

/** Without spaces, punctuation and what can't be seen; a text of nothing else is left as it is. */
const bare = (text: string): string => text.replace(/[\p{P}\p{Z}\p{Cc}\p{Cf}$+<=>^`|~]/gu, '') || text

/** Signs and digits that stand for letters; numbers of three digits and more are numbers. */
const standIns: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' }
const lettersOf = (text: string): string => text.replace(/\d{3,}/g, '').replace(/[@431!0$57]/g, (sign) => standIns[sign]!)

/** Without own words and without digits, unless it is all digits otherwise; empty when nothing else is in it. */
function stemOf(text: string, own: readonly string[]): string {
  const left = own.reduce((rest, word) => rest.replaceAll(word, ''), text)
  return left.replace(/\p{N}/gu, '') || left
}

/** The piece that a text repeats, once, with what there is of another; or the text itself. */
function onceOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) if (text.startsWith(text.slice(length))) return text.slice(0, length)
  return text
}

/** "aabbcc" is "abc" to a guesser; a text with other characters is left as it is. */
const undoubled = (text: string): string => (/^(?:(.)\1)+.?$/u.test(text) ? text.replace(/(.)\1/gu, '$1') : text)

const programWords: readonly string[] = ['pynanceplanning', 'pynance']

/** Fewest characters of a part of an e-mail address that says something. */
const wordCharacters = 3

/** The parts of an address that stand in many passwords of its owner, longest first: the name, its pieces, the domain without its end. */
function wordsOf(email: string): string[] {
  const [name = '', domain = ''] = plainOf(email).split('@')
  const pieces = [bare(name), ...name.split(/[^\p{L}]+/u), ...domain.split('.').slice(0, -1)]
  return [...new Set(pieces)].filter((piece) => piece.length >= wordCharacters).sort((a, b) => b.length - a.length)
}

const estimator = new ZxcvbnFactory({
  dictionary: {
    leaked: dictionary['passwords-common']!,
    words: commonWords.map(bareWord),
    phrases: commonPasswords.map(bareWord),
    small: [...smallWords],
  },
  graphs: adjacencyGraphs,
  maxLength: judgedCharacters,
  // Texts with all signs replaced are judged besides; more of the mixtures cost time by the hundred.
  l33tMaxSubstitutions: 8,
})

function bareWord(text: string): string {
  return bare(plainOf(text))
}
