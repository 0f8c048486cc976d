import { sql, type Kysely } from 'kysely'

/**
 * A session that lasts for longer than any can was made by a clock that was ahead, and is nobody's: a day more than the 30 that
 * one lasts, for an app and a database whose clocks differ a little.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function user_of_session(token_hash text) returns table (user_id text, email text)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return query select u.id, u.email from public.session s join public."user" u on u.id = s."userId"
        where s.token = token_hash and s."expiresAt" > now() and s."expiresAt" <= now() + interval '31 days';
    end $$`.execute(db)
}
