/** Records as earlier versions of the app have stored them, with what these did not know yet. Every reading passes through here. */
import { summaryOf, upgradeScenario, type Scenario, type ScenarioSummary } from '../../../core/scenario.ts'
import type { TableName, Tables } from './records.ts'

const summary = (stored: ScenarioSummary): ScenarioSummary => summaryOf(upgradeScenario(stored))

const upgrades: { [T in TableName]?: (record: Tables[T]) => Tables[T] } = {
  scenarios: (record) => ({ ...record, summary: summary(record.summary) }),
  revisions: (record) => ({ ...record, incomes: record.incomes ?? 0, goals: record.goals ?? 0 }),
  held_scenarios: (record) => ({ ...record, base: upgradeScenario(record.base), theirs: record.theirs && upgradeScenario(record.theirs) }),
  held_lists: (record) => ({ ...record, scenarios: record.scenarios.map(summary) }),
}

export function upgraded<T extends TableName>(table: T, record: Tables[T]): Tables[T] {
  return upgrades[table]?.(record) ?? record
}

/** A state of a scenario, kept as JSON. */
export const scenarioFrom = (state: string): Scenario => upgradeScenario(JSON.parse(state) as Scenario)
