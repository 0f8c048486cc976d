/**
 * Amounts as banks write them, read exactly: `1.234,56`, `1 234.56`, `(12.00)`, `12,00-`, `−5 €`, `12.00 DR`. Character by
 * character, since a file may hold a million of them.
 */
import { limits } from '../limits.ts'
import { isCurrencyCode } from '../money/money.ts'
import type { DecimalSign } from './bank-file.ts'

export interface AmountReading {
  /** Digits of the currency's minor unit. */
  digits: number
  decimal: DecimalSign
  /** How many amounts had more digits than the currency, and were rounded half away from zero. */
  rounded: number
}

const zero = 48
const nine = 57
const mostDigits = 15

/** Minor units, or null when the text is no amount in this notation, or one beyond the limit. */
export function readCents(text: string, reading: AmountReading): number | null {
  const decimal = reading.decimal.charCodeAt(0)
  const { digits } = reading
  let value = 0
  let significant = 0
  let places = -1 // digits after the decimal sign; −1 before it
  let sinceGroup = -1 // digits after the last group mark; −1 before the first
  let hasDigit = false
  let isNegative = false
  let roundsUp = false
  let isFiner = false
  let letters = 0
  let inBrackets = false
  let gap = false // something other than a digit has followed the number
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= zero && code <= nine) {
      if (gap) return null
      hasDigit = true
      if (places >= digits) {
        // Beyond the minor unit: the first such digit rounds, any that is not 0 is worth telling.
        if (places === digits) roundsUp = code >= zero + 5
        isFiner ||= code !== zero
        places += 1
        continue
      }
      if (significant > 0 || code !== zero) significant += 1
      if (significant > mostDigits) return null
      value = value * 10 + (code - zero)
      if (places >= 0) places += 1
      else if (sinceGroup >= 0) sinceGroup += 1
    } else if (code === decimal && !(letters > 0 && isAbbreviation(text, at))) {
      if (places >= 0 || gap || (sinceGroup >= 0 && sinceGroup !== 3)) return null
      places = 0
    } else if (isGroupMark(code) && hasDigit && places < 0 && !gap && isDigitAt(text, at + 1)) {
      if (sinceGroup === 0 || sinceGroup === 1) return null
      sinceGroup = 0
    } else if (isMinus(code)) {
      // Signs stand before the number or behind it, never within.
      if (hasDigit) gap = true
      isNegative = true
    } else if (code === 40 || code === 41) {
      // Brackets around the number are a minus; those around a mark beside it, as in "12.00 (Cr)", are none.
      if (hasDigit) gap = true
      else inBrackets = code === 40
    } else if ((code === 39 || code === 0x2019 || code === 61) && !hasDigit) {
      // A spreadsheet's marks of a text or a formula.
      if (at > 0) return null
    } else if (code === 43) {
      if (hasDigit) gap = true
    } else if (isSpace(code)) {
      if (hasDigit) gap = true
    } else {
      if (!isCurrencySign(code)) {
        letters += 1
        if (letters > 5) return null
      }
      if (hasDigit) gap = true
    }
  }
  if (!hasDigit || (places < 0 && sinceGroup >= 0 && sinceGroup !== 3)) return null
  for (let place = Math.max(places, 0); place < digits; place += 1) value *= 10
  if (roundsUp) value += 1
  if (isFiner) reading.rounded += 1
  if (value > limits.amount_minor_units) return null
  if (inBrackets) isNegative = true
  if (letters > 0) {
    const sign = signOfLetters(text)
    if (sign === null) return null
    if (sign === 'out') isNegative = true
  }
  return isNegative && value !== 0 ? -value : value
}

/** The hyphen, and the dashes that programs set in its place. */
const isMinus = (code: number): boolean =>
  code === 45 || code === 0x2212 || (code >= 0x2010 && code <= 0x2014) || code === 0xff0d || code === 0xfe63

/** A dash or several, also beside a currency, "n/a" and the like: what stands where a column has no sum. */
export function saysNoSum(text: string): boolean {
  if (text.length > 6 || isDigitAt(text, text.length - 1)) return false
  const bare = text.trim()
  if (wordsForNone.has(bare.toLowerCase())) return true
  let dashes = 0
  for (let at = 0; at < bare.length; at += 1) {
    const code = bare.charCodeAt(at)
    if (isMinus(code)) dashes += 1
    else if (!isSpace(code) && !isCurrencySign(code)) return false
  }
  return dashes > 0 && dashes <= 3
}
const wordsForNone = new Set(['n/a', '#n/a', 'na', 'nan', 'null', 'none', 'nil'])

/** The point of "Rs." and "Dr.", which parts no decimals. */
const isAbbreviation = (text: string, at: number): boolean => text.charCodeAt(at) === 46 && at > 0 && isLetterAt(text, at - 1)

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x530) || (code >= 0x620 && code < 0x64b)
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 160 || code === 0x202f || code === 0x2009 || code === 13
/** What stands between thousands, besides the sign that is not the decimal one. */
const isGroupMark = (code: number): boolean =>
  code === 44 || code === 46 || code === 39 || code === 0x2019 || code === 32 || code === 160 || code === 0x202f || code === 0x2009
/** Signs such as $ and €, 円, 元, 圓, 원; letters are dealt with apart. */
const isCurrencySign = (code: number): boolean =>
  code === 36 ||
  code === 0x5186 ||
  code === 0x5143 ||
  code === 0x5713 ||
  code === 0xc6d0 ||
  code === 0xffe5 ||
  (code >= 0xa2 && code <= 0xa5) ||
  (code >= 0x20a0 && code <= 0x20cf)

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= zero && code <= nine
}

