import { sql, type Kysely } from 'kysely'

/** Whether an allocation to a bill goes on once its next date is covered. Those from before stop there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table scenario_allocations add column keeps_filling boolean not null default false`.execute(db)
}
