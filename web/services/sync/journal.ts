/**
 * Where the state of each plan's saving is kept, one step a transaction. In API mode that is the browser's database (accountJournal.ts),
 * which its tabs share and which outlasts them; in local mode the tab alone, since the browser's own store is at hand and the write-ahead
 * stands behind.
 */
import type { Scenario } from '../../../core/scenario.ts'
import type { PendingScenario } from '../records/records.ts'
import { step, type Rules, type Stepped, type SyncEvent } from './machine.ts'

export interface Journal {
  /** False: what is held does not survive the closing of the tab. */
  lasts(): boolean
  all(): Promise<PendingScenario[]>
  read(id: string): Promise<PendingScenario | undefined>
  /**
   * Takes a step and keeps what comes of it. `base`: what to begin with, where nothing is held of this plan yet; without one, undefined.
   */
  step(id: string, event: SyncEvent, base?: Scenario): Promise<Stepped | undefined>
  forget(id: string): Promise<void>
}

const fresh = (account_id: string, base: Scenario): PendingScenario => ({ account_id, scenario_id: base.id, base, edits: [], theirs: null })

/** What a step begins with: what is held, or the state that is given or read. */
export const beginning = (
  held: PendingScenario | undefined,
  account_id: string,
  event: SyncEvent,
  given?: Scenario,
): PendingScenario | undefined => {
  const base = given ?? (event.type === 'read' && event.answer.ok ? event.answer.value : undefined)
  return held ?? (base && fresh(account_id, base))
}

/** In this tab alone. */
export function tabJournal(rules: Rules, account_id = ''): Journal {
  const held = new Map<string, PendingScenario>()
  return {
    lasts: () => false,
    all: async () => [...held.values()],
    read: async (id) => held.get(id),
    step: async (id, event, base) => {
      const before = beginning(held.get(id), account_id, event, base)
      if (!before) return undefined
      const stepped = step(before, event, rules)
      // Plans that were looked at are read anew when they are opened again.
      for (const [other, { edits }] of held) if (other !== id && edits.length === 0) held.delete(other)
      held.set(id, stepped.held)
      return stepped
    },
    forget: async (id) => void held.delete(id),
  }
}
