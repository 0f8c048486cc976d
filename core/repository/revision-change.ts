/**
 * What one change made otherwise, both ways: the fields and rows that differ, as they were and as they became. It is data
 * and not an edit to be carried out again, so that no rule of a later version makes another past of it; and it is as
 * small whether a cell was typed, a whole list was sent, or a merge or an older state was brought in.
 */
import { parseTarget } from '../allocation.ts'
import { fieldGroups } from '../comparison/content.ts'
import { isSameValue } from '../fields.ts'
import {
  collections,
  emptyScenario,
  parentageFields,
  rowDefaults,
  rowFieldNames,
  scenarioFieldNames,
  type Account,
  type Bill,
  type Collection,
  type Rows,
  type Scenario,
} from '../scenario.ts'
import { storedText, upgradePart } from '../versions/upgrade.ts'

const ownFields = [
  ...scenarioFieldNames,
  ...(Object.keys(parentageFields) as (keyof typeof parentageFields)[]),
  'revision',
  'created_at',
  'updated_at',
] as const
type OwnFields = Pick<Scenario, (typeof ownFields)[number]>

/** One of the two states, as far as they differ. */
export interface ChangeSide extends Partial<OwnFields>, Partial<{ [C in Collection]: Rows[C][] }> {
  /** What its amounts are in, and its start, whether they differ or not: what a side says can be told without the rest. */
  currency_code: string
  start_date: string
  /** All ids of a list whose rows stand in another order than on the other side. */
  order?: Partial<Record<Collection, string[]>>
}

export interface RevisionChange {
  before: ChangeSide
  after: ChangeSide
  /** Names of bills that allocations and pots in it are for, by id. */
  names: Record<string, string>
  /** Names of accounts that its rows are on or for, by id; of changes that earlier versions kept none. */
  account_names: Record<string, string>
}

/** The rows of a list that differ, each as it is on its side; where it stands is no difference. */
export interface RowsApart {
  before: Rows[Collection][]
  after: Rows[Collection][]
}

export function rowsApart(before: Scenario, after: Scenario): Partial<Record<Collection, RowsApart>> {
  const apart: Partial<Record<Collection, RowsApart>> = {}
  for (const collection of collections) {
    if (before[collection] === after[collection]) continue
    const [was, is] = [before[collection], after[collection]] as Rows[Collection][][]
    const known = new Map(was!.map((row) => [row.id, row]))
    const came = is!.filter((row) => !isSameStored(collection, known.get(row.id), row))
    const stays = new Set(is!.map((row) => row.id))
    const differing = new Set(came.map((row) => row.id))
    apart[collection] = { before: was!.filter((row) => differing.has(row.id) || !stays.has(row.id)), after: came }
  }
  return apart
}

function isSameStored(collection: Collection, a: Rows[Collection] | undefined, b: Rows[Collection]): boolean {
  if (a === undefined || a === b) return a !== undefined
  return (['updated_at', 'created_at', ...rowFieldNames[collection]] as (keyof Rows[Collection])[]).every((field) =>
    isSameValue(a[field], b[field]),
  )
}

export function changeOf(before: Scenario, after: Scenario, apart = rowsApart(before, after)): RevisionChange {
  const change: RevisionChange = { before: sideOf(before), after: sideOf(after), names: {}, account_names: {} }
  const differing = new Set<keyof OwnFields>(ownFields.filter((field) => !isSameValue(before[field], after[field])))
  // Of fields that change together all are told.
  for (const group of Object.values(fieldGroups))
    if (group.some((field) => differing.has(field))) for (const field of group) differing.add(field)
  for (const field of differing) {
    Object.assign(change.before, { [field]: before[field] })
    Object.assign(change.after, { [field]: after[field] })
  }
  for (const [collection, rows] of Object.entries(apart) as [Collection, RowsApart][]) {
    if (rows.before.length > 0) Object.assign(change.before, { [collection]: rows.before })
    if (rows.after.length > 0) Object.assign(change.after, { [collection]: rows.after })
  }
  for (const collection of Object.keys(apart) as Collection[]) noteOrder(collection, before, after, change)
  noteNames(change, [...before.bills, ...after.bills])
  noteAccounts(change, [...before.accounts, ...after.accounts])
  return change
}

const sideOf = ({ currency_code, start_date }: Scenario): ChangeSide => ({ currency_code, start_date })

/** Rows that stay in their order find their places by themselves. */
function noteOrder(collection: Collection, was: Scenario, is: Scenario, { before, after }: RevisionChange): void {
  const [ids, newIds] = [was, is].map((scenario) => scenario[collection].map(({ id }) => id)) as [string[], string[]]
  const [known, stays] = [new Set(ids), new Set(newIds)]
  const staying = newIds.filter((id) => known.has(id))
  if (ids.filter((id) => stays.has(id)).every((id, index) => id === staying[index])) return
  before.order = { ...before.order, [collection]: ids }
  after.order = { ...after.order, [collection]: newIds }
}

function noteNames(change: RevisionChange, bills: readonly Bill[]): void {
  const sides = [change.before, change.after]
  const held = new Set(sides.flatMap((side) => (side.bills ?? []).map(({ id }) => id)))
  for (const { target } of sides.flatMap((side) => [...(side.allocations ?? []), ...(side.opening_pots ?? [])])) {
    const parsed = parseTarget(target)
    if (parsed?.to !== 'bill' || held.has(parsed.bill_id)) continue
    const bill = bills.find(({ id }) => id === parsed.bill_id)
    if (bill) change.names[bill.id] = bill.name
  }
}

