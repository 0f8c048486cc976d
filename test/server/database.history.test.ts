/**
 * Migrations that were changed after databases had been made by them, and databases that were changed by hand: the app comes
 * up on all of them, with everything in them, or says in a sentence what differs. And that no migration is changed again.
 */
import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { writeBackup } from '../../server/database/backup.ts'
import { openClient } from '../../server/database/client.ts'
import { schemaAfter } from '../../server/database/mendSchema.ts'
import { migrate } from '../../server/database/migrate.ts'
import { checksums } from '../../server/database/migrations/checksums.ts'
import { migrations } from '../../server/database/migrations/list.ts'
import { restoreBackup } from '../../server/database/restore.ts'
import { readSchema, type Schema } from '../../server/database/schema.ts'
import { oneRequest, startApp, type AppProcess } from './appProcess.ts'
import { asOwner, emptyDatabase } from './freshDatabase.ts'
import * as firstAccounts from './migrationsOfBefore/0001_accounts.ts'
import * as firstPlanning from './migrationsOfBefore/0002_planning.ts'
import * as firstTime from './migrationsOfBefore/0003_time.ts'

const clearUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of clearUp.splice(0).reverse()) await step()
})
const empty = async (): Promise<string> => {
  const { url, drop } = await emptyDatabase()
  clearUp.push(drop)
  return url
}
const schemaOf = async (url: string): Promise<Schema> => {
  const client = await openClient(url)
  try {
    await client.query('set search_path to public')
    return await readSchema(client)
  } finally {
    await client.end()
  }
}
const newest = Object.keys(migrations).at(-1)!

describe('a migration that has landed', () => {
  const folder = join(import.meta.dirname, '../../server/database/migrations')

  test('is the text it was; a change of it is a new migration', () => {
    const files = readdirSync(folder)
      .filter((name) => /^\d{4}_/.test(name))
      .map((name) => name.replace('.ts', ''))
    expect(files.sort(), 'every file is in list.ts').toEqual(Object.keys(migrations))
    for (const name of files) {
      const now = createHash('sha256')
        .update(readFileSync(join(folder, `${name}.ts`)))
        .digest('hex')
      expect(
        now,
        checksums[name]
          ? `${name} has landed, and databases were made by it: undo the change, and write a new migration.`
          : `${name} is new: npm run schemas writes it down.`,
      ).toBe(checksums[name])
    }
    expect(Object.keys(checksums).sort(), 'every migration that landed is there').toEqual(files)
  })

  test('makes what is written down that it makes', async () => {
    const url = await empty()
    for (const name of Object.keys(migrations)) {
      await migrate({
        connection: url,
        mends: false,
        migrations: Object.fromEntries(Object.entries(migrations).filter(([each]) => each <= name)),
      })
      expect(withoutRoles(await schemaOf(url)), `after ${name}`).toEqual(withoutRoles(schemaAfter(name)))
    }
  })
})

/** Whom a policy is for is told apart where the test’s owner is not the one who wrote it down, and of the newest alone. */
const withoutRoles = (schema: Schema): unknown => JSON.parse(JSON.stringify(schema, (key, value) => (key === 'to' ? undefined : value)))

/** As Kysely's migrator alone would, in an app that knew of no checks. */
async function migrateAsBefore(url: string, texts: Record<string, Migration>): Promise<void> {
  await asOwner(url, async (client) => {
    await client.query(
      `do $$ begin if not exists (select from pg_roles where rolname = 'pynance_app') then create role pynance_app nologin; end if; end $$`,
    )
  })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }) })
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => texts } }).migrateToLatest()
  await db.destroy()
  if (error) throw error
}

const ours = (...names: string[]): Record<string, Migration> => Object.fromEntries(names.map((name) => [name, migrations[name]!]))

/** Every state that some commit's migrations left a database in, by what was new in it. */
const states: [string, Record<string, Migration>][] = [
  ['the first of all, without API tokens', { '0001_accounts': firstAccounts, '0002_planning': firstPlanning }],
  ['with API tokens, revisions still compressed', { ...ours('0001_accounts'), '0002_planning': firstPlanning }],
  ['with revisions as they are', ours('0001_accounts', '0002_planning')],
  ['with schedules, but nothing dismissed', { ...ours('0001_accounts', '0002_planning'), '0003_time': firstTime }],
  [
    'with calendar addresses, but nothing dismissed',
    { ...ours('0001_accounts', '0002_planning'), '0003_time': firstTime, ...ours('0004_feeds') },
  ],
  ['with what was dismissed', ours('0001_accounts', '0002_planning', '0003_time', '0004_feeds')],
  [
    'with pots that keep filling, before the app had a login of its own',
    ours('0001_accounts', '0002_planning', '0003_time', '0004_feeds', '0005_keeps_filling'),
  ],
]

const secret = 'a secret of 32 characters and some more'
const token = `pnp_${'a'.repeat(43)}`

interface Planted {
  id: string
  cookie: string
  hasTokens: boolean
}

