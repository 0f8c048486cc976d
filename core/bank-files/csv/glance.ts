/**
 * A look at the words that texts begin and end with, without making any: a file may have a million texts, and few of them begin with a
 * word that is looked for. What it says yes to is looked at again; a no is sure.
 */
import { plainLetters } from './header-words.ts'

/** Words by a number each, many to one; behind these the three letters that each begins with, and those it ends with. */
export type Keys = Uint8Array

const mostKeys = 1 << 13
const mostThrees = 1 << 15
const [firstThrees, lastThrees] = [mostKeys, mostKeys + mostThrees]
export const newKeys = (): Keys => new Uint8Array(mostKeys + 2 * mostThrees)

export function addKeys(keys: Keys, word: string): void {
  for (const form of [word, plainLetters(word)]) {
    keys[keyAt(form, 0, form.length)] = 1
    const [first, last] = [threeAt(form, 0, 1), threeAt(form, form.length - 1, -1)]
    if (first >= 0) keys[firstThrees + first] = 1
    if (last >= 0) keys[lastThrees + last] = 1
  }
}

/** The letters at a place, and on from there as far as the word goes; −1 where one of them has marks, or is of another script. */
function threeAt(text: string, at: number, step: 1 | -1): number {
  let three = 0
  for (let count = 0; count < 3; count += 1) {
    const code = text.charCodeAt(at + count * step)
    if (code > 127) return -1
    const letter = code | 32
    if (!(letter >= 97 && letter <= 122)) return three << (5 * (3 - count))
    three = (three << 5) | (letter & 31)
  }
  return three
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
    const three = threeAt(text, at, 1)
    const isBeside = three < 0 || beside[firstThrees + three] === 1
    if (three >= 0 && keys[firstThrees + three] === 0 && !isBeside) return false
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1
    if (at === start) return false
    if (isOfEast(text.charCodeAt(start))) return true
    if ((three < 0 || keys[firstThrees + three] === 1) && keys[keyAt(text, start, at)] === 1) return true
    if (!isBeside) return false
  }
  return false
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether the last word may be one of `keys`, or stands in brackets. */
export function mayEndWith(text: string, keys: Keys): boolean {
  let end = text.length
  while (end > 1 && text.charCodeAt(end - 1) === 32) end -= 1
  const last = text.charCodeAt(end - 1)
  if (!isLetter(last)) return last !== 46 && !isDigit(last)
  const three = threeAt(text, end - 1, -1)
  if (three >= 0 && keys[lastThrees + three] === 0) return false
  let start = end - 1
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1
  return isOfEast(last) || keys[keyAt(text, start, end)] === 1
}

/** Whether any word may be one of `keys`. */
export function mayHold(text: string, keys: Keys): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text.charCodeAt(at))) continue
    const start = at
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1
    if (isOfEast(text.charCodeAt(start))) return true
    const three = threeAt(text, start, 1)
    if ((three < 0 || keys[firstThrees + three] === 1) && keys[keyAt(text, start, at)] === 1) return true
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
