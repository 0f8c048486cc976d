/**
 * What screens see of planning: one state, one set of actions, the same in local and API mode.
 * `usePlanning(select)` reads the state; `planningActions()` never change identity.
 */
import type { MergeChoices } from '../../core/comparison/conflict.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { ByPasskey } from '../../core/contract/passkeys.ts'
import type { Problem } from '../../core/problem.ts'
import type { RevisionChange } from '../../core/repository/revision-change.ts'
import type { Collection, Scenario, ScenarioFields, ScenarioSummary } from '../../core/scenario.ts'
import type { Account, Credentials, FromProvider, GivenCode, Mode, Returned, SignedOut } from '../services/account.ts'
import type { LeftBehind } from '../services/leftBehind.ts'
import type { OpenConflict, SaveState } from '../services/saveState.ts'
import type { DeletedScenario, MergePreview, RevisionSummary, StoreResult } from '../../core/store.ts'

/** Something to tell the person, politely, until it is dismissed. */
export interface Notice {
  id: string
  tone: 'info' | 'warning' | 'failure'
  /** What happened, what was kept, what to do: one or two short sentences; as a function, said anew in another language. */
  text: string | (() => string)
  /** One thing that can be done about it, e.g. Undo. */
  action?: { label: string | (() => string); run: () => void; isUndo?: boolean }
  /** The change that its Undo takes back: the notice leaves when that is no longer the newest one. */
  change?: object | null
  /** The plan whose deletion it tells of; it leaves once that is back. */
  deleted?: string
  /** Its action is an offer, not a question: it leaves by itself. */
  isOffer?: boolean
  /** It is of plans that are kept so, and leaves where they are kept otherwise. */
  mode?: Mode
  /** The plan that was open; what can be done about a plan leaves with it. */
  planId?: string | undefined
}

export interface PlanningState {
  mode: Mode
  status: 'loading' | 'ready' | 'failed'
  /** Why it failed, when status is failed. */
  problems: Problem[]
  account: Account | null
  /** What is in this browser alone of accounts that are not signed in. */
  leftBehind: LeftBehind
  /** Newest first. */
  scenarios: ScenarioSummary[]
  /** The open scenario with every edit applied, sent or not; null when there is none yet. */
  scenario: Scenario | null
  saveState: SaveState
  canUndo: boolean
  canRedo: boolean
  /** What undo would take back next, told apart by identity. */
  newestChange: object | null
  conflict: OpenConflict | null
  notices: Notice[]
  /** Plans from an older version of this page, brought over but not yet checked by the person. */
  oldPlans: OldPlans | null
}

/** What became of the data of an older version. The old data stays until the person says that all is there. */
export interface OldPlans {
  brought: number
  /** What could not be read, in words. */
  skipped: string[]
}

export interface PlanningActions {
  /**
   * Applies an edit to the open scenario at once and saves it. Problems come back and nothing changed; [] means done.
   * Edits with the same `gesture` (a slider drag) are one undo step and are saved when `endGesture` is called.
   * Not for whole lists (put_lists): their undo would take back what others changed meanwhile.
   */
  dispatch: (edit: ScenarioEdit, options?: { gesture?: string }) => Problem[]
  endGesture: () => void
  /** Undo and redo everything: edits, and creating, renaming, duplicating, branching, merging and deleting scenarios. */
  undo: () => Promise<void>
  redo: () => Promise<void>

  openScenario: (id: string) => Promise<void>
  createScenario: (fields: { name: string } & Partial<ScenarioFields>, rows?: Pick<Scenario, Collection>) => Promise<Problem[]>
  renameScenario: (id: string, name: string) => Promise<Problem[]>
  duplicateScenario: (id: string) => Promise<Problem[]>
  /** Deletes at once; a notice offers Undo. */
  deleteScenario: (id: string) => Promise<Problem[]>
  listDeleted: () => Promise<StoreResult<DeletedScenario[]>>
  restoreScenario: (id: string) => Promise<Problem[]>
  listRevisions: () => Promise<StoreResult<RevisionSummary[]>>
  getRevision: (revision: number) => Promise<StoreResult<Scenario>>
  getRevisionChange: (revision: number) => Promise<StoreResult<RevisionChange>>
  restoreRevision: (revision: number) => Promise<Problem[]>
  /** A copy of a plan that knows its parent, under the name or as a free one, with an edit made in it; opens it. One step of undo. */
  branchScenario: (id: string, name?: string, edit?: ScenarioEdit) => Promise<Problem[]>
  /** What bringing changes over between a branch and its parent would do, and what it asks. */
  previewMerge: (merge: { from: string; into: string; choices?: MergeChoices }) => Promise<StoreResult<MergePreview>>
  /** Brings them over as they were looked at, with these choices, and opens the result; one step of undo, for both plans. */
  mergeFrom: (looked: LookedAt, choices?: MergeChoices) => Promise<Problem[]>
  /** Any plan to look at; the open one with every edit. */
  readScenario: (id: string) => Promise<StoreResult<Scenario>>
  /** Adds the sample plan, clearly named, and opens it. */
  createSample: () => Promise<Problem[]>

  /** Answers an open conflict; asks again if the answer itself conflicts. */
  resolveConflict: (choices: MergeChoices) => Promise<void>
  dismissNotice: (id: string) => void
  notify: (notice: Omit<Notice, 'id'>) => void

  /** Local or API mode; remembered. Edits under way are stored or held first. */
  switchMode: (mode: Mode) => Promise<void>
  /** Signs in or up and enters API mode; problems come back and nothing changed. */
  signIn: (credentials: Credentials) => Promise<Problem[] | 'second_step'>
  /** The same, by the passkey that was chosen. */
  signInByPasskey: (chosen: ByPasskey) => Promise<Problem[] | 'second_step'>
  /** The same, with what the provider led back; or what was begun in the settings is done. */
  comeBack: (back: FromProvider) => Promise<Problem[] | Exclude<Returned, Account>>
  /** The code that is asked for then. */
  giveCode: (given: GivenCode) => Promise<Problem[]>
  signUp: (credentials: Credentials) => Promise<Problem[]>
  /** Without `discard`, what is in this browser alone is counted, and where there is some nothing is done. */
  signOut: (options?: { discard?: boolean }) => Promise<SignedOut>
  /** Afterwards the plans of this device are open, without an account. */
  deleteAccount: (password: string) => Promise<Problem[]>
  /** What this browser holds of accounts that are not signed in goes, also what is nowhere else. */
  forgetOthers: () => Promise<Problem[]>
  /** Reads the list and the open scenario again, e.g. after an import. */
  reload: () => Promise<void>
  /** Everything local mode keeps on this device goes: plans, revisions, deleted ones. */
  deleteEverythingHere: () => Promise<Problem[]>
  /** "Looks right": the old data is put aside. */
  confirmOldPlans: () => void
  /** The old data as it was, for a download. */
  oldPlansText: () => string | null
}

/**
 * Two plans as a person has seen them, and the edit that was shown, which every choice is in; plans at other revisions are refused as
 * stale.
 */
export type LookedAt = Pick<MergePreview, 'from' | 'into' | 'edit'>

export type Planning = PlanningState
