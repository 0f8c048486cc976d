/** Figure: what is available, or available and in pots, at the end of a day. */
import { dateOf } from '../../calendar.ts'
import type { Simulated } from '../simulated.ts'
import type { DayBalance } from './figure.ts'

/** The index of the least of the days [from, until), the earliest on ties; −1 of none. */
export function leastDay(available_cents: Float64Array, from: number, until: number): number {
  let least = from < until ? from : -1
  for (let day = from + 1; day < until; day += 1) {
    if (available_cents[day]! < available_cents[least]!) least = day
  }
  return least
}

/** What is there at the end of a day, given by its index. */
export function dayBalance({ start_day, simulation }: Pick<Simulated, 'start_day' | 'simulation'>, day: number): DayBalance {
  return { date: dateOf(start_day + day), available_cents: simulation.available_cents[day]!, total_cents: simulation.total_cents[day]! }
}
