/** What plans are called and what they hold, for the actions on them; and what is answered where no plan is open. */
import { problem } from '../../core/problem.ts'
import { freeName, scenarioFieldNames, type Scenario, type ScenarioFields, type ScenarioSummary } from '../../core/scenario.ts'

export const notOpen = problem('not_found.choose_plan', '')
export const nameIsTaken = problem('name_is_taken', '/name')

type Named = readonly Pick<ScenarioSummary, 'id' | 'name'>[]
export const isNameTaken = (scenarios: Named, name: string, id?: string): boolean =>
  scenarios.some((other) => other.id !== id && other.name === name.trim())
export const freeNameAmong = (scenarios: Named, wish: string): string => freeName(wish, new Set(scenarios.map(({ name }) => name)))

/** The scenario's own fields, without its identity. */
export const contentOf = (scenario: Scenario): ScenarioFields =>
  Object.fromEntries(scenarioFieldNames.map((field) => [field, scenario[field]])) as unknown as ScenarioFields
