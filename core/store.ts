/**
 * PlanningStore: the one port. Three things stand behind it: the browser's own store, the REST API seen from the
 * browser, and PostgreSQL seen from the server. One contract suite runs on all three.
 */
import type { ScenarioEdit } from './edit.ts'
import type { Problem } from './problem.ts'
import type { AllocationInput, BillInput, Collection, RowInputs, Scenario, ScenarioFields, ScenarioSummary } from './scenario.ts'

export type StoreResult<T> =
  | { ok: true; value: T }
  /** Nothing was stored. `current_revision` stands beside `revision_is_stale`. */
  | { ok: false; problems: Problem[]; current_revision?: number }

export interface WriteOptions {
  /** The revision the change was made on; another one is refused as stale. Without it the change goes through. */
  if_match?: number | undefined
}

/** A scenario to be: its id may be given, so that sending it again makes no second. Content comes along whole or not at all. */
export interface NewScenario extends Partial<ScenarioFields> {
  name: string
  id?: string | undefined
  bills?: BillInput[] | undefined
  allocations?: AllocationInput[] | undefined
  created_at?: string | undefined
  updated_at?: string | undefined
}

export interface RevisionSummary {
  revision: number
  /** When this state came to be. */
  created_at: string
  name: string
  bills: number
  allocations: number
}

export interface DeletedScenario extends ScenarioSummary {
  deleted_at: string
}

/** What a write answers: the revision the scenario is at now. */
export interface Written {
  id: string
  revision: number
  updated_at: string
}

export interface PlanningStore {
  /** Newest first. */
  listScenarios(): Promise<StoreResult<ScenarioSummary[]>>
  /** `created` is false when the same one was there already. */
  createScenario(scenario: NewScenario): Promise<StoreResult<Scenario & { created: boolean }>>
  getScenario(id: string): Promise<StoreResult<Scenario>>
  /** The one write inside a scenario; all or nothing. */
  applyEdit(id: string, edit: ScenarioEdit, options?: WriteOptions): Promise<StoreResult<Written>>
  deleteScenario(id: string, options?: WriteOptions): Promise<StoreResult<{ id: string }>>
  /** Those deleted within the last 30 days, latest first. */
  listDeleted(): Promise<StoreResult<DeletedScenario[]>>
  /** Under its name, or that name with a number when it is taken meanwhile. */
  restoreScenario(id: string): Promise<StoreResult<Scenario>>
  /** A copy with ids of its own, under a free name. */
  duplicateScenario(id: string, copy?: { id?: string | undefined; name?: string | undefined }): Promise<StoreResult<Scenario>>
  /** Newest first. */
  listRevisions(id: string): Promise<StoreResult<RevisionSummary[]>>
  getRevision(id: string, revision: number): Promise<StoreResult<Scenario>>
  /** Makes that state the newest revision; everything in between stays. The name stays as it is now. */
  restoreRevision(id: string, revision: number, options?: WriteOptions): Promise<StoreResult<Written>>
}

/** The lists of PUT /:id, as an edit. */
export const putScenario = (lists: { bills: BillInput[]; allocations: AllocationInput[] } & Partial<ScenarioFields>): ScenarioEdit => {
  const { bills, allocations, ...fields } = lists
  return { type: 'put_lists', bills, allocations, fields }
}

export const putRow = <C extends Collection>(collection: C, row: RowInputs[C] & { id: string }, position?: number): ScenarioEdit => ({
  type: 'put_row',
  collection,
  row,
  ...(position === undefined ? {} : { position }),
})
