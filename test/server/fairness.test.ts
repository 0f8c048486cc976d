/** One account at full tilt beside others, through the whole app on a small pool. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planningPath } from '../../server/planning/routes.ts'
import { asOwner } from './freshDatabase.ts'
import { planningApp, type Person, type PlanningApp, type Reply } from './planningApp.ts'

let app: PlanningApp
beforeAll(async () => {
  app = await planningApp({ max: 4 })
})
afterAll(() => app.close())

const bills = (count: number, amount_cents: number) => ({
  bills: Array.from({ length: count }, (_, nth) => ({ name: `Bill ${nth}`, amount_cents, due_date: '2026-07-01' })),
  allocations: [],
})
const newPlan = async (by: Person): Promise<string> =>
  (await app.ask(planningPath, { method: 'POST', by, body: { name: `Plan ${newId()}` } })).json.id
const write = (by: Person, id: string, amount: number, count = 300): Promise<Reply> =>
  app.ask(`${planningPath}/${id}`, { method: 'PUT', by, body: bills(count, amount) })

/** Asks for as long as work lasts, on so many connections at once, and counts the answers. */
function keepAsking(connections: number, ask: (nth: number) => Promise<Reply>) {
  const counts = { answered: 0, statuses: new Set<number>() }
  let goesOn = true
  const all = Array.from({ length: connections }, async (_, first) => {
    for (let nth = first; goesOn; nth += connections) {
      counts.statuses.add((await ask(nth)).status)
      counts.answered += 1
    }
  })
  const end = async (): Promise<void> => {
    goesOn = false
    await Promise.all(all)
  }
  return { counts, end }
}

test('while one account writes a large plan on 60 connections, others and health are answered after a few of its requests, not after all of them', async () => {
  const [eager, other] = [await app.person(), await app.person()]
  const [large, small] = [await newPlan(eager), await newPlan(other)]
  const { counts, end } = keepAsking(60, (nth) => write(eager, large, nth))
  while (counts.answered < 5) await new Promise((resolve) => setTimeout(resolve, 5))
  /** How many of the eager account's requests were answered between a question and its answer. */
  const between = async (ask: () => Promise<Reply>): Promise<number> => {
    const before = counts.answered
    const reply = await ask()
    expect(reply.status).toBe(200)
    return counts.answered - before
  }
  for (let turn = 0; turn < 10; turn += 1) {
    expect(await between(() => app.ask(`${planningPath}/${small}`, { by: other }))).toBeLessThanOrEqual(4)
    expect(await between(() => write(other, small, turn, 3))).toBeLessThanOrEqual(4)
    expect(await between(() => app.ask('/api/health'))).toBeLessThanOrEqual(4)
    expect(app.fresh.database.turns.counts().running).toBeLessThanOrEqual(2)
  }
  await end()
  expect([...counts.statuses]).toEqual([200])
  expect((await app.ask(`${planningPath}/${large}`, { by: eager })).json.revision).toBe(1 + counts.answered)
})

test('an account’s reads and its other plans go on while one of its plans is written without end', async () => {
  const wide = await planningApp({ max: 8 })
  const eager = await wide.person()
  const ask = (path: string, method = 'GET', body?: unknown): Promise<Reply> => wide.ask(planningPath + path, { method, body, by: eager })
  const [busy, calm] = [(await ask('', 'POST', { name: 'Busy' })).json.id, (await ask('', 'POST', { name: 'Calm' })).json.id]
  const { counts, end } = keepAsking(6, (nth) => ask(`/${busy}`, 'PUT', bills(300, nth)))
  while (counts.answered < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = counts.answered
  for (let turn = 0; turn < 5; turn += 1) {
    expect((await ask(`/${busy}`)).status).toBe(200)
    expect((await ask(`/${calm}`, 'PATCH', { planning_balance_cents: turn })).status).toBe(200)
  }
  expect(counts.answered - before).toBeLessThanOrEqual(40)
  await end()
  await wide.close()
})

test('a lock that another app holds is waited for a while, and then told as what it is; nothing is stored, and health is well', async () => {
  const person = await app.person()
  const id = await newPlan(person)
  await asOwner(app.fresh.url, async (client) => {
    await client.query('begin')
    await client.query('select from planning_scenarios where id = $1 for update', [id])
    const writes = [1, 2, 3].map((amount) => write(person, id, amount, 1))
    expect((await app.ask(`${planningPath}/${id}`, { by: person })).json.revision).toBe(1)
    expect((await app.ask('/api/health')).json).toEqual({ ok: true })
    // The other two wait in the app for this one, and find the lock given up.
    const reply = await Promise.race(writes)
    await client.query('rollback')
    expect([reply.status, reply.json.problems[0].code, reply.headers.get('retry-after')]).toEqual([503, 'server_is_busy', '2'])
    expect(reply.json.detail).toBe('Other changes to the same plan are under way. Nothing was stored. Try again in a moment.')
    expect((await Promise.all(writes)).map(({ status }) => status).sort()).toEqual([200, 200, 503])
  })
  expect((await app.ask(`${planningPath}/${id}`, { by: person })).json.revision).toBe(3)
})
