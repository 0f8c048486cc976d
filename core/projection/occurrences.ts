/** When the rows of a scenario are due. */
import { limits } from '../limits.ts'
import type { Problem } from '../problem.ts'
import type { Dates } from '../schedule/schedule.ts'
import type { Payment } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'
import type { KeptSimulation } from './simulate.ts'
import { checkSteps, datesAtMost, tooManyPayments } from './work.ts'
import { amountsOf, isDueFrom, laterAmount, openDates } from './open-dates.ts'
import type { DaySpan, OccurrenceTable, RowDates } from './occurrence-table.ts'

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

/** How a row that leaves over the days of its periods is worked out (spread-dates.ts). */
type SpreadDates = (row: Payment, span: DaySpan) => RowDates

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
