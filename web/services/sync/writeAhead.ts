/**
 * Edits that are not held in a database yet, in localStorage: written within the key press that makes them, so that they are there
 * after a tab is closed or killed at that moment. A note goes when its edit is held, or stored.
 */
import { storedText } from '../../../core/versions/upgrade.ts'
import type { DeviceMemory } from '../deviceMemory.ts'
import type { PendingEdit } from '../records/records.ts'
import { pendingEdit } from '../records/upgrades.ts'

export interface WriteAhead {
  put(scenario_id: string, edit: PendingEdit): void
  remove(edit_id: string): void
  /** What is noted, in the order in which it was made. */
  left(): Note[]
}

interface Note {
  scenario_id: string
  edit: PendingEdit
}

export const allNotes = 'pyNance:unsaved:'

/** The key begins so for all edits of an owner: `local`, or an account's id. */
export const notesOf = (owner: string): string => `${allNotes}${owner}:`

/** Ids are UUIDs of version 7: they sort by their time. */
export const readNotes = (memory: DeviceMemory, prefix: string): { key: string; note: Note }[] =>
  memory
    .keys(prefix)
    .sort()
    .flatMap((key) => {
      const note = JSON.parse(memory.get(key) ?? 'null') as (Note & { record_version?: number }) | null
      return note ? [{ key, note: { scenario_id: note.scenario_id, edit: pendingEdit(note.edit, note) } }] : []
    })

export function writeAheadIn(memory: DeviceMemory, owner: string): WriteAhead {
  const prefix = notesOf(owner)
  return {
    put: (scenario_id, edit) => memory.set(prefix + edit.id, storedText({ scenario_id, edit })),
    remove: (edit_id) => memory.remove(prefix + edit_id),
    left: () => readNotes(memory, prefix).map(({ note }) => note),
  }
}
