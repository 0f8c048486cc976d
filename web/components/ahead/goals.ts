/** The projection that tells of goals: as far ahead as they are looked for. */
import { useDeferredValue } from 'react'
import { formatTarget } from '../../../core/allocation.ts'
import { addDays } from '../../../core/calendar.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'

/** How far ahead a goal's day is looked for. */
export const goalYears = 5

/** Whether anything goes to a goal, or lies there. */
export const isFed = ({ allocations, opening_pots }: Scenario, name: string): boolean => {
  const target = formatTarget({ to: 'goal', name })
  return allocations.some((allocation) => allocation.target === target) || opening_pots.some((pot) => pot.target === target)
}

/** The page's own projection, or a longer one where a goal's day lies beyond it. It may come a moment later. */
export function useGoalProjection(scenario: Scenario, projection: Projection): Projection {
  const isOpen = projection.goals.some((goal) => goal.reached_on === null && isFed(scenario, goal.name))
  const farthest = scenario.goals.reduce((latest, { target_date }) => (target_date !== null && target_date >= latest ? addDays(target_date, 1) : latest), addDays(projection.today, goalYears * 365))
  const isFarEnough = !isOpen || projection.until >= farthest
  const later = useDeferredValue(isFarEnough ? null : scenario, null)
  const longer = later && !isFarEnough ? projected(later, projection.today, farthest) : null
  return longer?.ok ? longer.projection : projection
}
