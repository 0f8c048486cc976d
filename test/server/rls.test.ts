/** Row-level security: what the database itself shows and takes, with no WHERE to help. */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inUserTransaction } from '../../server/database/connect.ts'
import type { Tables } from '../../server/database/tables.ts'
import { feedStoreFor } from '../../server/planning/feeds.ts'
import { planningStoreFor } from '../../server/planning/service.ts'
import { valueOf } from '../store/subject.ts'
import { addUser, freshDatabase, type FreshDatabase } from './freshDatabase.ts'

const tables = ['planning_scenarios', 'planned_bills', 'planned_incomes', 'scenario_allocations', 'scenario_goals', 'planning_revisions', 'calendar_feeds'] as const

let fresh: FreshDatabase
const people: { id: string; scenario: string }[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  for (const name of ['one', 'two']) {
    const id = await addUser(fresh.url, `${name}-${randomUUID()}`)
    const store = planningStoreFor(fresh.database, id, { now: () => new Date().toISOString(), newId: () => newId() })
    const made = valueOf(await store.createScenario({
        name: 'Baseline',
        bills: [{ name: 'Rent', amount_cents: 1 }],
        incomes: [{ name: 'Pay', amount_cents: 1 }],
        allocations: [{ target: 'savings:a', kind: 'percent', value: 5 }],
        goals: [{ name: 'Car', target_cents: 1 }],
      }),
    )
    valueOf(await feedStoreFor(fresh.database, id, () => newId()).create(made.id, { shows_amounts: false }))
    people.push({ id, scenario: made.id })
  }
})
afterAll(() => fresh.close())

test('every table with an owner is among them', async () => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'user_id'
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity`.execute(fresh.database.db)
  expect(rows.map(({ name }) => name).sort()).toEqual([...tables].sort())
})

const countIn = async (db: Kysely<Tables>, table: (typeof tables)[number]): Promise<number> => Number((await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db)).rows[0]?.count)

describe.each(tables)('%s', (table) => {
  test('a query without a WHERE shows one’s own rows alone', async () => {
    for (const { id } of people) {
      const owners = await inUserTransaction(fresh.database, id, async (db) => (await sql<{ user_id: string }>`select user_id from ${sql.table(table)}`.execute(db)).rows)
      expect(owners).toEqual([{ user_id: id }])
    }
  })

  test('a query for nobody shows nothing', async () => {
    expect(await countIn(fresh.database.db, table)).toBe(0)
  })

  test('a change or deletion without a WHERE leaves the rows of others alone', async () => {
    const [one, two] = people
    await inUserTransaction(fresh.database, one!.id, async (db) => {
      const changed = await sql`update ${sql.table(table)} set created_at = now()`.execute(db)
      expect(changed.numAffectedRows).toBe(1n)
      await sql`savepoint before_deletion`.execute(db)
      const deleted = await sql`delete from ${sql.table(table)}`.execute(db)
      expect(deleted.numAffectedRows).toBe(1n)
      await sql`rollback to before_deletion`.execute(db)
    })
    expect(await inUserTransaction(fresh.database, two!.id, (db) => countIn(db, table))).toBe(1)
  })

  test('a row for somebody else is refused, and so is giving one away', async () => {
    const [one, two] = people
    const giveAway = inUserTransaction(fresh.database, one!.id, (db) => sql`update ${sql.table(table)} set user_id = ${two!.id}`.execute(db))
    await expect(giveAway).rejects.toThrow(/row-level security/)
    const forTwo: Record<(typeof tables)[number], (db: Kysely<Tables>) => Promise<unknown>> = {
      planning_scenarios: (db) => sql`insert into planning_scenarios (user_id, id, name, start_date) values (${two!.id}, ${newId()}, 'Planted', '2026-07-01')`.execute(db),
      planned_bills: (db) => sql`insert into planned_bills (user_id, scenario_id, id, position, name, amount_cents) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 1)`.execute(db),
      planned_incomes: (db) => sql`insert into planned_incomes (user_id, scenario_id, id, position, name, amount_cents) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 1)`.execute(db),
      scenario_goals: (db) => sql`insert into scenario_goals (user_id, scenario_id, id, position, name, target_cents) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'Planted', 1)`.execute(db),
      scenario_allocations: (db) => sql`insert into scenario_allocations (user_id, scenario_id, id, position, target, kind, value) values (${two!.id}, ${two!.scenario}, ${newId()}, 1, 'savings:planted', 'fixed', 1)`.execute(db),
      calendar_feeds: (db) => sql`insert into calendar_feeds (user_id, scenario_id, id, secret_hash) values (${two!.id}, ${two!.scenario}, ${newId()}, decode(repeat('ab', 32), 'hex'))`.execute(db),
      planning_revisions: (db) => sql`insert into planning_revisions (user_id, scenario_id, revision, state, bytes) values (${two!.id}, ${two!.scenario}, 99, '{}', 2)`.execute(db),
    }
    await expect(inUserTransaction(fresh.database, one!.id, forTwo[table])).rejects.toThrow(/row-level security/)
    await expect(forTwo[table](fresh.database.db)).rejects.toThrow(/row-level security/)
  })
})

test('a transaction for one person leaves nothing behind for who uses the connection next', async () => {
  const alone = await freshDatabase({ max: 1 })
  const id = await addUser(alone.url)
  await inUserTransaction(alone.database, id, (db) => countIn(db, 'planning_scenarios'))
  const { rows } = await sql<{ value: string }>`select coalesce(current_setting('app.user_id', true), '') as value`.execute(alone.database.db)
  expect(rows).toEqual([{ value: '' }])
  await alone.close()
})
