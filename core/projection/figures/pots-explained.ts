/** What is in a pot, and what a goal has saved, as what sums to it. */
import { dayOf } from '../../calendar.ts'
import { summed, summedPostings } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf } from '../posting.ts'
import type { Projection } from '../projection.ts'
import type { Simulated } from '../simulated.ts'
import { targetOf } from './held-pots.ts'

/** What is in a pot at the end of a day. */
export function explainPot(simulated: Simulated, { target, date }: { target: string; date: string }): Explanation | null {
  const { setup, start_day, counted } = simulated
  const pot = setup.pots.targets.indexOf(target)
  const last = (dayOf(date) ?? -Infinity) - start_day
  if (pot < 0 || last < 0 || last >= counted) return null
  const isThere = (place: number): boolean => place === setup.first_pot + pot
  return summedPostings(
    simulated,
    ({ day }) => day <= last,
    (posting) => changeOf(posting, isThere),
  )
}

/** What a goal has saved: now, or at the end of a day. */
export function explainGoal(projection: Projection, { id, date }: { id: string; date?: string }): Explanation | null {
  const goal = projection.scenario.goals.find((found) => found.id === id)
  const now = projection.today < projection.start_date ? projection.start_date : projection.today
  return goal ? (explainPot(projection, { target: targetOf(goal.name), date: date ?? now }) ?? summed([])) : null
}
