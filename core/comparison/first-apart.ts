/** From when on plans differ in what they hold. */
import { dateOf } from '../calendar.ts'
import type { Projection } from '../projection/projection.ts'

/**
 * The first day at whose end not all projections, made with the same `today` and `until` and in one currency, have the same available
 * and the same in all; from today on, or from when all have started. Null: there is none before `until`.
 */
export function firstApart(projections: readonly Projection[]): string | null {
  const [first, ...others] = projections
  if (!first) return null
  const from = Math.max(...projections.map(({ start_day, now }) => start_day + now))
  const until = first.start_day + first.day_count
  const isAlike = (day: number, other: Projection): boolean =>
    (['available_cents', 'total_cents'] as const).every((balance) => first[balance][day - first.start_day] === other[balance][day - other.start_day])
  for (let day = from; day < until; day += 1) if (!others.every((other) => isAlike(day, other))) return dateOf(day)
  return null
}
