/**
 * Stored JSON of any version of the record, brought to this one. Every reader of stored scenarios and edits goes through here:
 * revisions, the browser's database, plan files, what tabs noted. A change of the record is a new step at the end of the list, with
 * a fixture of the version before and what it becomes (test/core/versions).
 */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { Scenario } from '../scenario.ts'
import { counted } from './1-counted.ts'
import { exceptions } from './2-exceptions.ts'
import { changes } from './3-changes.ts'
import { accounts } from './4-accounts.ts'
import { partPayments } from './5-part-payments.ts'
import type { Json, Step } from './step.ts'

/** The first step leads to version 1. A record that says no version is older than that, or from before versions were said. */
const steps: readonly Step[] = [counted, exceptions, changes, accounts, partPayments]
export const recordVersion = steps.length

/** A scenario as it is stored: it says which version of the record it is. */
export const asStored = <T extends object>(record: T): T & { record_version: number } => ({ record_version: recordVersion, ...record })

/** The same as the text that is kept: every state, change and note of an edit is written by this. */
export const storedText = (record: object): string => JSON.stringify(asStored(record))

const stepsFrom = (version: unknown): readonly Step[] => steps.slice(typeof version === 'number' ? version : 0)

/** A scenario as it was stored, or a summary of one, in this version of the record. What was not known then takes its default. */
export function upgradeScenario(stored: object): Scenario {
  const { record_version, ...scenario } = stored as Json
  return stepsFrom(record_version).reduce((record, step) => ({ ...step.added, ...step.scenario(record) }), scenario) as unknown as Scenario
}

/**
 * Some fields and whole rows of a scenario, as changes between revisions keep them, first at version 1; what is not among them stays so.
 */
export const upgradePart = <T extends object>(stored: T, version = 1): T =>
  stepsFrom(version).reduce((record, step) => step.scenario(record), stored as Json) as unknown as T

/**
 * An edit as a browser kept it or an older one sends it, in the words of this version. `version`: of the record that holds it; without one,
 * the oldest.
 */
export function upgradeEdit(edit: ScenarioEdit, version?: number): ScenarioEdit {
  if (edit.type === 'batch') return { type: 'batch', edits: edit.edits.map((single) => upgradeEdit(single, version)) }
  return stepsFrom(version).reduce((record, step) => step.edit(record), edit as unknown as Json) as unknown as ScenarioEdit
}
