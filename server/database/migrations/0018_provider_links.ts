import { sql, type Kysely } from 'kysely'

/**
 * Signing in by a provider (OpenID Connect). What a provider says of somebody opens one account at most, and an account has one link to a provider at
 * most. Whose it is can be asked with what the provider says, and with nothing less. And of a second factor, which code was used last, so that none is
 * used twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index uq_account_link on account ("providerId", "accountId") where "providerId" <> 'credential'`.execute(db)
  await sql`create unique index uq_account_link_of_user on account ("userId", "providerId") where "providerId" <> 'credential'`.execute(db)
  await sql`alter table account add constraint ck_account_link check (char_length("accountId") <= 255 and char_length("providerId") <= 64)`.execute(db)
  await sql`
    create function user_of_link(provider_id text, account_id text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return (select a."userId" from public.account a where a."providerId" = provider_id and a."accountId" = account_id and a."providerId" <> 'credential');
    end $$`.execute(db)
  await sql`alter table "twoFactor" add column last_step integer`.execute(db)
}
