import { sql, type Kysely } from 'kysely'
import { keepToOwner } from './0002_planning.ts'

/**
 * The ids of edits that were stored, each with the revision it led to: an edit that is sent again, since its answer was
 * lost, is told what became of it. They go with their plan, and the oldest when there are many.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table planning_edits (
      user_id text not null,
      scenario_id uuid not null,
      edit_id uuid not null,
      revision integer not null,
      updated_at timestamptz(3) not null,
      primary key (user_id, scenario_id, edit_id),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await sql`create index ix_edits_revision on planning_edits (user_id, scenario_id, revision)`.execute(db)
  await keepToOwner(db, 'planning_edits')
  await sql`alter policy own_rows on planning_edits to public`.execute(db)
}
