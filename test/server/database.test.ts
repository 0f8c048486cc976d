import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inUserTransaction, openDatabase } from '../../server/database/connect.ts'
import { addUser, asOwner, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

let fresh: FreshDatabase
let ana: string
let ben: string

beforeAll(async () => {
  fresh = await freshDatabase()
  ana = await addUser(fresh.url)
  ben = await addUser(fresh.url)
})
afterAll(() => fresh.close())

const addScenario = async (user: string, name = randomUUID()): Promise<string> => {
  const id = randomUUID()
  await inUserTransaction(fresh.database, user, (db) =>
    db.insertInto('planning_scenarios').values({ user_id: user, id, name, start_date: '2026-07-01', deleted_at: null }).execute(),
  )
  return id
}
const allocation = (user: string, scenario: string, value: number, kind: 'fixed' | 'percent' = 'percent') => ({
  user_id: user,
  scenario_id: scenario,
  id: randomUUID(),
  position: 0,
  target: `savings:${randomUUID()}`,
  kind,
  value,
})
const bill = (user: string, scenario: string, more: object = {}) => ({
  user_id: user,
  scenario_id: scenario,
  id: randomUUID(),
  position: 0,
  name: 'Rent',
  amount_cents: 120_000,
  due_date: null,
  category: null,
  ...more,
})

describe('what is read is what was written', () => {
  test('amounts are whole numbers, dates plain days, instants ISO 8601 in UTC with milliseconds', async () => {
    const scenario = await addScenario(ana)
    const row = await inUserTransaction(fresh.database, ana, async (db) => {
      await db
        .insertInto('planned_bills')
        .values(
          bill(ana, scenario, { amount_cents: 900_000_000_000_000, due_date: '2028-02-29', created_at: '2026-07-01T08:00:00.120+02:00' }),
        )
        .execute()
      return db.selectFrom('planned_bills').selectAll().where('scenario_id', '=', scenario).executeTakeFirstOrThrow()
    })
    expect(row).toMatchObject({
      amount_cents: 900_000_000_000_000,
      due_date: '2028-02-29',
      created_at: '2026-07-01T06:00:00.120Z',
      predicted: false,
      category: null,
    })
    expect(row.updated_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  test('a number too large to be exact is an error, never a wrong number', async () => {
    await expect(sql`select 9007199254740993::bigint as n`.execute(fresh.database.db)).rejects.toThrow('no safe integer')
  })
})

describe('the database shows each person their own rows alone', () => {
  test('a query without a WHERE shows nothing of others, in every table', async () => {
    const scenario = await addScenario(ana)
    await inUserTransaction(fresh.database, ana, async (db) => {
      await db.insertInto('planned_bills').values(bill(ana, scenario)).execute()
      await db
        .insertInto('scenario_allocations')
        .values(allocation(ana, scenario, 10))
        .execute()
      await db
        .insertInto('planning_revisions')
        .values({ user_id: ana, scenario_id: scenario, revision: 1, state: '{}', bytes: 2 })
        .execute()
    })
    for (const table of ['planning_scenarios', 'planned_bills', 'scenario_allocations', 'planning_revisions'] as const) {
      const seenBy = (user: string) => inUserTransaction(fresh.database, user, (db) => db.selectFrom(table).select('user_id').execute())
      expect((await seenBy(ana)).length, table).toBeGreaterThan(0)
      expect(await seenBy(ben), table).toEqual([])
      expect(await fresh.database.db.selectFrom(table).select('user_id').execute(), table).toEqual([])
    }
  })

  test('a row cannot be written into somebody else’s account, and theirs cannot be changed', async () => {
    const scenario = await addScenario(ana)
    await expect(
      inUserTransaction(fresh.database, ben, (db) => db.insertInto('planned_bills').values(bill(ana, scenario)).execute()),
    ).rejects.toThrow('row-level security')
    await inUserTransaction(fresh.database, ben, (db) => db.deleteFrom('planning_scenarios').execute())
    await inUserTransaction(fresh.database, ben, (db) => db.updateTable('planning_scenarios').set({ name: 'mine' }).execute())
    const kept = await inUserTransaction(fresh.database, ana, (db) =>
      db.selectFrom('planning_scenarios').select('name').where('id', '=', scenario).executeTakeFirstOrThrow(),
    )
    expect(kept.name).not.toBe('mine')
  })

  test('a connection that served one person shows nothing of theirs afterwards', async () => {
    const one = openDatabase({ connection: fresh.appUrl, max: 1 })
    await addScenario(ana)
    expect((await inUserTransaction(one, ana, (db) => db.selectFrom('planning_scenarios').select('id').execute())).length).toBeGreaterThan(
      0,
    )
    expect(await one.db.selectFrom('planning_scenarios').select('id').execute()).toEqual([])
    await one.close()
  })

  test('a user id that could end a statement is never sent', async () => {
    await expect(inUserTransaction(fresh.database, `x'; drop table planned_bills; --`, async () => {})).rejects.toThrow('user id')
  })
})

describe('a transaction is all or nothing', () => {
  test('what fails half way leaves nothing, and its connection goes on', async () => {
    const one = openDatabase({ connection: fresh.appUrl, max: 1 })
    const id = randomUUID()
    const failing = inUserTransaction(one, ana, async (db) => {
      await db
        .insertInto('planning_scenarios')
        .values({ user_id: ana, id, name: 'half', start_date: '2026-07-01', deleted_at: null })
        .execute()
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(
      await inUserTransaction(one, ana, (db) => db.selectFrom('planning_scenarios').select('id').where('id', '=', id).execute()),
    ).toEqual([])
    await one.close()
  })
})

describe('the database refuses what the app would refuse', () => {
  const refusal = async (work: Promise<unknown>): Promise<string | undefined> => {
    try {
      await work
    } catch (error) {
      return (error as { constraint?: string }).constraint
    }
    return undefined
  }

  test.each([
    ['a negative amount', { amount_cents: -1 }, 'ck_planned_bills_amount_nonneg'],
    ['an amount beyond the limit', { amount_cents: 900_000_000_000_001 }, 'ck_planned_bills_amount'],
    ['an empty name', { name: '' }, 'ck_planned_bills_name'],
    ['a name of 121 characters', { name: 'n'.repeat(121) }, 'ck_planned_bills_name'],
    ['a category of 81 characters', { category: 'c'.repeat(81) }, 'ck_planned_bills_category'],
  ])('%s of a bill', async (_what, more, constraint) => {
    const scenario = await addScenario(ana)
    expect(
      await refusal(
        inUserTransaction(fresh.database, ana, (db) =>
          db
            .insertInto('planned_bills')
            .values(bill(ana, scenario, more))
            .execute(),
        ),
      ),
    ).toBe(constraint)
  })

  test.each([
    ['a negative fixed amount', 'fixed', -1],
    ['101 percent', 'percent', 101],
    ['a negative percent', 'percent', -1],
  ] as const)('%s of an allocation', async (_what, kind, value) => {
    const scenario = await addScenario(ana)
    const written = inUserTransaction(fresh.database, ana, (db) =>
      db
        .insertInto('scenario_allocations')
        .values(allocation(ana, scenario, value, kind))
        .execute(),
    )
    expect(await refusal(written)).toBe('ck_alloc_value_semantics')
  })

  test('the same name twice, unless the first is deleted', async () => {
    const name = randomUUID()
    const first = await addScenario(ana, name)
    expect(await refusal(addScenario(ana, name))).toBe('uq_planning_scenarios_user_name')
    await addScenario(ben, name)
    await inUserTransaction(fresh.database, ana, (db) =>
      db.updateTable('planning_scenarios').set({ deleted_at: '2026-07-01T00:00:00Z' }).where('id', '=', first).execute(),
    )
    await addScenario(ana, name)
  })

  test('percents above 100 at the end of a transaction; on the way there they may pass it', async () => {
    const scenario = await addScenario(ana)
    const rows = [allocation(ana, scenario, 60), allocation(ana, scenario, 40)]
    await inUserTransaction(fresh.database, ana, (db) => db.insertInto('scenario_allocations').values(rows).execute())
    const setTo = (values: number[]) =>
      inUserTransaction(fresh.database, ana, async (db) => {
        for (const [index, value] of values.entries())
          await db.updateTable('scenario_allocations').set({ value }).where('id', '=', rows[index]!.id).execute()
      })
    await setTo([100, 0])
    await setTo([60, 40])
    expect(await refusal(setTo([61, 40]))).toBe('percents_must_not_exceed_100')
    expect(
      await refusal(
        inUserTransaction(fresh.database, ana, (db) =>
          db
            .insertInto('scenario_allocations')
            .values(allocation(ana, scenario, 1))
            .execute(),
        ),
      ),
    ).toBe('percents_must_not_exceed_100')
    await inUserTransaction(fresh.database, ana, (db) =>
      db
        .insertInto('scenario_allocations')
        .values(allocation(ana, scenario, 500, 'fixed'))
        .execute(),
    )
  })

  test('percents above 100 from 16 writers at once who do not look at each other', async () => {
    const scenario = await addScenario(ana)
    const written = await Promise.allSettled(
      Array.from({ length: 16 }, () =>
        inUserTransaction(fresh.database, ana, (db) =>
          db
            .insertInto('scenario_allocations')
            .values(allocation(ana, scenario, 30))
            .execute(),
        ),
      ),
    )
    expect(written.filter((each) => each.status === 'fulfilled')).toHaveLength(3)
  })
})

test('deleting a user deletes everything of theirs', async () => {
  const user = await addUser(fresh.url)
  const scenario = await addScenario(user)
  await inUserTransaction(fresh.database, user, async (db) => {
    await db.insertInto('planned_bills').values(bill(user, scenario)).execute()
    await db
      .insertInto('scenario_allocations')
      .values(allocation(user, scenario, 10))
      .execute()
  })
  await inUserTransaction(fresh.database, user, (db) => db.deleteFrom('user').execute())
  for (const table of ['planning_scenarios', 'planned_bills', 'scenario_allocations']) {
    const { rows } = await asOwner(fresh.url, (client) => client.query(`select from ${table} where user_id = $1`, [user]))
    expect(rows, table).toEqual([])
  }
})
