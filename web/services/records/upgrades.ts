/**
 * Records as any version of the app has stored them, in the words of this one. Every reading passes through here, and every record
 * that holds plans says by which version of them it was written.
 */
import { summaryOf, type Scenario, type ScenarioSummary } from '../../../core/scenario.ts'
import { recordVersion, upgradeEdit, upgradeScenario } from '../../../core/versions/upgrade.ts'
import type { PendingEdit, TableName, Tables } from './records.ts'

/** What stands in a record beside its own fields; without one it is of the oldest version. */
interface Versioned {
  record_version?: number
}
const versioned: ReadonlySet<TableName> = new Set(['scenarios', 'held_scenarios', 'held_lists'])

type Upgrade<T extends TableName> = (record: Tables[T], version: Versioned) => Tables[T]

const scenario = <S extends object>(stored: S, version: Versioned): Scenario => upgradeScenario({ ...stored, ...version })
const summary = (stored: ScenarioSummary, version: Versioned): ScenarioSummary => summaryOf(scenario(stored, version))

const upgrades: { [T in TableName]?: Upgrade<T> } = {
  scenarios: (record, version) => ({ ...record, summary: summary(record.summary, version) }),
  // All of them were kept whole once.
  revisions: (record) => ({ ...record, incomes: record.incomes ?? 0, goals: record.goals ?? 0, is_whole: record.is_whole ?? true }),
  held_scenarios: (record, version) => ({
    ...record,
    base: scenario(record.base, version),
    theirs: record.theirs && scenario(record.theirs, version),
    edits: record.edits.map((held) => pendingEdit(held, version)),
  }),
  held_lists: (record, version) => ({ ...record, scenarios: record.scenarios.map((one) => summary(one, version)) }),
}

export function upgraded<T extends TableName>(table: T, stored: Tables[T] & Versioned): Tables[T] {
  const { record_version, ...record } = stored
  const version = record_version === undefined ? {} : { record_version }
  return upgrades[table]?.(record as unknown as Tables[T], version) ?? (record as unknown as Tables[T])
}

/** The record as it is to be stored. */
export const stamped = <T extends TableName>(table: T, record: Tables[T]): Tables[T] & Versioned =>
  versioned.has(table) ? { ...record, record_version: recordVersion } : record

/** An edit that was kept on the device. */
export const pendingEdit = (held: PendingEdit, { record_version }: Versioned): PendingEdit => ({
  ...held,
  edit: upgradeEdit(held.edit, record_version),
})

/** A state of a scenario, kept as JSON. */
export const scenarioFrom = (state: string): Scenario => upgradeScenario(JSON.parse(state) as object)
