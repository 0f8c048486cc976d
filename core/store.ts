/**
 * PlanningStore: the one port. Three things stand behind it: the browser's own store, the REST API seen from the
 * browser, and PostgreSQL seen from the server. One contract suite runs on all three.
 */
import type { ScenarioEdit } from './edit/scenario-edit.ts'
import type { Problem } from './problem.ts'
import type { Conflict, MergeChoices } from './comparison/conflict.ts'
import type { RevisionChange } from './repository/revision-change.ts'
import type {
  AllocationInput,
  BillInput,
  Collection,
  ListInputs,
  RowInputs,
  Scenario,
  ScenarioFields,
  ScenarioSummary,
} from './scenario.ts'

export type StoreResult<T> =
  | { ok: true; value: T }
  /** Nothing was stored. `current_revision` stands beside `revision_is_stale`. */
  | { ok: false; problems: Problem[]; current_revision?: number }

export interface WriteOptions {
  /** The revision the change was made on; another one is refused as stale. Without it the change goes through. */
  if_match?: number | undefined
  /**
   * The edit's own id, a UUID. One that was stored before is answered with what became of it, whatever `if_match` says, and not stored
   * again.
   */
  edit_id?: string | undefined
}

/** A scenario to be: its id may be given, so that sending it again makes no second. Content comes along whole or not at all. */
export interface NewScenario extends Partial<ScenarioFields>, ListInputs {
  name: string
  id?: string | undefined
  /** Where a plan that moves here was branched from; the revision at which they parted stays behind with its history. */
  parent_id?: string | null | undefined
  created_at?: string | undefined
  updated_at?: string | undefined
}

export interface RevisionSummary {
  revision: number
  /** When this state came to be. */
  created_at: string
  name: string
  bills: number
  incomes: number
  allocations: number
  goals: number
  /** The account that made the change; null where it was not kept, or on a device without an account. */
  actor: string | null
  /** The API token it came through, by its name now; '' where the token is gone, null: none. */
  token: string | null
  /** Whether the change that led here is kept (getRevisionChange); else both states tell it. */
  has_change: boolean
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

/** What bringing the changes of one scenario over to another it is related to would do. */
export interface MergePreview {
  into: Scenario
  from: Scenario
  /** The state from which both went their ways; null when it is not known here, so that whatever differs asks. */
  base: Scenario | null
  /** Leads from `into` to the merged state; where a conflict is not answered, `into` stands. */
  edit: ScenarioEdit
  clashes: Conflict[]
}

export interface MergeRequest {
  from: string
  choices?: MergeChoices | undefined
  /** The revision of `from` that was looked at; another one is refused as stale. */
  from_revision?: number | undefined
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
  /** A copy that keeps its rows' ids and knows its parent: a "what if". Under a free name unless one is given. */
  branchScenario(
    id: string,
    branch?: { id?: string | undefined; name?: string | undefined },
  ): Promise<StoreResult<Scenario & { created: boolean }>>
  previewMerge(id: string, request: MergeRequest): Promise<StoreResult<MergePreview>>
  /**
   * Brings over what changed in `from`; every conflict must be answered (`merge_has_clashes`). The merged state is where both part from
   * then on.
   */
  mergeScenario(id: string, request: MergeRequest, options?: WriteOptions): Promise<StoreResult<Written>>
  /** Newest first. */
  listRevisions(id: string): Promise<StoreResult<RevisionSummary[]>>
  getRevision(id: string, revision: number): Promise<StoreResult<Scenario>>
  /** What it changed, where that is kept. */
  getRevisionChange(id: string, revision: number): Promise<StoreResult<RevisionChange>>
  /** Makes that state the newest revision; everything in between stays. The name stays as it is now. */
  restoreRevision(id: string, revision: number, options?: WriteOptions): Promise<StoreResult<Written>>
}

/** The lists of PUT /:id, as an edit; the others stay as they are where they are not named. */
export const putScenario = (
  lists: { bills: BillInput[]; allocations: AllocationInput[] } & ListInputs & Partial<ScenarioFields>,
): ScenarioEdit => {
  const { bills, incomes, allocations, goals, accounts, transfers, ...fields } = lists
  const others = Object.entries({ incomes, goals, accounts, transfers }).filter(([, rows]) => rows !== undefined)
  return { type: 'put_lists', bills, allocations, ...Object.fromEntries(others), fields }
}

export const putRow = <C extends Collection>(collection: C, row: RowInputs[C] & { id: string }, position?: number): ScenarioEdit => ({
  type: 'put_row',
  collection,
  row,
  ...(position === undefined ? {} : { position }),
})

/** Gives every row of the lists that lacks one an id from `newId`; ids come from the caller, core has no chance in it. */
export function withRowIds<T extends { id?: string | undefined }>(rows: readonly T[], newId: () => string): (T & { id: string })[] {
  return rows.map((row) => ({ ...row, id: row.id ?? newId() }))
}
