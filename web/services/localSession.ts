import { problem } from '../../core/problem.ts'
import { localStore } from './localStore.ts'
import { tabJournal } from './sync/journal.ts'
import type { Rules } from './sync/machine.ts'
import { createSaver } from './sync/saver.ts'
import { writeAheadIn } from './sync/writeAhead.ts'
import { announcing, nothingLeftBehind, type OpenStorage } from './storageSession.ts'

const lastsNot = problem('storage_is_not_available.private', '')

/** Local mode: plans live in this browser. */
export const openLocalSession: OpenStorage = async ({ records, clock, newId, channel, memory }, events) => {
  const store = announcing(localStore({ records, clock, newId }), channel)
  const rules: Rules = { merge: null, stamp: () => ({ id: newId(), at: clock.at() }) }
  const saver = createSaver({
    store,
    rules,
    clock,
    newId,
    channel,
    events,
    journal: tabJournal(rules),
    writeAhead: writeAheadIn(memory, 'local'),
    isSignedIn: () => true,
    checkSignedIn: async () => true,
    alone: (work) => work(),
    whenDown: (problems) => ({ kind: 'not_stored', problems }),
    lastsNot: records.lasts ? null : lastsNot,
    wait_ms: [5_000, 5_000],
  })
  return { mode: 'local', account: null, store, saver, close: saver.stop, discard: async () => saver.stop(), leftBehind: nothingLeftBehind }
}
