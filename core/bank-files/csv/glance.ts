/**
 * A look at the words that texts begin and end with, without making any: a file may have a million texts, and few of them begin with a
 * word that is looked for. What it says yes to is looked at again; a no is sure.
 */
import { plainLetters } from './header-words.ts'

/** A set of words that are looked for: a bit in the one table of all of them, which stays in the processor's reach. */
export type Keys = number

const mostKeys = 1 << 13
const mostThrees = 1 << 15
const [firstThrees, lastThrees] = [mostKeys, mostKeys + mostThrees]
/** Words by a number each, many to one; behind these the three letters that each begins with, and those it ends with. */
const table = new Uint16Array(mostKeys + 2 * mostThrees)
const mostSets = 12
let sets = 0

export function newKeys(): Keys {
  if (sets === mostSets) throw new RangeError('The table has room for twelve sets of words.')
  sets += 1
  return 1 << (sets - 1)
}

export function addKeys(keys: Keys, word: string): void {
  for (const form of [word, plainLetters(word)]) {
    table[keyAt(form, 0, form.length)]! |= keys
    const [first, last] = [threeAt(form, 0, 1), threeAt(form, form.length - 1, -1)]
    if (first >= 0) table[firstThrees + first]! |= keys
    if (last >= 0) table[lastThrees + last]! |= keys
  }
}

/** The letters at a place, and on from there as far as the word goes; −1 where one of them has marks, or is of another script. */
function threeAt(text: string, at: number, step: 1 | -1): number {
  let three = 0
  for (let count = 0; count < 3; count += 1) {
    const place = at + count * step
    // Looking beyond the ends would cost far more than this.
    const code = place >= 0 && place < text.length ? text.charCodeAt(place) : 0
    if (code > 127) return -1
    const letter = code | 32
    if (!(letter >= 97 && letter <= 122)) return three << (5 * (3 - count))
    three = (three << 5) | (letter & 31)
  }
  return three
}

const allSets = (1 << mostSets) - 1
/** The sets that may have a word which begins with the letters at a place. */
function setsAt(text: string, at: number): number {
  const three = threeAt(text, at, 1)
  return three < 0 ? allSets : table[firstThrees + three]!
}

/** As its plain letters are, whether it has marks or not; i, which has several forms, counts nothing. */
function keyAt(text: string, start: number, end: number): number {
  let key = 7
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127)
      for (const plain of code < 0x2000 ? (plainCodes[code] ??= plainCodesOf(code)) : [code]) key = (Math.imul(key, 31) + plain) | 0
    else if ((code | 32) !== 105) key = (Math.imul(key, 31) + (code | 32)) | 0
  }
  return (key ^ (key >>> 13)) & (mostKeys - 1)
}

const plainCodes: (readonly number[] | undefined)[] = []
/** A sigma at the end of a word is one within it; of a mark alone nothing is left. */
function plainCodesOf(code: number): number[] {
  const plain = plainLetters(String.fromCharCode(code)).replaceAll('ς', 'σ')
  return Array.from(plain, (letter) => letter.charCodeAt(0)).filter((one) => one !== 105)
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000) || code >= 0x3040
/** Words are written without spaces between them. */
const isOfEast = (code: number): boolean => code >= 0x0e00 && (code < 0x0e80 || code >= 0x3040)

const mostMarks = 4
const mostWords = 8

/** Whether the first word may be one of `first`, or the last one of `last`: the quickest look, by three letters of each. */
export function mayBeginOrEndWith(text: string, first: Keys, last: Keys): boolean {
  let at = 0
  while (at < text.length && !isLetter(text.charCodeAt(at))) at += 1
  return (setsAt(text, at) & first) !== 0 || lastOf(text, last) !== 0
}

/** Whether the first word may begin as one of `first` does, or end as one of `last`; true where no blank stands behind it. */
export function mayBeginAWordWith(text: string, first: Keys, last: Keys): boolean {
  let at = 0
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) return true
    if (isLetter(code)) break
  }
  if ((setsAt(text, at) & first) !== 0) return true
  let end = at + 1
  while (end < text.length && isLetter(text.charCodeAt(end))) end += 1
  const three = threeAt(text, end - 1, -1)
  // Letters apart are a word as well, "S A L D O", and what a mark parts from them may be a day.
  const isApart = end === at + 1 || (end < text.length && text.charCodeAt(end) !== 32)
  return isApart || three < 0 || (table[lastThrees + three]! & last) !== 0
}

/** Whether the first word of `keys` may stand behind none but words of `beside`, and a few marks; with `anyMarks` behind digits and others too. */
export function mayBeginWith(text: string, keys: Keys, beside: Keys, anyMarks = false): boolean {
  let at = 0
  for (let word = 0; word < mostWords; word += 1) {
    const most = anyMarks ? text.length : at + mostMarks
    while (at < most && at < text.length && !isLetter(text.charCodeAt(at))) {
      if (!anyMarks && isDigit(text.charCodeAt(at))) return false
      at += 1
    }
    const start = at
    const own = setsAt(text, at)
    if ((own & (keys | beside)) === 0) return false
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1
    if (at === start) return false
    if (isOfEast(text.charCodeAt(start))) return true
    if ((own & keys) !== 0 && (table[keyAt(text, start, at)]! & keys) !== 0) return true
    if ((own & beside) === 0) return false
  }
  return false
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Of `keys` those that the last word may be one of; all where it stands in brackets. */
export function lastOf(text: string, keys: Keys): Keys {
  let end = text.length
  if (end === 0) return keys
  while (end > 1 && text.charCodeAt(end - 1) === 32) end -= 1
  const last = text.charCodeAt(end - 1)
  if (!isLetter(last)) return last !== 46 && !isDigit(last) ? keys : 0
  const three = threeAt(text, end - 1, -1)
  if (three >= 0 && (table[lastThrees + three]! & keys) === 0) return 0
  let start = end - 1
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1
  return isOfEast(last) ? keys : table[keyAt(text, start, end)]! & (three < 0 ? keys : table[lastThrees + three]! & keys)
}

/** Whether any word may be one of `keys`. */
export function mayHold(text: string, keys: Keys): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1
    if (isOfEast(text.charCodeAt(start))) return true
    if ((setsAt(text, start) & keys) !== 0 && (table[keyAt(text, start, at)]! & keys) !== 0) return true
  }
  return false
}

/** Whether anything but letters, digits, blanks and full stops stands in a text. */
export function hasMark(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (!isLetter(code) && !isDigit(code) && code !== 32 && code !== 46) return true
  }
  return false
}
