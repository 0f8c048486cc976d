/** Figures: the lowest point in the days that are watched, and what of it is safe to spend. */
import { dateOf } from '../../calendar.ts'
import { dayIndexes } from '../event-columns.ts'
import type { Simulated } from '../simulated.ts'
import type { DayBalance } from './figure.ts'
import { dayBalance, leastDay } from './balances.ts'

/** Index of the first day that is not watched: safety_days after today, or after start_date when that is later. */
export const watchedDays = ({ now, counted, scenario }: Simulated): number => Math.min(now + scenario.safety_days, counted)

export const watchedUntil = (simulated: Simulated): string => dateOf(simulated.start_day + watchedDays(simulated))

const lowestDay = (simulated: Simulated): number => leastDay(simulated.simulation.available_cents, simulated.now, watchedDays(simulated))

export const readLowestPoint = (simulated: Simulated): DayBalance => dayBalance(simulated, lowestDay(simulated))

/** Negative says how much is missing. */
export const readSafeToSpend = (simulated: Simulated): number =>
  simulated.simulation.available_cents[lowestDay(simulated)]! - simulated.scenario.floor_cents

/**
 * The least available at a day's end from `from` to before `until`, the earliest on ties. Null: none of these days is in the projection.
 */
export function lowestPoint(projection: Simulated, from: string, until: string): DayBalance | null {
  const day = leastDay(projection.available_cents, ...dayIndexes(projection, from, until))
  return day < 0 ? null : dayBalance(projection, day)
}
