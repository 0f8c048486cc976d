/** An amount as a person types or pastes it, a sum of such too. What stands in it is told by amount-text.ts. */
import { isInBrackets, negated, tokensOf, type CurrencySigns, type Fraction, type NumberMarks, type Token } from './amount-text.ts'
import { isAmount } from './money.ts'

export type { CurrencySigns, NumberMarks }

export type ReadAmount =
  | { ok: true; amount_cents: number }
  | { ok: false; reason: 'not_a_sum' | 'too_large' | 'divides_by_zero' }
  /** It can be read as either of these, in minor units. */
  | { ok: false; reason: 'unclear'; readings: [number, number] }
  /** `80-120`: its lowest and highest, in minor units. */
  | { ok: false; reason: 'range'; range: [number, number] }
  | { ok: false; reason: 'other_currency'; sign: string }

/**
 * Reads an amount a person typed or pasted: a number in their notation, with or without its currency's sign, or a sum of such
 * (`120/3`, `2*(49,90+5)`). Exact rational arithmetic; the result of a sum is rounded half away from zero to the minor unit, a number
 * alone with more digits than there are is unclear. A minus may stand behind; brackets around an amount with its sign, `($12)`, mean less
 * than nothing, and `(12)` alone is unclear. Of two amounts with a dash between, the smaller first, nobody means the sum: that is a range.
 */
export function readAmount(text: string, digits: number, marks: NumberMarks, signs?: CurrencySigns): ReadAmount {
  const found = text.length > 200 ? null : tokensOf(text, digits, marks, signs)
  if (!found) return { ok: false, reason: 'not_a_sum' }
  if ('sign' in found) return { ok: false, reason: 'other_currency', sign: found.sign }
  if ('unclear' in found)
    return { ok: false, reason: 'unclear', readings: [toMinor(found.unclear[0], digits), toMinor(found.unclear[1], digits)] }
  const { tokens, hasSign } = found
  const [first, second, third] = tokens
  const alone = tokens.filter((token) => typeof token === 'object')
  const isLess = isInBrackets(tokens, hasSign)
  if (alone.length === 1 && (tokens.length <= 2 || isLess) && !isExact(alone[0]!, digits)) {
    const sign = tokens.includes('-') || isLess ? -1n : 1n
    const [down, up] = [roundedDown(alone[0]!, digits), roundedDown(alone[0]!, digits) + 1n]
    return { ok: false, reason: 'unclear', readings: [Number(sign * down) + 0, Number(sign * up) + 0] }
  }
  if (tokens.length === 2 && typeof first === 'object' && second === '-') return amountOf(negated(first), digits)
  if (tokens.length === 3 && first === '(' && typeof second === 'object' && third === ')') {
    const amount = toMinor(second, digits)
    return isLess ? amountOf(negated(second), digits) : { ok: false, reason: 'unclear', readings: [amount, -amount] }
  }
  if (
    tokens.length === 3 &&
    typeof first === 'object' &&
    second === '-' &&
    typeof third === 'object' &&
    first.over * third.under < third.over * first.under
  ) {
    return { ok: false, reason: 'range', range: [toMinor(first, digits), toMinor(third, digits)] }
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
  if (token === '-' || token === '+') {
    const next = depth > 20 ? null : factor(reader, depth + 1)
    return next && (token === '-' ? negated(next) : next)
  }
  if (token === '(') {
    const inside = sum(reader, depth + 1)
    return reader.tokens[reader.at++] === ')' ? inside : null
  }
  return typeof token === 'object' ? token : null
}
