import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { sql, type Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterEach, describe, expect, test } from 'vitest'
import { upgradeScenario } from '../../core/versions/upgrade.ts'
import { openDatabase } from '../../server/database/connect.ts'
import { migrate } from '../../server/database/migrate.ts'
import { migrations } from '../../server/database/migrations/list.ts'
import { planningStoreFor } from '../../server/planning/service.ts'
import { themselves } from './themselves.ts'
import { later, schedulesWithExceptions } from '../core/schedule-reference.ts'
import { valueOf } from '../store/subject.ts'
import { addUser, appUrlOf, asOwner, emptyDatabase } from './freshDatabase.ts'

const clearUp: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of clearUp.splice(0).reverse()) await step()
})

const empty = async (): Promise<string> => {
  const { url, drop } = await emptyDatabase()
  clearUp.push(drop)
  return url
}
const tables = (url: string): Promise<string[]> =>
  asOwner(url, async (client) =>
    (await client.query(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)).rows.map(
      (row) => row.relname,
    ),
  )
const appliedTo = (url: string): Promise<string[]> =>
  asOwner(url, async (client) => (await client.query('select name from kysely_migration order by 1')).rows.map((row) => row.name))

describe('migrations', () => {
  test('bring an empty database to the newest schema, and find nothing to do the second time', async () => {
    const url = await empty()
    expect(await migrate({ connection: url })).toEqual(Object.keys(migrations))
    expect(await tables(url)).toEqual(
      expect.arrayContaining([
        'planned_bills',
        'planned_incomes',
        'planning_revisions',
        'planning_scenarios',
        'scenario_allocations',
        'scenario_goals',
        'user',
      ]),
    )
    expect(await migrate({ connection: url })).toEqual([])
  })

  test('ten apps that start at once migrate once', async () => {
    const url = await empty()
    const all = await Promise.all(Array.from({ length: 10 }, () => migrate({ connection: url })))
    expect(all.flat().sort()).toEqual(Object.keys(migrations))
  })

  test('several databases of one server migrate at once, each whole', async () => {
    const urls = await Promise.all(Array.from({ length: 4 }, empty))
    for (const applied of await Promise.all(urls.map((url) => migrate({ connection: url }))))
      expect(applied).toEqual(Object.keys(migrations))
  })

  test('a database with a newer schema is refused with a sentence and left as it is', async () => {
    const url = await empty()
    await migrate({ connection: url })
    await asOwner(url, (client) => client.query(`insert into kysely_migration values ('9999_the_future', '2099-01-01T00:00:00Z')`))
    const before = await tables(url)
    await expect(migrate({ connection: url })).rejects.toThrow('The database has a newer schema than this app (9999_the_future).')
    expect(await tables(url)).toEqual(before)
  })

  test('a server that cannot be reached is named in a sentence, without the password', async () => {
    const refused = migrate({ connection: 'postgresql://ana:hunter2@127.0.0.1:1/plans' })
    await expect(refused).rejects.toThrow(
      /^The database 127\.0\.0\.1:1\/plans cannot be opened \(.*ECONNREFUSED.*\)\. Check DATABASE_URL, and that the server runs\.$/,
    )
    await expect(refused).rejects.not.toThrow('hunter2')
  })

  test('one that fails leaves the version before it whole', async () => {
    const url = await empty()
    const half = {
      ...migrations,
      '9000_half': {
        up: async (db: Kysely<unknown>) => {
          await sql`create table half_way (id integer)`.execute(db)
          await sql`select 1 / 0`.execute(db)
        },
      },
    }
    await expect(migrate({ connection: url, migrations: half })).rejects.toThrow('division by zero')
    expect(await appliedTo(url)).toEqual(Object.keys(migrations))
    expect(await tables(url)).not.toContain('half_way')
    expect(await migrate({ connection: url })).toEqual([])
  })

  test('a process killed in the middle of one leaves the version before it whole, and the next run completes', async () => {
    const url = await empty()
    const slow = `
      import { migrate } from ${JSON.stringify(new URL('../../server/database/migrate.ts', import.meta.url).href)}
      import { migrations } from ${JSON.stringify(new URL('../../server/database/migrations/list.ts', import.meta.url).href)}
      const last = Object.keys(migrations).at(-1)
      const up = async (db) => {
        await migrations[last].up(db)
        console.log('half way')
        await new Promise(() => setInterval(() => {}, 1000))
      }
      await migrate({ connection: process.argv[1], migrations: { ...migrations, [last]: { up } } })`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', slow, url], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await appliedTo(url)).toEqual(Object.keys(migrations).slice(0, -1))
    expect(await migrate({ connection: url })).toEqual(Object.keys(migrations).slice(-1))
  })
})

