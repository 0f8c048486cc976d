/**
 * Money is an integer of minor units (cents, yen, fils) of one currency. How many digits the minor unit has
 * comes from ISO 4217, not from Intl, which follows cash habits for HUF, IDR and others.
 */
import { currencyCodes, digitsOtherThanTwo } from './currencies.ts'
import { limits } from '../limits.ts'

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
