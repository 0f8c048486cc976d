/**
 * Programs of calls against the API and a model of it, compared after each call. The model is the contract in a few
 * lines of plain objects: two people, their scenarios, revisions and names, and the rules that refuse.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { inUserTransaction } from '../../server/database/connect.ts'
import { collections, type Collection } from '../../core/scenario.ts'
import { planningPath } from '../../server/planning/api.ts'
import type { Person, PlanningApp, Reply } from './planningApp.ts'

interface Row {
  id: string
  [field: string]: unknown
}

interface ModelScenario {
  id: string
  name: string
  planning_balance_cents: number
  revision: number
  deleted: boolean
  /** Where it was branched from; null: a root. */
  parent_id: string | null
  parent_revision: number | null
  bills: Row[]
  incomes: Row[]
  allocations: Row[]
  goals: Row[]
  /** The content at each revision. */
  history: Map<number, Content>
}

type Content = Pick<ModelScenario, 'planning_balance_cents' | Collection>
const contentOf = ({ planning_balance_cents, bills, incomes, allocations, goals }: Content): Content => ({ planning_balance_cents, bills, incomes, allocations, goals })

type Model = Map<string, ModelScenario>[]

/** Few of each, so that calls meet: ids, rows and names are drawn from these by number. */
const uuid = (kind: number, nth: number): string => `0000000${kind}-0000-4000-8000-00000000000${nth}`
const scenarioIds = [0, 1, 2].map((nth) => uuid(1, nth))
const billIds = [0, 1, 2].map((nth) => uuid(2, nth))
const allocationIds = [0, 1, 2].map((nth) => uuid(3, nth))
const incomeIds = [0, 1].map((nth) => uuid(4, nth))
const goalIds = [0, 1].map((nth) => uuid(5, nth))
const idsOf: { [C in Collection]: string[] } = { bills: billIds, incomes: incomeIds, allocations: allocationIds, goals: goalIds }
const names = ['Baseline', 'Lean', 'Bold']

type Given = { id: string; [field: string]: unknown }
type Lists = { [C in Collection]?: Given[] | undefined }

type Call =
  | { do: 'list' }
  | { do: 'deleted' }
  | { do: 'create'; id: string; name: string; bills: Given[] }
  | { do: 'get'; id: string; stale: boolean }
  | { do: 'delete'; id: string; stale: boolean }
  | { do: 'restore'; id: string; stale: boolean }
  | { do: 'put'; id: string; lists: Lists & { bills: Given[]; allocations: Given[] }; name: string | undefined; stale: boolean }
  | { do: 'patch'; id: string; name: string | undefined; balance: number | undefined; stale: boolean }
  | { do: 'put_row'; id: string; collection: Collection; row: Given; stale: boolean }
  | { do: 'delete_row'; id: string; collection: Collection; row_id: string; stale: boolean }
  | { do: 'restore_revision'; id: string; revision: number; stale: boolean }
  | { do: 'branch'; id: string; branch_id: string; name: string }