describe('0003, schedules, incomes and goals', () => {
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0003'))

  test('leaves what was there as it was: roots, once, on the balance, with the same revisions, which can be restored', async () => {
    const url = await empty()
    await migrate({ connection: url, migrations: before })
    const [user_id, id, rent] = [await addUser(url), newId(), newId()]
    const state = {
      id,
      name: 'Old',
      planning_balance_cents: 5,
      start_date: '2026-07-01',
      currency_code: 'EUR',
      revision: 1,
      created_at: '2026-07-01T08:00:00.000Z',
      updated_at: '2026-07-01T08:00:00.000Z',
      bills: [
        {
          id: rent,
          position: 0,
          created_at: '2026-07-01T08:00:00.000Z',
          updated_at: '2026-07-01T08:00:00.000Z',
          name: 'Rent',
          amount_cents: 7,
          due_date: '2026-07-05',
          category: null,
          predicted: true,
        },
      ],
      allocations: [],
    }
    await asOwner(url, async (client) => {
      await client.query(
        `insert into planning_scenarios (user_id, id, name, planning_balance_cents, start_date, currency_code, revision) values ($1, $2, 'Old', 5, '2026-07-01', 'EUR', 2)`,
        [user_id, id],
      )
      await client.query(
        `insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents, due_date, predicted) values ($1, $2, $3, 0, 'Rent', 7, '2026-07-05', true)`,
        [user_id, id, rent],
      )
      await client.query(
        `insert into scenario_allocations (user_id, scenario_id, id, position, target, kind, value) values ($1, $2, gen_random_uuid(), 0, 'savings:A', 'percent', 100)`,
        [user_id, id],
      )
      await client.query(`insert into planning_revisions (user_id, scenario_id, revision, state, bytes) values ($1, $2, 1, $3, 1)`, [
        user_id,
        id,
        JSON.stringify(state),
      ])
    })
    await migrate({ connection: url })

    const database = openDatabase({ connection: await appUrlOf(url), max: 2 })
    const store = planningStoreFor(database, themselves(user_id), { now: () => new Date().toISOString(), newId: () => newId() })
    const plain = {
      schedule: null,
      amount_low_cents: null,
      amount_high_cents: null,
      exceptions: {},
      changes: [],
      evidence: null,
      spread: false,
      account_id: null,
    }
    const fields = {
      name: 'Old',
      planning_balance_cents: 5,
      bank_links: [],
      opening_pots: [],
      balance_allocated: false,
      floor_cents: 0,
      safety_days: 90,
      dismissed: [],
      parent_id: null,
      parent_revision: null,
      branch_revision: null,
      incomes: [],
      goals: [],
      accounts: [],
      transfers: [],
    }
    expect(valueOf(await store.getScenario(id))).toMatchObject({
      ...fields,
      revision: 2,
      bills: [{ id: rent, name: 'Rent', amount_cents: 7, due_date: '2026-07-05', predicted: true, ...plain }],
      allocations: [{ target: 'savings:A', value: 100, base: 'balance' }],
    })
    expect(valueOf(await store.listRevisions(id))).toMatchObject([{ revision: 1, bills: 1, incomes: 0, allocations: 0, goals: 0 }])
    expect(valueOf(await store.getRevision(id, 1))).toEqual({ ...state, ...fields, bills: [{ ...state.bills[0], ...plain }] })
    expect(valueOf(await store.restoreRevision(id, 1)).revision).toBe(3)
    expect(valueOf(await store.getScenario(id))).toMatchObject({ ...fields, revision: 3, bills: [{ id: rent, ...plain }], allocations: [] })
    await database.close()
  })

  test('keeps the cap that was there, for each base by itself', async () => {
    const url = await empty()
    await migrate({ connection: url })
    const [user_id, id] = [await addUser(url), newId()]
    await asOwner(url, async (client) => {
      await client.query(`insert into planning_scenarios (user_id, id, name, start_date) values ($1, $2, 'Plan', '2026-07-01')`, [
        user_id,
        id,
      ])
      const add = (base: string) =>
        client.query(
          `insert into scenario_allocations (user_id, scenario_id, id, position, target, kind, value, base) values ($1, $2, gen_random_uuid(), 0, 'savings:A', 'percent', 60, $3)`,
          [user_id, id, base],
        )
      await add('balance')
      await add('income')
      for (const base of ['balance', 'income'])
        await expect(add(base)).rejects.toMatchObject({ constraint: 'percents_must_not_exceed_100' })
    })
  })

  test('refuses in the database what core refuses', async () => {
    const url = await empty()
    await migrate({ connection: url })
    const [user_id, id] = [await addUser(url), newId()]
    await asOwner(url, async (client) => {
      await client.query(`insert into planning_scenarios (user_id, id, name, start_date) values ($1, $2, 'Plan', '2026-07-01')`, [
        user_id,
        id,
      ])
      const payment = {
        name: 'Pay',
        amount_cents: 1,
        due_date: '2026-07-01',
        schedule: '{}',
        amount_low_cents: 1,
        amount_high_cents: 1,
        exceptions: '{}',
        evidence: '{}',
      }
      const put = (table: string, row: object): Promise<unknown> => {
        const columns = Object.keys(row)
        return client.query(
          `insert into ${table} (user_id, scenario_id, id, position, ${columns.join(', ')}) values ($1, $2, gen_random_uuid(), 0, ${columns.map((_, nth) => `$${nth + 3}`).join(', ')})`,
          [user_id, id, ...Object.values(row)],
        )
      }
      for (const table of ['planned_bills', 'planned_incomes']) {
        await put(table, payment)
        const wrong = [
          { amount_cents: -1 },
          { name: '' },
          { due_date: null },
          { schedule: '[]' },
          { exceptions: '[]' },
          { evidence: '5' },
          { amount_low_cents: null },
          { amount_high_cents: null },
          { amount_low_cents: 2 },
          { amount_low_cents: -1 },
          { amount_high_cents: 900_000_000_000_001 },
        ]
        for (const fields of wrong)
          await expect(put(table, { ...payment, ...fields }), `${table} ${JSON.stringify(fields)}`).rejects.toMatchObject({ code: '23514' })
      }
      const goal = { name: 'Car', target_cents: 1, target_date: null }
      await put('scenario_goals', goal)
      for (const fields of [{ name: ' '.repeat(121) }, { target_cents: -1 }, { target_cents: 900_000_000_000_001 }])
        await expect(put('scenario_goals', { ...goal, ...fields })).rejects.toMatchObject({ code: '23514' })
      const wrong = [
        `safety_days = 0`,
        `safety_days = 3661`,
        `floor_cents = 900000000000001`,
        `opening_pots = '{}'`,
        `parent_revision = 0`,
        `branch_revision = 0`,
      ]
      for (const set of wrong)
        await expect(client.query(`update planning_scenarios set ${set}`), set).rejects.toMatchObject({ code: '23514' })
    })
  })
})

