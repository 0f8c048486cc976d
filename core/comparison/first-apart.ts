/** From when on plans differ in what they hold. */
import { dateOf } from '../calendar.ts'
import { accountByDay } from '../projection/figures/accounts.ts'
import type { Projection } from '../projection/projection.ts'
import { sameIn } from './same-in.ts'

/**
 * The first day at whose end not all projections, made with the same `today` and `until` and in one currency, have the same available,
 * the same in all, and the same on each account (by id, else by name; one that a plan lacks holds nothing there); from today on, or from
 * when all have started. Null: there is none before `until`.
 */
export function firstApart(projections: readonly Projection[]): string | null {
  const [first, ...others] = projections
  if (!first) return null
  const from = Math.max(...projections.map(({ start_day, now }) => start_day + now))
  const until = first.start_day + first.day_count
  const accounts = sameIn(projections.map(({ scenario }) => scenario.accounts))
  const balancesOf = (projection: Projection, nth: number) => [
    projection.available_cents,
    projection.total_cents,
    ...accounts.map(({ found }) => found[nth] && accountByDay(projection, found[nth].id)),
  ]
  const own = balancesOf(first, 0)
  const theirs = others.map((other, nth) => ({ start_day: other.start_day, balances: balancesOf(other, nth + 1) }))
  for (let day = from; day < until; day += 1) {
    const isAlike = own.every((balance, nth) =>
      theirs.every(({ start_day, balances }) => (balance?.[day - first.start_day] ?? 0) === (balances[nth]?.[day - start_day] ?? 0)),
    )
    if (!isAlike) return dateOf(day)
  }
  return null
}
