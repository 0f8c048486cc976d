/** Browser tabs for tests: planning as the page puts it together, on one fake browser. */
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { v7 as newId } from 'uuid'
import { createPlanning, type PlanningInstance } from '../../web/context/createPlanning.ts'
import type { PlanningState } from '../../web/context/planning.ts'
import { openApiSession } from '../../web/services/apiSession.ts'
import type { Clock } from '../../web/services/clock.ts'
import { deviceMemory } from '../../web/services/deviceMemory.ts'
import { openLocalSession } from '../../web/services/localSession.ts'
import { createPlanningService, type PlanningService } from '../../web/services/planningService.ts'
import { openRecords } from '../../web/services/records/browserRecords.ts'
import type { Records } from '../../web/services/records/records.ts'
import type { Connection } from '../../web/services/requests.ts'
import { tabChannel } from '../../web/services/tabs.ts'

let browsers = 0

/** A clock that moves on by a second at every look, from a fixed morning. */
export function testClock(start = '2026-03-01T08:00:00.000Z'): Clock {
  let now = Date.parse(start)
  return {
    at: () => new Date((now += 1_000)).toISOString(),
    today: () => start.slice(0, 10),
  }
}

export interface Tab extends PlanningInstance {
  service: PlanningService
  records: () => Promise<Records>
  close: () => Promise<void>
  state: () => PlanningState
  /** Resolves when the state is so; fails with what it was instead. */
  until: (isSo: (state: PlanningState) => boolean, what?: string) => Promise<PlanningState>
}

export interface TestBrowser {
  storage: Map<string, string>
  clock: Clock
  tab: (options?: { connection?: Connection; records?: (records: Records) => Records; start?: boolean }) => Promise<Tab>
}

/** An empty browser: a database, a localStorage and a channel of its own. */
export function testBrowser(): TestBrowser {
  globalThis.indexedDB = new IDBFactory()
  const name = `browser-${(browsers += 1)}`
  const storage = new Map<string, string>()
  const clock = testClock()
  const localStorage = {
    get length() {
      return storage.size
    },
    key: (at: number) => [...storage.keys()][at] ?? null,
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  } as Storage

  return {
    storage,
    clock,
    tab: async (options = {}) => {
      const channel = tabChannel(name)
      const memory = deviceMemory(() => localStorage)
      const service = createPlanningService({
        environment: async () => ({
          records: (options.records ?? ((records) => records))(await openRecords({}, name)),
          clock,
          newId,
          channel,
          memory,
        }),
        open: {
          local: openLocalSession,
          api: (environment, events) =>
            openApiSession(environment, events, {
              memory,
              firstWait_ms: 20,
              ...(options.connection && { connection: options.connection }),
            }),
        },
        memory,
        suggestedMode: async () => null,
      })
      const planning = createPlanning({ service, memory, clock, newId, ...(options.connection && { connection: options.connection }) })
      if (options.start !== false) await planning.start()
      const records = async (): Promise<Records> => (await service.environment()).records
      return {
        ...planning,
        service,
        records,
        state: () => planning.store.getState(),
        until: (isSo, what = isSo.toString()) => until(planning, isSo, what),
        close: async () => {
          planning.stop()
          channel.close()
          ;(await records()).close()
        },
      }
    },
  }
}

function until(planning: PlanningInstance, isSo: (state: PlanningState) => boolean, what: string): Promise<PlanningState> {
  return new Promise((resolve, reject) => {
    const now = planning.store.getState()
    if (isSo(now)) return resolve(now)
    const late = setTimeout(() => {
      stop()
      reject(new Error(`It never was so: ${what}\n${JSON.stringify(planning.store.getState(), null, 1)}`))
    }, 5_000)
    const stop = planning.store.subscribe((state) => {
      if (!isSo(state)) return
      clearTimeout(late)
      stop()
      resolve(state)
    })
  })
}
