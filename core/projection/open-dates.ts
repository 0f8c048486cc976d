/** The dates of one row that count: those of which something is still due, what they cost, and whether more of them come. */
import { limits } from '../limits.ts'
import type { Payment } from '../scenario.ts'
import { exceptionDays } from '../schedule/exceptions.ts'
import { partAmong, partsOf } from '../schedule/row-parts.ts'
import { expand, lastEffective, type Dates } from '../schedule/schedule.ts'

/** The dates that count: those of which something is still due. */
export function openDates(row: Payment, from_day: number, until_day: number): Dates {
  const dates = expand(row, from_day, until_day)
  const { settled } = exceptionDays(row.exceptions)
  if (settled.size === 0 || dates.scheduled.length === 0) return dates
  const isOpen = (_day: number, index: number): boolean => !settled.has(dates.scheduled[index]!)
  return { effective: dates.effective.filter(isOpen), scheduled: dates.scheduled.filter(isOpen) }
}

export function amountsOf(row: Payment, scheduled: readonly number[]): Float64Array | null {
  const { amounts } = exceptionDays(row.exceptions)
  if (!hasAmounts(row)) return null
  if (row.changes.length === 0) return Float64Array.from(scheduled, (day) => amounts.get(day) ?? -1)
  const parts = partsOf(row)
  return Float64Array.from(scheduled, (day) => amounts.get(day) ?? partAmong(parts, day).amount_cents ?? -1)
}

/** Whether any date may cost something else than the row's own amount. */
const hasAmounts = (row: Payment): boolean =>
  exceptionDays(row.exceptions).amounts.size > 0 || row.changes.some(({ amount_cents }) => amount_cents !== undefined)

/** Most rules have a date within a year; looking further costs more, so it is done only where that found nothing. */
export const days_ahead = [366, 3_660, limits.horizon_years * 366]

export function laterAmount(row: Payment, from_day: number): number {
  if (!hasAmounts(row)) return -1
  for (const days of days_ahead) {
    const { scheduled } = openDates(row, from_day, from_day + days)
    if (scheduled.length > 0) return amountsOf(row, scheduled)![0]!
  }
  return -1
}

export function isDueFrom(row: Payment, from_day: number): boolean {
  if (row.schedule && row.changes.length === 0 && row.schedule.count === undefined && row.schedule.until === undefined) return true
  const last = lastEffective(row)
  if (last === Infinity) return true
  if (exceptionDays(row.exceptions).settled.size === 0) return last >= from_day
  // More dates than can be settled lie within the first ten years, or they are rare and few.
  for (let from = from_day, span = 3_660; from <= last; from += span, span *= 2) {
    if (openDates(row, from, Math.min(from + span, last + 1)).effective.length > 0) return true
  }
  return false
}
