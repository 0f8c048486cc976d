import { sql, type Kysely } from 'kysely'
import { appRole } from '../../../server/database/appRole.ts'

/** The tables of better-auth, with the names it knows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table "user" (
      id text primary key,
      name text not null,
      email text not null unique,
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
  await sql`grant select, insert, update, delete on "user", session, account, verification to ${sql.ref(appRole)}`.execute(db)
}
