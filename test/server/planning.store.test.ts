/** PlanningStore's contract on PostgreSQL. */
import { v7 as newId } from 'uuid'
import { planningStoreFor } from '../../server/planning/service.ts'
import { themselves } from './themselves.ts'
import { planningStoreContract } from '../store/contract.ts'
import { addUser, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

let fresh: FreshDatabase

planningStoreContract(
  'The PostgreSQL store',
  async () => ({
    store: planningStoreFor(fresh.database, themselves(await addUser(fresh.url)), {
      now: () => new Date().toISOString(),
      newId: () => newId(),
    }),
  }),
  { start: async () => void (fresh = await freshDatabase()), stop: () => fresh.close() },
)
