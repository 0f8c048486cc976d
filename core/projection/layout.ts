/** Events by day: dates of rows, sorted. */
import { dateOf } from '../calendar.ts'
import type { Layout, OccurrenceTable, RowDates } from './occurrence-table.ts'

/** All events. Made once for a table. */
export function layOutAll(table: OccurrenceTable): Layout {
  table.all ??= layOut(table, new Int32Array(table.dates.keys()))
  return table.all
}

/** The events of some rows, given ascending. Made anew only when they are other rows than the last time. */
export function layOutSome(table: OccurrenceTable, which: Int32Array): Layout {
  const known = table.some
  if (known?.which.length === which.length && known.which.every((row, index) => row === which[index])) return known
  table.some = layOut(table, which)
  return table.some
}

/** Counting sort by day: rows go in by their order, so that a day has its incomes first and each list in its order. */
export function layOut({ dates, start_day, until_day }: OccurrenceTable, which: Int32Array): Layout {
  const rows = Array.from(which, (row) => dates[row]!)
  const first = new Int32Array(until_day - start_day + 1)
  for (const { effective } of rows) {
    for (let index = 0; index < effective.length; index += 1) first[effective[index]! - start_day + 1]! += 1
  }
  for (let day = 1; day < first.length; day += 1) first[day]! += first[day - 1]!

  const next = first.slice()
  const count = first.at(-1)!
  const row = new Uint16Array(count)
  for (let nth = 0; nth < rows.length; nth += 1) {
    const { effective } = rows[nth]!
    for (let index = 0; index < effective.length; index += 1) {
      const day = effective[index]! - start_day
      const at = next[day]!
      next[day] = at + 1
      row[at] = which[nth]!
    }
  }
  return { which, first, row }
}

/** Which date of its row an event is that stands on a day; both are indexes. */
export function dateIndexOf({ dates, start_day }: OccurrenceTable, { first, row }: Layout, day: number, event: number): number {
  const which = row[event]!
  // Rows stand in their order within a day, so those of one row stand together: however many, the first is found by halves.
  let [low, high] = [first[day]!, event]
  while (low < high) {
    const middle = (low + high) >> 1
    if (row[middle]! < which) low = middle + 1
    else high = middle
  }
  return firstFrom(dates[which]!, start_day + day) + event - low
}

/** The scheduled date of an event of all that stands on a day; both are indexes. */
export function scheduledDateOf(table: OccurrenceTable, day: number, event: number): string {
  const layout = layOutAll(table)
  return dateOf(table.dates[layout.row[event]!]!.scheduled[dateIndexOf(table, layout, day, event)]!)
}

/** The index of the first date of a row on or after a day. */
export function firstFrom({ effective }: RowDates, day: number): number {
  if (effective.length === 0 || effective[0]! >= day) return 0
  let [low, high] = [0, effective.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (effective[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}