/** Somebody signed in, with a plan, and an API token where there could be one, as apps of that time stored it. */
async function plant(url: string): Promise<Planted> {
  const [id, session] = [newId(), 'x1Y2'.repeat(8)]
  const hasTokens = await asOwner(url, async (client) => {
    await client.query(`insert into "user" (id, name, email) values ('ana', 'Ana', 'ana@example.com')`)
    await client.query(
      `insert into account (id, "userId", "accountId", "providerId", password) values ('a1', 'ana', 'ana', 'credential', 'kept')`,
    )
    await client.query(`insert into session (id, "userId", token, "expiresAt") values ('s1', 'ana', $1, now() + interval '9 days')`, [
      session,
    ])
    await client.query(
      `insert into planning_scenarios (user_id, id, name, planning_balance_cents, start_date, currency_code) values ('ana', $1, 'Kept', 123, '2026-07-01', 'EUR')`,
      [id],
    )
    await client.query(
      `insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents) values ('ana', $1, gen_random_uuid(), 0, 'Rent', 7)`,
      [id],
    )
    await client.query(
      `insert into planning_revisions (user_id, scenario_id, revision, state, bytes) values ('ana', $1, 1, '{"bills":[],"allocations":[],"name":"Kept"}', 9)`,
      [id],
    )
    const { rows } = await client.query(`select to_regclass('api_tokens') is not null as there`)
    if (rows[0].there)
      await client.query(
        `insert into api_tokens (id, user_id, name, token_hash, prefix, scope) values (gen_random_uuid(), 'ana', 'Script', sha256($1::bytea), 'pnp_aaaaaa', 'read')`,
        [token],
      )
    return rows[0].there as boolean
  })
  const signature = createHmac('sha256', secret).update(session).digest('base64')
  return { id, hasTokens, cookie: `pynance.session_token=${encodeURIComponent(`${session}.${signature}`)}` }
}

async function startOn(url: string): Promise<AppProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-history-'))
  const app = startApp(folder, { DATABASE_URL: url, AUTH_SECRET: secret })
  clearUp.push(async () => {
    app.child.kill('SIGTERM')
    await app.ended
    rmSync(folder, { recursive: true, force: true })
  })
  await app.address
  return app
}

/** The first and the last of them; `npm run test:slow` tries each. */
const tried = process.env.EVERY_CASE === '1' ? states : [states[0]!, states.at(-1)!]

describe.each(tried)('a database %s', (_which, texts) => {
  test('comes up: who was signed in is, tokens work, the plan is there and can be changed, and the schema is the newest', async () => {
    const url = await empty()
    await migrateAsBefore(url, texts)
    const { id, cookie, hasTokens } = await plant(url)
    const app = await startOn(url)
    const address = await app.address
    const ask = async (path: string, headers: Record<string, string>, given: RequestInit = {}) => {
      const response = await fetch(address + path, {
        ...given,
        headers: { ...oneRequest, origin: address, 'content-type': 'application/json', ...headers },
      })
      return { status: response.status, json: (await response.json()) as never }
    }
    expect(await ask('/api/auth/get-session', { cookie })).toMatchObject({
      status: 200,
      json: { user: { id: 'ana', email: 'ana@example.com' } },
    })
    const kept = {
      name: 'Kept',
      planning_balance_cents: 123,
      currency_code: 'EUR',
      dismissed: [],
      bills: [{ name: 'Rent', amount_cents: 7 }],
    }
    expect(await ask(`/api/planning/${id}`, { cookie })).toMatchObject({ status: 200, json: kept })
    expect(
      (await ask(`/api/planning/${id}`, { cookie }, { method: 'PATCH', body: JSON.stringify({ planning_balance_cents: 5 }) })).status,
    ).toBe(200)
    expect((await ask(`/api/planning/${id}/revisions`, { cookie })).status).toBe(200)
    expect((await ask('/api/planning/', { cookie }, { method: 'POST', body: JSON.stringify({ name: 'New' }) })).status).toBe(201)
    if (hasTokens) expect((await ask(`/api/planning/${id}`, { authorization: `Bearer ${token}` })).status).toBe(200)
    else
      expect(
        (await ask('/api/tokens', { cookie }, { method: 'POST', body: JSON.stringify({ name: 'Script', scope: 'read' }) })).status,
      ).toBe(201)
    expect(withoutRoles(await schemaOf(url))).toEqual(withoutRoles(schemaAfter(newest)))
    const dump = await asOwner(url, async (client) => JSON.stringify((await client.query('select * from session')).rows))
    expect(dump).not.toContain('x1Y2')
  })
})

