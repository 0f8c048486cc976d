/** A plan of somebody's with a calendar address. */
import { v7 as newId } from 'uuid'
import type { Database } from '../../server/database/connect.ts'
import { feedStoreFor } from '../../server/planning/feeds.ts'
import { planningStoreFor } from '../../server/planning/service.ts'
import { themselves } from './themselves.ts'

/** Answers the secret of the address. */
export async function feedOf(database: Database, user_id: string): Promise<string> {
  const made = await planningStoreFor(database, themselves(user_id), { now: () => new Date().toISOString(), newId }).createScenario({ name: 'Baseline' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const feed = await feedStoreFor(database, user_id, newId).create(made.value.id, { shows_amounts: false })
  if (!feed.ok) throw new Error(JSON.stringify(feed.problems))
  return feed.value.secret
}
