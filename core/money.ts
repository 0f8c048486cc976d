/**
 * Money is an integer of minor units (cents, yen, fils) of one currency. How many digits the minor unit has
 * comes from ISO 4217, not from Intl, which follows cash habits for HUF, IDR and others.
 */
import { currencyCodes, digitsOtherThanTwo } from './currencies.ts'
import { limits } from './limits.ts'

export const isCurrencyCode = (code: string): boolean => currencyCodes.has(code)

/** Digits of the currency's minor unit: USD 2, JPY 0, KWD 3. Unknown codes count as 2. */
export const minorUnitDigits = (code: string): number => digitsOtherThanTwo[code] ?? 2

/** Whether an integer can stand as an amount: a safe whole number within the limit. */
export const isAmount = (value: number): boolean => Number.isSafeInteger(value) && Math.abs(value) <= limits.amount_minor_units

/** The sum of amounts, exact; told as ±(2^53 − 1) where it would lie beyond, which only sums of absurd amounts do. */
export function sumOf(amounts: readonly number[]): number {
  let sum = 0
  let isExact = true
  for (const amount of amounts) {
    sum += amount
    isExact &&= Number.isSafeInteger(sum)
  }
  if (isExact) return sum
  const exact = amounts.reduce((total, amount) => total + BigInt(amount), 0n)
  const most = BigInt(Number.MAX_SAFE_INTEGER)
  return Number(exact > most ? most : exact < -most ? -most : exact)
}

/**
 * The same money in a currency with other digits: 12.50 stays 12.50. Null when a digit would be lost
 * (1,250 cents to yen is 12.5) or the result is beyond the limit of an amount.
 */
export function rescale(amount_cents: number, fromDigits: number, toDigits: number): number | null {
  const scaled =
    toDigits >= fromDigits
      ? BigInt(amount_cents) * 10n ** BigInt(toDigits - fromDigits)
      : BigInt(amount_cents) / 10n ** BigInt(fromDigits - toDigits)
  const exact = toDigits >= fromDigits || BigInt(amount_cents) % 10n ** BigInt(fromDigits - toDigits) === 0n
  const result = Number(scaled)
  return exact && isAmount(result) ? result : null
}

/** An amount as plain decimal text with a point, whatever the locale: −1205 at 2 digits is "-12.05". */
export function decimalText(amount_cents: number, digits: number): string {
  const plain = String(Math.abs(amount_cents)).padStart(digits + 1, '0')
  const whole = plain.slice(0, plain.length - digits)
  const sign = amount_cents < 0 ? '-' : ''
  return digits === 0 ? sign + whole : `${sign}${whole}.${plain.slice(plain.length - digits)}`
}

/** How a person writes numbers: their locale's separators. Data, given by the caller. */
export interface NumberMarks {
  decimal: string
  group: string
}

export type ReadAmount = { ok: true; amount_cents: number } | { ok: false; reason: 'not_a_sum' | 'too_large' | 'divides_by_zero' }

/**
 * Reads an amount a person typed: a number in their notation, or a sum of such (`120/3`, `2*(49,90+5)`).
 * Exact rational arithmetic; the end result is rounded half away from zero to the minor unit.
 */
export function readAmount(text: string, digits: number, marks: NumberMarks): ReadAmount {
  if (text.length > 200) return { ok: false, reason: 'not_a_sum' }
  const tokens = tokensOf(text, marks)
  if (!tokens || tokens.length === 0) return { ok: false, reason: 'not_a_sum' }
  const reader = { tokens, at: 0, dividedByZero: false }
  const result = sum(reader, 0)
  if (reader.dividedByZero) return { ok: false, reason: 'divides_by_zero' }
  if (!result || reader.at !== tokens.length) return { ok: false, reason: 'not_a_sum' }
  const scaled = result.over * 10n ** BigInt(digits)
  const half = result.under / 2n
  const rounded = scaled >= 0n ? (scaled + half) / result.under : -((-scaled + half) / result.under)
  const amount_cents = Number(rounded)
  return isAmount(amount_cents) ? { ok: true, amount_cents: amount_cents + 0 } : { ok: false, reason: 'too_large' }
}

