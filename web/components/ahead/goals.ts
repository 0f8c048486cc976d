/** How goals fare: reached on a day, short by the day they are meant for, or not in sight. */
import { useDeferredValue } from 'react'
import { formatTarget } from '../../../core/allocation.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import type { GoalProgress, Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'

export type GoalOutcome =
  | { kind: 'reached' }
  /** `days_early`: before the day it is meant for, negative after it; null without one. */
  | { kind: 'on'; date: string; days_early: number | null }
  /** Not reached by the day it is meant for; `date`: when it is. */
  | { kind: 'short'; by: string; cents: number; date: string | null }
  | { kind: 'unfed' }
  | { kind: 'not_in_sight' }

/** How far ahead a goal's day is looked for. */
export const goalYears = 5

const isFed = ({ allocations, opening_pots }: Scenario, name: string): boolean => {
  const target = formatTarget({ to: 'goal', name })
  return allocations.some((allocation) => allocation.target === target) || opening_pots.some((pot) => pot.target === target)
}

export function goalOutcome({ scenario, today }: Projection, goal: GoalProgress): GoalOutcome {
  const { name, target_cents, target_date, saved_cents, reached_on, saved_by_target_date_cents } = goal
  if (saved_cents >= target_cents) return { kind: 'reached' }
  if (!isFed(scenario, name)) return { kind: 'unfed' }
  const isLate = target_date !== null && (reached_on === null || reached_on > target_date)
  if (isLate && target_date >= today && saved_by_target_date_cents !== null) return { kind: 'short', by: target_date, cents: target_cents - saved_by_target_date_cents, date: reached_on }
  if (reached_on === null) return { kind: 'not_in_sight' }
  return { kind: 'on', date: reached_on, days_early: target_date === null ? null : dayOf(target_date)! - dayOf(reached_on)! }
}

export function earlyWords(days_early: number): string {
  if (days_early === 0) return 'just in time'
  const days = Math.abs(days_early)
  return `${days === 1 ? '1 day' : `${days} days`} ${days_early > 0 ? 'early' : 'late'}`
}

/** The projection that tells of goals: the page's own, or a longer one where a goal's day lies beyond it. It may come a moment later. */
export function useGoalProjection(scenario: Scenario, projection: Projection): Projection {
  const isOpen = projection.goals.some((goal) => goal.reached_on === null && isFed(scenario, goal.name))
  const farthest = scenario.goals.reduce((latest, { target_date }) => (target_date !== null && target_date >= latest ? addDays(target_date, 1) : latest), addDays(projection.today, goalYears * 365))
  const isFarEnough = !isOpen || projection.until >= farthest
  const later = useDeferredValue(isFarEnough ? null : scenario, null)
  const longer = later && !isFarEnough ? projected(later, projection.today, farthest) : null
  return longer?.ok ? longer.projection : projection
}
