import { sql, type Kysely } from 'kysely'

/**
 * Proofs that somebody is who they say: what was sent by mail or is asked at signing in, kept by better-auth in `verification` for as long as it holds,
 * and the second factor of an account, at most one a person. Whoever knows the identifier of a proof, of which a hash is kept, sees that row and no
 * other. And in which language an account is written to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table "user" add column language text constraint ck_user_language check (char_length(language) <= 35)`.execute(db)
  await sql`alter table "user" add column "twoFactorEnabled" boolean not null default false`.execute(db)
  await sql`alter table verification add constraint ck_verification_identifier check (identifier ~ '^[0-9a-f]{64}$')`.execute(db)
  const asked = sql`identifier = nullif(current_setting('app.proof', true), '')`
  await sql`create policy the_one_asked_for on verification using (${asked}) with check (${asked})`.execute(db)
  await sql`create index ix_verification_expires on verification ("expiresAt")`.execute(db)
  await sql`
    create function forget_proofs() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      delete from public.verification where id in (select v.id from public.verification v where v."expiresAt" < now() - interval '1 day' limit 20 for update skip locked);
      return null;
    end $$`.execute(db)
  await sql`revoke execute on function forget_proofs() from public`.execute(db)
  await sql`create trigger forget_proofs after insert on verification for each row execute function forget_proofs()`.execute(db)
  await sql`
    create table "twoFactor" (
      id text primary key,
      "userId" text not null unique references "user" (id) on delete cascade,
      secret text not null,
      "backupCodes" text not null,
      verified boolean not null default true,
      "failedVerificationCount" integer not null default 0,
      "lockedUntil" timestamptz(3),
      constraint ck_two_factor_id check (id = "userId")
    )`.execute(db)
  await sql`alter table "twoFactor" enable row level security, force row level security`.execute(db)
  const own = sql`"userId" = current_setting('app.user_id', true)`
  await sql`create policy own_rows on "twoFactor" using (${own}) with check (${own})`.execute(db)
  await sql`create policy all_rows_for_the_owner on "twoFactor" to current_user using (true) with check (true)`.execute(db)
}
