/** The SQL of deleted plans whose days are over (core/repository/purging.ts). */
import { sql } from 'kysely'
import type { Deletion } from '../../core/repository/purging.ts'
import type { Owned } from './owned.ts'

type Deleted = Deletion & { id: string }

/** The user's deleted plans, and the time by the app's clock or the database's, whichever is behind. */
export async function deletions({ transaction, user_id }: Owned, appAt: string): Promise<{ at: string; deletions: Deleted[] }> {
  const { rows: found } = await sql<Deleted & { database_at: string }>`
    select id, deleted_at, purgeable_since, now() as database_at from planning_scenarios where user_id = ${user_id}
    and deleted_at is not null`.execute(transaction)
  const databaseAt = found[0]?.database_at ?? appAt
  return { at: appAt < databaseAt ? appAt : databaseAt, deletions: found }
}

/** Rows that another transaction holds wait for the next look. */
const free = (user_id: string, ids: string[]) =>
  sql`select id from planning_scenarios where user_id = ${user_id} and id = any(${ids}::uuid[]) and deleted_at is not null
    for update skip locked`

export async function notePurgeable({ transaction, user_id }: Owned, ids: string[], since: string | null): Promise<void> {
  await sql`update planning_scenarios set purgeable_since = ${since}::timestamptz where user_id = ${user_id}
    and id in (${free(user_id, ids)})`.execute(transaction)
}

/** Answers the ids of those that went. */
export async function purge({ transaction, user_id }: Owned, ids: string[]): Promise<string[]> {
  const { rows: gone } = await sql<{
    id: string
  }>`delete from planning_scenarios where user_id = ${user_id} and id in (${free(user_id, ids)}) returning id`.execute(transaction)
  return gone.map(({ id }) => id)
}
