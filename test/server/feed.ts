/** A plan of somebody's with a calendar address. */
import { v7 as newId } from 'uuid'
import type { Database } from '../../server/database/connect.ts'
import type { Scenario } from '../../core/scenario.ts'
import { feedStoreFor, findFeed } from '../../server/planning/feeds.ts'
import { planningStoreFor } from '../../server/planning/service.ts'
import { themselves } from './themselves.ts'

/** Answers the secret of the address. */
export async function feedOf(database: Database, user_id: string): Promise<string> {
  const made = await planningStoreFor(database, themselves(user_id), { now: () => new Date().toISOString(), newId }).createScenario({
    name: 'Baseline',
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const feed = await feedStoreFor(database, user_id, newId).create(made.value.id, { shows_amounts: false })
  if (!feed.ok) throw new Error(JSON.stringify(feed.problems))
  return feed.value.secret
}

/** The plan that is told at a secret's address; null when there is none. */
export async function planAt(database: Database, secret: string): Promise<Scenario | null> {
  const found = await findFeed(database, secret, '203.0.113.7')
  const read = found && (await feedStoreFor(database, found.user_id, newId).read(found.scenario_id, found.id))
  return read?.scenario ?? null
}