/** The letters beside an amount: CR and DR say its direction, the name of a currency says nothing, all else is no amount. */
function signOfLetters(text: string): 'in' | 'out' | 'none' | null {
  let word = ''
  for (const letter of text) {
    const code = letter.charCodeAt(0)
    if (code <= 32 || (code >= zero && code <= nine)) continue
    const upper = letter.toUpperCase()
    if (upper !== letter.toLowerCase() || (code >= 0x590 && isLetterOfAnyScript.test(letter))) word += upper
    else if (!marksOfAmounts.has(letter) && !isCurrencySign(code) && !isMinus(code)) return null
  }
  if (marksIn.has(word)) return 'in'
  if (marksOut.has(word) && !(word === 'S' && text.includes('$'))) return 'out'
  return isCurrencyCode(word) || currencyWords.has(word) ? 'none' : null
}
const isLetterOfAnyScript = /[\p{L}\p{M}]/u
const marksOfAmounts = new Set(".,'’=+()\u00a0\u202f\u2009")

/** Credit and debit, Haben and Soll, behind an amount. */
const [marksIn, marksOut] = [new Set(['CR', 'C', 'H', 'HABEN']), new Set(['DR', 'D', 'DB', 'S', 'SOLL'])]

/** CR or DR in a cell of an amount; null where neither stands there. */
export function markOf(text: string): 'in' | 'out' | null {
  if (!hasLetter(text)) return null
  const letters = text.replace(/[^A-Za-z]/g, '').toUpperCase()
  return marksIn.has(letters) ? 'in' : marksOut.has(letters) && !(letters === 'S' && text.includes('$')) ? 'out' : null
}

/** Of ASCII: most amounts have none. */
function hasLetter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) | 32
    if (letter >= 97 && letter <= 122) return true
  }
  return false
}

/** What currencies are called beside amounts; with `$`, letters of a country stand before it. */
const currencyWords = new Set([
  'KR',
  'KČ',
  'KC',
  'ZŁ',
  'ZL',
  'FT',
  'LEI',
  'FR',
  'SFR',
  'RS',
  'RM',
  'R',
  'РУБ',
  'Р',
  'ЛВ',
  'ГРН',
  'ДИН',
  'DIN',
  'KN',
  'TL',
  'US',
  'CA',
  'A',
  'AU',
  'NZ',
  'HK',
  'S',
  'NT',
  'رس',
  'جم',
  'دإ',
  'دك',
  'ريال',
  'ریال',
  'جنيه',
  'درهم',
  'دينار',
  'تومان',
  'रु',
])

/** As `readCents`, for formats whose amounts are digits, signs and marks alone. */
export const readPlainCents = (text: string, reading: AmountReading): number | null =>
  /[^\d.,+\-\s]/.test(text) ? null : readCents(text, reading)

export interface DecimalFound {
  decimal: DecimalSign
  /** Nothing tells whether 1,234 is a thousand or a little more than one. */
  is_open: boolean
}

/** The decimal sign of a file's amounts: by those that can be read in one way only. */
export function inferDecimal(texts: Iterable<string>, digits: number): DecimalFound {
  let point = 0
  let comma = 0
  let doubtfulPoint = 0
  let doubtfulComma = 0
  for (const written of texts) {
    const text = withoutAbbreviations(written)
    const lastPoint = text.lastIndexOf('.')
    const lastComma = text.lastIndexOf(',')
    if (lastPoint < 0 && lastComma < 0) continue
    if (lastPoint >= 0 && lastComma >= 0) {
      if (lastPoint > lastComma) point += 1
      else comma += 1
    } else {
      const sign = Math.max(lastPoint, lastComma)
      const isPoint = lastPoint >= 0
      if (text.indexOf(isPoint ? '.' : ',') !== sign) {
        // Several of one sign are group marks.
        if (isPoint) comma += 1
        else point += 1
      } else if (
        digitsFrom(text, sign + 1) !== 3 ||
        digitsBefore(text, sign) > 3 ||
        (text.charCodeAt(sign - 1) === zero && !isDigitAt(text, sign - 2)) ||
        !isDigitAt(text, sign - 1)
      ) {
        if (isPoint) point += 1
        else comma += 1
      } else if (isPoint) doubtfulPoint += 1
      else doubtfulComma += 1
    }
    if (point + comma >= 1_000) break
  }
  if (point !== comma) return { decimal: point > comma ? '.' : ',', is_open: false }
  if (doubtfulPoint === 0 && doubtfulComma === 0) return { decimal: '.', is_open: false }
  // Only amounts such as 1,234 are there. Three decimals are the currency's, or the sign parts thousands.
  const isPoint = doubtfulPoint >= doubtfulComma
  const partsThousands = digits !== 3
  return { decimal: isPoint === partsThousands ? ',' : '.', is_open: digits === 2 || digits === 1 }
}

/** The points of "Rs." and "kr." part nothing. */
const withoutAbbreviations = (text: string): string =>
  text.includes('.') && abbreviation.test(text) ? text.replaceAll(abbreviations, '') : text
const [abbreviation, abbreviations] = [/\p{L}\./u, /(?<=\p{L})\./gu]

function digitsBefore(text: string, at: number): number {
  let count = 0
  while (isDigitAt(text, at - 1 - count)) count += 1
  return count
}

function digitsFrom(text: string, at: number): number {
  let count = 0
  while (isDigitAt(text, at + count)) count += 1
  return count
}

/** ISO's codes for no currency, and for tests: an amount in them keeps its cents. */
const noCurrencies = new Set(['XXX', 'XTS'])

/** The currency that a text names by its code; null when it names none. */
export const currencyOf = (text: string | undefined): string | null => {
  const code = (text ?? '').trim().toUpperCase()
  return isCurrencyCode(code) && !noCurrencies.has(code) ? code : null
}
