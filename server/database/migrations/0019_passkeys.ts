import { sql, type Kysely } from 'kysely'

/**
 * Passkeys, as better-auth keeps them, and when each was used last. What an authenticator calls a passkey opens one account at most. Whose
 * it is can be asked with that, or with its id here, and with nothing less.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table passkey (
      id text primary key,
      "userId" text not null references "user" (id) on delete cascade,
      name text not null constraint ck_passkey_name check (char_length(name) <= 120),
      "publicKey" text not null constraint ck_passkey_public_key check (char_length("publicKey") <= 8000),
      "credentialID" text not null constraint ck_passkey_credential check (char_length("credentialID") <= 1364),
      counter bigint not null,
      "deviceType" text not null constraint ck_passkey_device_type check (char_length("deviceType") <= 40),
      "backedUp" boolean not null,
      transports text constraint ck_passkey_transports check (char_length(transports) <= 500),
      aaguid text constraint ck_passkey_aaguid check (char_length(aaguid) <= 40),
      "createdAt" timestamptz(3) not null default now(),
      last_used_at timestamptz(3)
    )`.execute(db)
  await sql`create unique index uq_passkey_credential on passkey ("credentialID")`.execute(db)
  await sql`create index ix_passkey_user on passkey ("userId")`.execute(db)
  await sql`alter table passkey enable row level security, force row level security`.execute(db)
  const own = sql`"userId" = current_setting('app.user_id', true)`
  await sql`create policy own_rows on passkey using (${own}) with check (${own})`.execute(db)
  await sql`create policy all_rows_for_the_owner on passkey to current_user using (true) with check (true)`.execute(db)
  await sql`
    create function user_of_passkey(passkey_id text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return (select p."userId" from public.passkey p where p.id = passkey_id);
    end $$`.execute(db)
  await sql`
    create function user_of_credential(credential_id text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    begin
      return (select p."userId" from public.passkey p where p."credentialID" = credential_id);
    end $$`.execute(db)
}
