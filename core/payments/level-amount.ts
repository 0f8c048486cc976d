/** Amounts that are alike on each payday. */
import { sumOf } from '../money/money.ts'

/** The least amount that, taken from each of some amounts as far as it goes, comes to a sum; the sum itself where all of them do not. */
export function levelOf(sum_cents: number, amounts: readonly number[]): number {
  let missing = sum_cents
  const ascending = amounts.toSorted((a, b) => a - b)
  for (const [nth, amount] of ascending.entries()) {
    const level = Math.ceil(missing / (ascending.length - nth))
    if (level <= amount) return level
    missing -= amount
  }
  return sum_cents
}

/** Those of some amounts that are less than a level: how many, and what they come to, in minor units. */
export interface Smaller {
  count: number
  cents: number
}

/** Null: none is. */
export function smallerThan(level_cents: number, amounts: readonly number[]): Smaller | null {
  const smaller = amounts.filter((amount) => amount < level_cents)
  return smaller.length === 0 ? null : { count: smaller.length, cents: sumOf(smaller) }
}
