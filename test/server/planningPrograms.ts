/**
 * Programs of calls against the API and a model of it, compared after each call. The model is the contract in a few
 * lines of plain objects: two people, their scenarios, revisions and names, and the rules that refuse.
 */
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { inUserTransaction } from '../../server/database/connect.ts'
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
  bills: Row[]
  allocations: Row[]
  /** The content at each revision. */
  history: Map<number, Pick<ModelScenario, 'planning_balance_cents' | 'bills' | 'allocations'>>
}

type Model = Map<string, ModelScenario>[]

/** Few of each, so that calls meet: ids, rows and names are drawn from these by number. */
const uuid = (kind: number, nth: number): string => `0000000${kind}-0000-4000-8000-00000000000${nth}`
const scenarioIds = [0, 1, 2].map((nth) => uuid(1, nth))
const billIds = [0, 1, 2].map((nth) => uuid(2, nth))
const allocationIds = [0, 1, 2].map((nth) => uuid(3, nth))
const names = ['Baseline', 'Lean', 'Bold']

type Bill = { id: string; name?: string; amount_cents?: number; category?: string | null }
type Allocation = { id: string; target?: string; kind?: 'fixed' | 'percent'; value?: number }

type Call =
  | { do: 'list' }
  | { do: 'deleted' }
  | { do: 'create'; id: string; name: string; bills: Bill[] }
  | { do: 'get'; id: string; stale: boolean }
  | { do: 'delete'; id: string; stale: boolean }
  | { do: 'restore'; id: string; stale: boolean }
  | { do: 'put'; id: string; bills: Bill[]; allocations: Allocation[]; name: string | undefined; stale: boolean }
  | { do: 'patch'; id: string; name: string | undefined; balance: number | undefined; stale: boolean }
  | { do: 'put_bill'; id: string; row: Bill; stale: boolean }
  | { do: 'put_allocation'; id: string; row: Allocation; stale: boolean }
  | { do: 'delete_row'; id: string; collection: 'bills' | 'allocations'; row_id: string; stale: boolean }
  | { do: 'restore_revision'; id: string; revision: number; stale: boolean }

/** The first of each most often, so that programs go deep. */
const id = fc.oneof({ weight: 4, arbitrary: fc.constant(scenarioIds[0]!) }, { weight: 2, arbitrary: fc.constantFrom(...scenarioIds) })
const stale = fc.integer({ min: 0, max: 5 }).map((nth) => nth === 0)
const name = fc.constantFrom(...names)
const amount = fc.constantFrom(0, 5, 1_000)
/** Mostly whole rows, which are stored, and some that lack fields, which only known rows may. */
const rowOf = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.oneof({ weight: 4, arbitrary: fc.record(fields) }, { weight: 1, arbitrary: fc.record(fields, { requiredKeys: ['id'] }) })
const bill = rowOf({ id: fc.constantFrom(...billIds), name, amount_cents: amount, category: fc.constantFrom('Home', null) }) as fc.Arbitrary<Bill>
const target = fc.oneof(fc.constantFrom('savings:Rainy day', 'goal:Car'), fc.constantFrom(...billIds).map((to) => `bill:${to}`))
const kind = fc.oneof({ weight: 3, arbitrary: fc.constant('percent') }, { weight: 1, arbitrary: fc.constant('fixed') })
const allocation = rowOf({ id: fc.constantFrom(...allocationIds), target, kind, value: fc.constantFrom(0, 40, 60, 100) }) as fc.Arbitrary<Allocation>
const bills = fc.uniqueArray(bill, { maxLength: 3, selector: (row) => row.id, comparator: 'IsStrictlyEqual' })
const doubled = fc.oneof({ weight: 5, arbitrary: bills }, { weight: 1, arbitrary: fc.array(bill, { maxLength: 3 }) })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom<'list' | 'deleted'>('list', 'deleted') }) as fc.Arbitrary<Call> },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('create' as const), id, name, bills }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom<'get' | 'delete' | 'restore'>('get', 'delete', 'restore'), id, stale }) as fc.Arbitrary<Call> },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), id, bills: doubled, allocations: fc.uniqueArray(allocation, { maxLength: 3, selector: (row) => row.id }), name: maybe(name), stale }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('patch' as const), id, name: maybe(name), balance: maybe(amount), stale }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('put_bill' as const), id, row: bill, stale }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put_allocation' as const), id, row: allocation, stale }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete_row' as const), id, collection: fc.constant('bills' as const), row_id: fc.constantFrom(...billIds), stale }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete_row' as const), id, collection: fc.constant('allocations' as const), row_id: fc.constantFrom(...allocationIds), stale }) },
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
      return ask('PUT', `/${call.id}/`, { bills: call.bills, allocations: call.allocations, name: call.name })
    case 'patch':
      return ask('PATCH', `/${call.id}`, { name: call.name, planning_balance_cents: call.balance })
    case 'put_bill':
      return ask('PUT', `/${call.id}/bills/${call.row.id}`, call.row)
    case 'put_allocation':
      return ask('PUT', `/${call.id}/allocations/${call.row.id}`, call.row)
    case 'delete_row':
      return ask('DELETE', `/${call.id}/${call.collection}/${call.row_id}`)
    case 'restore_revision':
      return ask('POST', `/${call.id}/revisions/${call.revision}/restore`)
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
    const rows = merged([], call.bills, billDefaults)
    if (!rows || isDouble(rows)) return { status: 422 }
    if (known) return known.deleted || known.name !== call.name ? { status: 409 } : { status: 200, revision: known.revision }
    if (isTaken(call.name)) return { status: 409 }
    const scenario: ModelScenario = { id: call.id, name: call.name, planning_balance_cents: 0, revision: 1, deleted: false, bills: rows, allocations: [], history: new Map() }
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

  const next = { planning_balance_cents: there.planning_balance_cents, bills: there.bills, allocations: there.allocations }
  let wantedName = there.name
  let always = false
  if (call.do === 'put') {
    const [rows, allocations] = [merged(there.bills, call.bills, billDefaults), merged(there.allocations, call.allocations, allocationDefaults)]
    if (!rows || !allocations || isDouble(rows) || isDouble(allocations)) return { status: 422 }
    Object.assign(next, { bills: rows, allocations })
    wantedName = call.name ?? there.name
    always = true
  } else if (call.do === 'patch') {
    wantedName = call.name ?? there.name
    next.planning_balance_cents = call.balance ?? there.planning_balance_cents
  } else if (call.do === 'put_bill') {
    const rows = upserted(there.bills, call.row, billDefaults)
    if (!rows) return { status: 422 }
    next.bills = rows
  } else if (call.do === 'put_allocation') {
    const rows = upserted(there.allocations, call.row, allocationDefaults)
    if (!rows) return { status: 422 }
    next.allocations = rows
  } else {
    next[call.collection] = there[call.collection].filter((row) => row.id !== call.row_id)
    const isThere = there.bills.some((bill) => bill.id === call.row_id)
    if (call.collection === 'bills' && isThere) next.allocations = there.allocations.filter((row) => row.target !== `bill:${call.row_id}`)
  }
  if (!isSound(next)) return { status: 422 }
  if (wantedName !== there.name && isTaken(wantedName)) return { status: 409 }
  return accept(there, next, wantedName, always)
}

