import { sql, type Kysely } from 'kysely'

/**
 * What happened to an account, for its person to read: added to and never changed. Of each kind the newest forty stay, which the
 * database itself sees to, so that the app needs no right to delete and one kind, such as the guesses of somebody else, pushes out no other.
 * And a session that is asked for tells which one it is, and whether its use is written down already.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_events (
      user_id text not null references "user" (id) on delete cascade,
      id uuid not null,
      kind text not null constraint ck_account_events_kind check (kind ~ '^[a-z_]{1,40}$'),
      subject text constraint ck_account_events_subject check (char_length(subject) <= 254),
      count integer,
      network text,
      user_agent text constraint ck_account_events_user_agent check (char_length(user_agent) <= 256),
      token_id uuid,
      created_at timestamptz(3) not null default now(),
      primary key (user_id, id)
    )`.execute(db)
  await sql`create index ix_account_events_kind on account_events (user_id, kind, created_at desc, id desc)`.execute(db)
  await sql`alter table account_events enable row level security, force row level security`.execute(db)
  const own = sql`user_id = current_setting('app.user_id', true)`
  await sql`create policy own_rows on account_events using (${own}) with check (${own})`.execute(db)
  await sql`create policy all_rows_for_the_owner on account_events to current_user using (true) with check (true)`.execute(db)
  await sql`
    create function keep_account_events() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      delete from public.account_events where user_id = new.user_id and id in (
        select e.id from public.account_events e where e.user_id = new.user_id and e.kind = new.kind order by e.created_at desc, e.id desc offset 40 for update skip locked
      );
      return null;
    end $$`.execute(db)
  await sql`revoke execute on function keep_account_events() from public`.execute(db)
  await sql`create trigger keep_account_events after insert on account_events for each row execute function keep_account_events()`.execute(db)
  await sql`drop function user_of_session(text)`.execute(db)
  await sql`
    create function user_of_session(token_hash text) returns table (user_id text, email text, session_id text, is_noted boolean)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return query select u.id, u.email, s.id, s."updatedAt" between now() - interval '10 minutes' and now() + interval '10 minutes'
        from public.session s join public."user" u on u.id = s."userId"
        where s.token = token_hash and s."expiresAt" > now() and s."expiresAt" <= now() + interval '31 days';
    end $$`.execute(db)
}
