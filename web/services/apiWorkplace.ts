import { problem } from '../../core/problem.ts'
import type { ScenarioSummary } from '../../core/scenario.ts'
import type { PlanningStore } from '../../core/store.ts'
import type { Account } from '../context/planning.ts'
import { createAccountService } from './accountService.ts'
import { apiSaver } from './apiSaver.ts'
import { apiStore } from './apiStore.ts'
import { forgetWhoWasHere, memoryKeys, type DeviceMemory } from './deviceMemory.ts'
import { Failure } from './failure.ts'
import { tidyOthers } from './leftBehind.ts'
import { outbox, type Outbox } from './outbox.ts'
import { sameOrigin, type Connection } from './requests.ts'
import type { Saver, SaverEvents } from './saver.ts'
import { announcing, nothingLeftBehind, type Surroundings, type Workplace } from './workplace.ts'

export interface ApiParts {
  memory: DeviceMemory
  connection?: Connection
  firstWait_ms?: number
}

/** API mode: plans live on the server, under the account that is signed in. Without a connection, the account of last time and what is held for it. */
export async function openApiWorkplace(surroundings: Surroundings, events: SaverEvents, { memory, connection = sameOrigin, firstWait_ms }: ApiParts): Promise<Workplace> {
  const { records, clock, newId, channel } = surroundings
  const accounts = createAccountService(connection)
  const session = await accounts.getSession()
  const account = session.ok ? session.value : rememberedAccount(memory)
  if (!session.ok && !account) throw new Failure(session.problems[0] ?? problem('connection_is_down', '', 'The server could not be reached.'))
  if (session.ok) {
    if (account?.id !== rememberedAccount(memory)?.id) forgetWhoWasHere(memory)
    rememberAccount(memory, account)
  }
  const leftBehind = session.ok ? await tidyOthers(records, account?.id ?? null) : nothingLeftBehind
  const store = announcing(apiStore(connection), channel)
  if (!account) return { mode: 'api', account, store, saver: idleSaver, close: () => undefined, discard: async () => undefined, leftBehind }

  const held = outbox(records, account.id, { at: clock.at, newId })
  const saver = apiSaver({
    store,
    outbox: held,
    clock,
    newId,
    channel,
    events,
    isSignedIn: () => rememberedAccount(memory)?.id === account.id,
    checkSignedIn: async () => {
      const now = await accounts.getSession()
      return now.ok && now.value?.id === account.id
    },
    alone: (work) => oneTabAtATime(`pyNance:send:${account.id}`, work),
    ...(firstWait_ms === undefined ? {} : { firstWait_ms }),
  })
  const discard = (): Promise<void> => {
    saver.stop()
    return held.end()
  }
  return { mode: 'api', account, store: readableOffline(store, held), saver, close: saver.stop, discard, leftBehind }
}

/** Who was signed in last in this browser; every tab reads it before it sends. */
export function rememberedAccount(memory: DeviceMemory): Account | null {
  try {
    const { id, email } = JSON.parse(memory.get(memoryKeys.account) ?? 'null') as Account
    return typeof id === 'string' && typeof email === 'string' ? { id, email } : null
  } catch {
    return null
  }
}

export function rememberAccount(memory: DeviceMemory, account: Account | null): void {
  if (account) memory.set(memoryKeys.account, JSON.stringify(account))
  else memory.remove(memoryKeys.account)
}

/** The list as it was last, when the server can't be reached. */
function readableOffline(store: PlanningStore, held: Outbox): PlanningStore {
  return {
    ...store,
    listScenarios: async () => {
      const list = await store.listScenarios()
      if (list.ok) {
        await held.rememberList(list.value)
        return list
      }
      const isDown = list.problems.some(({ code }) => code === 'connection_is_down')
      const known: ScenarioSummary[] | undefined = isDown ? await held.readList() : undefined
      return known ? { ok: true, value: known } : list
    },
  }
}

/** Web locks are there on https and localhost alone; without them If-Match still keeps two tabs from overwriting each other. */
async function oneTabAtATime(name: string, work: () => Promise<void>): Promise<void> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work()
  await navigator.locks.request(name, work)
}

const notOpen = problem('must_be_signed_in', '', 'Sign in first.')

/** Nobody is signed in: there is nothing to save. */
const idleSaver: Saver = {
  open: async () => ({ ok: false, problems: [notOpen] }),
  close: () => undefined,
  scenario: () => null,
  saveState: () => ({ kind: 'saved' }),
  clash: () => null,
  edit: () => ({ ok: false, problems: [notOpen], edit_id: '' }),
  endGesture: () => undefined,
  settled: async () => undefined,
  inMemory: () => 0,
  refresh: async () => undefined,
  hear: async () => undefined,
  resolveClash: async () => undefined,
  stop: () => undefined,
}
