import { sql, type Kysely } from 'kysely'

/** What of a row is otherwise from dates on, in their order. Rows that were cut in two before stay as they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['planned_bills', 'planned_incomes']) {
    const check = sql.raw(`ck_${name}_changes`)
    await sql`alter table ${sql.table(name)} add column changes json not null default '[]' constraint ${check} check (json_typeof(changes) = 'array' and (json_array_length(changes) = 0 or schedule is not null))`.execute(db)
  }
}
