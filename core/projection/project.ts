/** The projection of a plan, with every rule there is. */
import type { Scenario } from '../scenario.ts'
import { allRules } from './all-rules.ts'
import { projectWith, type Projected, type ProjectionAsked } from './projecting.ts'

export { spanOf, type Projected, type ProjectionAsked } from './projecting.ts'

/**
 * The balance ahead, day by day, from start_date to before `until`, and the figures of today, which are the same whatever
 * `until` is. The scenario is a sound one. Problems: `date_must_be_a_calendar_day`, `window_is_not_valid`,
 * `projection_too_large`, and `amount_is_too_large` where sums could leave the exact integers.
 */
export const project = (stored: Scenario, asked: ProjectionAsked): Projected => projectWith(allRules, stored, asked)
