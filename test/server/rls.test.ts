/** Row-level security: what the database itself shows and takes, with no WHERE to help. */
import { createHash, randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createToken } from '../../server/auth/tokens.ts'
import { inTransaction, inUserTransaction } from '../../server/database/connect.ts'
import type { Tables } from '../../server/database/tables.ts'
import { feedStoreFor } from '../../server/planning/feeds.ts'
import { planningStoreFor } from '../../server/planning/service.ts'
import { passkeyOf } from './passkeyDevice.ts'
import { themselves } from './themselves.ts'
import { valueOf } from '../store/subject.ts'
import { addUser, asOwner, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

/** The column that says whose a row is, of every table with a person's data that the app works with. */
const owners = {
  user: 'id',
  session: 'userId',
  account: 'userId',
  twoFactor: 'userId',
  passkey: 'userId',
  api_tokens: 'user_id',
  account_events: 'user_id',
  planning_scenarios: 'user_id',
  planned_bills: 'user_id',
  planned_incomes: 'user_id',
  scenario_allocations: 'user_id',
  scenario_goals: 'user_id',
  scenario_accounts: 'user_id',
  planned_transfers: 'user_id',
  planning_revisions: 'user_id',
  planning_edits: 'user_id',
  calendar_feeds: 'user_id',
} as const
const tables = Object.keys(owners) as (keyof typeof owners)[]

/** Those in which the app adds rows, and neither changes nor deletes any. */
const addedToAlone: ReadonlySet<string> = new Set(['account_events'])

/** Tables without it, and why. */
const exempt: Record<string, string> = {
  kysely_migration: 'names of migrations; no person’s data, and the app’s role may not even read it',
  kysely_migration_lock: 'one row that is nobody’s; the same',
}

/** Tables that the app works with and that are nobody’s: what may stand in them, and nothing else. */
const nobodys: Record<string, { columns: string[]; why: string }> = {
  verification: {
    columns: ['createdAt', 'expiresAt', 'id', 'identifier', 'updatedAt', 'value'],
    why: 'proofs under hashes; who names one in their transaction sees that row alone, which a test of its own holds',
  },
  rate_limits: {
    columns: ['expire', 'key', 'points'],
    why: 'counts before it is known who asks, under hashes that only the app’s secret makes',
  },
}

let fresh: FreshDatabase
const people: { id: string; scenario: string; email: string; token: string; session: string }[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  for (const name of ['one', 'two']) {
    const id = await addUser(fresh.url, `${name}-${randomUUID()}`)
    const store = planningStoreFor(fresh.database, themselves(id), { now: () => new Date().toISOString(), newId: () => newId() })
    const joint = newId()
    const made = valueOf(
      await store.createScenario({
        name: 'Baseline',
        bills: [{ name: 'Rent', amount_cents: 1 }],
        incomes: [{ name: 'Pay', amount_cents: 1 }],
        allocations: [{ target: 'savings:a', kind: 'percent', value: 5 }],
        goals: [{ name: 'Car', target_cents: 1 }],
        accounts: [{ id: joint, name: 'Joint', kind: 'checking' }],
        transfers: [{ name: 'Share', amount_cents: 1, to_account_id: joint }],
      }),
    )
    valueOf(await feedStoreFor(fresh.database, id, () => newId()).create(made.id, { shows_amounts: false }))
    const token = await createToken(fresh.database, id, { name: 'Backup', scope: 'read' })
    const planted = createHash('sha256').update(id).digest('hex')
    await inUserTransaction(fresh.database, id, async (db) => {
      await db
        .insertInto('session')
        .values({
          id: randomUUID(),
          userId: id,
          token: planted,
          expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
          ipAddress: null,
          userAgent: null,
        })
        .execute()
      await sql`insert into account (id, "userId", "accountId", "providerId", password) values (${randomUUID()}, ${id}, ${id}, 'credential', 'a hash')`.execute(
        db,
      )
      await db
        .insertInto('twoFactor')
        .values({ id, userId: id, secret: 'sealed', backupCodes: 'sealed', lockedUntil: null, last_step: null })
        .execute()
      await db.insertInto('passkey').values(passkeyOf(id)).execute()
      await db
        .insertInto('planning_edits')
        .values({ user_id: id, scenario_id: made.id, edit_id: randomUUID(), revision: 1, updated_at: new Date().toISOString() })
        .execute()
    })
    people.push({ id, scenario: made.id, email: `${id}@example.com`, token: 'secret' in token ? token.secret : '', session: planted })
  }
})
afterAll(() => fresh.close())

