import { sql, type Kysely } from 'kysely'

/**
 * A revision keeps the change that led to it, and its whole state only where the way back to it would be long. What lists
 * of revisions show of it stands in columns, as does who made it: the account, and the token it came through.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table planning_revisions
      alter column state drop not null,
      add column change text,
      add column name text not null default '',
      add column bills integer not null default 0,
      add column incomes integer not null default 0,
      add column allocations integer not null default 0,
      add column goals integer not null default 0,
      add column actor text,
      add column token_id uuid`.execute(db)
  await sql`alter table planning_revisions alter column change set storage external`.execute(db)
  await sql`
    update planning_revisions set
      name = coalesce(state_of.name, ''), bills = coalesce(json_array_length(state_of.bills), 0), incomes = coalesce(json_array_length(state_of.incomes), 0),
      allocations = coalesce(json_array_length(state_of.allocations), 0), goals = coalesce(json_array_length(state_of.goals), 0)
    from planning_revisions as stored, json_to_record(stored.state::json) as state_of (name text, bills json, incomes json, allocations json, goals json)
    where stored.user_id = planning_revisions.user_id and stored.scenario_id = planning_revisions.scenario_id and stored.revision = planning_revisions.revision`.execute(db)
}
