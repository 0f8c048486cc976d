/** Changes that have come: what holds of all dates that are still to come is the row's own. */
import { dateOf, dayOf } from '../calendar.ts'
import { isLeftOpen, isSettled } from '../payments/part-payments.ts'
import { firstIn, partsOf, rowScheduledDates, type RowPart } from './row-parts.ts'
import type { Payment } from '../scenario.ts'
import { offWeekend } from './schedule.ts'
import { rebegun } from './stretches.ts'

/**
 * The fields of a row that was brought to a day: changes from before it become its own, unless a date before them is still to come
 * and needs what held then. {} where nothing changes.
 */
export function withPastChanges(row: Payment, start_date: string): Partial<Payment> {
  const past = row.changes.filter(({ from }) => from <= start_date && !isStillDue(row, from, start_date)).length
  if (past === 0) return {}
  const part = partsOf(row)[past]!
  const { amount_cents, amount_low_cents, amount_high_cents } = part
  return {
    ...(amount_cents !== null && { amount_cents }),
    ...(amount_low_cents !== null && { amount_low_cents, amount_high_cents }),
    ...(part.rule_of >= 0 && ruleOf(part)),
    changes: row.changes.slice(past),
    ...settledBySum(row, row.changes[past - 1]!.from),
  }
}

/** Dates before a day whose payments come to what they cost by then stay paid, whatever the row costs afterwards. */
function settledBySum(row: Payment, until: string): Partial<Pick<Payment, 'exceptions'>> {
  const dates = Object.entries(row.exceptions).filter(([date, { rest }]) => date < until && rest !== 'dropped' && isSettled(row, date))
  if (dates.length === 0) return {}
  return {
    exceptions: { ...row.exceptions, ...Object.fromEntries(dates.map(([date, said]) => [date, { ...said, rest: 'dropped' as const }])) },
  }
}

/** The dates of a part of its own rule begin with its first one: those of the rule before it never were. */
function ruleOf(part: RowPart): Pick<Payment, 'due_date' | 'schedule'> {
  const first = firstIn(part)
  return first === null ? { due_date: part.due_date, schedule: part.schedule } : rebegun(part, first)
}

/** Whether a scheduled date before a change falls on a day or after it, and is neither paid nor skipped. */
function isStillDue(row: Payment, from: string, day: string): boolean {
  if (Object.keys(row.exceptions).some((date) => date < from && isLeftOpen(row, date))) return true
  const isOpen = (date: string): boolean => !isSettled(row, date) && !row.exceptions[date]?.skipped
  if (
    Object.entries(row.exceptions).some(([date, { moved_to }]) => date < from && moved_to !== undefined && moved_to >= day && isOpen(date))
  )
    return true
  const start = dayOf(day)!
  const parts = partsOf(row)
  // A weekend is left by two days at the most.
  return rowScheduledDates(row, start - 2, dayOf(from)!).some((scheduled) => {
    const { schedule } = parts.find(({ until }) => scheduled < until)!
    const date = dateOf(scheduled)
    return offWeekend(scheduled, schedule?.shift) >= start && row.exceptions[date]?.moved_to === undefined && isOpen(date)
  })
}
