/** When the rows of a scenario are due, and all of them laid out by day. */
import { dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { problem, type Problem } from '../problem.ts'
import { expand, lastEffective, type Dates } from '../schedule.ts'
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
  nominal: readonly number[]
  /** Amounts of single dates, −1 where the row's own holds; null when no date has one. */
  amounts: Float64Array | null
  /** Whether dates that count come after the span. */
  goes_on: boolean
}

/** All events by day, in list order on a day: those of day i at first[i] to first[i + 1] − 1. */
export interface Layout {
  dates: readonly RowDates[]
  first: Int32Array
  row: Uint16Array
  /** As in RowDates, by event. */
  amounts: Float64Array | null
}

/** Remembers days between projections: an edit leaves the other rows the same objects, and their days with them. */
export interface KeptDates {
  rows: WeakMap<Payment, RowDates>
  layout: Layout | null
}

export const keptDates = (): KeptDates => ({ rows: new WeakMap(), layout: null })

export type LaidOut = { ok: true; layout: Layout } | { ok: false; problems: Problem[] }

/** The events of rows in a span, incomes first as the rows come; refused when there are more than a projection holds. */
export function layOut(rows: readonly Payment[], span: DaySpan, kept: KeptDates): LaidOut {
  const dates: RowDates[] = []
  let count = 0
  for (const row of rows) {
    const found = datesOf(row, span, kept, dates.length)
    count += found.effective.length
    if (count > limits.projection_events) {
      return { ok: false, problems: [problem('projection_too_large', '', `This is more than the ${limits.projection_events} payments that are looked at together. Look less far ahead, or let some rows repeat less often.`)] }
    }
    dates.push(found)
  }
  if (!kept.layout || !isLaidOutFrom(kept.layout, dates)) kept.layout = sortedByDay(dates, span, count)
  return { ok: true, layout: kept.layout }
}

const isLaidOutFrom = (layout: Layout, dates: readonly RowDates[]): boolean => layout.dates.length === dates.length && dates.every((found, index) => found === layout.dates[index])

function datesOf(row: Payment, span: DaySpan, kept: KeptDates, index: number): RowDates {
  const known = kept.rows.get(row)
  if (known && isSameSpan(known, span)) return known
  const before = kept.layout?.dates[index]
  const found = before && isSameSpan(before, span) && isDueAlike(before.row, row) ? before : datesWithin(row, span)
  kept.rows.set(row, found)
  return found
}

const isSameSpan = (a: DaySpan, b: DaySpan): boolean => a.start_day === b.start_day && a.until_day === b.until_day

/** Of a row that changed, whether its dates are the same all the same. */
const isDueAlike = (a: Payment, b: Payment): boolean => a.due_date === b.due_date && a.schedule === b.schedule && a.settled === b.settled

const never: Dates = { nominal: [], effective: [] }

function datesWithin(row: Payment, { start_day, until_day }: DaySpan): RowDates {
  if (row.due_date === null) return { row, start_day, until_day, ...never, amounts: null, goes_on: false }
  const anchor = dayOf(row.due_date)!
  const { effective, nominal } = unsettled(row, expand(row.schedule, anchor, start_day, until_day))
  return { row, start_day, until_day, effective, nominal, amounts: amountsOf(row, nominal), goes_on: isDueFrom(row, anchor, until_day) }
}

function unsettled(row: Payment, dates: Dates): Dates {
  if (row.settled.length === 0 || dates.nominal.length === 0) return dates
  const settled = new Set(row.settled.map((date) => dayOf(date)))
  const isOpen = (_day: number, index: number): boolean => !settled.has(dates.nominal[index]!)
  return { effective: dates.effective.filter(isOpen), nominal: dates.nominal.filter(isOpen) }
}

function amountsOf(row: Payment, nominal: readonly number[]): Float64Array | null {
  if (!row.schedule?.amounts) return null
  const byDay = new Map(Object.entries(row.schedule.amounts).map(([date, amount]) => [dayOf(date)!, amount]))
  return Float64Array.from(nominal, (day) => byDay.get(day) ?? -1)
}

function isDueFrom(row: Payment, anchor: number, from_day: number): boolean {
  if (row.schedule && row.schedule.count === undefined && row.schedule.until === undefined) return true
  const last = lastEffective(row.schedule, anchor)
  if (row.settled.length === 0) return last >= from_day
  const span = 3_660
  for (let from = from_day; from <= last; from += span) {
    if (unsettled(row, expand(row.schedule, anchor, from, Math.min(from + span, last + 1))).effective.length > 0) return true
  }
  return false
}

/** The nominal day of an event that stands on a day (both as indexes), counted from start_day. */
export function nominalDayOf({ dates, first, row }: Layout, day: number, event: number): number {
  const { effective, nominal, start_day } = dates[row[event]!]!
  let [low, high] = [0, effective.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (effective[middle]! < start_day + day) low = middle + 1
    else high = middle
  }
  for (let before = event - 1; before >= first[day]! && row[before] === row[event]; before -= 1) low += 1
  return nominal[low]!
}

/** Counting sort by day: rows go in by their order, so that a day has its incomes first and each list in its order. */
function sortedByDay(dates: readonly RowDates[], { start_day, until_day }: DaySpan, count: number): Layout {
  const first = new Int32Array(until_day - start_day + 1)
  for (const { effective } of dates) {
    for (let index = 0; index < effective.length; index += 1) first[effective[index]! - start_day + 1]! += 1
  }
  for (let day = 1; day < first.length; day += 1) first[day]! += first[day - 1]!

  const next = first.slice()
  const row = new Uint16Array(count)
  const amounts = dates.some((found) => found.amounts) ? new Float64Array(count).fill(-1) : null
  for (let which = 0; which < dates.length; which += 1) {
    const { effective, amounts: own } = dates[which]!
    for (let index = 0; index < effective.length; index += 1) {
      const day = effective[index]! - start_day
      const at = next[day]!
      next[day] = at + 1
      row[at] = which
      if (own) amounts![at] = own[index]!
    }
  }
  return { dates, first, row, amounts }
}
