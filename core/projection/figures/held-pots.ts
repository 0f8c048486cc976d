/** Figures: what is in each pot, what each goal has saved, and when a goal is reached. */
import { formatTarget } from '../../allocation.ts'
import { dateOf, dayOf } from '../../calendar.ts'
import type { Simulated } from '../simulated.ts'
import type { GoalProgress, Pot } from './figure.ts'

/** All pots at the end of a day that was noted; undefined for another. */
function notedPots({ setup, simulation }: Simulated, day: number): Float64Array | undefined {
  return simulation.noted[setup.noted_days.indexOf(day)]
}

export function readPots(simulated: Simulated): Pot[] {
  const { targets, names, opening_cents } = simulated.setup.pots
  const [now, end] = [notedPots(simulated, simulated.now)!, notedPots(simulated, simulated.day_count - 1)!]
  return targets.map((target, pot) => ({
    target,
    name: names[pot]!,
    opening_cents: opening_cents[pot]!,
    now_cents: now[pot]!,
    end_cents: end[pot]!,
  }))
}

export const targetOf = (name: string): string => formatTarget({ to: 'goal', name })

export function readGoals(simulated: Simulated): GoalProgress[] {
  const { scenario, setup, simulation, start_day, now } = simulated
  const places = new Map(setup.pots.targets.map((target, pot) => [target, pot]))
  return scenario.goals.map(({ id, name, target_cents, target_date }) => {
    const pot = places.get(targetOf(name)) ?? -1
    const full = pot < 0 ? -1 : simulation.full_day[pot]!
    const byTarget = target_date === null ? undefined : notedPots(simulated, dayOf(target_date)! - start_day)
    return {
      id,
      name,
      target_cents,
      target_date,
      saved_cents: pot < 0 ? 0 : notedPots(simulated, now)![pot]!,
      reached_on: full < 0 ? null : dateOf(start_day + full),
      saved_by_target_date_cents: byTarget === undefined ? null : (byTarget[pot] ?? 0),
    }
  })
}
