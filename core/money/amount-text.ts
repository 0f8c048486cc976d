/** Amounts as they are typed and pasted: digits of every script, signs of currencies, marks that group and part, and what can't be told. */
import { currencyCodes } from './currencies.ts'

/** How a person writes numbers: their locale's separators. Data, given by the caller. */
export interface NumberMarks {
  decimal: string
  group: string
  /** How many digits the last group has; 3 where nothing is said. */
  group_digits?: number
  /**
   * Those of an amount with its currency's sign, where the locale has others for money: English in Denmark writes 1.234,50 and €1,234.50.
   */
  money?: { decimal: string; group: string; group_digits: number }
}

/** What may stand beside an amount for its currency. Data, given by the caller, as it is written there. */
export interface CurrencySigns {
  /** The currency's own: "$", "US$", "USD". */
  own: readonly string[]
  /** Whether a text is the sign of another currency. ISO codes and Unicode's currency signs are known without it. */
  isOther: (sign: string) => boolean
}

export interface Fraction {
  over: bigint
  /** Always positive. */
  under: bigint
}
export type Token = Fraction | '+' | '-' | '*' | '/' | '(' | ')'

export type Tokens =
  | { tokens: Token[]; hasSign: boolean }
  /** A number that is read in two ways: with its mark for decimals, and with it as a mark that groups. */
  | { unclear: [Fraction, Fraction] }
  /** A sign of another currency. */
  | { sign: string }

const hidden = /[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g
const same: Record<string, Token> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '﹣': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '(': '(',
  ')': ')',
}

/** A digit of any script by its value: Unicode's decimal digits stand in tens, from 0 to 9. */
function digitOf(char: string): string {
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(char.codePointAt(0)! - before - 1))) before += 1
  return String(before % 10)
}

/** The text with plain digits, marks and signs for those of other scripts and widths, and without what is not seen. */
const plainly = (text: string, { decimal }: NumberMarks): string =>
  text
    .replace(hidden, '')
    .replace(/[\uff01-\uff0f\uff1a-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\uffe0-\uffe6]/g, (char) => char.normalize('NFKC'))
    .replace(/[。｡]/g, '.')
    .replaceAll('٫', decimal)
    .replaceAll('٬', decimal === ',' ? '.' : ',')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s/g, ' ')

/** What the text is made of; null when it is no sum of amounts. `digits` are those of the currency's minor unit. */
export function tokensOf(text: string, digits: number, ofLocale: NumberMarks, signs?: CurrencySigns): Tokens | null {
  const plain = (sign: string): string => plainly(sign, ofLocale).trim().toLowerCase()
  const own = (signs?.own ?? [])
    .map(plain)
    .filter((sign) => sign !== '')
    .sort((a, b) => b.length - a.length)
  const marks = (isMoney(plain(text), own, ofLocale) && ofLocale.money) || ofLocale
  const given = plainly(text, marks).trim()
  // "12,-" is a price without cents to some, and less than nothing to others.
  if (/[.,][-−–]$/.test(given)) return null
  const lower = given.toLowerCase()
  const ownMarks = { ...marks, group: plainly(marks.group, marks) }
  const isInNumber = (at: number): boolean => {
    const char = given[at]!
    return char === ' ' ? /\d/.test(given[at + 1] ?? '') : /[\d.,']/.test(char) || char === ownMarks.group || char === marks.decimal
  }
  const tokens: Token[] = []
  let hasSign = false
  let doubtful: DoubtfulNumber | undefined
  for (let at = 0; at < given.length;) {
    const char = given[at]!
    const sign = own.find((one) => lower.startsWith(one, at))
    if (sign !== undefined && !(/\p{L}$/u.test(sign) && /^\p{L}/u.test(given.slice(at + sign.length)))) {
      at += sign.length
      if (given[at] === '.' && !/\d/.test(given[at + 1] ?? '')) at += 1
      hasSign = true
    } else if (char === ' ') {
      at += 1
    } else if (same[char]) {
      tokens.push(same[char])
      at += 1
    } else {
      const letters = char === marks.decimal ? undefined : /^[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}./]*/u.exec(given.slice(at))?.[0]
      if (letters !== undefined) {
        const isOther = signs && (currencyCodes.has(letters.toUpperCase()) || /\p{Sc}/u.test(letters) || signs.isOther(letters))
        return isOther ? { sign: letters } : null
      }
      let end = at
      while (end < given.length && isInNumber(end)) end += 1
      const number = numberOf(given.slice(at, end), digits, ownMarks)
      if (!number) return null
      if ('unclear' in number && !doubtful?.isForeign) doubtful = number
      tokens.push('unclear' in number ? number.unclear[0] : number)
      at = end
    }
  }
  const isLess = isInBrackets(tokens, hasSign)
  const isAlone = isLess || tokens.filter((token) => token !== '+' && token !== '-').length === 1
  if (!doubtful || !(doubtful.isForeign || isAlone)) return { tokens, hasSign }
  const [one, other] = doubtful.unclear
  const turns = tokens.filter((token) => token === '-').length
  return { unclear: isAlone && (isLess || turns % 2 === 1) ? [negated(one), negated(other)] : [one, other] }
}

