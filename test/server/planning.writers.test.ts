/** Many who write at once, on a real PostgreSQL. */
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inUserTransaction } from '../../server/database/connect.ts'
import { planningPath } from '../../server/planning/routes.ts'
import { planningApp, type Person, type PlanningApp, type Reply } from './planningApp.ts'

let app: PlanningApp
let person: Person

beforeAll(async () => {
  app = await planningApp({ max: 32 })
  person = await app.person()
})
afterAll(() => app.close())

const many = <T>(count: number, ask: (nth: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, nth) => ask(nth)))
const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
  app.ask(planningPath + path, { method, by: person, body, headers })
const statuses = (replies: Reply[]): Record<number, number> => {
  const counts: Record<number, number> = {}
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
const created = async (): Promise<string> => (await ask('POST', '', { name: `Plan ${newId()}` })).json.id
const percentsStored = (scenario: string): Promise<number> =>
  inUserTransaction(app.fresh.database, person.user_id, async (db) => {
    const { rows } = await sql<{
      total: number
    }>`select coalesce(sum(value), 0)::int as total from scenario_allocations where scenario_id = ${scenario} and kind = 'percent'`.execute(
      db,
    )
    return rows[0]!.total
  })

test('64 writers who each want 10 percent leave 100 on the database, never more', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await created()
    let most = 0
    let writing = true
    const watching = (async () => {
      while (writing) most = Math.max(most, await percentsStored(id))
    })()
    const replies = await many(64, (nth) =>
      ask('PUT', `/${id}/allocations/${newId()}`, { target: `savings:${nth}`, kind: 'percent', value: 10 }),
    )
    writing = false
    await watching
    expect(statuses(replies)).toEqual({ 200: 10, 422: 54 })
    expect(await percentsStored(id)).toBe(100)
    expect(most).toBeLessThanOrEqual(100)
    expect((await ask('GET', `/${id}`)).json.revision).toBe(11)
  }
})

test('64 writers at once leave 100 on the balance and 100 on the incomes, never more on either', async () => {
  const id = await created()
  const replies = await many(64, (nth) =>
    ask('PUT', `/${id}/allocations/${newId()}`, {
      target: `savings:${nth}`,
      kind: 'percent',
      value: 20,
      base: nth % 2 === 0 ? 'balance' : 'income',
    }),
  )
  expect(statuses(replies)).toEqual({ 200: 10, 422: 54 })
  const { allocations } = (await ask('GET', `/${id}`)).json
  for (const base of ['balance', 'income']) expect(allocations.filter((row: { base: string }) => row.base === base)).toHaveLength(5)
  expect(await percentsStored(id)).toBe(200)
})

test('64 writers of whole lists, rows and batches together keep to it too', async () => {
  const id = await created()
  const row = (nth: number): object => ({ id: newId(), target: `savings:${nth}`, kind: 'percent', value: 35 })
  const replies = await many(64, (nth) => {
    if (nth % 3 === 0) return ask('PUT', `/${id}`, { bills: [], allocations: [row(nth), row(nth + 100)] })
    if (nth % 3 === 1)
      return ask('POST', `/${id}/edits`, { type: 'batch', edits: [{ type: 'put_row', collection: 'allocations', row: row(nth) }] })
    return ask('PUT', `/${id}/allocations/${newId()}`, { ...row(nth), id: undefined })
  })
  expect(Object.keys(statuses(replies)).every((status) => status === '200' || status === '422')).toBe(true)
  expect(await percentsStored(id)).toBeLessThanOrEqual(100)
  expect((await ask('GET', `/${id}`)).json.revision).toBe(1 + statuses(replies)[200]!)
})

test('behind the app’s own check the database refuses percents above 100 of a base that come past it', async () => {
  const id = await created()
  const past = (statement: ReturnType<typeof sql>): Promise<unknown> =>
    inUserTransaction(app.fresh.database, person.user_id, (db) => statement.execute(db))
  const row = (name: string, base: string, value: number) =>
    sql`(${person.user_id}, ${id}, ${newId()}, 0, ${`savings:${name}`}, 'percent', ${value}, ${base}::allocation_base)`
  const insert = (rows: ReturnType<typeof row>[]) =>
    sql`insert into scenario_allocations (user_id, scenario_id, id, position, target, kind, value, base) values ${sql.join(rows)}`
  for (const base of ['balance', 'income'])
    await expect(past(insert([row('a', base, 60), row('b', base, 41)]))).rejects.toMatchObject({
      constraint: 'percents_must_not_exceed_100',
    })
  expect(await percentsStored(id)).toBe(0)
  await past(insert([row('a', 'balance', 60), row('b', 'income', 41)]))
  await expect(past(sql`update scenario_allocations set base = 'income' where scenario_id = ${id}`)).rejects.toMatchObject({
    constraint: 'percents_must_not_exceed_100',
  })
  await expect(
    past(sql`update scenario_allocations set value = 101 - value where scenario_id = ${id} and base = 'income'`),
  ).resolves.toBeDefined()
  expect(await percentsStored(id)).toBe(120)
})

