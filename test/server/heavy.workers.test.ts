/** Heavy requests have limits that end a worker and not the server. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { v7 as newId } from 'uuid'
import type { NewScenario } from '../../core/store.ts'
import { startWork, type Answered, type Work, type WorkLimits } from '../../server/heavy/workers.ts'
import type { PlainCall } from '../../server/planning/answering.ts'
import { planningStoreFor } from '../../server/planning/service.ts'
import { addUser, freshDatabase, type FreshDatabase } from './freshDatabase.ts'
import { themselves } from './themselves.ts'
import { problemText } from '../../core/problem.ts'
import { english } from '../../server/words/words.ts'

const weekly = (name: string) => ({
  id: newId(),
  name,
  amount_cents: 100_000,
  due_date: '2026-01-01',
  schedule: { every: 1, unit: 'week' as const },
})
const plan: NewScenario = {
  name: 'Heavy',
  start_date: '2026-01-01',
  planning_balance_cents: 1_000_000_000,
  incomes: Array.from({ length: 20 }, (_, index) => weekly(`Pay ${index}`)),
  allocations: Array.from({ length: 15 }, (_, index) => ({
    id: newId(),
    target: `savings:Jar ${index}`,
    kind: 'fixed' as const,
    value: 1,
    base: 'income' as const,
  })),
}
const largePlan: NewScenario = {
  name: 'Large',
  start_date: '2026-01-01',
  bills: Array.from({ length: 1_500 }, (_, index) => ({ ...weekly(`Bill ${index}`), name: `Bill ${index} ${'x'.repeat(80)}` })),
}

let fresh: FreshDatabase
let ana: string
let ben: string
const plans: Record<string, string> = {}
beforeAll(async () => {
  fresh = await freshDatabase()
  ana = await addUser(fresh.url)
  ben = await addUser(fresh.url)
  for (const account of [ana, ben]) plans[account] = await storedOf(account, plan)
})
afterAll(() => fresh.close())

async function storedOf(account: string, given: NewScenario): Promise<string> {
  const made = await planningStoreFor(fresh.database, themselves(account), { now: () => new Date().toISOString(), newId }).createScenario({
    ...given,
    id: newId(),
    name: newId(),
  })
  if (!made.ok) throw new Error(made.problems[0]!.says)
  return made.value.id
}

let work: Work
afterEach(() => work.close())
const start = (limits: Partial<WorkLimits> = {}): Work => (work = startWork(fresh.database, limits))

const call = (route: PlainCall['route'], account: string, id: string, more: Partial<PlainCall> = {}): PlainCall => ({
  route,
  language: 'en',
  user_id: account,
  token_id: null,
  id,
  row_id: '',
  revision: 0,
  body: new Uint8Array(),
  query: {},
  headers: {},
  ...more,
})
const journal = (account = ana, until = '2032-01-01'): PlainCall =>
  call('exportScenario', account, plans[account]!, { query: { format: 'hledger', today: '2026-01-01', until } })
const edit = (id: string, value: object): PlainCall =>
  call('editScenario', ana, id, { body: new TextEncoder().encode(JSON.stringify(value)) })

const textOf = ({ head, text }: Answered): Promise<string> => {
  if (head.status === 'refused') throw new Error(head.problems[0]!.says)
  return new Response(text).text()
}
const codeOf = ({ head }: Answered): string | undefined => (head.status === 'refused' ? head.problems[0]!.code : undefined)
const messageOf = ({ head }: Answered): string => (head.status === 'refused' ? problemText(head.problems[0]!, english) : '')

describe('a worker', () => {
  it('says the same as the main thread: of a journal its beginning, of a large plan what was stored', async () => {
    start()
    const [little, much] = [await work.answer(journal(ana, '2026-03-01')), await work.answer(journal(ana))]
    expect(typeof little.text).toBe('string')
    const before = (text: string): string[] => text.split('\n').filter((line) => /^2026-0[12]/.test(line))
    expect(before(await textOf(little))).toEqual(before(await textOf(much)))
    expect(before(await textOf(little)).length).toBeGreaterThan(100)

    const id = await storedOf(ana, largePlan)
    const answered = await work.answer(call('getScenario', ana, id))
    expect(answered.head).toMatchObject({ status: 200, revision: 1, type: 'application/json' })
    const stored = await planningStoreFor(fresh.database, themselves(ana), { now: () => new Date().toISOString(), newId }).getScenario(id)
    expect(JSON.parse(await textOf(answered))).toEqual(stored.ok && stored.value)
  })

  it('goes on to the next once a text has been taken to its end', async () => {
    start()
    const threads: number[] = []
    for (let time = 0; time < 12; time += 1) {
      await textOf(await work.answer(journal()))
      await new Promise((resolve) => setTimeout(resolve, 20))
      threads.push(work.counts().threads)
    }
    expect(threads).toEqual(Array(12).fill(1))
  })

  it('has one thread ready before anybody asks for much, and after it had to end one', async () => {
    start({ ready_ms: 10, answer_ms: 1 })
    await expect.poll(() => work.counts().threads).toBe(1)
    expect((await work.answer(journal())).head).toMatchObject({ status: 'refused' })
    await expect.poll(() => work.counts()).toEqual({ threads: 1, ended: 1 })
  })

  it('carries out an edit of a large plan once, tells other devices of it, and refuses what is stale as ever', async () => {
    start()
    const id = await storedOf(ana, largePlan)
    const told: unknown[] = []
    const stop = await fresh.database.changes.hear(ana, { changed: (change) => told.push(change), ended: () => {} })
    const asked = {
      ...edit(id, { type: 'set_fields', fields: { floor_cents: 7 } }),
      headers: { 'if-match': '"1"', 'idempotency-key': newId() },
    }
    for (let time = 0; time < 2; time += 1) expect((await work.answer(asked)).head).toMatchObject({ status: 200, revision: 2 })
    expect((await work.answer({ ...asked, headers: { 'if-match': '"1"' } })).head).toMatchObject({ status: 'refused', current_revision: 2 })
    await expect.poll(() => told).toContainEqual({ id, revision: 2 })
    stop?.()
  })

  it('that takes too long is ended, with a sentence that says what was stored, and the next request gets another', async () => {
    start({ answer_ms: 1 })
    const id = await storedOf(ana, largePlan)
    for (let time = 0; time < 2; time += 1) {
      expect(messageOf(await work.answer(journal()))).toMatch(/^This took longer.*Nothing was stored/)
      expect(messageOf(await work.answer(edit(id, { type: 'set_fields', fields: { floor_cents: 3 } })))).toMatch(
        /^This took longer.*Nothing was stored/,
      )
    }
    const stored = await planningStoreFor(fresh.database, themselves(ana), { now: () => new Date().toISOString(), newId }).getScenario(id)
    expect(stored.ok && stored.value.floor_cents).toBe(0)
  })

  it('that needs too much memory is ended, and the server goes on', { timeout: 120_000 }, async () => {
    start({ memory_mb: 40, answer_ms: 60_000 })
    for (let time = 0; time < 2; time += 1)
      expect(
        messageOf(
          await work.answer(
            call('createScenario', ana, '', { body: new TextEncoder().encode(`{"bills":[${'{},'.repeat(1_000_000)}{}]}`) }),
          ),
        ),
      ).toMatch(/^This needed more memory.*Nothing was stored/)
    expect(codeOf(await work.answer(call('getScenario', ana, plans[ana]!)))).toBeUndefined()
  })

  it('serves others while a text is read slowly, and its own account once that is read or given up', async () => {
    start()
    const unread = await work.answer(journal())
    expect((await textOf(await work.answer(journal(ben)))).length).toBeGreaterThan(4_000_000)
    const next = work.answer(journal())
    if (unread.text instanceof ReadableStream) await unread.text.cancel()
    expect((await textOf(await next)).length).toBeGreaterThan(4_000_000)
  })

  it('is not kept by those who read slowly: the first of too many is cut off once somebody waits, and hears that its text is no whole one', async () => {
    start({ threads: 1, reading_ms: 500 })
    const slow = await Promise.all([ana, ben].map((account) => work.answer(journal(account, '2033-01-01'))))
    const others = await addUser(fresh.url)
    plans[others] = await storedOf(others, plan)
    expect((await textOf(await work.answer(journal(others)))).length).toBeGreaterThan(4_000_000)
    await expect(textOf(slow[0]!)).rejects.toThrow('A worker ended before its text did.')
    expect((await textOf(slow[1]!)).length).toBeGreaterThan(4_000_000)
  })

  it('is not had by one account alone: what is asked beyond its line is sent away with a sentence', async () => {
    start()
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const answered = await work.answer(journal())
        return answered.head.status === 'refused' ? codeOf(answered) : (await textOf(answered), 'told')
      }),
    )
    // Nine have a place; on a busy machine some of them wait in vain.
    expect(answers.filter((answer) => answer === 'server_is_busy').length).toBeGreaterThanOrEqual(3)
    expect(new Set(answers)).toEqual(new Set(['told', 'server_is_busy']))
  })
})
