import { sql, type Kysely } from 'kysely'

/**
 * What is said of single dates is one exception a date, beside the rule: dates that a rule lists as skipped, moved or of another
 * amount, and those that are paid. Its JSON keeps its text, in core's order; so does what is left of the rule.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['planned_bills', 'planned_incomes']) {
    const table = sql.table(name)
    await sql`alter table ${table} add column exceptions json not null default '{}' constraint ${sql.raw(`ck_${name}_exceptions`)} check (json_typeof(exceptions) = 'object')`.execute(db)
    await sql`
      update ${table} set
        exceptions = coalesce((
          select json_object_agg(date, fields order by date) from (
            select date, json_object_agg(field, value order by nth) as fields from (
              select value as date, 'skipped' as field, to_json(true) as value, 1 as nth from json_array_elements_text(coalesce(schedule -> 'skip', '[]'))
              union all select key, 'moved_to', value, 2 from json_each(coalesce(schedule -> 'move', '{}'))
              union all select key, 'amount_cents', value, 3 from json_each(coalesce(schedule -> 'amounts', '{}'))
              union all select value, 'rest', to_json('dropped'::text), 4 from json_array_elements_text(settled)
            ) as said group by date
          ) as by_date
        ), '{}'),
        schedule = (select json_object_agg(key, value order by nth) from json_each(schedule) with ordinality as rule (key, value, nth) where key not in ('skip', 'move', 'amounts'))
      where json_array_length(settled) > 0 or schedule::jsonb ?| array['skip', 'move', 'amounts']`.execute(db)
    await sql`alter table ${table} drop column settled`.execute(db)
  }
}