function accept(scenario: ModelScenario, next: Pick<ModelScenario, 'planning_balance_cents' | 'bills' | 'allocations'>, name: string, always: boolean): Expected {
  const content = ({ planning_balance_cents, bills, allocations }: typeof next): string => JSON.stringify([planning_balance_cents, bills, allocations])
  if (always || name !== scenario.name || content(next) !== content(scenario)) {
    Object.assign(scenario, next, { name, revision: scenario.revision + 1 })
    remember(scenario)
  }
  return { status: 200, revision: scenario.revision }
}

const remember = (scenario: ModelScenario): void => {
  const { planning_balance_cents, bills, allocations } = scenario
  scenario.history.set(scenario.revision, { planning_balance_cents, bills, allocations })
}

const billDefaults = { name: undefined, amount_cents: undefined, due_date: null, category: null, predicted: false }
const allocationDefaults = { target: undefined, kind: undefined, value: undefined }

/** The list that a PUT leads to, or null when a new row lacks a field. */
function merged(known: Row[], given: { id: string }[], defaults: object): Row[] | null {
  const rows = given.map((row) => ({ ...(known.find((other) => other.id === row.id) ?? { id: row.id, ...defaults }), ...row }))
  return rows.every((row) => Object.values(row).every((value) => value !== undefined)) ? rows : null
}

function upserted(known: Row[], given: { id: string }, defaults: object): Row[] | null {
  const [row] = merged(known, [given], defaults) ?? []
  if (!row) return null
  return known.some((other) => other.id === row.id) ? known.map((other) => (other.id === row.id ? row : other)) : [...known, row]
}

const isDouble = (rows: Row[]): boolean => new Set(rows.map((row) => row.id)).size !== rows.length

function isSound({ bills, allocations }: Pick<ModelScenario, 'bills' | 'allocations'>): boolean {
  const targets = allocations.map((row) => String(row.target)).filter((target) => target.startsWith('bill:'))
  const percents = allocations.filter((row) => row.kind === 'percent').reduce((sum, row) => sum + Number(row.value), 0)
  return percents <= 100 && targets.every((target) => bills.some((bill) => `bill:${bill.id}` === target))
}

/** What a scenario's reader sees after a call on it. */
async function compare(app: PlanningApp, by: Person, scenarios: Model[number], call: Call): Promise<void> {
  if (!('id' in call)) return compareAll(app, by, scenarios)
  const expected = scenarios.get(call.id)
  const reply = await app.ask(`${planningPath}/${call.id}`, { by })
  if (!expected || expected.deleted) return expect({ call, status: reply.status }).toEqual({ call, status: 404 })
  const { name, planning_balance_cents, revision, bills, allocations } = reply.json
  const untimed = (rows: Row[]): unknown => rows.map(({ position: _position, created_at: _createdAt, updated_at: _updatedAt, ...row }) => row)
  expect({ call, name, planning_balance_cents, revision, bills: untimed(bills), allocations: untimed(allocations) }).toEqual({
    call,
    name: expected.name,
    planning_balance_cents: expected.planning_balance_cents,
    revision: expected.revision,
    bills: expected.bills,
    allocations: expected.allocations,
  })
}

async function compareAll(app: PlanningApp, by: Person, scenarios: Model[number]): Promise<void> {
  const seen = async (path: string): Promise<unknown> => (await app.ask(planningPath + path, { by })).json.map(({ id, name, revision }: ModelScenario) => ({ id, name, revision })).sort(byId)
  const expected = (deleted: boolean): unknown => [...scenarios.values()].filter((scenario) => scenario.deleted === deleted).map(({ id, name, revision }) => ({ id, name, revision })).sort(byId)
  expect(await seen('')).toEqual(expected(false))
  expect(await seen('/deleted')).toEqual(expected(true))
}

const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id)
