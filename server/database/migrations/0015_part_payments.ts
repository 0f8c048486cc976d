import { sql, type Kysely } from 'kysely'

/** Bills that leave evenly over the days of their periods, and which account at the bank is which of a plan. What was paid of a date stands in its exception. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table planned_bills add column spread boolean not null default false`.execute(db)
  await sql`
    alter table planning_scenarios add column bank_links json not null default '[]'
      constraint ck_planning_scenarios_bank_links check (json_typeof(bank_links) = 'array' and json_array_length(bank_links) <= 300)`.execute(db)
}
