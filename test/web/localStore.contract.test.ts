import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { v7 as newId } from 'uuid'
import { localStore } from '../../web/services/localStore.ts'
import { openRecords } from '../../web/services/records/browserRecords.ts'
import { memoryRecords } from '../../web/services/records/memoryRecords.ts'
import { planningStoreContract } from '../store/contract.ts'
import { testClock } from './tabs.ts'

planningStoreContract('The browser’s store', async () => {
  globalThis.indexedDB = new IDBFactory()
  const records = await openRecords()
  return { store: localStore({ records, clock: testClock(), newId }), close: async () => records.close() }
})

planningStoreContract('The browser’s store in a private window', async () => ({
  store: localStore({ records: memoryRecords(), clock: testClock(), newId }),
}))