describe('a database that was changed by hand', () => {
  const { role: username, password } = inject('appLogin')
  const asItIs = async (): Promise<string> => {
    const { url, drop } = await emptyDatabase(inject('templateDatabase'))
    clearUp.push(drop)
    return url
  }
  const migrated = async (url: string, mended: (what: string) => void = () => {}): Promise<unknown> =>
    migrate({ connection: url, app_url: Object.assign(new URL(url), { username, password }).href, mended })
  const mendedBy = async (url: string): Promise<string[]> => {
    const told: string[] = []
    await migrated(url, (what) => told.push(what))
    return told
  }

  test.each([
    [
      'a column with a default',
      'alter table planning_scenarios drop column safety_days',
      'the column safety_days of planning_scenarios is missing',
    ],
    ['a default', 'alter table planned_bills alter column predicted drop default', 'the column predicted of planned_bills has no default'],
    [
      'that a column is not empty',
      'alter table planned_bills alter column name drop not null',
      'the column name of planned_bills may be empty',
    ],
    [
      'a constraint',
      'alter table planned_bills drop constraint ck_planned_bills_amount',
      'the constraint ck_planned_bills_amount of planned_bills is missing',
    ],
    [
      'a reference',
      'alter table planned_bills drop constraint planned_bills_user_id_scenario_id_fkey',
      'planned_bills_user_id_scenario_id_fkey of planned_bills is missing',
    ],
    [
      'an index',
      'drop index uq_planning_scenarios_user_name',
      'the index uq_planning_scenarios_user_name of planning_scenarios is missing',
    ],
    [
      'a trigger',
      'drop trigger percents_when_raised on scenario_allocations',
      'the trigger percents_when_raised of scenario_allocations is missing',
    ],
    [
      'a trigger that is on',
      'alter table scenario_allocations disable trigger percents_when_raised',
      'the trigger percents_when_raised of scenario_allocations is another',
    ],
    ['a function', 'drop function user_of_email(text)', 'the function user_of_email(text) is missing'],
    [
      'what a function says',
      `create or replace function user_of_email(address text) returns text language sql as $$ select id from "user" limit 1 $$`,
      'the function user_of_email(text) is another',
    ],
    ['a table', 'drop table calendar_feeds', 'the table calendar_feeds is missing'],
    ['a policy', 'drop policy own_rows on planned_bills', 'the policy own_rows of planned_bills is missing'],
    ['what a policy says', 'alter policy own_rows on "user" using (true)', 'the policy own_rows of user is another'],
    ['row-level security', 'alter table session no force row level security', 'row-level security of session is on'],
    ['that no policy opens more', 'create policy wide on account using (true)', 'account has a policy wide that this app does not know'],
  ])('and lacks %s is mended and told of', async (_what, statement, told) => {
    const url = await asItIs()
    await asOwner(url, (client) => client.query(statement))
    expect((await mendedBy(url)).join('; ')).toContain(told)
    expect(await mendedBy(url)).toEqual([])
  })

  test.each([
    [
      'has a column of another type',
      'alter table planned_bills alter column position type bigint',
      'the column position of planned_bills is of the type bigint instead of integer',
    ],
    [
      'has a column the app could not fill',
      'alter table planned_bills add column extra text not null',
      'planned_bills has a column extra that this app does not know and that must not be empty',
    ],
    [
      'has other values of a type',
      `alter type allocation_type add value 'third'`,
      'the type allocation_type has the values fixed, percent, third instead of fixed, percent',
    ],
    [
      'holds rows that break a rule that was taken away',
      `alter table planning_scenarios drop constraint ck_planning_scenarios_currency; insert into "user" (id, name, email) values ('ana', 'Ana', 'ana@example.com'); insert into planning_scenarios (user_id, id, name, start_date, currency_code) values ('ana', gen_random_uuid(), 'Plan', '2026-07-01', 'eur')`,
      'the constraint ck_planning_scenarios_currency of planning_scenarios is missing (it cannot be mended:',
    ],
  ])('and %s is refused in a sentence that names it, and left as it is', async (_what, statement, said) => {
    const url = await asItIs()
    await asOwner(url, (client) => client.query(statement))
    const before = await schemaOf(url)
    await expect(migrated(url)).rejects.toThrow(said)
    await expect(migrated(url)).rejects.toThrow(/^The database is not as this app needs it: .* Nothing was changed\. /)
    expect(await schemaOf(url)).toEqual(before)
  })

  test('is told which migrations it had in another text', async () => {
    const url = await asItIs()
    await asOwner(url, (client) =>
      client.query(
        `update kysely_migration set checksum = repeat('0', 64) where name = '0003_time'; alter table planned_bills alter column position type bigint`,
      ),
    )
    await expect(migrated(url)).rejects.toThrow("It had 0003_time in another text than this app's.")
  })
})

test('a backup of a database from before the app had a login of its own goes into one of now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-history-'))
  clearUp.push(async () => rmSync(folder, { recursive: true, force: true }))
  const old = await empty()
  await migrateAsBefore(old, ours('0001_accounts', '0002_planning', '0003_time', '0004_feeds'))
  const { id } = await plant(old)
  const file = join(folder, 'old.backup')
  await writeBackup({ connection: old, file, created_at: '2026-07-01T08:00:00.000Z' })
  const url = await empty()
  await restoreBackup({ connection: url, file })
  const { rows } = await asOwner(url, (client) =>
    client.query(
      `select email, p.id, (select count(*)::integer from session) as sessions from "user" join planning_scenarios p on user_id = "user".id`,
    ),
  )
  expect(rows).toEqual([{ email: 'ana@example.com', id, sessions: 0 }])
})
