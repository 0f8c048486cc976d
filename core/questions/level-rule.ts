/** What a fixed rule on each income, last of all, brings to its target: it comes before percents, so only other fixed amounts leave it less. */
import { divider, onBase, type AllocationRule } from '../allocation.ts'
import { levelOf } from '../payments/level-amount.ts'
import type { Scenario } from '../scenario.ts'
import { freeOf, type IncomeAhead } from './looking.ts'

/** Of each income what other fixed amounts leave to a new one. */
export const leftByFixed = ({ allocations }: Pick<Scenario, 'allocations'>, incomes: readonly IncomeAhead[]): IncomeAhead[] =>
  freeOf(
    onBase(allocations, 'income').filter(({ kind }) => kind === 'fixed'),
    incomes,
  )

/**
 * The least amount, minor units, that a new rule takes of each income for a sum to come to a target; what percents of the target get less
 * for it is made up for. Null: no amount is enough.
 */
export function leastLevel(
  { allocations }: Pick<Scenario, 'allocations'>,
  target: string,
  incomes: readonly IncomeAhead[],
  sum_cents: number,
): number | null {
  const rules = onBase(allocations, 'income')
  const amounts = leftByFixed({ allocations }, incomes).map(({ cents }) => cents)
  if (!rules.some((rule) => rule.target === target && rule.kind === 'percent'))
    return amounts.reduce((sum, cents) => sum + cents, 0) < sum_cents ? null : levelOf(sum_cents, amounts)
  const counts = Map.groupBy(incomes, ({ cents }) => cents)
  const brought = (value: number): number => {
    const divide = divider([...rules, { kind: 'fixed', value }])
    const ofOne = (cents: number): number =>
      divide(cents).shares.reduce((sum, share, nth) => (nth === rules.length || rules[nth]!.target === target ? sum + share : sum), 0)
    return [...counts].reduce((sum, [cents, alike]) => sum + ofOne(cents) * alike.length, 0)
  }
  const wanted = brought(0) + sum_cents
  let [low, high] = [0, amounts.reduce((most, cents) => Math.max(most, cents), 0)]
  if (brought(high) < wanted) return null
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (brought(middle) >= wanted) high = middle
    else low = middle
  }
  return high
}

/**
 * Whether the other rules get of every income what they got without a new one. One that gets all it wants does: percents are rounded
 * together, to a cent.
 */
export function othersKeep(rules: readonly AllocationRule[], more: AllocationRule, incomes: readonly IncomeAhead[]): boolean {
  const [before, after] = [divider(rules), divider([...rules, more])]
  return [...new Set(incomes.map(({ cents }) => cents))].every((cents) => {
    const had = before(cents).shares
    const { shares, shortfalls } = after(cents)
    return had.every((share, nth) => shortfalls[nth] === 0 || shares[nth]! >= share)
  })
}
