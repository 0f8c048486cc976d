/** What is given to what stands between the open plan and its store: storage, network, tabs and time. */
import type { Problem } from '../../../core/problem.ts'
import type { PlanningStore } from '../../../core/store.ts'
import type { Clock } from '../clock.ts'
import type { Saver, SaverEvents } from '../saver.ts'
import type { TabChannel } from '../tabs.ts'
import type { Journal } from './journal.ts'
import type { Rules } from './machine.ts'
import type { WriteAhead } from './writeAhead.ts'

export interface SaverParts {
  store: PlanningStore
  journal: Journal
  rules: Rules
  clock: Clock
  newId: () => string
  channel: TabChannel
  events: SaverEvents
  writeAhead: WriteAhead
  /** Whether requests of this browser are this account's; anything else must not be sent. */
  isSignedIn: () => boolean
  /** Asks the server whether it is. */
  checkSignedIn: () => Promise<boolean>
  /** Lets one tab work at a time. */
  alone: (work: () => Promise<void>) => Promise<void>
  /** What is shown while so many edits can't be stored, for these reasons. */
  whenDown: (problems: Problem[], edits: number) => ReturnType<Saver['saveState']>
  /** Why nothing that is stored lasts; null when it does. */
  lastsNot: Problem | null
  /** Milliseconds until what failed is tried again, first and at most. */
  wait_ms: readonly [number, number]
}