/** `($12)`: less than nothing. */
export const isInBrackets = (tokens: readonly Token[], hasSign: boolean): boolean =>
  hasSign && tokens.length === 3 && tokens[0] === '(' && tokens[2] === ')'

export const negated = ({ over, under }: Fraction): Fraction => ({ over: -over, under })

/** Whether an amount stands with its currency's sign, or has the sign itself for its decimal mark, as escudos: 1 234$50. */
const isMoney = (text: string, own: readonly string[], { money }: NumberMarks): boolean =>
  money !== undefined && (own.some((sign) => text.includes(sign)) || (!/[.,]/.test(money.decimal) && text.includes(money.decimal)))

interface DoubtfulNumber {
  unclear: [Fraction, Fraction]
  isForeign: boolean
}
type ReadNumber = Fraction | DoubtfulNumber

/**
 * One number. Marks group by threes (or twos and threes), one kind in a number; the locale's decimal mark parts, and so does the other
 * one where it can't group and no more digits follow than the currency has (`12.5` where the comma is decimal). What is left to
 * doubt is unclear: `1,2345`, and `1.234` where the point is decimal and the currency has no three digits.
 */
function numberOf(text: string, digits: number, { decimal, group, group_digits = 3 }: NumberMarks): ReadNumber | null {
  const other = decimal === ',' ? '.' : ','
  const whole = (part: string): string | null => {
    const bare = part.replace(/[^\d]/g, '')
    if (bare === part) return part
    const isGrouped = (mark: string, last: number): boolean => {
      const groups = mark === decimal ? [] : part.split(mark)
      return (
        groups.length > 1 &&
        groups[0] !== '0' &&
        groups.every(
          (one, index) => /^\d{1,3}$/.test(one) && (index === 0 || (index === groups.length - 1 ? one.length === last : one.length > 1)),
        )
      )
    }
    return isGrouped(group, group_digits) || [other, ' ', "'"].some((mark) => isGrouped(mark, 3)) ? bare : null
  }
  const read = (by: string): Fraction | null => {
    const [before = '', after = '', ...more] = text.split(by)
    const digitsBefore = whole(before)
    if (
      more.length > 0 ||
      digitsBefore === null ||
      !/^\d*$/.test(after) ||
      digitsBefore + after === '' ||
      digitsBefore.length + after.length > 40
    )
      return null
    return { over: BigInt(digitsBefore + after), under: 10n ** BigInt(after.length) }
  }
  const grouped = { over: BigInt(text.replace(/[^\d]/g, '') || 0), under: 1n }
  const own = read(decimal)
  if (own)
    return digits < 3 && own.under === 1_000n && /^[1-9]\d{0,2}\D\d{3}$/.test(text) ? { unclear: [own, grouped], isForeign: false } : own
  const foreign = text.includes(decimal) ? turned(text, decimal, other, digits) : read(other)
  if (!foreign) return null
  return foreign.under > 10n ** BigInt(digits) ? { unclear: [foreign, grouped], isForeign: true } : foreign
}

/** `1,000.00` where the comma is decimal: with both marks, the first by threes and cents behind the last, only one reading is left. */
function turned(text: string, decimal: string, other: string, digits: number): Fraction | null {
  const [before = '', after = '', ...more] = text.split(other)
  const [first = '', ...groups] = before.split(decimal)
  const isGrouped =
    /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group)) && first.length + 3 * groups.length <= 40
  if (more.length > 0 || !isGrouped || !/^\d+$/.test(after) || after.length > digits) return null
  return { over: BigInt(first + groups.join('') + after), under: 10n ** BigInt(after.length) }
}
