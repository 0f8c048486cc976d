/** Edits that were noted ahead by tabs that are gone, whosever they are. */
import type { DeviceMemory } from '../deviceMemory.ts'
import { localOwner, type Records } from '../records/records.ts'
import { allNotes, notesOf, readNotes } from './writeAhead.ts'

/** Edits that tabs noted and could not hold any more become held, whosever they are, so that they are counted and kept with the others. */
export async function holdNotes(records: Records, memory: DeviceMemory): Promise<void> {
  for (const { key, note } of readNotes(memory, allNotes)) {
    const owner = key.slice(allNotes.length).split(':')[0]!
    const isHeld = await records
      .write(['held_scenarios'], async (writing) => {
        const held = await writing.get('held_scenarios', [owner, note.scenario_id])
        if (held && !held.edits.some(({ id }) => id === note.edit.id))
          await writing.put('held_scenarios', { ...held, edits: [...held.edits, note.edit] })
        return held !== undefined
      })
      .catch(() => false)
    if (isHeld) memory.remove(key)
  }
}

/** The notes of other accounts go. */
export function forgetOtherNotes(memory: DeviceMemory, account_id: string | null): void {
  for (const key of memory.keys(allNotes))
    if (![localOwner, account_id].some((owner) => owner !== null && key.startsWith(notesOf(owner)))) memory.remove(key)
}