test('every table there is keeps its rows apart, whoever may be asking, or is exempt for a reason', async () => {
  const { rows } = await asOwner(fresh.url, (client) =>
    client.query<{ name: string; forced: boolean; granted: boolean }>(
      `select relname as name, relrowsecurity and relforcerowsecurity as forced, has_table_privilege($1, oid, 'select, insert, update, delete, truncate, references, trigger') as granted
     from pg_class where relkind in ('r', 'p', 'v', 'm', 'f') and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace) order by 1`,
      [new URL(fresh.appUrl).username],
    ),
  )
  for (const { name, forced, granted } of rows) {
    if (nobodys[name]) expect([name, await columnsOf(name)]).toEqual([name, nobodys[name].columns])
    else if (exempt[name] === undefined) expect([name, forced]).toEqual([name, true])
    else expect([name, granted]).toEqual([name, false])
  }
  expect(rows.filter(({ granted }) => granted).map(({ name }) => name)).toEqual([...tables, ...Object.keys(nobodys)].sort())
})

const columnsOf = async (table: string): Promise<string[]> =>
  (
    await asOwner(fresh.url, (client) =>
      client.query<{ name: string }>('select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 order by 1', [
        table,
      ]),
    )
  ).rows.map(({ name }) => name)

const countIn = async (db: Kysely<Tables>, table: (typeof tables)[number]): Promise<number> =>
  Number((await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db)).rows[0]?.count)

/** As better-auth calls it. */
const createdAt: Partial<Record<(typeof tables)[number], string>> = {
  user: 'createdAt',
  session: 'createdAt',
  account: 'createdAt',
  planning_edits: 'updated_at',
  twoFactor: 'lockedUntil',
  passkey: 'createdAt',
}

