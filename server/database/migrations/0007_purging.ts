import { sql, type Kysely } from 'kysely'

/** When a look first found a deleted scenario's days of keeping over; only a look a day later removes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table planning_scenarios add column purgeable_since timestamptz(3)`.execute(db)
}
