/** How far ahead the day of a goal is looked for. */
import { formatTarget } from '../allocation.ts'
import { addDays } from '../calendar.ts'
import { untilOf } from '../horizon.ts'
import type { Scenario } from '../scenario.ts'
import type { Projection } from './projection.ts'

export const goalYears = 5

/** Whether anything goes to a goal, or lies there. */
export const isFed = ({ allocations, opening_pots }: Scenario, name: string): boolean => {
  const target = formatTarget({ to: 'goal', name })
  return allocations.some((allocation) => allocation.target === target) || opening_pots.some((pot) => pot.target === target)
}

/** The day up to which a projection of the plan tells of its goals, `YYYY-MM-DD`; null: the given one does. */
export function goalHorizon({ scenario, goals, today, until }: Pick<Projection, 'scenario' | 'goals' | 'today' | 'until'>): string | null {
  if (!goals.some((goal) => goal.reached_on === null && isFed(scenario, goal.name))) return null
  const behind = scenario.goals.flatMap(({ target_date }) => (target_date === null ? [] : [addDays(target_date, 1)]))
  const farthest = [untilOf(today, { count: goalYears, unit: 'year' }), ...behind].reduce((latest, day) => (day > latest ? day : latest))
  return until >= farthest ? null : farthest
}
