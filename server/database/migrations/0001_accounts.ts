import { sql, type Kysely } from 'kysely'
import { appRole } from '../appRole.ts'

/** The tables of better-auth, with the names it knows, and API tokens, of which a hash alone is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table "user" (
      id text primary key,
      name text not null,
      email text not null unique constraint ck_user_email check (char_length(email) <= 254 and email = lower(email)),
      "emailVerified" boolean not null default false,
      image text,
      "createdAt" timestamptz(3) not null default now(),
      "updatedAt" timestamptz(3) not null default now()
    )`.execute(db)
  await sql`
    create table session (
      id text primary key,
      "userId" text not null references "user" (id) on delete cascade,
      token text not null unique,
      "expiresAt" timestamptz(3) not null,
      "ipAddress" text,
      "userAgent" text,
      "createdAt" timestamptz(3) not null default now(),
      "updatedAt" timestamptz(3) not null default now()
    )`.execute(db)
  await sql`create index ix_session_user on session ("userId")`.execute(db)
  await sql`
    create table account (
      id text primary key,
      "userId" text not null references "user" (id) on delete cascade,
      "accountId" text not null,
      "providerId" text not null,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz(3),
      "refreshTokenExpiresAt" timestamptz(3),
      scope text,
      password text,
      "createdAt" timestamptz(3) not null default now(),
      "updatedAt" timestamptz(3) not null default now()
    )`.execute(db)
  await sql`create index ix_account_user on account ("userId")`.execute(db)
  await sql`
    create table verification (
      id text primary key,
      identifier text not null,
      value text not null,
      "expiresAt" timestamptz(3) not null,
      "createdAt" timestamptz(3) not null default now(),
      "updatedAt" timestamptz(3) not null default now()
    )`.execute(db)
  await sql`create index ix_verification_identifier on verification (identifier)`.execute(db)
  await sql`
    create table api_tokens (
      id uuid primary key,
      user_id text not null references "user" (id) on delete cascade,
      name text not null constraint ck_api_tokens_name check (char_length(name) between 1 and 120),
      token_hash bytea not null unique constraint ck_api_tokens_hash check (octet_length(token_hash) = 32),
      prefix text not null,
      scope text not null constraint ck_api_tokens_scope check (scope in ('read', 'read_write')),
      created_at timestamptz(3) not null default now(),
      last_used_at timestamptz(3),
      expires_at timestamptz(3)
    )`.execute(db)
  await sql`create index ix_api_tokens_user on api_tokens (user_id)`.execute(db)
  await sql`grant select, insert, update, delete on "user", session, account, verification, api_tokens to ${sql.ref(appRole)}`.execute(db)
}
