/** Checking answers by projecting the plan as it would be. */
import fc from 'fast-check'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import { checkScenario } from '../../../core/edit/check-scenario.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { paydayDivisions } from '../../../core/projection/divisions.ts'
import { project } from '../../../core/projection/project.ts'
import type { DayBalance } from '../../../core/projection/figures/figure.ts'
import { lowestPoint } from '../../../core/projection/figures/lowest-point.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { anyAccountsPlan } from '../accountPlans.ts'
import { anyPlan, at, projected } from '../projectionPlans.ts'

/** With accounts and without, of every kind, that an edit can change. */
export const anyHousehold: fc.Arbitrary<Scenario> = fc
  .oneof(anyPlan, anyAccountsPlan)
  .filter((scenario) => checkScenario(scenario).length === 0)
export const newRow = 'aaaaaaaa-0000-4000-8000-00000000000a'

export function edited(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const applied = applyEdit(scenario, edit, at)
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}

/** The least available at a day's end from one day to before another, as a projection has it. */
export function lowestFrom(scenario: Scenario, today: string, from: string, until: string): number {
  const projected = project(scenario, { today, until })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return lowestPoint(projected.projection, from, until)!.available_cents
}

/** The lowest day from one to before another, as the days of a projection have it; null: there are none. */
export function lowestOn(scenario: Scenario, today: string, from: string, until: string): DayBalance | null {
  if (from >= until) return null
  const { start_day, available_cents, total_cents } = projected(scenario, today, until)
  const days = [...available_cents.entries()].slice(dayOf(from)! - start_day, dayOf(until)! - start_day)
  const least = Math.min(...days.map(([, cents]) => cents))
  const [day] = days.find(([, cents]) => cents === least)!
  return { date: dateOf(start_day + day), available_cents: least, total_cents: total_cents[day]! }
}

/** What is divided of each income from the start date to a day, that one included. */
export const divisionsOf = (plan: Scenario, today: string, until: string) =>
  paydayDivisions(projected(plan, today, addDays(until, 1)), plan.start_date, addDays(until, 1)).filter(({ base_cents }) => base_cents > 0)

export const watchedFrom = ({ safety_days }: Scenario, date: string): string => addDays(date, safety_days)
