/** Deleted plans whose days are over go for good, in two looks a day apart, by the app's clock and the database's alike. */
import { sql } from 'kysely'
import { purgeStep, type Deletion, type PurgeStep } from '../../core/purging.ts'
import type { Owned } from './store.ts'

type Found = Deletion & { id: string; database_at: string }

/** Looks at the user's deleted plans; answers the ids of those that went. Rows that another transaction holds wait for the next look. */
export async function purgeDeleted({ transaction, user_id }: Owned, appAt: string): Promise<ReadonlySet<string>> {
  const { rows: found } = await sql<Found>`
    select id, deleted_at, purgeable_since, now() as database_at from planning_scenarios where user_id = ${user_id} and deleted_at is not null`.execute(transaction)
  if (found.length === 0) return new Set()
  const { database_at } = found[0]!
  const at = appAt < database_at ? appAt : database_at
  const whoseStepIs = (step: PurgeStep): string[] => found.filter((deletion) => purgeStep(deletion, at) === step).map(({ id }) => id)
  const free = (ids: string[]) => sql`select id from planning_scenarios where user_id = ${user_id} and id = any(${ids}::uuid[]) and deleted_at is not null for update skip locked`
  const note = async (ids: string[], since: string | null): Promise<void> => {
    if (ids.length > 0) await sql`update planning_scenarios set purgeable_since = ${since}::timestamptz where user_id = ${user_id} and id in (${free(ids)})`.execute(transaction)
  }
  await note(whoseStepIs('note'), at)
  await note(whoseStepIs('take_back'), null)
  const over = whoseStepIs('purge')
  if (over.length === 0) return new Set()
  const { rows: gone } = await sql<{ id: string }>`delete from planning_scenarios where user_id = ${user_id} and id in (${free(over)}) returning id`.execute(transaction)
  return new Set(gone.map(({ id }) => id))
}