describe('0012, exceptions', () => {
  test('makes of any lists of dates what stored plans become as they are read, rules as they were', async () => {
    const url = await empty()
    await migrate({ connection: url, migrations: Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0012')) })
    const [user_id, id] = [await addUser(url), newId()]
    const some = fc.oneof(
      { weight: 4, arbitrary: schedulesWithExceptions },
      { weight: 1, arbitrary: fc.constant({ schedule: null, anchor: '2026-02-15' }) },
    )
    const rows = fc
      .sample(fc.record({ some, days: fc.uniqueArray(fc.integer({ min: -5, max: 60 }), { maxLength: 4 }) }), 300)
      .map(({ some: { schedule, anchor }, days }, position) => {
        return {
          id: newId(),
          position,
          name: 'Rent',
          amount_cents: 5,
          due_date: anchor,
          schedule,
          settled: days.map((day) => later(anchor, day)).sort(),
        }
      })
    const insert = (
      table: string,
    ) => `insert into ${table} (user_id, scenario_id, id, position, name, amount_cents, due_date, schedule, settled)
      select $1, $2, id, position, name, amount_cents, due_date, schedule, settled from json_to_recordset($3) as given (id uuid, position integer, name text, amount_cents bigint, due_date date, schedule json, settled json)`
    await asOwner(url, async (client) => {
      await client.query(`insert into planning_scenarios (user_id, id, name, start_date) values ($1, $2, 'Plan', '2026-07-01')`, [
        user_id,
        id,
      ])
      for (const table of ['planned_bills', 'planned_incomes']) await client.query(insert(table), [user_id, id, JSON.stringify(rows)])
    })
    await migrate({ connection: url })
    const wanted = upgradeScenario({ id, name: 'Plan', bills: rows }).bills.map((row) => [
      row.id,
      JSON.stringify(row.schedule),
      JSON.stringify(row.exceptions),
    ])
    for (const table of ['planned_bills', 'planned_incomes']) {
      const found = await asOwner(
        url,
        async (client) =>
          (
            await client.query<{ id: string; schedule: object | null; exceptions: object }>(
              `select id, schedule, exceptions from ${table} order by position`,
            )
          ).rows,
      )
      expect(found.map((row) => [row.id, JSON.stringify(row.schedule), JSON.stringify(row.exceptions)])).toEqual(wanted)
    }
  })
})