/** The first of each most often, so that programs go deep. */
const id = fc.oneof({ weight: 4, arbitrary: fc.constant(scenarioIds[0]!) }, { weight: 2, arbitrary: fc.constantFrom(...scenarioIds) })
const stale = fc.integer({ min: 0, max: 5 }).map((nth) => nth === 0)
const name = fc.constantFrom(...names)
const amount = fc.constantFrom(0, 5, 1_000)
/** Mostly whole rows, which are stored, and some that lack fields, which only known rows may. */
const rowOf = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.oneof({ weight: 4, arbitrary: fc.record(fields) }, { weight: 1, arbitrary: fc.record(fields, { requiredKeys: ['id'] }) })
/** Mostly what fits together: two dates of three, two rules of five, the ends of a range together. */
const due = fc.constantFrom(null, '2026-07-05', '2026-07-31')
const schedule = fc.constantFrom(null, null, null, { every: 1, unit: 'month', on: [-1] }, { every: 2, unit: 'week', skip: ['2026-07-19'] })
const payment = { name, amount_cents: amount, due_date: due, category: fc.constantFrom('Home', null), schedule, settled: fc.constantFrom([], ['2026-07-05']), range: fc.constantFrom([null, null], [1, 9], [1, 9], [null, 9]) }
const ranged = ({ id: own, range, ...fields }: Record<string, unknown>): Given => ({ id: String(own), ...fields, ...(Array.isArray(range) && { amount_low_cents: range[0] as unknown, amount_high_cents: range[1] as unknown }) })
/** What comes from who knows the six old fields alone. */
const oldBill = fc.record({ id: fc.constantFrom(...billIds), name, amount_cents: amount, category: fc.constantFrom('Home', null) }) as fc.Arbitrary<Given>
const target = fc.oneof(fc.constantFrom('savings:Rainy day', 'goal:Car', 'goal:Trip'), fc.constantFrom(...billIds).map((to) => `bill:${to}`))
const kind = fc.oneof({ weight: 3, arbitrary: fc.constant('percent') }, { weight: 1, arbitrary: fc.constant('fixed') })
const row = {
  bills: fc.oneof(oldBill, rowOf({ id: fc.constantFrom(...billIds), ...payment }).map(ranged)),
  incomes: rowOf({ id: fc.constantFrom(...incomeIds), ...payment }).map(ranged),
  allocations: rowOf({ id: fc.constantFrom(...allocationIds), target, kind, value: fc.constantFrom(0, 40, 60, 100), base: fc.constantFrom('balance', 'income') }),
  goals: rowOf({ id: fc.constantFrom(...goalIds), name: fc.constantFrom('Car', 'Trip'), target_cents: amount, target_date: due }),
} as { [C in Collection]: fc.Arbitrary<Given> }
const list = (collection: Collection): fc.Arbitrary<Given[]> => fc.uniqueArray(row[collection], { maxLength: 3, selector: ({ id: own }) => own })
const doubled = fc.oneof({ weight: 5, arbitrary: list('bills') }, { weight: 1, arbitrary: fc.array(row.bills, { maxLength: 3 }) })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom<'list' | 'deleted'>('list', 'deleted') }) as fc.Arbitrary<Call> },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create' as const), id, name, bills: list('bills') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom<'get' | 'delete' | 'restore'>('get', 'delete', 'restore'), id, stale }) as fc.Arbitrary<Call> },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), id, lists: fc.record({ bills: doubled, incomes: maybe(list('incomes')), allocations: list('allocations'), goals: maybe(list('goals')) }), name: maybe(name), stale }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('patch' as const), id, name: maybe(name), balance: maybe(amount), stale }) },
  ...collections.flatMap((collection) => [
    { weight: 2, arbitrary: fc.record({ do: fc.constant('put_row' as const), id, collection: fc.constant(collection), row: row[collection], stale }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('delete_row' as const), id, collection: fc.constant(collection), row_id: fc.constantFrom(...idsOf[collection]), stale }) },
  ]),
  { weight: 1, arbitrary: fc.record({ do: fc.constant('branch' as const), id, branch_id: fc.constantFrom(...scenarioIds), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore_revision' as const), id, revision: fc.integer({ min: 1, max: 6 }), stale }) },
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
        for (const { user_id } of people) await inUserTransaction(app.fresh.database, user_id, (db) => sql`delete from planning_scenarios`.execute(db))
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
    return app.ask(planningPath + path, { method, by, body, headers: isStale && method !== 'GET' ? { 'if-match': `"${revision + 1}"` } : {} })
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

interface Expected {
  status: number
  revision?: number
}

/** What the contract says the call answers; the model is changed as the call would. */
function expectedOf(scenarios: Model[number], call: Call): Expected {
  if (call.do === 'list' || call.do === 'deleted') return { status: 200 }
  const known = scenarios.get(call.id)
  const isTaken = (wanted: string): boolean => [...scenarios.values()].some((other) => !other.deleted && other.id !== call.id && other.name === wanted)

  if (call.do === 'create') {
    const bills = merged('bills', [], call.bills)
    if (!bills || !isSound({ ...emptyContent, bills })) return { status: 422 }
    if (known) return known.deleted || known.name !== call.name ? { status: 409 } : { status: 200, revision: known.revision }
    if (isTaken(call.name)) return { status: 409 }
    const scenario: ModelScenario = { id: call.id, name: call.name, revision: 1, deleted: false, parent_id: null, parent_revision: null, ...emptyContent, bills, history: new Map() }
    remember(scenario)
    scenarios.set(call.id, scenario)
    return { status: 201, revision: 1 }
  }

  if (call.do === 'restore') {
    if (!known?.deleted) return { status: 404 }
    if (call.stale) return { status: 412 }
    known.deleted = false
    let wanted = known.name
    for (let number = 2; isTaken(wanted); number += 1) wanted = `${known.name} ${number}`
    if (wanted !== known.name) {
      known.name = wanted
      known.revision += 1
      remember(known)
    }
    return { status: 200, revision: known.revision }
  }

  const there = known && !known.deleted ? known : undefined
  if (call.do === 'get') return there ? { status: 200, revision: there.revision } : { status: 404 }
  if (!there) return { status: 404 }
  if (call.do === 'branch') {
    if (call.branch_id === call.id) return { status: 409 }
    const earlier = scenarios.get(call.branch_id)
    if (earlier) return earlier.deleted || earlier.name !== call.name || earlier.parent_id !== call.id ? { status: 409 } : { status: 200, revision: earlier.revision }
    if ([...scenarios.values()].some((other) => !other.deleted && other.name === call.name)) return { status: 409 }
    const branch: ModelScenario = { ...there, id: call.branch_id, name: call.name, revision: 1, parent_id: call.id, parent_revision: there.revision, history: new Map() }
    remember(branch)
    scenarios.set(branch.id, branch)
    return { status: 201, revision: 1 }
  }
  if (call.stale) return { status: 412 }

  if (call.do === 'delete') {
    there.deleted = true
    return { status: 200 }
  }
  if (call.do === 'restore_revision') {
    const then = there.history.get(call.revision)
    if (!then) return { status: 404 }
    return accept(there, then, there.name, true)
  }

  const next = contentOf(there)
  let wantedName = there.name
  let always = false
  if (call.do === 'put') {
    for (const collection of collections) {
      const given = call.lists[collection]
      const rows = given && merged(collection, there[collection], given)
      if (rows === null) return { status: 422 }
      if (rows) next[collection] = rows
    }
    wantedName = call.name ?? there.name
    always = true
  } else if (call.do === 'patch') {
    wantedName = call.name ?? there.name
    next.planning_balance_cents = call.balance ?? there.planning_balance_cents
  } else if (call.do === 'put_row') {
    const rows = upserted(call.collection, there[call.collection], call.row)
    if (!rows) return { status: 422 }
    next[call.collection] = rows
    // What is set aside for a goal follows its name.
    const before = there.goals.find((goal) => goal.id === call.row.id)?.name
    const after = rows.find((goal) => goal.id === call.row.id)?.name
    if (call.collection === 'goals' && before !== undefined) next.allocations = there.allocations.map((other) => (other.target === `goal:${String(before)}` ? { ...other, target: `goal:${String(after)}` } : other))
  } else {
    next[call.collection] = there[call.collection].filter((other) => other.id !== call.row_id)
    const isThere = there.bills.some((bill) => bill.id === call.row_id)
    if (call.collection === 'bills' && isThere) next.allocations = there.allocations.filter((other) => other.target !== `bill:${call.row_id}`)
  }
  if (!isSound(next)) return { status: 422 }
  if (wantedName !== there.name && isTaken(wantedName)) return { status: 409 }
  return accept(there, next, wantedName, always)
}

function accept(scenario: ModelScenario, next: Content, name: string, always: boolean): Expected {
  if (always || name !== scenario.name || !isDeepStrictEqual(contentOf(next), contentOf(scenario))) {
    Object.assign(scenario, next, { name, revision: scenario.revision + 1 })
    remember(scenario)
  }
  return { status: 200, revision: scenario.revision }
}

const remember = (scenario: ModelScenario): void => void scenario.history.set(scenario.revision, contentOf(scenario))

const emptyContent: Content = { planning_balance_cents: 0, bills: [], incomes: [], allocations: [], goals: [] }

const paymentDefaults = { name: undefined, amount_cents: undefined, due_date: null, category: null, predicted: false, schedule: null, amount_low_cents: null, amount_high_cents: null, settled: [], evidence: null }
const defaults: { [C in Collection]: object } = {
  bills: paymentDefaults,
  incomes: paymentDefaults,
  allocations: { target: undefined, kind: undefined, value: undefined, base: 'balance' },
  goals: { name: undefined, target_cents: undefined, target_date: null },
}

/** The list that a PUT leads to, or null when a new row lacks a field. */
function merged(collection: Collection, known: Row[], given: Given[]): Row[] | null {
  const rows = given.map((fields) => {
    const result: Row = { ...(known.find((other) => other.id === fields.id) ?? { id: fields.id, ...defaults[collection] }), ...fields }
    // Who clears a date without a word about the schedule clears both.
    return result.due_date === null && fields.schedule === undefined && 'schedule' in result ? { ...result, schedule: null } : result
  })
  return rows.every((fields) => Object.values(fields).every((value) => value !== undefined)) ? rows : null
}

function upserted(collection: Collection, known: Row[], given: Given): Row[] | null {
  const [changed] = merged(collection, known, [given]) ?? []
  if (!changed) return null
  return known.some((other) => other.id === changed.id) ? known.map((other) => (other.id === changed.id ? changed : other)) : [...known, changed]
}

const isOnce = (values: unknown[]): boolean => new Set(values).size === values.length

function isSound(content: Content): boolean {
  const { bills, incomes, allocations, goals } = content
  const targets = allocations.map(({ target: to }) => String(to)).filter((to) => to.startsWith('bill:'))
  const percents = (base: string): number => allocations.filter((other) => other.kind === 'percent' && other.base === base).reduce((sum, other) => sum + Number(other.value), 0)
  const isSoundPayment = ({ due_date, schedule: rule, amount_low_cents: low, amount_high_cents: high }: Row): boolean => (rule === null || due_date !== null) && (low === null) === (high === null)
  return (
    collections.every((collection) => isOnce(content[collection].map((other) => other.id))) &&
    isOnce(goals.map((goal) => goal.name)) &&
    [...bills, ...incomes].every(isSoundPayment) &&
    percents('balance') <= 100 && percents('income') <= 100 &&
    targets.every((to) => bills.some((bill) => `bill:${bill.id}` === to))
  )
}

/** What a scenario's reader sees after a call on it. */
async function compare(app: PlanningApp, by: Person, scenarios: Model[number], call: Call): Promise<void> {
  if (!('id' in call)) return compareAll(app, by, scenarios)
  const expected = scenarios.get(call.id)
  const reply = await app.ask(`${planningPath}/${call.id}`, { by })
  if (!expected || expected.deleted) return expect({ call, status: reply.status }).toEqual({ call, status: 404 })
  const untimed = (rows: Row[]): Row[] => rows.map(({ position: _position, created_at: _createdAt, updated_at: _updatedAt, ...own }) => own as Row)
  const { name, revision, parent_id, parent_revision, ...rest } = reply.json
  const lists = Object.fromEntries(collections.map((collection) => [collection, untimed(rest[collection])]))
  expect({ call, name, revision, parent_id, parent_revision, ...contentOf({ ...rest, ...lists }) }).toEqual({
    call, name: expected.name, revision: expected.revision, parent_id: expected.parent_id, parent_revision: expected.parent_revision, ...contentOf(expected),
  })
}

async function compareAll(app: PlanningApp, by: Person, scenarios: Model[number]): Promise<void> {
  const seen = async (path: string): Promise<unknown> => (await app.ask(planningPath + path, { by })).json.map(({ id, name, revision }: ModelScenario) => ({ id, name, revision })).sort(byId)
  const expected = (deleted: boolean): unknown => [...scenarios.values()].filter((scenario) => scenario.deleted === deleted).map(({ id, name, revision }) => ({ id, name, revision })).sort(byId)
  expect(await seen('')).toEqual(expected(false))
  expect(await seen('/deleted')).toEqual(expected(true))
}

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id)
