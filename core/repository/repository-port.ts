/**
 * What a store does for the repository (repository.ts): a transaction of one owner's plans, in few and plain questions.
 * PostgreSQL and the browser's database stand behind it. It holds no rule: what is asked of it is done.
 */
import type { Problem } from '../problem.ts'
import type { Deletion } from './purging.ts'
import type { KeptChange, KeptRevision, RevisionRecord } from './revisions.ts'
import type { Collection, Scenario, ScenarioSummary } from '../scenario.ts'
import type { DeletedScenario, RevisionSummary, StoreResult, Written } from '../store.ts'

/** Who makes a change: an account, and the API token it comes through. */
export interface Actor {
  id: string
  token_id: string | null
}

/** Whose plans a call is about, and who makes it. */
export interface Caller {
  owner: string
  actor: Actor
}

/** Whose rows the lists of revisions count. */
export const countedCollections = ['bills', 'incomes', 'allocations', 'goals'] as const satisfies readonly Collection[]

/** What lists of revisions show of one. */
export interface RevisionHead {
  id: string
  revision: number
  updated_at: string
  name: string
  counts: Record<(typeof countedCollections)[number], number>
}

export function revisionHead(scenario: Scenario): RevisionHead {
  const { id, revision, updated_at, name } = scenario
  const counts = Object.fromEntries(countedCollections.map((collection) => [collection, scenario[collection].length]))
  return { id, revision, updated_at, name, counts: counts as RevisionHead['counts'] }
}

/** A change that is to be stored; each store adds what it writes. */
export interface StoredChange extends RevisionHead {
  branch_revision: number | null
  kept: KeptChange
}

export interface Named {
  id: string
  name: string
  is_deleted: boolean
}

export interface PlansRead {
  /** Of those that are not deleted, newest first; refused where they are too large to be told together. */
  summaries(): Promise<StoreResult<ScenarioSummary[]>>
  /** Those deleted after an instant, latest first; refused likewise. */
  deletedSummaries(after: string): Promise<StoreResult<DeletedScenario[]>>
  /** A plan that is not deleted. In a transaction that writes it is locked by this until the end. */
  plan(id: string): Promise<Scenario | null>
  exists(id: string): Promise<boolean>
  /** The deleted plans, and the time by whichever clock is behind: the caller's or the store's own. */
  deletions(at: string): Promise<{ at: string; deletions: (Deletion & { id: string })[] }>
  /** Newest first. */
  revisions(id: string): Promise<RevisionSummary[]>
  /** The change that a revision keeps, as JSON; null: none, or there is no such revision. */
  revisionChange(id: string, revision: number): Promise<string | null>
  /**
   * What stateOfRevision takes: the revision itself and those after it up to the next whole one, oldest first. Empty when it is not kept.
   */
  revisionRecords(id: string, revision: number): Promise<RevisionRecord[]>
}

export interface PlansWrite<Change extends StoredChange> extends PlansRead {
  /** Waits for others who add plans or change names; false when there is no such owner any more. */
  lockNames(): Promise<boolean>
  /** Of every plan, deleted ones too. */
  names(): Promise<Named[]>
  /** One that was deleted after an instant, locked. */
  deletedPlan(id: string, after: string): Promise<ScenarioSummary | null>
  /** What became of an edit that was stored under this id; null when none was. */
  storedEdit(id: string, edit_id: string): Promise<Omit<Written, 'id'> | null>
  /** A new plan, and its first revision. */
  add(scenario: Scenario): Promise<void>
  /** A change of a locked plan, its revision, and the id of the edit that made it. */
  write(change: Change, edit_id: string | undefined): Promise<void>
  /** At no time before its last change, so that a clock that is behind shortens no days of keeping. */
  delete(id: string, deleted_at: string): Promise<void>
  undelete(id: string, name: string): Promise<void>

  notePurgeable(ids: string[], since: string | null): Promise<void>
  /** Removes for good; answers those that are gone. One that another transaction holds stays. */
  purge(ids: string[]): Promise<string[]>

  /** Newest first. */
  keptRevisions(id: string): Promise<KeptRevision[]>
  /** The revisions of a plan from which its branches were made, deleted ones too. */
  branchedAt(id: string): Promise<number[]>
  makeWhole(id: string, revision: number, state: string): Promise<void>
  dropRevisions(id: string, revisions: number[]): Promise<void>
  /** Ids of edits that led to this revision or one before it need not be remembered. */
  forgetEdits(id: string, revision: number): Promise<void>
}

export type Refused = Extract<StoreResult<never>, { ok: false }>

/** What a change comes to: what is answered, and what is to be stored; null: nothing is otherwise. */
export type Decided<Change> = { ok: true; written: Written; change: Change | null } | { ok: false; problems: Problem[] }

export interface PlansStore<Change extends StoredChange> {
  /** `at_once`: it asks all it asks before the first is answered, so that a database takes it in one round trip. */
  read<T>(work: (plans: PlansRead) => Promise<StoreResult<T>>, asks?: 'at_once'): Promise<StoreResult<T>>
  /**
   * All or nothing. `locked` are the ids of the plans it locks, and `names` where it locks those: who locks the same comes one after
   * another.
   */
  write<R extends StoreResult<unknown>>(
    locked: readonly (string | undefined)[],
    work: (plans: PlansWrite<Change>) => Promise<R>,
  ): Promise<R | Refused>
  /** What is to be stored when one state follows another. */
  changeOf(before: Scenario, after: Scenario): Change
  /** Who holds so many plans at most. */
  holder: 'account' | 'device'
}
