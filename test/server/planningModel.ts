/** A model of the API: the contract in a few lines of plain objects; a person's scenarios, revisions and names, and the rules that refuse. */
import { isDeepStrictEqual } from 'node:util'
import { collections, type Collection } from '../../core/scenario.ts'

export interface Row {
  id: string
  [field: string]: unknown
}

export interface ModelScenario {
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
  accounts: Row[]
  transfers: Row[]
  /** The content at each revision. */
  history: Map<number, Content>
}

export type Content = Pick<ModelScenario, 'planning_balance_cents' | Collection>
export const contentOf = ({ planning_balance_cents, bills, incomes, allocations, goals, accounts, transfers }: Content): Content => ({
  planning_balance_cents,
  bills,
  incomes,
  allocations,
  goals,
  accounts,
  transfers,
})

/** Those whose rows have a route each; the others come with lists and edits. */
export const routedCollections = ['bills', 'incomes', 'allocations', 'goals'] as const satisfies readonly Collection[]
type Routed = (typeof routedCollections)[number]

export type Model = Map<string, ModelScenario>[]

export type Given = { id: string; [field: string]: unknown }
type Lists = { [C in Collection]?: Given[] | undefined }

export type Call =
  | { do: 'list' }
  | { do: 'deleted' }
  | { do: 'create'; id: string; name: string; bills: Given[] }
  | { do: 'get'; id: string; stale: boolean }
  | { do: 'delete'; id: string; stale: boolean }
  | { do: 'restore'; id: string; stale: boolean }
  | { do: 'put'; id: string; lists: Lists & { bills: Given[]; allocations: Given[] }; name: string | undefined; stale: boolean }
  | { do: 'patch'; id: string; name: string | undefined; balance: number | undefined; stale: boolean }
  | { do: 'put_row'; id: string; collection: Routed; row: Given; stale: boolean }
  | { do: 'delete_row'; id: string; collection: Routed; row_id: string; stale: boolean }
  | { do: 'restore_revision'; id: string; revision: number; stale: boolean }
  | { do: 'branch'; id: string; branch_id: string; name: string }

export interface Expected {
  status: number
  revision?: number
}

/** What the contract says the call answers; the model is changed as the call would. */
export function expectedOf(scenarios: Model[number], call: Call): Expected {
  if (call.do === 'list' || call.do === 'deleted') return { status: 200 }
  const known = scenarios.get(call.id)
  const isTaken = (wanted: string): boolean =>
    [...scenarios.values()].some((other) => !other.deleted && other.id !== call.id && other.name === wanted)

  if (call.do === 'create') {
    const bills = merged('bills', [], call.bills)
    if (!bills || !isSound({ ...emptyContent, bills })) return { status: 422 }
    if (known) return known.deleted || known.name !== call.name ? { status: 409 } : { status: 200, revision: known.revision }
    if (isTaken(call.name)) return { status: 409 }
    const scenario: ModelScenario = {
      id: call.id,
      name: call.name,
      revision: 1,
      deleted: false,
      parent_id: null,
      parent_revision: null,
      ...emptyContent,
      bills,
      history: new Map(),
    }
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
    if (earlier)
      return earlier.deleted || earlier.name !== call.name || earlier.parent_id !== call.id
        ? { status: 409 }
        : { status: 200, revision: earlier.revision }
    if ([...scenarios.values()].some((other) => !other.deleted && other.name === call.name)) return { status: 409 }
    const branch: ModelScenario = {
      ...there,
      id: call.branch_id,
      name: call.name,
      revision: 1,
      parent_id: call.id,
      parent_revision: there.revision,
      history: new Map(),
    }
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
    if (call.collection === 'goals' && before !== undefined)
      next.allocations = there.allocations.map((other) =>
        other.target === `goal:${String(before)}` ? { ...other, target: `goal:${String(after)}` } : other,
      )
  } else {
    next[call.collection] = there[call.collection].filter((other) => other.id !== call.row_id)
    const isThere = there.bills.some((bill) => bill.id === call.row_id)
    if (call.collection === 'bills' && isThere)
      next.allocations = there.allocations.filter((other) => other.target !== `bill:${call.row_id}`)
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

const emptyContent: Content = { planning_balance_cents: 0, bills: [], incomes: [], allocations: [], goals: [], accounts: [], transfers: [] }

const datedDefaults = {
  name: undefined,
  amount_cents: undefined,
  due_date: null,
  category: null,
  predicted: false,
  schedule: null,
  amount_low_cents: null,
  amount_high_cents: null,
  exceptions: {},
  changes: [],
  evidence: null,
}
const paymentDefaults = { ...datedDefaults, account_id: null }
const defaults: { [C in Collection]: object } = {
  bills: { ...paymentDefaults, spread: false },
  incomes: paymentDefaults,
  allocations: { target: undefined, kind: undefined, value: undefined, base: 'balance', keeps_filling: false },
  goals: { name: undefined, target_cents: undefined, target_date: null },
  accounts: { name: undefined, kind: undefined, balance_cents: 0, floor_cents: null, interest: null, card: null, exceptions: {} },
  transfers: { ...datedDefaults, from_account_id: null, to_account_id: null },
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
  return known.some((other) => other.id === changed.id)
    ? known.map((other) => (other.id === changed.id ? changed : other))
    : [...known, changed]
}

const isOnce = (values: unknown[]): boolean => new Set(values).size === values.length

function isSound(content: Content): boolean {
  const { bills, incomes, allocations, goals, accounts, transfers } = content
  const isThere = (id: unknown): boolean => id === null || accounts.some((account) => account.id === id)
  const targets = allocations.map(({ target: to }) => String(to)).filter((to) => to.startsWith('bill:'))
  const percents = (base: string): number =>
    allocations.filter((other) => other.kind === 'percent' && other.base === base).reduce((sum, other) => sum + Number(other.value), 0)
  const isSoundPayment = ({ due_date, schedule: rule, amount_low_cents: low, amount_high_cents: high }: Row): boolean =>
    (rule === null || due_date !== null) && (low === null) === (high === null)
  return (
    collections.every((collection) => isOnce(content[collection].map((other) => other.id))) &&
    isOnce(goals.map((goal) => goal.name)) &&
    [...bills, ...incomes, ...transfers].every(isSoundPayment) &&
    [...bills, ...incomes].every(({ account_id }) => isThere(account_id)) &&
    transfers.every(({ from_account_id: from, to_account_id: to }) => isThere(from) && isThere(to) && from !== to) &&
    percents('balance') <= 100 &&
    percents('income') <= 100 &&
    targets.every((to) => bills.some((bill) => `bill:${bill.id}` === to))
  )
}