describe.each(tables)('%s', (table) => {
  test('a query without a WHERE shows one’s own rows alone', async () => {
    for (const { id } of people) {
      const seen = await inUserTransaction(
        fresh.database,
        id,
        async (db) =>
          (await sql<{ user_id: string }>`select distinct ${sql.ref(owners[table])} as user_id from ${sql.table(table)}`.execute(db)).rows,
      )
      expect(seen).toEqual([{ user_id: id }])
    }
  })

  test('a query for nobody shows nothing', async () => {
    expect(await countIn(fresh.database.db, table)).toBe(0)
  })

  test('a change or deletion without a WHERE leaves the rows of others alone', async () => {
    const [one, two] = people
    const before = await inUserTransaction(fresh.database, two!.id, (db) => countIn(db, table))
    if (addedToAlone.has(table)) {
      for (const statement of [sql`update ${sql.table(table)} set created_at = now()`, sql`delete from ${sql.table(table)}`]) {
        await expect(inUserTransaction(fresh.database, one!.id, (db) => statement.execute(db))).rejects.toThrow(/permission denied/)
      }
    } else
      await inUserTransaction(fresh.database, one!.id, async (db) => {
        const changed = await sql`update ${sql.table(table)} set ${sql.ref(createdAt[table] ?? 'created_at')} = now()`.execute(db)
        expect(changed.numAffectedRows).toBe(1n)
        await sql`savepoint before_deletion`.execute(db)
        const deleted = await sql`delete from ${sql.table(table)}`.execute(db)
        expect(deleted.numAffectedRows).toBe(1n)
        await sql`rollback to before_deletion`.execute(db)
      })
    expect(before).toBeGreaterThan(0)
    expect(await inUserTransaction(fresh.database, two!.id, (db) => countIn(db, table))).toBe(before)
  })

  test('a row for somebody else is refused, and so is giving one away', async () => {
    const [one, two] = people
    if (!addedToAlone.has(table)) {
      const giveAway = inUserTransaction(fresh.database, one!.id, (db) =>
        sql`update ${sql.table(table)} set ${sql.ref(owners[table])} = ${two!.id}`.execute(db),
      )
      await expect(giveAway).rejects.toThrow(/row-level security/)
    }
    const hex = createHash('sha256').update(newId()).digest('hex')
    const forTwo: Record<(typeof tables)[number], (db: Kysely<Tables>) => Promise<unknown>> = {
      user: (db) => sql`insert into "user" (id, name, email) values (${newId()}, 'Planted', 'planted@example.com')`.execute(db),
      session: (db) =>
        sql`insert into session (id, "userId", token, "expiresAt") values (${newId()}, ${two!.id}, ${hex}, now() + interval '1 day')`.execute(
          db,
        ),
      account: (db) =>
        sql`insert into account (id, "userId", "accountId", "providerId", password) values (${newId()}, ${two!.id}, ${two!.id}, 'credential', 'planted')`.execute(
          db,
        ),
      twoFactor: (db) =>
        sql`insert into "twoFactor" (id, "userId", secret, "backupCodes") values (${two!.id}, ${two!.id}, 'planted', 'planted')`.execute(
          db,
        ),
      passkey: (db) => db.insertInto('passkey').values(passkeyOf(two!.id)).execute(),
      api_tokens: (db) =>
        sql`insert into api_tokens (id, user_id, name, token_hash, prefix, scope) values (${newId()}, ${two!.id}, 'Planted', decode(${hex}, 'hex'), 'pnp_', 'read_write')`.execute(
          db,
        ),
      account_events: (db) => sql`insert into account_events (user_id, id, kind) values (${two!.id}, ${newId()}, 'planted')`.execute(db),
      planning_scenarios: (db) =>
        sql`insert into planning_scenarios (user_id, id, name, start_date) values (${two!.id}, ${newId()}, 'Planted', '2026-07-01')`.execute(
          db,
        ),
      planned_bills: (db) =>
        sql`insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 1)`.execute(
          db,
        ),
      planned_incomes: (db) =>
        sql`insert into planned_incomes (user_id, scenario_id, id, position, name, amount_cents) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 1)`.execute(
          db,
        ),
      scenario_goals: (db) =>
        sql`insert into scenario_goals (user_id, scenario_id, id, position, name, target_cents) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 1)`.execute(
          db,
        ),
      scenario_accounts: (db) =>
        sql`insert into scenario_accounts (user_id, scenario_id, id, position, name, kind) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 'cash')`.execute(
          db,
        ),
      planned_transfers: (db) =>
        sql`insert into planned_transfers (user_id, scenario_id, id, position, name, amount_cents, to_account_id) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 1, ${newId()})`.execute(
          db,
        ),
      scenario_allocations: (db) =>
        sql`insert into scenario_allocations (user_id, scenario_id, id, position, target, kind, value) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'savings:planted', 'fixed', 1)`.execute(
          db,
        ),
      calendar_feeds: (db) =>
        sql`insert into calendar_feeds (user_id, scenario_id, id, secret_hash) values (${two!.id}, ${two!.scenario}, ${newId()}, decode(repeat('ab', 32), 'hex'))`.execute(
          db,
        ),
      planning_edits: (db) =>
        sql`insert into planning_edits (user_id, scenario_id, edit_id, revision, updated_at) values (${two!.id}, ${two!.scenario}, ${newId()}, 99, now())`.execute(
          db,
        ),
      planning_revisions: (db) =>
        sql`insert into planning_revisions (user_id, scenario_id, revision, state, bytes) values (${two!.id}, ${two!.scenario}, 99, '{}', 2)`.execute(
          db,
        ),
    }
    await expect(inUserTransaction(fresh.database, one!.id, forTwo[table])).rejects.toThrow(/row-level security/)
    await expect(forTwo[table](fresh.database.db)).rejects.toThrow(/row-level security/)
  })
})

