/** When the rows of a scenario are due. */
import { exceptionDays } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { partAmong, partsOf } from '../schedule/row-parts.ts'
import { expand, lastEffective, type Dates } from '../schedule/schedule.ts'
import type { Payment } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'
import type { spreadDates } from './spread-dates.ts'
import type { Layout } from './layout.ts'
import type { KeptSimulation } from './simulate.ts'
import { checkSteps, datesAtMost, tooManyPayments } from './work.ts'

/** Day numbers from `start_day` to before `until_day`. */
export interface DaySpan {
  start_day: number
  until_day: number
}

/** The days on which one row counts: effective within the span, not settled, in order. */
export interface RowDates extends DaySpan {
  /** A row they are of. */
  row: Payment
  effective: readonly number[]
  scheduled: readonly number[]
  /** Amounts of single dates, −1 where the row's own holds; null when no date has one. */
  amounts: Float64Array | null
  /** Whether dates that count come after the span. */
  goes_on: boolean
  /** What the first of these costs where it has an amount of its own; -1: the row's own holds. */
  later_cents: number
  /** Of a row that leaves over the days of its periods: what leaves from each of these dates to the end of its period. null: of others. */
  needs: Float64Array | null
}

/** The dates of all rows in a span: incomes, then bills, in list order. */
export interface OccurrenceTable extends DaySpan {
  dates: readonly RowDates[]
  /** What was laid out of it already: all events, and those of the rows whose order matters. See layout.ts. */
  all: Layout | null
  some: Layout | null
}

/**
 * Remembers dates between projections, and what came of them: an edit leaves the other rows the same objects, and their dates with them.
 */
export interface OccurrenceCache {
  /** null: nothing is kept, for who asks once. */
  rows: WeakMap<Payment, RowDates> | null
  table: OccurrenceTable | null
  simulation: KeptSimulation
}

export const occurrenceCache = (): OccurrenceCache => ({ ...nothingKept(), rows: new WeakMap() })
export const nothingKept = (): OccurrenceCache => ({ rows: null, table: null, simulation: { pots: null, accounts: null, main: null } })

type SpreadDates = typeof spreadDates

export type Tabled = { ok: true; table: OccurrenceTable } | { ok: false; problems: Problem[] }

/**
 * When each row counts; refused when there are more events than a projection holds. `least_day`: how far is counted in any case. `spread`:
 * how bills are worked out that leave over the days; null: there are none.
 */
export function occurrenceTable(
  rows: readonly Payment[],
  { start_day, until_day }: DaySpan,
  kept: OccurrenceCache,
  least_day = start_day,
  spread: SpreadDates | null = null,
): Tabled {
  const span = { start_day, until_day }
  const problems = checkSteps(rows)
  if (problems.length > 0) return { ok: false, problems }
  const dates: RowDates[] = []
  let count = 0
  for (const row of rows) {
    const found = datesOf(row, span, kept, dates.length, spread)
    count += found.effective.length
    if (count > limits.projection_events) {
      const all = rows.reduce((total, one) => total + datesAtMost(one, span), 0)
      return { ok: false, problems: [tooManyPayments(Math.max(all, count), span, least_day)] }
    }
    dates.push(found)
  }
  const before = kept.table && isSameSpan(kept.table, span) ? kept.table.dates : undefined
  if (before?.length !== dates.length || !dates.every((found, index) => found === before[index]))
    kept.table = { ...span, dates, all: null, some: null }
  return { ok: true, table: kept.table! }
}

function datesOf(row: Payment, span: DaySpan, kept: OccurrenceCache, index: number, spread: SpreadDates | null): RowDates {
  const before = kept.table?.dates[index]
  if (before && isSameSpan(before, span) && isDueAlike(before.row, row)) return before
  const known = kept.rows?.get(row)
  if (known && isSameSpan(known, span)) return known
  const found = isSpread(row) && row.due_date !== null ? spread!(row, span) : datesWithin(row, span)
  kept.rows?.set(row, found)
  return found
}

const isSameSpan = (a: DaySpan, b: DaySpan): boolean => a.start_day === b.start_day && a.until_day === b.until_day

/** Whether two rows are due on the same days: one row and itself, or as it is after an edit of its amount or name. */
const isDueAlike = (a: Payment, b: Payment): boolean =>
  a.due_date === b.due_date &&
  a.schedule === b.schedule &&
  a.exceptions === b.exceptions &&
  a.changes === b.changes &&
  isSpread(a) === isSpread(b) &&
  (!isSpread(a) || a.amount_cents === b.amount_cents)

const never: Dates = { scheduled: [], effective: [] }

function datesWithin(row: Payment, { start_day, until_day }: DaySpan): RowDates {
  if (row.due_date === null) return { row, start_day, until_day, ...never, amounts: null, goes_on: false, later_cents: -1, needs: null }
  const { effective, scheduled } = openDates(row, start_day, until_day)
  const goes_on = isDueFrom(row, until_day)
  return {
    row,
    start_day,
    until_day,
    effective,
    scheduled,
    amounts: amountsOf(row, scheduled),
    goes_on,
    later_cents: goes_on ? laterAmount(row, until_day) : -1,
    needs: null,
  }
}

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
