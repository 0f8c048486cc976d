/** How goals fare: reached on a day, short by the day they are meant for, or not in sight. */
import { dayOf } from '../../../core/calendar.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { GoalProgress } from '../../../core/projection/figures/figure.ts'
import { say } from '../../words/say.ts'
import { isFed } from '../../../core/projection/goal-horizon.ts'

export type GoalOutcome =
  | { kind: 'reached' }
  /** `days_early`: before the day it is meant for, negative after it; null without one. */
  | { kind: 'on'; date: string; days_early: number | null }
  /** Not reached by the day it is meant for; `date`: when it is. */
  | { kind: 'short'; by: string; cents: number; date: string | null }
  | { kind: 'unfed' }
  | { kind: 'not_in_sight' }

export function goalOutcome({ scenario, today }: Projection, goal: GoalProgress): GoalOutcome {
  const { name, target_cents, target_date, saved_cents, reached_on, saved_by_target_date_cents } = goal
  if (saved_cents >= target_cents) return { kind: 'reached' }
  if (!isFed(scenario, name)) return { kind: 'unfed' }
  const isLate = target_date !== null && (reached_on === null || reached_on > target_date)
  if (isLate && target_date >= today && saved_by_target_date_cents !== null)
    return { kind: 'short', by: target_date, cents: target_cents - saved_by_target_date_cents, date: reached_on }
  if (reached_on === null) return { kind: 'not_in_sight' }
  return { kind: 'on', date: reached_on, days_early: target_date === null ? null : dayOf(target_date)! - dayOf(reached_on)! }
}

/** "12 days early", "1 day late", "just in time". */
export function earlyWords(days_early: number): string {
  if (days_early === 0) return say('plan.goal.in_time')
  return say(days_early > 0 ? 'plan.goal.early' : 'plan.goal.late', { days: Math.abs(days_early) })
}
