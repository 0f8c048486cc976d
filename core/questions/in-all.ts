/** What all accounts come to a year from now, so that what is charged to a card counts before the card is paid. */
import { dateOf } from '../calendar.ts'
import { lastDayOf, one_year } from '../horizon.ts'
import { togetherByDay } from '../projection/figures/accounts.ts'
import type { Projection } from '../projection/projection.ts'

/** The last day of a year from today, or as far as a plan can be looked at, and what is there then, less what is owed. Minor units. */
export function inAllAfterAYear(projection: Projection): { date: string; cents: number } {
  const { start_day, now, counted } = projection
  const day = Math.min(lastDayOf(start_day + now, one_year) - start_day, counted - 1)
  return { date: dateOf(start_day + day), cents: togetherByDay(projection)[day]! }
}
