import { sql, type Kysely } from 'kysely'
import { appRole } from '../appRole.ts'
import { keepToOwner } from './0002_planning.ts'

/**
 * Addresses under which a calendar program reads a plan without signing in. Of the secret in them a hash alone is kept;
 * who names it in their transaction sees that one row, whosever it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_feeds (
      user_id text not null,
      scenario_id uuid not null,
      id uuid not null,
      secret_hash bytea not null unique constraint ck_calendar_feeds_hash check (octet_length(secret_hash) = 32),
      shows_amounts boolean not null default false,
      created_at timestamptz(3) not null default now(),
      last_used_at timestamptz(3),
      primary key (user_id, scenario_id, id),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await keepToOwner(db, 'calendar_feeds')
  await sql`
    create policy the_one_asked_for on calendar_feeds for select to ${sql.ref(appRole)}
    using (encode(secret_hash, 'hex') = nullif(current_setting('app.feed_hash', true), ''))`.execute(db)
}
