/** Programs of calls by two people against the API and a model of it (planningModel.ts), compared after each call. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { inUserTransaction } from '../../server/database/connect.ts'
import { collections, type Collection } from '../../core/scenario.ts'
import { planningPath } from '../../server/planning/routes.ts'
import type { Person, PlanningApp, Reply } from './planningApp.ts'
import {
  contentOf,
  expectedOf,
  routedCollections,
  type Call,
  type Given,
  type Model,
  type ModelScenario,
  type Row,
} from './planningModel.ts'

/** Few of each, so that calls meet: ids, rows and names are drawn from these by number. */
const uuid = (kind: number, nth: number): string => `0000000${kind}-0000-4000-8000-00000000000${nth}`
const scenarioIds = [0, 1, 2].map((nth) => uuid(1, nth))
const billIds = [0, 1, 2].map((nth) => uuid(2, nth))
const allocationIds = [0, 1, 2].map((nth) => uuid(3, nth))
const incomeIds = [0, 1].map((nth) => uuid(4, nth))
const goalIds = [0, 1].map((nth) => uuid(5, nth))
const accountIds = [0, 1].map((nth) => uuid(6, nth))
const transferIds = [0, 1].map((nth) => uuid(7, nth))
const idsOf: { [C in Collection]: string[] } = {
  bills: billIds,
  incomes: incomeIds,
  allocations: allocationIds,
  goals: goalIds,
  accounts: accountIds,
  transfers: transferIds,
}
const names = ['Baseline', 'Lean', 'Bold']

/** The first of each most often, so that programs go deep. */
const id = fc.oneof({ weight: 4, arbitrary: fc.constant(scenarioIds[0]!) }, { weight: 2, arbitrary: fc.constantFrom(...scenarioIds) })
const stale = fc.integer({ min: 0, max: 5 }).map((nth) => nth === 0)
const name = fc.constantFrom(...names)
const amount = fc.constantFrom(0, 5, 1_000)
/** Mostly whole rows, which are stored, and some that lack fields, which only known rows may. */
const rowOf = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof({ weight: 4, arbitrary: fc.record(fields) }, { weight: 1, arbitrary: fc.record(fields, { requiredKeys: ['id'] }) })
/** Mostly what fits together: two dates of three, two rules of five, the ends of a range together. */
const due = fc.constantFrom(null, '2026-07-05', '2026-07-31')
const schedule = fc.constantFrom(null, null, null, { every: 1, unit: 'month', on: [-1] }, { every: 2, unit: 'week' })
const payment = {
  name,
  amount_cents: amount,
  due_date: due,
  category: fc.constantFrom('Home', null),
  schedule,
  exceptions: fc.constantFrom({}, { '2026-07-05': { rest: 'dropped' } }, { '2026-07-19': { skipped: true } }),
  range: fc.constantFrom([null, null], [1, 9], [1, 9], [null, 9]),
}
const ranged = ({ id: own, range, ...fields }: Record<string, unknown>): Given => ({
  id: String(own),
  ...fields,
  ...(Array.isArray(range) && { amount_low_cents: range[0] as unknown, amount_high_cents: range[1] as unknown }),
})
/** What comes from who knows the six old fields alone. */
const oldBill = fc.record({
  id: fc.constantFrom(...billIds),
  name,
  amount_cents: amount,
  category: fc.constantFrom('Home', null),
}) as fc.Arbitrary<Given>
const target = fc.oneof(
  fc.constantFrom('savings:Rainy day', 'goal:Car', 'goal:Trip'),
  fc.constantFrom(...billIds).map((to) => `bill:${to}`),
)
const kind = fc.oneof({ weight: 3, arbitrary: fc.constant('percent') }, { weight: 1, arbitrary: fc.constant('fixed') })
/** Mostly the main account: an account that is named has to be there. */
const account = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...accountIds) })
const row = {
  bills: fc.oneof(oldBill, rowOf({ id: fc.constantFrom(...billIds), ...payment, account_id: account }).map(ranged)),
  incomes: rowOf({ id: fc.constantFrom(...incomeIds), ...payment, account_id: account }).map(ranged),
  allocations: rowOf({
    id: fc.constantFrom(...allocationIds),
    target,
    kind,
    value: fc.constantFrom(0, 40, 60, 100),
    base: fc.constantFrom('balance', 'income'),
  }),
  goals: rowOf({ id: fc.constantFrom(...goalIds), name: fc.constantFrom('Car', 'Trip'), target_cents: amount, target_date: due }),
  accounts: rowOf({
    id: fc.constantFrom(...accountIds),
    name: fc.constantFrom('Joint', 'Visa'),
    kind: fc.constantFrom('checking', 'loan'),
    balance_cents: fc.constantFrom(0, -5),
    floor_cents: fc.constantFrom(null, -100),
  }),
  transfers: rowOf({ id: fc.constantFrom(...transferIds), ...payment, from_account_id: account, to_account_id: account }).map(ranged),
} as { [C in Collection]: fc.Arbitrary<Given> }
const list = (collection: Collection): fc.Arbitrary<Given[]> =>
  fc.uniqueArray(row[collection], { maxLength: 3, selector: ({ id: own }) => own })
