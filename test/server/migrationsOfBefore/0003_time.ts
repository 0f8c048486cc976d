import { sql, type Kysely } from 'kysely'
import { amount, keepToOwner } from '../../../server/database/migrations/0002_planning.ts'

/** Schedules, incomes and goals, and where a scenario was branched from. What was there before stays as it was: once, on the balance, a root. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table planning_scenarios
      add column opening_pots json not null default '[]' constraint ck_planning_scenarios_opening_pots check (json_typeof(opening_pots) = 'array'),
      add column balance_allocated boolean not null default false,
      add column floor_cents bigint not null default 0 constraint ck_planning_scenarios_floor ${amount('floor_cents')},
      add column safety_days integer not null default 90 constraint ck_planning_scenarios_safety_days check (safety_days between 1 and 3660),
      add column parent_id uuid,
      add column parent_revision integer constraint ck_planning_scenarios_parent_revision check (parent_revision >= 1),
      add column branch_revision integer constraint ck_planning_scenarios_branch_revision check (branch_revision >= 1)`.execute(db)
  await schedulePayments(db, 'planned_bills')
  await addIncomes(db)
  await addGoals(db)
  await sql`create type allocation_base as enum ('balance', 'income')`.execute(db)
  await sql`alter table scenario_allocations add column base allocation_base not null default 'balance'`.execute(db)
  await capPercentsOfEachBase(db)
}

/** What is paid on dates: its rule, the range of its amount, the dates that are settled, what a prediction rests on. JSON keeps its text, in core's order. */
async function schedulePayments(db: Kysely<unknown>, name: string): Promise<void> {
  const named = (rule: string) => sql.raw(`ck_${name}_${rule}`)
  await sql`
    alter table ${sql.table(name)}
      add column schedule json constraint ${named('schedule')} check (json_typeof(schedule) = 'object'),
      add column amount_low_cents bigint constraint ${named('amount_low')} check (amount_low_cents between 0 and 900000000000000),
      add column amount_high_cents bigint constraint ${named('amount_high')} check (amount_high_cents between 0 and 900000000000000),
      add column settled json not null default '[]' constraint ${named('settled')} check (json_typeof(settled) = 'array'),
      add column evidence json constraint ${named('evidence')} check (json_typeof(evidence) = 'object'),
      add constraint ${named('undated_has_no_schedule')} check (due_date is not null or schedule is null),
      add constraint ${named('amount_range')} check ((amount_low_cents is null) = (amount_high_cents is null) and amount_low_cents <= amount_high_cents)`.execute(db)
}

async function addIncomes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table planned_incomes (
      user_id text not null,
      scenario_id uuid not null,
      id uuid not null,
      position integer not null constraint ck_planned_incomes_position check (position >= 0),
      name text not null constraint ck_planned_incomes_name check (char_length(name) between 1 and 120),
      amount_cents bigint not null
        constraint ck_planned_incomes_amount_nonneg check (amount_cents >= 0)
        constraint ck_planned_incomes_amount ${amount('amount_cents')},
      due_date date,
      category text constraint ck_planned_incomes_category check (char_length(category) <= 80),
      predicted boolean not null default false,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, scenario_id, id),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await sql`create index ix_planned_incomes_scenario_due on planned_incomes (user_id, scenario_id, due_date)`.execute(db)
  await schedulePayments(db, 'planned_incomes')
  await keepToOwner(db, 'planned_incomes')
}

async function addGoals(db: Kysely<unknown>): Promise<void> {
  // Two goals that swap names are one statement, so the names are compared at its transaction's end.
  await sql`
    create table scenario_goals (
      user_id text not null,
      scenario_id uuid not null,
      id uuid not null,
      position integer not null constraint ck_scenario_goals_position check (position >= 0),
      name text not null constraint ck_scenario_goals_name check (char_length(name) between 1 and 120),
      target_cents bigint not null
        constraint ck_scenario_goals_target_nonneg check (target_cents >= 0)
        constraint ck_scenario_goals_target ${amount('target_cents')},
      target_date date,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, scenario_id, id),
      constraint uq_scenario_goals_name unique (user_id, scenario_id, name) deferrable initially deferred,
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await keepToOwner(db, 'scenario_goals')
}

/** The cap holds for each base by itself. As before, only a row that takes more of its base fires. */
async function capPercentsOfEachBase(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function check_percents_of_scenario() returns trigger language plpgsql as $$
    begin
      if current_setting('transaction_isolation') = 'repeatable read' then
        raise exception 'Allocations are written under READ COMMITTED: an older snapshot cannot see what others have allocated.';
      end if;
      perform from planning_scenarios where user_id = new.user_id and id = new.scenario_id for no key update;
      if (select sum(value) from scenario_allocations where user_id = new.user_id and scenario_id = new.scenario_id and kind = 'percent' and base = new.base) > 100 then
        raise exception 'The percents of a scenario sum to at most 100 for each base.'
          using errcode = 'check_violation', constraint = 'percents_must_not_exceed_100', table = 'scenario_allocations';
      end if;
      return null;
    end $$`.execute(db)
  await sql`drop trigger percents_when_raised on scenario_allocations`.execute(db)
  await sql`
    create constraint trigger percents_when_raised after update on scenario_allocations deferrable initially deferred
    for each row when (
      new.kind = 'percent' and
      (old.kind <> 'percent' or new.value > old.value or (new.user_id, new.scenario_id, new.base) is distinct from (old.user_id, old.scenario_id, old.base))
    ) execute function check_percents_of_scenario()`.execute(db)
}
