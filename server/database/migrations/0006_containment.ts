import { sql, type Kysely } from 'kysely'

/**
 * Every table with a person's data shows the app the rows of the user its transaction is for, accounts and sessions too.
 * What has to be found before it is known who asks is found by functions that answer for one address or one hash. Of a
 * session's token a hash alone is kept: whoever is signed in stays so, and nobody signs in by what a copy of the table says.
 * What the app's role is granted is said in grants.ts, and its policies hold for whatever that role is called.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update session set token = encode(sha256(convert_to(token, 'UTF8')), 'hex')`.execute(db)
  await sql`alter table session add constraint ck_session_token check (token ~ '^[0-9a-f]{64}$')`.execute(db)
  for (const table of ['planning_scenarios', 'planned_bills', 'planned_incomes', 'scenario_allocations', 'scenario_goals', 'planning_revisions', 'calendar_feeds']) {
    await sql`alter policy own_rows on ${sql.table(table)} to public`.execute(db)
  }
  await sql`alter policy the_one_asked_for on calendar_feeds to public`.execute(db)
  for (const [table, column] of [['user', 'id'], ['session', 'userId'], ['account', 'userId'], ['api_tokens', 'user_id']] as const) {
    await force(db, table)
    const own = sql`${sql.ref(column)} = current_setting('app.user_id', true)`
    await sql`create policy own_rows on ${sql.table(table)} using (${own}) with check (${own})`.execute(db)
  }
  // Nothing that is in use writes to it.
  await force(db, 'verification')
  await findBeforeAnybodyIsKnown(db)
}

async function force(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(name)
  await sql`alter table ${table} enable row level security, force row level security`.execute(db)
  await sql`create policy all_rows_for_the_owner on ${table} to current_user using (true) with check (true)`.execute(db)
}

/** They run as the owner, and look up names nowhere but where it is said. plpgsql keeps their plans. */
async function findBeforeAnybodyIsKnown(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function user_of_email(address text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return (select u.id from public."user" u where u.email = address);
    end $$`.execute(db)
  await sql`
    create function user_of_account(account_id text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return (select a."userId" from public.account a where a.id = account_id);
    end $$`.execute(db)
  await sql`
    create function user_of_session(token_hash text) returns table (user_id text, email text)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return query select u.id, u.email from public.session s join public."user" u on u.id = s."userId" where s.token = token_hash and s."expiresAt" > now();
    end $$`.execute(db)
  await sql`
    create function user_of_token(hash bytea, noted_for integer) returns table (id uuid, user_id text, email text, scope text, is_noted boolean)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return query select t.id, u.id, u.email, t.scope, coalesce(t.last_used_at > now() - make_interval(secs => noted_for), false)
        from public.api_tokens t join public."user" u on u.id = t.user_id where t.token_hash = hash and (t.expires_at is null or t.expires_at > now());
    end $$`.execute(db)
}
