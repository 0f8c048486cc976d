/** Figures: the first day below the floor, and what comes after the watched days and is worse than their lowest point. */
import { worseThan } from '../levels.ts'
import type { Simulated } from '../simulated.ts'
import type { DayBalance, WorseLater } from './figure.ts'
import { dayBalance, leastDay } from './balances.ts'
import { watchedDays } from './lowest-point.ts'

/** From today on, or from start_date when that is later. Null: not as far as was counted. */
export function readFirstBelowFloor(simulated: Simulated): DayBalance | null {
  const { available_cents } = simulated.simulation
  const { floor_cents } = simulated.scenario
  for (let day = simulated.now; day < available_cents.length; day += 1) {
    if (available_cents[day]! < floor_cents) return dayBalance(simulated, day)
  }
  return null
}

/** Null: nothing worse comes after the watched days, as far as was counted. */
export function readWorseLater(simulated: Simulated): WorseLater | null {
  const { now, counted, simulation, scenario } = simulated
  const watched = watchedDays(simulated)
  const low = leastDay(simulation.available_cents, now, watched)
  const { first, lowest } = worseThan(simulation, scenario.floor_cents, low, watched, counted)
  return first < 0 ? null : { first: dayBalance(simulated, first), lowest: dayBalance(simulated, lowest) }
}
