/**
 * A look at the words that texts begin and end with, without making any: a file may have a million texts, and few of them begin with a
 * word that is looked for. What it says yes to is looked at again; a no is sure.
 */

/** Words by a number each, many to one. */
export type Keys = Uint8Array

const mostKeys = 1 << 13
export const newKeys = (): Keys => new Uint8Array(mostKeys)

export function addKeys(keys: Keys, word: string): void {
  for (const form of [word, plainOf(word)]) keys[keyAt(form, 0, form.length)] = 1
}

const plainOf = (word: string): string => word.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

/** Letters with marks count nothing, as they may be written without, and i has several forms. Capitals are small ones. */
function keyAt(text: string, start: number, end: number): number {
  let key = 7
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      if ((code | 32) !== 105) key = (Math.imul(key, 31) + (code | 32)) | 0
    } else if (code >= 0x300) {
      const small = (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f) ? code + 32 : code
      if (small > 0x3ce || (small >= 0x3b1 && small <= 0x3c9)) key = (Math.imul(key, 31) + small) | 0
    }
  }
  return (key ^ (key >>> 13)) & (mostKeys - 1)
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000) || code >= 0x3040
/** Words are written without spaces between them. */
const isOfEast = (code: number): boolean => code >= 0x0e00 && (code < 0x0e80 || code >= 0x3040)

const mostMarks = 4
const mostWords = 8

/** Whether the first word of `keys` may stand behind none but words of `beside`, and a few marks. */
export function mayBeginWith(text: string, keys: Keys, beside: Keys): boolean {
  let at = 0
  for (let word = 0; word < mostWords; word += 1) {
    const most = at + mostMarks
    while (at < most && at < text.length && !isLetter(text.charCodeAt(at))) {
      if (isDigit(text.charCodeAt(at))) return false
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
