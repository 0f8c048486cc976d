/**
 * What stands between the open scenario and its store: an edit shows at once, is stored soon, and is never lost without
 * a word. Local mode and API mode each have one.
 */
import type { AppliedEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { MergeChoices } from '../../core/comparison/conflict.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { StoreResult } from '../../core/store.ts'
import type { OpenConflict, SaveState } from './saveState.ts'
import type { OtherVersion } from './requests.ts'
import type { TabMessage } from './tabs.ts'
import type { RefusedEdit } from './sync/edits.ts'

export interface SaverEvents {
  /** The scenario, the save state or the conflict is another one now. */
  changed: () => void
  /** These edits have been taken back. */
  refused: (scenario: Scenario, refused: RefusedEdit[]) => void
  /** The scenario is no longer there; `kept` is its last state with all edits. */
  gone: (kept: Scenario, unsaved: number) => void
  /** The server is of another version than this page, or answers what can't be read. */
  otherVersion: (is: OtherVersion) => void
  /** The server tells of a change on another device. */
  heard: (message: TabMessage) => void
}

export type Edited = AppliedEdit & { edit_id: string }

export interface Saver {
  /** Makes it the open one and answers its state with every edit that is under way. */
  open(id: string): Promise<StoreResult<Scenario>>
  close(): void
  scenario(): Scenario | null
  saveState(): SaveState
  conflict(): OpenConflict | null
  /** Applies an edit to the open scenario at once. Edits of one gesture become one, stored when it ends. */
  edit(edit: ScenarioEdit, gesture?: string): Edited
  endGesture(): void
  /** Resolves when everything is stored, or can't be for now. */
  settled(): Promise<void>
  /** Edits that only this tab knows of. */
  inMemory(): number
  /** Reads the open scenario again; someone else may have changed it. */
  refresh(): Promise<void>
  /** Another tab says that something has changed. */
  hear(message: TabMessage): Promise<void>
  resolveConflict(choices: MergeChoices): Promise<void>
  /** Ends all work; what is not stored yet stays where it is held. */
  stop(): void
}
