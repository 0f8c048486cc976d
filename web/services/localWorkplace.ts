import { localSaver } from './localSaver.ts'
import { localStore } from './localStore.ts'
import { announcing, nothingLeftBehind, type OpenWorkplace } from './workplace.ts'

/** Local mode: plans live in this browser. */
export const openLocalWorkplace: OpenWorkplace = async ({ records, clock, newId, channel }, events) => {
  const store = announcing(localStore({ records, clock, newId }), channel)
  const saver = localSaver({ store, clock, newId, events, lasts: records.lasts })
  return { mode: 'local', account: null, store, saver, close: saver.stop, discard: async () => saver.stop(), leftBehind: nothingLeftBehind }
}
