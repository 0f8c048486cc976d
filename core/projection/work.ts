/**
 * What a projection costs, counted before it is worked out. Payments and steps are bounds by arithmetic on the rules
 * alone, so that asking costs no more than a look at each row.
 */
import { dateOf, dayOf, lastDay, monthOf } from '../calendar.ts'
import { onBase } from '../allocation.ts'
import { exceptionDays, exceptionFieldsSaid } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { partsOf, type RowPart } from '../schedule/row-parts.ts'
import type { Schedule } from '../schedule/rule.ts'
import { isLeftOpen } from '../payments/part-payments.ts'
import { isSpread } from '../schedule/spread.ts'
import type { OccurrenceTable, DaySpan } from './occurrence-table.ts'

export interface ProjectionWork {
  /** Payments of all rows, at most. */
  payments: number
  /** Shares into which incomes are divided, at most. */
  postings: number
  /** Dates gone through beside the payments. */
  steps: number
}

/** What the days from `start_day` to before `until_day` cost at most. */
export function projectionWork(
  { incomes, bills, transfers, allocations }: Pick<Scenario, 'incomes' | 'bills' | 'transfers' | 'allocations'>,
  span: DaySpan,
): ProjectionWork {
  const sum = (rows: readonly Payment[], of: (row: Payment) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const paydays = sum(incomes, (row) => datesAtMost(row, span))
  return {
    payments: paydays + sum(bills, (row) => datesAtMost(row, span)) + sum(transfers, (row) => datesAtMost(row, span)),
    postings: paydays * onBase(allocations, 'income').length,
    steps: sum(incomes, stepsOf) + sum(bills, stepsOf) + sum(transfers, stepsOf),
  }
}

/** Refused before dates are looked for. */
export function checkSteps(rows: readonly Payment[]): Problem[] {
  const steps = rows.reduce((total, row) => total + stepsOf(row), 0)
  return steps <= limits.projection_steps ? [] : [tooLarge(steps, 'dates', limits.projection_steps)]
}

/** Refused once the dates are known and before any money moves. `least_day`: today's figures look so far in any case. */
export function checkPostings({ incomes, allocations }: Scenario, table: OccurrenceTable, least_day: number): Problem[] {
  const paydays = incomes.reduce((total, _row, which) => total + table.dates[which]!.effective.length, 0)
  const postings = paydays * onBase(allocations, 'income').length
  return postings <= limits.projection_postings ? [] : [tooLarge(postings, 'shares', limits.projection_postings, table, least_day)]
}

/** There are more than are looked at together: `count`, as far as arithmetic tells. */
export const tooManyPayments = (count: number, span: DaySpan, least_day: number): Problem =>
  tooLarge(count, 'payments', limits.projection_events, span, least_day)

/** What would do is an earlier end, where one is enough. */
function tooLarge(count: number, what: 'payments' | 'dates' | 'shares', most: number, span?: DaySpan, least_day = 0): Problem {
  const day = span ? span.start_day + Math.floor((span.until_day - span.start_day) * (most / count) * 0.95) : 0
  return day > least_day
    ? problem('projection_too_large.nearer', '', { count, what, most, until: dateOf(day) })
    : problem('projection_too_large', '', { count, what, most })
}

/** How many dates of a row there can be in a span. */
export function datesAtMost(row: Payment, span: DaySpan): number {
  if (row.due_date === null) return 0
  if (row.schedule === null) return 1
  // Those that are brought into the span: moved there, or left open before it.
  const { moved, part_payments } = exceptionDays(row.exceptions)
  const brought = moved.size + (part_payments === 0 ? 0 : Object.keys(row.exceptions).filter((date) => isLeftOpen(row, date)).length)
  if (isSpread(row))
    return [...moved].reduce(
      (days, [day, to]) => days + Math.abs(to - day),
      Math.max(0, span.until_day - Math.max(span.start_day, dayOf(row.due_date)!)) + brought,
    )
  return partsOf(row).reduce((sum, part) => sum + ruledAtMost(part, span), brought)
}

/** Those that are not moved, of one part of a row. */
function ruledAtMost({ schedule, due_date, from, until: ends }: RowPart, { start_day, until_day }: DaySpan): number {
  const { until, count = Infinity, shift } = schedule!
  const slack = shift ? 2 : 0
  const low = Math.max(start_day - slack, dayOf(due_date)!, from)
  const high = Math.min(until_day + slack, ends, until === undefined ? Infinity : dayOf(until)! + 1)
  return low >= high ? 0 : Math.min(count, inSpan(schedule!, low, high))
}

function inSpan({ every, unit, on }: Schedule, low: number, high: number): number {
  const days = high - low
  if (unit === 'day') return Math.ceil(days / every)
  if (unit === 'week') return Math.min(days, (Math.floor(days / (7 * every)) + 1 + (on ? 1 : 0)) * (on ? new Set(on).size : 1))
  const step = unit === 'year' ? every * 12 : every
  return Math.min(days, (Math.floor((monthOf(high - 1) - monthOf(low)) / step) + 1) * (on?.length ?? 1))
}

/** How often the lists of a row are read while its dates, and its last one, are looked for. */
const readings = 12

/** Dates of a row that are gone through beside those it has in a span. */
export function stepsOf(row: Payment): number {
  const listed = exceptionFieldsSaid(row.exceptions)
  if (row.due_date === null || row.schedule === null) return listed
  if (row.changes.length === 0) return listed * readings + counted(row.schedule, row.due_date)
  return listed * readings + partsOf(row).reduce((sum, part) => sum + readings + counted(part.schedule!, part.due_date), 0)
}

const counted = (schedule: Schedule, anchor: string): number =>
  schedule.count === undefined ? 0 : countedSteps(schedule, schedule.count, dayOf(anchor)!)

/** A count is gone through from the anchor on, and by the month also where a month has no date. */
function countedSteps({ unit, every, on, short_month }: Schedule, count: number, anchor: number): number {
  if (unit === 'day' || unit === 'week') return count
  const step = unit === 'year' ? every * 12 : every
  const months = Math.floor((monthOf(lastDay) - monthOf(anchor)) / step)
  const mayLack = short_month === 'skip' || (on?.some((day) => typeof day === 'string') ?? false)
  return mayLack ? Math.min(months, count * 60) : Math.min(months * (on?.length ?? 1), count)
}