test('two goals of one name are refused by the database as well, at the end of a transaction, so that they can swap names', async () => {
  const id = await created()
  const [a, b] = [newId(), newId()]
  await ask('PUT', `/${id}/goals/${a}`, { name: 'A', target_cents: 1 })
  await ask('PUT', `/${id}/goals/${b}`, { name: 'B', target_cents: 1 })
  const past = (statement: ReturnType<typeof sql>): Promise<unknown> =>
    inUserTransaction(app.fresh.database, person.user_id, (db) => statement.execute(db))
  await expect(past(sql`update scenario_goals set name = 'A' where id = ${b}`)).rejects.toMatchObject({
    constraint: 'uq_scenario_goals_name',
  })
  await past(sql`update scenario_goals set name = case name when 'A' then 'B' else 'A' end where scenario_id = ${id}`)
  expect((await ask('GET', `/${id}`)).json.goals).toMatchObject([
    { id: a, name: 'B' },
    { id: b, name: 'A' },
  ])
})

test('a plan and its branches that merge into each other from all sides never wait for each other in a circle', async () => {
  const parent = await created()
  const branches = await many(
    3,
    async (nth) => (await ask('POST', `/${parent}/branch`, { name: `Branch ${nth} ${newId()}` })).json.id as string,
  )
  const replies = await many(72, (nth) => {
    const branch = branches[nth % 3]!
    if (nth % 4 === 0) return ask('POST', `/${parent}/merge`, { from: branch })
    if (nth % 4 === 1) return ask('POST', `/${branch}/merge`, { from: parent })
    if (nth % 4 === 2) return ask('POST', `/${parent}/branch`, { id: branch })
    return ask('PUT', `/${nth % 8 === 3 ? parent : branch}/bills/${newId()}`, { name: `Bill ${nth}`, amount_cents: nth })
  })
  expect(statuses(replies)).toEqual({ 200: 72 })
  for (const branch of branches) await ask('POST', `/${parent}/merge`, { from: branch })
  expect((await ask('GET', `/${parent}`)).json.bills).toHaveLength(18)
  for (const branch of branches) {
    await ask('POST', `/${branch}/merge`, { from: parent })
    expect((await ask('GET', `/${branch}`)).json.bills).toHaveLength(18)
  }
})

test('of 64 who write on the same revision one comes through and 63 are told that it is stale', async () => {
  const id = await created()
  const replies = await many(64, (nth) =>
    ask('PUT', `/${id}`, { bills: [{ name: `Bill ${nth}`, amount_cents: nth }], allocations: [] }, { 'if-match': '"1"' }),
  )
  expect(statuses(replies)).toEqual({ 200: 1, 412: 63 })
  const winner = replies.findIndex((reply) => reply.status === 200)
  expect((await ask('GET', `/${id}`)).json).toMatchObject({ revision: 2, bills: [{ name: `Bill ${winner}` }] })
})

test('a reader among writers sees whole revisions, never half of one', async () => {
  const id = await created()
  const writes = many(40, (nth) =>
    ask('PUT', `/${id}`, {
      planning_balance_cents: nth,
      bills: Array.from({ length: 20 }, () => ({ name: 'Same', amount_cents: nth })),
      allocations: [{ target: 'savings:a', kind: 'fixed', value: nth }],
    }),
  )
  const reads = await many(60, () => ask('GET', `/${id}`))
  await writes
  for (const { json } of reads) {
    const amounts = new Set([
      json.planning_balance_cents,
      ...json.bills.map((bill: { amount_cents: number }) => bill.amount_cents),
      ...json.allocations.map((row: { value: number }) => row.value),
    ])
    expect(json.revision === 1 ? [0] : [...amounts]).toHaveLength(1)
  }
})

test('creating at once: one name goes to one, one id makes one, and 500 is where it ends', async () => {
  const same = await many(16, () => ask('POST', '', { name: 'Same name' }))
  expect(statuses(same)).toEqual({ 201: 1, 409: 15 })
  const id = newId()
  const again = await many(16, () => ask('POST', '', { id, name: 'Same id' }))
  expect(statuses(again)).toEqual({ 200: 15, 201: 1 })
  const { length } = (await ask('GET', '')).json
  const replies = await many(500 - length + 16, (nth) => ask('POST', '', { name: `Number ${nth}` }))
  expect(statuses(replies)).toEqual({ 201: 500 - length, 422: 16 })
  expect((await ask('GET', '')).json).toHaveLength(500)
})

test('deleting, restoring and renaming at once never leave two of one name', async () => {
  const other = await app.person()
  const askOther = (method: string, path: string, body?: unknown): Promise<Reply> =>
    app.ask(planningPath + path, { method, by: other, body })
  const ids = await many(4, async (nth) => (await askOther('POST', '', { name: `Plan ${nth}` })).json.id as string)
  for (let round = 0; round < 10; round += 1) {
    const replies = await many(24, (nth) => {
      const id = ids[nth % 4]!
      if (nth % 3 === 0) return askOther('DELETE', `/${id}`)
      if (nth % 3 === 1) return askOther('POST', `/${id}/restore`)
      return askOther('PATCH', `/${id}`, { name: 'The one name' })
    })
    expect(replies.every((reply) => [200, 404, 409].includes(reply.status))).toBe(true)
    const names = (await askOther('GET', '')).json.map((scenario: { name: string }) => scenario.name)
    expect(new Set(names).size).toBe(names.length)
  }
})
