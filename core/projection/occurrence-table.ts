/** When the rows of a scenario are due, as a table; occurrences.ts works it out. */
import type { Payment } from '../scenario.ts'

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

/** The events of some rows, or of all: those of day i at first[i] to first[i + 1] − 1, in list order. */
export interface Layout {
  /** The rows that stand in it, ascending. */
  which: Int32Array
  first: Int32Array
  /** Index of the row of each event, among all rows. */
  row: Uint16Array
}

/** The dates of all rows in a span: incomes, then bills, in list order. */
export interface OccurrenceTable extends DaySpan {
  dates: readonly RowDates[]
  /** What was laid out of it already: all events, and those of the rows whose order matters. See layout.ts. */
  all: Layout | null
  some: Layout | null
}
