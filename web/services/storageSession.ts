/** A place where plans are kept, opened for work: this device, or the server for one account. */
import type { PlanningStore } from '../../core/store.ts'
import type { Account, Mode } from './account.ts'
import type { Clock } from './clock.ts'
import type { DeviceMemory } from './deviceMemory.ts'
import type { LeftBehind } from './leftBehind.ts'
import type { Saver, SaverEvents } from './saver.ts'
import type { TabChannel } from './tabs.ts'
import type { Records } from './records/records.ts'

export interface StorageSession {
  mode: Mode
  /** null in local mode, and in API mode when nobody is signed in; then there is nothing to work on. */
  account: Account | null
  store: PlanningStore
  saver: Saver
  /** Ends all work here; what waits stays held. */
  close(): void
  /** Ends all work, and what this browser holds for the account goes. */
  discard(): Promise<void>
  /** What is in this browser alone of accounts that are not signed in. */
  leftBehind: LeftBehind
}

export const nothingLeftBehind: LeftBehind = { edits: 0, bank_accounts: 0 }

/** What both kinds are made of. */
export interface BrowserEnvironment {
  records: Records
  clock: Clock
  newId: () => string
  channel: TabChannel
  memory: DeviceMemory
}

export type OpenStorage = (environment: BrowserEnvironment, events: SaverEvents) => Promise<StorageSession>

/** A store that tells the other tabs of what it has changed. */
export function announcing(store: PlanningStore, channel: TabChannel): PlanningStore {
  const told = <A extends unknown[], R extends { ok: boolean }>(write: (...given: A) => Promise<R>, tell: (...given: A) => void) => {
    return async (...given: A): Promise<R> => {
      const result = await write(...given)
      if (result.ok) tell(...given)
      return result
    }
  }
  const listChanged = (): void => channel.post({ type: 'scenarios_changed' })
  const contentChanged = (id: string): void => channel.post({ type: 'scenario_changed', id })
  return {
    ...store,
    createScenario: told(store.createScenario, listChanged),
    deleteScenario: told(store.deleteScenario, listChanged),
    restoreScenario: told(store.restoreScenario, listChanged),
    duplicateScenario: told(store.duplicateScenario, listChanged),
    branchScenario: told(store.branchScenario, listChanged),
    applyEdit: told(store.applyEdit, contentChanged),
    mergeScenario: told(store.mergeScenario, (id, { from }) => {
      contentChanged(id)
      contentChanged(from)
    }),
    restoreRevision: told(store.restoreRevision, contentChanged),
  }
}
