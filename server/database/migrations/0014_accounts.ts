import { sql, type Kysely } from 'kysely'
import { amount } from './0002_planning.ts'

/**
 * Accounts beside the main one, transfers between them, and the account of a bill or an income. A row names an account of its own
 * plan or none, which is compared at a transaction's end, so that rows may come before their account and go after it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create type account_kind as enum ('checking', 'savings', 'cash', 'card', 'loan')`.execute(db)
  await sql`
    create table scenario_accounts (
      user_id text not null,
      scenario_id uuid not null,
      id uuid not null,
      position integer not null constraint ck_scenario_accounts_position check (position >= 0),
      name text not null constraint ck_scenario_accounts_name check (char_length(name) between 1 and 120),
      kind account_kind not null,
      balance_cents bigint not null default 0 constraint ck_scenario_accounts_balance ${amount('balance_cents')},
      floor_cents bigint constraint ck_scenario_accounts_floor ${amount('floor_cents')},
      interest json constraint ck_scenario_accounts_interest check (interest is null or (json_typeof(interest) = 'object' and kind <> 'cash')),
      card json constraint ck_scenario_accounts_card check (card is null or (json_typeof(card) = 'object' and kind = 'card')),
      exceptions json not null default '{}' constraint ck_scenario_accounts_exceptions check (json_typeof(exceptions) = 'object'),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, scenario_id, id),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade
    )`.execute(db)
  await keepToOwner(db, 'scenario_accounts')
  await addTransfers(db)
  for (const name of ['planned_bills', 'planned_incomes']) {
    await sql`alter table ${sql.table(name)} add column account_id uuid, add constraint ${sql.raw(`fk_${name}_account`)} ${account('account_id')}`.execute(db)
  }
}

async function addTransfers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table planned_transfers (
      user_id text not null,
      scenario_id uuid not null,
      id uuid not null,
      position integer not null constraint ck_planned_transfers_position check (position >= 0),
      name text not null constraint ck_planned_transfers_name check (char_length(name) between 1 and 120),
      amount_cents bigint not null constraint ck_planned_transfers_amount check (amount_cents between 0 and 900000000000000),
      due_date date,
      category text constraint ck_planned_transfers_category check (char_length(category) <= 80),
      predicted boolean not null default false,
      schedule json constraint ck_planned_transfers_schedule check (json_typeof(schedule) = 'object'),
      amount_low_cents bigint constraint ck_planned_transfers_amount_low check (amount_low_cents between 0 and 900000000000000),
      amount_high_cents bigint constraint ck_planned_transfers_amount_high check (amount_high_cents between 0 and 900000000000000),
      exceptions json not null default '{}' constraint ck_planned_transfers_exceptions check (json_typeof(exceptions) = 'object'),
      changes json not null default '[]'
        constraint ck_planned_transfers_changes check (json_typeof(changes) = 'array' and (json_array_length(changes) = 0 or schedule is not null)),
      evidence json constraint ck_planned_transfers_evidence check (json_typeof(evidence) = 'object'),
      from_account_id uuid,
      to_account_id uuid,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, scenario_id, id),
      foreign key (user_id, scenario_id) references planning_scenarios (user_id, id) on delete cascade,
      constraint ck_planned_transfers_two_accounts check (from_account_id is distinct from to_account_id),
      constraint ck_planned_transfers_undated_has_no_schedule check (due_date is not null or schedule is null),
      constraint ck_planned_transfers_amount_range
        check ((amount_low_cents is null) = (amount_high_cents is null) and amount_low_cents <= amount_high_cents),
      constraint fk_planned_transfers_from ${account('from_account_id')},
      constraint fk_planned_transfers_to ${account('to_account_id')}
    )`.execute(db)
  await keepToOwner(db, 'planned_transfers')
}

/** An account of the same plan. */
const account = (column: string) => sql`
  foreign key (user_id, scenario_id, ${sql.ref(column)}) references scenario_accounts (user_id, scenario_id, id) deferrable initially deferred`

/** The app sees and writes the rows of the user its transaction is for; the owner, who migrates and backs up, sees all. */
async function keepToOwner(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(name)
  const own = sql`user_id = current_setting('app.user_id', true)`
  await sql`alter table ${table} enable row level security, force row level security`.execute(db)
  await sql`create policy own_rows on ${table} using (${own}) with check (${own})`.execute(db)
  await sql`create policy all_rows_for_the_owner on ${table} to current_user using (true) with check (true)`.execute(db)
}
