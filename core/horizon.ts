/** How far ahead something looks, and on which day that ends: said once for figures, pictures, lists and exports. */
import { dateOf, dayInMonth, dayOf, civilOf, lastDay, monthOf } from './calendar.ts'

export interface Horizon {
  count: number
  unit: 'month' | 'year'
}

/** What looks ahead by itself: today's figures, the paydays, where money flows, a question's end, what is exported. */
export const one_year: Horizon = { count: 1, unit: 'year' }

/** Of day numbers: the last day that belongs to it, the same day of the month so much later, or the last one of a month that is shorter. */
export const lastDayOf = (day: number, { count, unit }: Horizon): number =>
  Math.min(dayInMonth(monthOf(day) + count * (unit === 'year' ? 12 : 1), civilOf(day).day), lastDay)

/** The last day that belongs to it. */
export const lastDateOf = (from: string, horizon: Horizon): string => dateOf(lastDayOf(dayOf(from)!, horizon))

/** The first day left out. */
export const untilOf = (from: string, horizon: Horizon): string => dateOf(lastDayOf(dayOf(from)!, horizon) + 1)
