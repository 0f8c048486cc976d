/**
 * Money is an integer of minor units (cents, yen, fils) of one currency. How many digits the minor unit has
 * comes from ISO 4217, not from Intl, which follows cash habits for HUF, IDR and others.
 */
import { tokensOf, type CurrencySigns, type Fraction, type NumberMarks, type Token } from './amount-text.ts'
import { currencyCodes, digitsOtherThanTwo } from './currencies.ts'
import { limits } from './limits.ts'

export type { CurrencySigns, NumberMarks }

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

export type ReadAmount =
  | { ok: true; amount_cents: number }
  | { ok: false; reason: 'not_a_sum' | 'too_large' | 'divides_by_zero' }
  /** It can be read as either of these, in minor units. */
  | { ok: false; reason: 'unclear'; readings: [number, number] }
  | { ok: false; reason: 'other_currency'; sign: string }

/**
 * Reads an amount a person typed or pasted: a number in their notation, with or without its currency's sign, or a sum of such
 * (`120/3`, `2*(49,90+5)`). Exact rational arithmetic; the result of a sum is rounded half away from zero to the minor unit, a number
 * alone with more digits than there are is unclear. A minus may stand behind; brackets around an amount with its sign, `($12)`, mean less than nothing, and `(12)` alone is unclear.
 */
export function readAmount(text: string, digits: number, marks: NumberMarks, signs?: CurrencySigns): ReadAmount {
  const found = text.length > 200 ? null : tokensOf(text, digits, marks, signs)
  if (!found) return { ok: false, reason: 'not_a_sum' }
  if ('sign' in found) return { ok: false, reason: 'other_currency', sign: found.sign }
  if ('unclear' in found) return { ok: false, reason: 'unclear', readings: [toMinor(found.unclear[0], digits), toMinor(found.unclear[1], digits)] }
  const { tokens, hasSign } = found
  const [first, second, third] = tokens
  const alone = tokens.filter((token) => typeof token === 'object')
  if (alone.length === 1 && tokens.length <= 2 && !isExact(alone[0]!, digits)) {
    const sign = tokens.includes('-') ? -1n : 1n
    const [down, up] = [roundedDown(alone[0]!, digits), roundedDown(alone[0]!, digits) + 1n]
    return { ok: false, reason: 'unclear', readings: [Number(sign * down) + 0, Number(sign * up) + 0] }
  }
  if (tokens.length === 2 && typeof first === 'object' && second === '-') return amountOf({ over: -first.over, under: first.under }, digits)
  if (tokens.length === 3 && first === '(' && typeof second === 'object' && third === ')') {
    const amount = toMinor(second, digits)
    return hasSign ? amountOf({ over: -second.over, under: second.under }, digits) : { ok: false, reason: 'unclear', readings: [amount, -amount] }
  }
  const reader = { tokens, at: 0, dividedByZero: false }
  const result = sum(reader, 0)
  if (reader.dividedByZero) return { ok: false, reason: 'divides_by_zero' }
  return result && reader.at === tokens.length ? amountOf(result, digits) : { ok: false, reason: 'not_a_sum' }
}

const roundedDown = ({ over, under }: Fraction, digits: number): bigint => (over * 10n ** BigInt(digits)) / under
const isExact = ({ over, under }: Fraction, digits: number): boolean => (over * 10n ** BigInt(digits)) % under === 0n

function toMinor({ over, under }: Fraction, digits: number): number {
  const scaled = over * 10n ** BigInt(digits)
  const half = under / 2n
  return Number(scaled >= 0n ? (scaled + half) / under : -((-scaled + half) / under)) + 0
}

function amountOf(found: Fraction, digits: number): ReadAmount {
  const amount_cents = toMinor(found, digits)
  return isAmount(amount_cents) ? { ok: true, amount_cents } : { ok: false, reason: 'too_large' }
}

interface Reader {
  tokens: Token[]
  at: number
  dividedByZero: boolean
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
