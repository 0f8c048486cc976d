/** Checking answers by projecting the plan as it would be. */
import fc from 'fast-check'
import { addDays } from '../../../core/calendar.ts'
import { checkScenario } from '../../../core/edit/check-scenario.ts'
import { applyEdit, type ScenarioEdit } from '../../../core/edit/edit.ts'
import { project } from '../../../core/projection/project.ts'
import { lowestPoint } from '../../../core/projection/figures/lowest-point.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { anyAccountsPlan } from '../accountPlans.ts'
import { anyPlan, at } from '../projectionPlans.ts'

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

export const watchedFrom = ({ safety_days }: Scenario, date: string): string => addDays(date, safety_days)