interface Fraction {
  over: bigint
  /** Always positive. */
  under: bigint
}
type Token = Fraction | '+' | '-' | '*' | '/' | '(' | ')'
interface Reader {
  tokens: Token[]
  at: number
  dividedByZero: boolean
}

const spaces = /[\s\u00a0\u202f']/

function tokensOf(text: string, marks: NumberMarks): Token[] | null {
  const tokens: Token[] = []
  const same: Record<string, Token> = { '+': '+', '-': '-', '−': '-', '*': '*', '×': '*', '/': '/', '÷': '/', '(': '(', ')': ')' }
  for (let at = 0; at < text.length; ) {
    const char = text[at]!
    if (spaces.test(char)) {
      at += 1
    } else if (same[char]) {
      tokens.push(same[char])
      at += 1
    } else {
      let end = at
      while (end < text.length && (/[\d.,'’]/.test(text[end]!) || text[end] === marks.group || text[end] === marks.decimal || (spaces.test(text[end]!) && /\d/.test(text[end + 1] ?? '')))) end += 1
      const number = numberOf(text.slice(at, end), marks)
      if (!number) return null
      tokens.push(number)
      at = end
    }
  }
  return tokens
}

/**
 * One number. The locale's decimal mark decides; the other mark groups by threes. Where only the other mark stands
 * and does not group by threes (`12.5` where the comma is decimal), it is read as the decimal mark it must be.
 */
function numberOf(text: string, marks: NumberMarks): Fraction | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '')
  const other = marks.decimal === ',' ? '.' : ','
  const grouped = new RegExp(`^\\d{1,3}(\\${other}\\d{2,3})*\\${other}\\d{3}(\\${marks.decimal}\\d*)?$`)
  let decimal = marks.decimal
  let digits = plain
  if (plain.includes(other)) {
    if (grouped.test(plain)) digits = plain.replaceAll(other, '')
    else if (!plain.includes(marks.decimal) && plain.split(other).length === 2) decimal = other
    else return null
  }
  const parts = digits.split(decimal)
  if (parts.length > 2 || !/^\d*$/.test(parts[0]!) || !/^\d*$/.test(parts[1] ?? '') || parts.join('') === '') return null
  const fraction = parts[1] ?? ''
  if (parts[0]!.length + fraction.length > 40) return null
  return { over: BigInt(parts[0]! + fraction), under: 10n ** BigInt(fraction.length) }
}

function sum(reader: Reader, depth: number): Fraction | null {
  if (depth > 20) return null
  let total = product(reader, depth)
  while (total && (reader.tokens[reader.at] === '+' || reader.tokens[reader.at] === '-')) {
    const sign = reader.tokens[reader.at++] === '+' ? 1n : -1n
    const next = product(reader, depth)
    if (!next) return null
    total = { over: total.over * next.under + sign * next.over * total.under, under: total.under * next.under }
  }
  return total
}

function product(reader: Reader, depth: number): Fraction | null {
  let total = factor(reader, depth)
  while (total && (reader.tokens[reader.at] === '*' || reader.tokens[reader.at] === '/')) {
    const divides = reader.tokens[reader.at++] === '/'
    const next = factor(reader, depth)
    if (!next) return null
    if (divides && next.over === 0n) {
      reader.dividedByZero = true
      return null
    }
    const [over, under] = divides ? [next.under, next.over] : [next.over, next.under]
    const sign = under < 0n ? -1n : 1n
    total = { over: total.over * over * sign, under: total.under * under * sign }
  }
  return total
}

function factor(reader: Reader, depth: number): Fraction | null {
  const token = reader.tokens[reader.at++]
  if (token === undefined) return null
  if (token === '-' || token === '+') {
    const next = depth > 20 ? null : factor(reader, depth + 1)
    return next && (token === '-' ? { over: -next.over, under: next.under } : next)
  }
  if (token === '(') {
    const inside = sum(reader, depth + 1)
    return reader.tokens[reader.at++] === ')' ? inside : null
  }
  return typeof token === 'object' ? token : null
}
