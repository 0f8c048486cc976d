/** How far what was changed is stored, and what has to be asked before it can be. */
import type { Conflict } from '../../core/comparison/conflict.ts'
import type { Problem } from '../../core/problem.ts'

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** The connection is down; so many edits are kept on this device until it is back. */
  | { kind: 'waiting'; edits: number }
  /** The session has ended: edits are kept until the same account signs in again. */
  | { kind: 'signed_out'; edits: number }
  /** The device would not store it (quota, private mode). The edits live in this tab until it does, or an export is made. */
  | { kind: 'not_stored'; problems: Problem[] }

/** Two people (or tabs, or devices) changed the same thing: what does the person want? */
export interface OpenConflict {
  scenario_id: string
  scenario_name: string
  clashes: Conflict[]
}
