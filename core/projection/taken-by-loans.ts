/** What loans take of a plan's transfers, where nobody has projected the plan yet. */
import type { Scenario } from '../scenario.ts'
import { project } from './project.ts'
import { loanPayers, takenIn, takenWhole, type TakenOf } from './taken.ts'

/**
 * As the plan itself has it, until before a day; where it can't be projected so far, all is taken whole. What is left of a date is due on
 * `today` at the earliest.
 */
export function takenByLoans(scenario: Scenario, until: string, today: string): TakenOf {
  const { start_date } = scenario
  if (until <= start_date || loanPayers(scenario).length === 0) return takenWhole
  const before = known.get(scenario)
  if (before && before.today === today && before.until >= until) return before.takenOf
  const projected = project(scenario, { today, until })
  const takenOf = projected.ok ? takenIn(projected.projection, start_date, until) : takenWhole
  known.set(scenario, { today, until, takenOf })
  return takenOf
}

/** What was worked out last of a plan. */
const known = new WeakMap<Scenario, { today: string; until: string; takenOf: TakenOf }>()
