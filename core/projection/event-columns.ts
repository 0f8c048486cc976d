/** Every payment of a projection, in columns. */
import { dayOf } from '../calendar.ts'
import { layOutAll } from './layout.ts'
import type { Simulated } from './simulated.ts'

/**
 * Every payment of an income or a bill, in columns: by day, on a day incomes before bills, each in list order. Those of
 * day i stand at first[i] to first[i + 1] − 1. `amountOf` gives the amount of one, `eventsBetween` objects.
 */
export interface EventColumns {
  first: Int32Array
  /** Index into `rows`. */
  row: Uint16Array
  /** Amounts of single dates, −1 where the row's own holds; null when no date has one. */
  amounts: Float64Array | null
  row_amounts: Float64Array
}

/** What one event moves, from the bill's pot or available, or into available. */
export function amountOf({ amounts, row, row_amounts }: EventColumns, event: number): number {
  const own = amounts === null ? -1 : amounts[event]!
  return own < 0 ? row_amounts[row[event]!]! : own
}

export function eventColumns({ setup, day_count }: Pick<Simulated, 'setup' | 'day_count'>): EventColumns {
  const { first, row } = layOutAll(setup.occurrences)
  const { of_row, of_dates } = setup.amounts
  const count = first[day_count]!
  const amounts = of_dates.some((own) => own !== null) ? new Float64Array(count).fill(-1) : null
  if (amounts) {
    const next = new Int32Array(of_dates.length)
    for (let event = 0; event < count; event += 1) {
      const which = row[event]!
      amounts[event] = of_dates[which]?.[next[which]!] ?? -1
      next[which]! += 1
    }
  }
  return { first: first.subarray(0, day_count + 1), row: row.subarray(0, count), amounts, row_amounts: of_row }
}

/** The days from `from` to before `until` as indexes, cut to those of the projection. */
export function dayIndexes(days: Pick<Simulated, 'start_day' | 'day_count'>, from: string, until: string): [number, number] {
  const { start_day, day_count } = days
  const within = (date: string): number => Math.min(day_count, Math.max(0, (dayOf(date) ?? start_day) - start_day))
  return [within(from), within(until)]
}