function noteAccounts(change: RevisionChange, accounts: readonly Account[]): void {
  const sides = [change.before, change.after]
  const held = new Set(sides.flatMap((side) => (side.accounts ?? []).map(({ id }) => id)))
  const named = new Set(
    sides.flatMap(({ bills = [], incomes = [], transfers = [], allocations = [], accounts: own = [] }) => [
      ...allocations.map(({ target }) => accountOf(target)),
      ...[...bills, ...incomes].map(({ account_id }) => account_id),
      ...transfers.flatMap(({ from_account_id, to_account_id }) => [from_account_id, to_account_id]),
      ...own.map(({ card }) => card?.paid_from_account_id ?? null),
    ]),
  )
  for (const { id, name } of accounts) if (named.has(id) && !held.has(id)) change.account_names[id] = name
}

function accountOf(target: string): string | null {
  const parsed = parseTarget(target)
  return parsed?.to === 'account' ? parsed.account_id : null
}

/** The state before a change, from the one it led to. */
export const stateBefore = (state: Scenario, { before, after }: RevisionChange): Scenario => brought(state, after, before)

/** The state a change led to, from the one before it. */
export const stateAfter = (state: Scenario, { before, after }: RevisionChange): Scenario => brought(state, before, after)

function brought(state: Scenario, from: ChangeSide, to: ChangeSide): Scenario {
  const next: Record<string, unknown> = { ...state }
  for (const field of ownFields) if (to[field] !== undefined) next[field] = to[field]
  for (const collection of collections) {
    if (from[collection] || to[collection] || to.order?.[collection]) next[collection] = listOn(collection, state, from, to)
  }
  return next as unknown as Scenario
}

/** A list with the rows of one side taken out and those of the other put at their positions. */
function listOn(collection: Collection, state: Scenario, from: ChangeSide, to: ChangeSide): Rows[Collection][] {
  const put = to[collection] ?? []
  const apart = new Set([...(from[collection] ?? []), ...put].map((row) => row.id))
  const rows: Rows[Collection][] = []
  let next = 0
  for (const row of state[collection]) {
    while (put[next]?.position === rows.length) rows.push(put[next++]!)
    if (!apart.has(row.id)) rows.push(row)
  }
  rows.push(...put.slice(next))
  const order = to.order?.[collection]
  const byId = order && new Map(rows.map((row) => [row.id, row]))
  const placed = byId ? order.flatMap((id) => byId.get(id) ?? []) : rows
  return placed.map((row, position) => (row.position === position ? row : { ...row, position }))
}

/**
 * A change as it is stored, as JSON: of a row that is on both sides, what it became tells only the fields that differ. `readChange` fills
 * them in.
 */
export function changeText(change: RevisionChange): string {
  const after = { ...change.after }
  for (const collection of collections) {
    const was = rowsById(change.before[collection])
    const rows = change.after[collection]?.map((row) => ({ id: row.id, ...fieldsApart(was.get(row.id) ?? {}, row) }))
    if (rows) Object.assign(after, { [collection]: rows })
  }
  return storedText({ ...change, after })
}

const rowsById = (rows: readonly { id: string }[] | undefined): ReadonlyMap<string, object> => new Map(rows?.map((row) => [row.id, row]))

const fieldsApart = (was: object, is: object): object =>
  Object.fromEntries(Object.entries(is).filter(([field, value]) => !isSameValue(was[field as never], value)))

/** A change as it was stored, in the words of this version. */
export function readChange(text: string): RevisionChange {
  const {
    before,
    after,
    names = {},
    account_names = {},
    record_version,
  } = JSON.parse(text) as Partial<RevisionChange> & Pick<RevisionChange, 'before' | 'after'> & { record_version?: number }
  for (const collection of collections) {
    const was = rowsById(before[collection])
    const rows = after[collection]?.map((row) => ({ ...was.get(row.id), ...row }))
    if (rows) Object.assign(after, { [collection]: rows })
  }
  return { before: upgradePart(before, record_version), after: upgradePart(after, record_version), names, account_names }
}

/**
 * Both sides as scenarios of the differing rows alone, with whatever stands for the others where an order or a name tells of them: enough
 * to say what was changed.
 */
export function scenariosOf({ before, after, names, account_names }: RevisionChange): { before: Scenario; after: Scenario } {
  const standIn = (id: string, name: string): object => ({
    id,
    name,
    amount_cents: 0,
    target: '',
    kind: 'fixed',
    value: 0,
    target_cents: 0,
    position: 0,
    created_at: '',
    updated_at: '',
  })
  const whole = ({ order = {}, ...side }: ChangeSide): Scenario => {
    const scenario: Scenario = { ...emptyScenario({ id: '', name: '' }, '', ''), ...side }
    for (const collection of collections) {
      const known = new Map<string, object>((side[collection] ?? []).map((row) => [row.id, row]))
      const told = collection === 'bills' ? names : collection === 'accounts' ? account_names : {}
      const named = Object.keys(told).filter((id) => !known.has(id))
      const ids = order[collection] ?? [...named, ...known.keys()]
      Object.assign(scenario, {
        [collection]: ids.map((id) => known.get(id) ?? { ...rowDefaults[collection], ...standIn(id, told[id] ?? '') }),
      })
    }
    return scenario
  }
  return { before: whole(before), after: whole(after) }
}
