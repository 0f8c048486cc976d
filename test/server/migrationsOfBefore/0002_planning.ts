import { sql, type Kysely } from 'kysely'
import { appRole } from '../../../server/database/appRole.ts'

const amount = (column: string) => sql`check (${sql.ref(column)} between -900000000000000 and 900000000000000)`

/** Scenarios and what they own. The owner leads each key, so that rows can be spread by user; each user's rows are theirs alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type allocation_type as enum ('fixed', 'percent')`.execute(db)
  await sql`
    create table planning_scenarios (
      user_id text not null references "user" (id) on delete cascade,
      id uuid not null,
      name text not null constraint ck_planning_scenarios_name check (char_length(name) between 1 and 120),
      planning_balance_cents bigint not null default 0 constraint ck_planning_scenarios_balance ${amount('planning_balance_cents')},
      start_date date not null,
      currency_code text not null default 'USD' constraint ck_planning_scenarios_currency check (currency_code ~ '^[A-Z]{3}$'),
      revision integer not null default 1 constraint ck_planning_scenarios_revision check (revision >= 1),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      deleted_at timestamptz(3),
      primary key (user_id, id)
    )`.execute(db)
  await sql`create unique index uq_planning_scenarios_user_name on planning_scenarios (user_id, name) where deleted_at is null`.execute(db)
  await sql`
    create table planned_bills (
      user_id text not null,
      scenario_id uuid not null,
      id uuid not null,
      position integer not null constraint ck_planned_bills_position check (position >= 0),
      name text not null constraint ck_planned_bills_name check (char_length(name) between 1 and 120),
      amount_cents bigint not null
        constraint ck_planned_bills_amount_nonneg check (amount_cents >= 0)
        constraint ck_planned_bills_amount ${amount('amount_cents')},
      due_date date,
      category text constraint ck_planned_bills_category check (char_length(category) <= 80),
      predicted boolean not null default false,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, scenario_id, id),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await sql`create index ix_planned_bills_scenario_due on planned_bills (user_id, scenario_id, due_date)`.execute(db)
  await sql`
    create table scenario_allocations (
      user_id text not null,
      scenario_id uuid not null,
      id uuid not null,
      position integer not null constraint ck_alloc_position check (position >= 0),
      target text not null constraint ck_alloc_target check (char_length(target) between 1 and 160),
      kind allocation_type not null,
      value bigint not null
        constraint ck_alloc_value_semantics check ((kind = 'fixed' and value >= 0) or (kind = 'percent' and value between 0 and 100))
        constraint ck_alloc_amount ${amount('value')},
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, scenario_id, id),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await sql`create index ix_allocations_scenario_kind on scenario_allocations (user_id, scenario_id, kind)`.execute(db)
  await sql`
    create table planning_revisions (
      user_id text not null,
      scenario_id uuid not null,
      revision integer not null,
      state text not null,
      bytes integer not null,
      created_at timestamptz(3) not null default now(),
      primary key (user_id, scenario_id, revision),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await capPercents(db)
  for (const table of ['planning_scenarios', 'planned_bills', 'scenario_allocations', 'planning_revisions']) await keepToOwner(db, table)
}

/**
 * Stands behind the app's own check of the cap. Only a row that raises its percent fires, at commit, when the last word
 * on the others is said: it queues on the scenario's row as every writer does, and sums what is committed by then.
 */
async function capPercents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function check_percents_of_scenario() returns trigger language plpgsql as $$
    begin
      if current_setting('transaction_isolation') = 'repeatable read' then
        raise exception 'Allocations are written under READ COMMITTED: an older snapshot cannot see what others have allocated.';
      end if;
      perform from planning_scenarios where user_id = new.user_id and id = new.scenario_id for no key update;
      if (select sum(value) from scenario_allocations where user_id = new.user_id and scenario_id = new.scenario_id and kind = 'percent') > 100 then
        raise exception 'The percents of a scenario sum to at most 100.'
          using errcode = 'check_violation', constraint = 'percents_must_not_exceed_100', table = 'scenario_allocations';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger percents_when_inserted after insert on scenario_allocations deferrable initially deferred
    for each row when (new.kind = 'percent' and new.value > 0) execute function check_percents_of_scenario()`.execute(db)
  await sql`
    create constraint trigger percents_when_raised after update on scenario_allocations deferrable initially deferred
    for each row when (
      new.kind = 'percent' and
      (old.kind <> 'percent' or new.value > old.value or (new.user_id, new.scenario_id) is distinct from (old.user_id, old.scenario_id))
    ) execute function check_percents_of_scenario()`.execute(db)
}

/** The app's role sees and writes the rows of the user its transaction is for, and none when it is for nobody. The owner, who migrates and backs up, sees all. */
async function keepToOwner(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(name)
  const role = sql.ref(appRole)
  await sql`alter table ${table} enable row level security, force row level security`.execute(db)
  await sql`
    create policy own_rows on ${table} to ${role}
    using (user_id = current_setting('app.user_id', true)) with check (user_id = current_setting('app.user_id', true))`.execute(db)
  await sql`create policy all_rows_for_the_owner on ${table} to current_user using (true) with check (true)`.execute(db)
  await sql`grant select, insert, update, delete on ${table} to ${role}`.execute(db)
}
