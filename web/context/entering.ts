/** Where plans are worked on: a mode is entered, its list read, one plan opened, and what others change comes in. */
import type { StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../core/problem.ts'
import { summaryOf, type Scenario } from '../../core/scenario.ts'
import type { Mode } from '../services/account.ts'
import { openKey, type DeviceMemory } from '../services/deviceMemory.ts'
import type { PlanningService } from '../services/planningService.ts'
import { storageProblem } from '../services/records/browserRecords.ts'
import type { SaverEvents } from '../services/saver.ts'
import type { TabMessage } from '../services/tabs.ts'
import type { StorageSession } from '../services/storageSession.ts'
import type { PlanningState } from './planning.ts'
import { contentOf, notOpen } from './planNames.ts'

export interface EnteringParts extends Pick<SaverEvents, 'refused' | 'gone' | 'otherVersion'> {
  service: PlanningService
  memory: DeviceMemory
  store: StoreApi<PlanningState>
  /** Nothing that was done before can be taken back from here on. */
  emptied: () => void
}

export interface Entering {
  session: () => StorageSession | null
  enter: (mode: Mode) => Promise<void>
  open: (id: string) => Promise<Problem[]>
  readList: () => Promise<Problem[]>
  /** Shows what the saver has now. */
  mirror: () => void
  /** What another tab tells, or the server of other devices. */
  hear: (message: TabMessage) => void
}

export function createEntering({ service, memory, store, emptied, refused, gone, otherVersion }: EnteringParts): Entering {
  const set = (state: Partial<PlanningState>): void => store.setState(state)
  let session: StorageSession | null = null

  /** The open scenario, its entry in the list, the save state. */
  const mirror = (): void => {
    if (!session) return
    const { saver } = session
    const { scenarios, scenario: before } = store.getState()
    const scenario = saver.scenario()
    const next: Partial<PlanningState> = { scenario, saveState: saver.saveState(), conflict: saver.conflict() }
    const fieldsOf = (found: Scenario): string => JSON.stringify([found.id, found.parent_revision, found.branch_revision, contentOf(found)])
    if (scenario && (!before || fieldsOf(before) !== fieldsOf(scenario))) {
      next.scenarios = scenarios.map((other) => (other.id === scenario.id ? summaryOf(scenario) : other))
    }
    set(next)
  }

  const open = async (id: string): Promise<Problem[]> => {
    if (!session) return [notOpen]
    const opened = await session.saver.open(id)
    if (!opened.ok) return opened.problems
    memory.set(openKey(session.mode), id)
    mirror()
    return []
  }

  /**
   * Reads the list; keeps the open scenario open, or opens the one open last, here or where plans were kept before; on a device that
   * has opened none, the newest that is no branch of another: somebody's plan rather than what they once tried.
   */
  const readList = async (): Promise<Problem[]> => {
    if (!session) return [notOpen]
    const { saver } = session
    const list = await session.store.listScenarios()
    if (!list.ok) return list.problems
    set({ scenarios: list.value })
    const openNow = saver.scenario()?.id
    if (openNow && list.value.some(({ id }) => id === openNow)) {
      mirror()
      return []
    }
    saver.close()
    const lastIn = (mode: Mode) => list.value.find(({ id }) => id === memory.get(openKey(mode)))
    const next =
      lastIn(session.mode) ??
      lastIn(session.mode === 'api' ? 'local' : 'api') ??
      list.value.find(({ parent_id }) => parent_id === null) ??
      list.value[0]
    if (next) return open(next.id)
    mirror()
    return []
  }

  const readListAfterOthers = async (): Promise<void> => {
    const before = store.getState().scenario
    await readList()
    if (before && !store.getState().scenarios.some(({ id }) => id === before.id)) gone(before, 0)
  }

  const hear = (message: TabMessage): void => {
    if (message.type === 'account_changed') {
      if (store.getState().mode === 'api') void enter(message.mode)
    } else if (message.type === 'account_gone') {
      if (session?.account?.id === message.account_id) void session.discard()
    } else if (message.type === 'scenarios_changed' || (message.type === 'changed_elsewhere' && message.id === ''))
      void readListAfterOthers()
    else void session?.saver.hear(message)
  }

  const enter = async (mode: Mode): Promise<void> => {
    set({ mode, status: 'loading', problems: [], scenario: null, scenarios: [], conflict: null, account: null })
    emptied()
    session = null
    try {
      session = await service.enter(mode, { changed: mirror, refused, gone, otherVersion, heard: hear })
    } catch (error) {
      set({ status: 'failed', problems: [storageProblem(error)] })
      return
    }
    set({ account: session.account, leftBehind: session.leftBehind })
    if (session.mode === 'api' && !session.account) return set({ status: 'ready', saveState: { kind: 'saved' } })
    const problems = await readList()
    set(problems.length > 0 ? { status: 'failed', problems } : { status: 'ready' })
  }

  return { session: () => session, enter, open, readList, mirror, hear }
}