const doubled = fc.oneof({ weight: 5, arbitrary: list('bills') }, { weight: 1, arbitrary: fc.array(row.bills, { maxLength: 3 }) })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom<'list' | 'deleted'>('list', 'deleted') }) as fc.Arbitrary<Call> },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create' as const), id, name, bills: list('bills') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom<'get' | 'delete' | 'restore'>('get', 'delete', 'restore'),
      id,
      stale,
    }) as fc.Arbitrary<Call>,
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      id,
      lists: fc.record({
        bills: doubled,
        incomes: maybe(list('incomes')),
        allocations: list('allocations'),
        goals: maybe(list('goals')),
        accounts: maybe(list('accounts')),
        transfers: maybe(list('transfers')),
      }),
      name: maybe(name),
      stale,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('patch' as const), id, name: maybe(name), balance: maybe(amount), stale }) },
  ...routedCollections.flatMap((collection) => [
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('put_row' as const), id, collection: fc.constant(collection), row: row[collection], stale }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('delete_row' as const),
        id,
        collection: fc.constant(collection),
        row_id: fc.constantFrom(...idsOf[collection]),
        stale,
      }),
    },
  ]),
  { weight: 1, arbitrary: fc.record({ do: fc.constant('branch' as const), id, branch_id: fc.constantFrom(...scenarioIds), name }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('restore_revision' as const), id, revision: fc.integer({ min: 1, max: 6 }), stale }),
  },
)

/** 10 to 30 calls, each by the first or the second of two people. */
const who = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) })
const programs = fc.array(fc.tuple(who, call), { minLength: 10, maxLength: 30, size: 'max' })

/**
 * Runs as many programs, in lanes side by side with two people each, so that neither the app nor the database waits.
 * A failure prints its seed and the shortest program that fails.
 */
export async function runPrograms(app: PlanningApp, { numRuns, seed }: { numRuns: number; seed: number }): Promise<void> {
  const lanes = 3
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const people: [Person, Person] = [await app.person(), await app.person()]
      const forgetAll = async (): Promise<void> => {
        for (const { user_id } of people)
          await inUserTransaction(app.fresh.database, user_id, (db) => sql`delete from planning_scenarios`.execute(db))
      }
      const program = fc.asyncProperty(programs, (calls) => runProgram(app, people, calls))
      await fc.assert(program.beforeEach(forgetAll), { numRuns: Math.ceil(numRuns / lanes), seed: seed + lane })
    }),
  )
}

