import { methodAndPath } from '../../core/contract/paths.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { problem } from '../../core/problem.ts'
import type { ScenarioSummary } from '../../core/scenario.ts'
import type { PlanningStore } from '../../core/store.ts'
import type { Account } from './account.ts'
import { createAccountService } from './accountService.ts'
import { apiStore } from './apiStore.ts'
import { forgetWhoWasHere, memoryKeys, type DeviceMemory } from './deviceMemory.ts'
import { Failure } from './failure.ts'
import { tidyOthers } from './leftBehind.ts'
import { isPassing } from './answers.ts'
import { sameOrigin, type Connection } from './requests.ts'
import type { Saver, SaverEvents } from './saver.ts'
import { hearServer } from './sync/live.ts'
import { accountJournal, type AccountJournal } from './sync/accountJournal.ts'
import type { Rules } from './sync/machine.ts'
import { createSaver } from './sync/saver.ts'
import { holdNotes } from './sync/leftNotes.ts'
import { writeAheadIn } from './sync/writeAhead.ts'
import { announcing, nothingLeftBehind, type BrowserEnvironment, type StorageSession } from './storageSession.ts'

export interface ApiParts {
  memory: DeviceMemory
  connection?: Connection
  firstWait_ms?: number
}

/**
 * API mode: plans live on the server, under the account that is signed in. Without a connection, the account of last time and what is held
 * for it.
 */
export async function openApiSession(
  environment: BrowserEnvironment,
  events: SaverEvents,
  { memory, connection: given = sameOrigin, firstWait_ms = 1_000 }: ApiParts,
): Promise<StorageSession> {
  const connection: Connection = { ...given, otherVersion: events.otherVersion }
  const { records, clock, newId, channel } = environment
  const accounts = createAccountService(connection)
  const session = await accounts.getSession()
  const account = session.ok ? session.value : rememberedAccount(memory)
  if (!session.ok && !account) throw new Failure(session.problems[0] ?? problem('connection_is_down.short', ''))
  if (session.ok) {
    if (account?.id !== rememberedAccount(memory)?.id) forgetWhoWasHere(memory)
    rememberAccount(memory, account)
  }
  await holdNotes(records, memory)
  const leftBehind = session.ok ? await tidyOthers(records, account?.id ?? null) : nothingLeftBehind
  const store = announcing(apiStore(connection), channel)
  if (!account) return { mode: 'api', account, store, saver: idleSaver, close: () => undefined, discard: async () => undefined, leftBehind }

  const rules: Rules = { merge: mergeScenarios, stamp: () => ({ id: newId(), at: clock.at() }) }
  const journal = accountJournal(records, account.id, rules)
  const saver = createSaver({
    store,
    journal,
    rules,
    clock,
    newId,
    channel,
    events,
    writeAhead: writeAheadIn(memory, account.id),
    isSignedIn: () => rememberedAccount(memory)?.id === account.id,
    checkSignedIn: async () => {
      const now = await accounts.getSession()
      return now.ok && now.value?.id === account.id
    },
    alone: (work) => oneTabAtATime(`pyNance:send:${account.id}`, work),
    whenDown: (_problems, edits) => ({ kind: 'waiting', edits }),
    lastsNot: null,
    wait_ms: [firstWait_ms, 60_000],
  })
  const stopHearing = hearServer(connection.base_url + methodAndPath('hearChanges').path, `pyNance:live:${account.id}`, (message) => {
    channel.post(message)
    events.heard(message)
  })
  const close = (): void => {
    stopHearing()
    saver.stop()
  }
  const discard = (): Promise<void> => {
    close()
    return journal.end()
  }
  return { mode: 'api', account, store: readableOffline(store, journal), saver, close, discard, leftBehind }
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
function readableOffline(store: PlanningStore, held: AccountJournal): PlanningStore {
  return {
    ...store,
    listScenarios: async () => {
      const list = await store.listScenarios()
      if (list.ok) {
        await held.rememberList(list.value)
        return list
      }
      const isDown = isPassing(list.problems)
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

const notOpen = problem('must_be_signed_in', '')

/** Nobody is signed in: there is nothing to save. */
const idleSaver: Saver = {
  open: async () => ({ ok: false, problems: [notOpen] }),
  close: () => undefined,
  scenario: () => null,
  saveState: () => ({ kind: 'saved' }),
  conflict: () => null,
  edit: () => ({ ok: false, problems: [notOpen], edit_id: '' }),
  endGesture: () => undefined,
  settled: async () => undefined,
  inMemory: () => 0,
  refresh: async () => undefined,
  hear: async () => undefined,
  resolveConflict: async () => undefined,
  stop: () => undefined,
}