describe('before it is known who asks, the database answers', () => {
  const ask = async (statement: ReturnType<typeof sql>): Promise<unknown[]> => (await statement.execute(fresh.database.db)).rows

  test('whose an address, a session or a token is, to who has all of it', async () => {
    const [one] = people
    expect(await ask(sql`select user_of_email(${one!.email}) as id`)).toEqual([{ id: one!.id }])
    await inUserTransaction(fresh.database, one!.id, (db) =>
      sql`insert into account (id, "userId", "accountId", "providerId") values (${randomUUID()}, ${one!.id}, 'one there', 'oidc-of-them')`.execute(
        db,
      ),
    )
    expect(await ask(sql`select user_of_link('oidc-of-them', 'one there') as id`)).toEqual([{ id: one!.id }])
    expect(await ask(sql`select user_of_link('oidc-of-others', 'one there') as id`)).toEqual([{ id: null }])
    expect(await ask(sql`select user_id, email from user_of_session(${one!.session})`)).toEqual([{ user_id: one!.id, email: one!.email }])
    const hash = createHash('sha256').update(one!.token).digest()
    expect(await ask(sql`select user_id, scope from user_of_token(${hash}, 60)`)).toEqual([{ user_id: one!.id, scope: 'read' }])
  })

  test('nobody’s to who has less: no pattern, no part, no null finds anybody', async () => {
    for (const guess of ['%', '', '_%', people[0]!.email.slice(1), people[0]!.email.toUpperCase(), null]) {
      expect(await ask(sql`select user_of_email(${guess}) as id`)).toEqual([{ id: null }])
      expect(await ask(sql`select user_of_account(${guess}) as id`)).toEqual([{ id: null }])
      for (const provider of ['credential', 'oidc-of-them', guess])
        expect(await ask(sql`select user_of_link(${provider}, ${guess}) as id`)).toEqual([{ id: null }])
      expect(await ask(sql`select user_of_link('credential', ${people[0]!.id}) as id`), 'a password is no link').toEqual([{ id: null }])
      expect(await ask(sql`select * from user_of_session(${guess})`)).toEqual([])
      expect(await ask(sql`select * from user_of_token(${guess === null ? null : Buffer.from(guess)}, 60)`)).toEqual([])
    }
  })
})

test('a proof is seen, changed and taken by who names its hash, and by nobody else', async () => {
  const [mine, other] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]
  const within = <T>(proof: string, work: (db: Kysely<Tables>) => Promise<T>) => inTransaction(fresh.database, { proof }, work)
  const make = (proof: string, identifier: string) =>
    within(proof, (db) =>
      db
        .insertInto('verification')
        .values({ id: newId(), identifier, value: 'somebody', expiresAt: new Date(Date.now() + 60_000).toISOString() })
        .execute(),
    )
  for (const proof of [mine, other]) await make(proof, proof)
  await expect(make(mine, other)).rejects.toThrow(/row-level security/)
  expect(await within(mine, (db) => db.selectFrom('verification').select('identifier').execute())).toEqual([{ identifier: mine }])
  expect(await fresh.database.db.selectFrom('verification').selectAll().execute()).toEqual([])
  expect((await within(mine, (db) => db.deleteFrom('verification').executeTakeFirst())).numDeletedRows).toBe(1n)
  expect((await within(other, (db) => db.selectFrom('verification').selectAll().execute())).length).toBe(1)
})

test('proofs whose time has long been over go as new ones come', async () => {
  const proof = 'c'.repeat(64)
  await asOwner(fresh.url, (client) =>
    client.query(
      `insert into verification (id, identifier, value, "expiresAt") select 'old' || n, repeat('d', 64), 'x', now() - interval '2 days' from generate_series(1, 15) as n`,
    ),
  )
  await inTransaction(fresh.database, { proof }, (db) =>
    db.insertInto('verification').values({ id: newId(), identifier: proof, value: 'x', expiresAt: new Date().toISOString() }).execute(),
  )
  expect((await asOwner(fresh.url, (client) => client.query(`select from verification where id like 'old%'`))).rowCount).toBe(0)
})

test('a transaction for one person leaves nothing behind for who uses the connection next', async () => {
  const alone = await freshDatabase({ max: 1 })
  const id = await addUser(alone.url)
  await inUserTransaction(alone.database, id, (db) => countIn(db, 'planning_scenarios'))
  const { rows } = await sql<{ value: string }>`select coalesce(current_setting('app.user_id', true), '') as value`.execute(
    alone.database.db,
  )
  expect(rows).toEqual([{ value: '' }])
  await alone.close()
})