/** Runs a program for two people who have nothing yet. */
async function runProgram(app: PlanningApp, people: [Person, Person], program: [number, Call][]): Promise<void> {
  const model: Model = [new Map(), new Map()]
  for (const [who, call] of program) {
    const expected = expectedOf(model[who]!, call)
    const reply = await send(app, people[who]!, call, model[who]!)
    expect({ call, status: reply.status }).toEqual({ call, status: expected.status })
    if (expected.revision !== undefined) expect(reply.json.revision).toBe(expected.revision)
    if (expected.status === 412) expect(reply.headers.get('etag')).toBe(`"${model[who]!.get((call as { id: string }).id)!.revision}"`)
    await compare(app, people[who]!, model[who]!, call)
  }
  await Promise.all(people.map((person, who) => compareAll(app, person, model[who]!)))
}

function send(app: PlanningApp, by: Person, call: Call, scenarios: Model[number]): Promise<Reply> {
  const ask = (method: string, path: string, body?: unknown): Promise<Reply> => {
    const revision = 'id' in call ? (scenarios.get(call.id)?.revision ?? 1) : 1
    const isStale = 'stale' in call && call.stale
    return app.ask(planningPath + path, {
      method,
      by,
      body,
      headers: isStale && method !== 'GET' ? { 'if-match': `"${revision + 1}"` } : {},
    })
  }
  switch (call.do) {
    case 'list':
      return ask('GET', '')
    case 'deleted':
      return ask('GET', '/deleted')
    case 'create':
      return ask('POST', '', { id: call.id, name: call.name, bills: call.bills })
    case 'get':
      return ask('GET', `/${call.id}`)
    case 'delete':
      return ask('DELETE', `/${call.id}`)
    case 'restore':
      return ask('POST', `/${call.id}/restore`)
    case 'put':
      return ask('PUT', `/${call.id}/`, { ...call.lists, name: call.name })
    case 'patch':
      return ask('PATCH', `/${call.id}`, { name: call.name, planning_balance_cents: call.balance })
    case 'put_row':
      return ask('PUT', `/${call.id}/${call.collection}/${call.row.id}`, call.row)
    case 'delete_row':
      return ask('DELETE', `/${call.id}/${call.collection}/${call.row_id}`)
    case 'restore_revision':
      return ask('POST', `/${call.id}/revisions/${call.revision}/restore`)
    case 'branch':
      return ask('POST', `/${call.id}/branch`, { id: call.branch_id, name: call.name })
  }
}

/** What a scenario's reader sees after a call on it. */
async function compare(app: PlanningApp, by: Person, scenarios: Model[number], call: Call): Promise<void> {
  if (!('id' in call)) return compareAll(app, by, scenarios)
  const expected = scenarios.get(call.id)
  const reply = await app.ask(`${planningPath}/${call.id}`, { by })
  if (!expected || expected.deleted) return expect({ call, status: reply.status }).toEqual({ call, status: 404 })
  const untimed = (rows: Row[]): Row[] =>
    rows.map(({ position: _position, created_at: _createdAt, updated_at: _updatedAt, ...own }) => own as Row)
  const { name, revision, parent_id, parent_revision, ...rest } = reply.json
  const lists = Object.fromEntries(collections.map((collection) => [collection, untimed(rest[collection])]))
  expect({ call, name, revision, parent_id, parent_revision, ...contentOf({ ...rest, ...lists }) }).toEqual({
    call,
    name: expected.name,
    revision: expected.revision,
    parent_id: expected.parent_id,
    parent_revision: expected.parent_revision,
    ...contentOf(expected),
  })
}

async function compareAll(app: PlanningApp, by: Person, scenarios: Model[number]): Promise<void> {
  const seen = async (path: string): Promise<unknown> =>
    (await app.ask(planningPath + path, { by })).json.map(({ id, name, revision }: ModelScenario) => ({ id, name, revision })).sort(byId)
  const expected = (deleted: boolean): unknown =>
    [...scenarios.values()]
      .filter((scenario) => scenario.deleted === deleted)
      .map(({ id, name, revision }) => ({ id, name, revision }))
      .sort(byId)
  expect(await seen('')).toEqual(expected(false))
  expect(await seen('/deleted')).toEqual(expected(true))
}

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id)
