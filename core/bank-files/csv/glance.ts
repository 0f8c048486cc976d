/**
 * A look at the words that texts begin and end with, without making any: a file may have a million texts, and few of them begin with a
 * word that is looked for. What it says yes to is looked at again; a no is sure.
 */
import { plainLetters } from './header-words.ts'

/** Words by a number each, many to one. */
export type Keys = Uint8Array

const mostKeys = 1 << 13
export const newKeys = (): Keys => new Uint8Array(mostKeys)

export function addKeys(keys: Keys, word: string): void {
  for (const form of [word, plainLetters(word)]) keys[keyAt(form, 0, form.length)] = 1
}

/** As its plain letters are, whether it has marks or not; i, which has several forms, counts nothing. */
function keyAt(text: string, start: number, end: number): number {
  let key = 7
  const add = (code: number): void => void (key = (Math.imul(key, 31) + code) | 0)
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      if ((code | 32) !== 105) add(code | 32)
    } else if (code < 0x2000) for (const plain of (plainCodes[code] ??= plainCodesOf(code))) add(plain)
    else add(code)
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
    while (at < text.length && isLetter(text.charCodeAt(at))) at += 1
    if (at === start) return false
    if (isOfEast(text.charCodeAt(start))) return true
    const key = keyAt(text, start, at)
    if (keys[key] === 1) return true
    if (beside[key] === 0) return false
  }
  return false
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Whether the last word may be one of `keys`, or stands in brackets. */
export function mayEndWith(text: string, keys: Keys): boolean {
  const end = text.length
  const last = text.charCodeAt(end - 1)
  if (!isLetter(last)) return last !== 46 && !isDigit(last)
  let start = end - 1
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1
  return isOfEast(last) || keys[keyAt(text, start, end)] === 1
}
