/** The dates of a row as a person changes them: also those that are skipped or paid. */
import { addDays, dateOf, isPlainDate, lastDay } from '../../../core/calendar.ts'
import { withoutFields } from '../../../core/schedule/exceptions.ts'
import { asCarried } from '../../../core/payments/carried-along.ts'
import { isSettled } from '../../../core/payments/part-payments.ts'
import { amountOn } from '../../../core/schedule/row-parts.ts'
import type { Dated } from '../../../core/schedule/schedule-changes.ts'
import { occurrences } from '../../../core/schedule/schedule.ts'

export interface PlannedDate {
  /** The date the rule names, by which the others know it. */
  nominal_date: string
  /** The day on which it falls in the end. */
  date: string
  amount_cents: number
  isSkipped: boolean
  isSettled: boolean
  /** Put there by hand, rather than off a weekend by the rule. */
  isMoved: boolean
  hasOwnAmount: boolean
}

/** Twelve daily dates are found within the first, twelve yearly ones within the second; rarer ones further out. */
const days_ahead = [62, 366, 5_000, 60_000]

/** At most so many dates from a day on (to before another), skipped and settled ones among them. */
export function plannedDates(row: Dated, from: string, most: number, before?: string): PlannedDate[] {
  if (row.due_date === null) return []
  const all = { ...row, exceptions: withoutFields(row.exceptions, 'skipped') }
  const end = dateOf(lastDay)
  const until = (days: number): string => (addDays(from, days).length > end.length ? end : addDays(from, days))
  let found: ReturnType<typeof occurrences> = []
  for (const days of days_ahead) {
    found = occurrences(all, from, before ?? until(days))
    if (found.length >= most || before !== undefined) break
  }
  return found.slice(0, most).map(({ nominal_date, date, amount_cents: own }) => ({
    nominal_date,
    date,
    amount_cents: own ?? amountOn(row, nominal_date),
    isSkipped: row.exceptions[nominal_date]?.skipped === true,
    isSettled: isSettled(row, nominal_date),
    isMoved: row.exceptions[nominal_date]?.moved_to !== undefined,
    hasOwnAmount: own !== null,
  }))
}

/** The same from the first day that is still to come: with what is carried along to it. */
export const datesAhead = (row: Dated, from: string, most: number): PlannedDate[] => plannedDates(asCarried(row, from), from, most)

/**
 * The date of a row that is known by a day, as the rule names it or where it falls; else those nearest to it, one before and two after at
 * most.
 */
export function findDate(row: Dated, day: string): { isIt: PlannedDate | null; nearest: PlannedDate[] } {
  const after = plannedDates(row, day, 2)
  const before = lastBefore(row, day)
  const isIt =
    after.find(({ date }) => date === day) ?? [...after, ...around(row, day)].find(({ nominal_date }) => nominal_date === day) ?? null
  return { isIt, nearest: [...before, ...after] }
}

/** Those that the rule names near a day: a moved one may fall far from it. */
const around = (row: Dated, day: string): PlannedDate[] => {
  const place = row.exceptions[day]?.moved_to
  return plannedDates(row, place ?? addDays(day, -3), 8)
}

function lastBefore(row: Dated, day: string): PlannedDate[] {
  for (const days of days_ahead) {
    const from = addDays(day, -days)
    if (!isPlainDate(from)) return []
    const last = plannedDates(row, from, Infinity, day).at(-1)
    if (last) return [last]
  }
  return []
}
