/** The next date on which a bill or an income is paid. */
import { addDays } from '../calendar.ts'
import { limits } from '../limits.ts'
import { asDue, isSettled } from './part-payments.ts'
import type { Dated } from '../schedule/schedule-changes.ts'
import { amountOn } from '../schedule/row-parts.ts'
import { occurrences } from '../schedule/schedule.ts'

export interface NextPayment {
  /** The effective date. */
  date: string
  nominal_date: string
  amount_cents: number
}

/** Most rules have a date within a year; looking further costs more, so it is done only where that found nothing. */
const days_ahead = [366, 3_660, limits.horizon_years * 366]

/**
 * The first that is on or after a day and not settled, with what is left of it; null when there is none within 50 years, or no date at all.
 */
export function nextPayment(stored: Dated, from: string): NextPayment | null {
  const row = asDue(stored, from)
  if (row.due_date === null) return null
  for (const days of days_ahead) {
    const next = occurrences(row, from, addDays(from, days)).find(({ nominal_date }) => !isSettled(row, nominal_date))
    if (next)
      return { date: next.date, nominal_date: next.nominal_date, amount_cents: next.amount_cents ?? amountOn(row, next.nominal_date) }
  }
  return null
}
