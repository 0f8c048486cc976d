/** What differs between two scenarios by row and field, for a person to read, and the edits that take one difference over. */
import { parseTarget } from '../allocation.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { onlyFields, withChanges, withoutFields, type Exceptions } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import { fitsKind } from '../accounts/check-accounts.ts'
import { collections, withoutPosition, type Account, type Collection, type Scenario } from '../scenario.ts'
import { fieldGroups, groupValue, inCurrency, isSameRow, nameOf, rowGroups, valueOf, type Row } from './content.ts'
import { movesInto } from './edit-between.ts'

/** Fields that change together, under the name of their group (content.ts). One field gives its value, several a record of them. */
export interface FieldDifference {
  field: string
  from: unknown
  to: unknown
}

export interface RowDifference {
  collection: Collection
  id: string
  /** What it is known by in `from`, or in `to` where it is new: a name, or an allocation's target. */
  name: string
  /** null: it is not there. */
  from: Row | null
  to: Row | null
  /** What differs of a row that both have. */
  fields: FieldDifference[]
}

export interface Differences {
  /** The scenario's own; amounts are in the currency of their side. */
  fields: FieldDifference[]
  /** By list, in the order of `to`, what is gone last. */
  rows: RowDifference[]
  /** Lists whose common rows stand in another order. */
  orders: Collection[]
}

/**
 * One of the differences: a field of the scenario, a whole row, fields of a row, a row that is cut in two (cuts.ts), or the order of a
 * list.
 */
export type Difference =
  | { of: 'scenario'; field: string }
  | { of: 'row'; collection: Collection; id: string; field: string | null }
  | { of: 'cut'; collection: Collection; id: string; other_id: string }
  | { of: 'order'; collection: Collection }

/**
 * What `to` has otherwise than `from`, matched by id. Names and parentage of the scenarios take no part, nor does what is
 * not to be proposed again, which is no part of what a plan says. Amounts in
 * currencies of other digits are the same when they say the same: 5 JPY and 5.00 USD.
 */
export function differences(from: Scenario, to: Scenario): Differences {
  const alike = inCurrency(to, from.currency_code) ?? to
  return {
    fields: scenarioDifferences(from, to, alike),
    rows: collections.flatMap((collection) => rowDifferences(collection, from[collection], to[collection], alike[collection])),
    orders: collections.filter((collection) => orderMoves(collection, from, to).length > 0),
  }
}

function scenarioDifferences(from: Scenario, to: Scenario, alike: Scenario): FieldDifference[] {
  const groups = Object.entries(fieldGroups).filter(
    ([name, fields]) => name !== 'name' && fields.some((field) => !isSameValue(from[field], alike[field])),
  )
  const currency =
    from.currency_code === to.currency_code ? [] : [{ field: 'currency_code', from: from.currency_code, to: to.currency_code }]
  return [...groups.map(([field, fields]) => ({ field, from: groupValue(from, fields), to: groupValue(to, fields) })), ...currency]
}

function rowDifferences(collection: Collection, from: readonly Row[], to: readonly Row[], alike: readonly Row[]): RowDifference[] {
  const before = new Map(from.map((row) => [row.id, row]))
  const after = new Set(to.map(({ id }) => id))
  const here = to.flatMap((row, index): RowDifference[] => {
    const known = before.get(row.id) ?? null
    if (known && isSameRow(collection, known, alike[index]!)) return []
    const groups = known ? differingGroups(collection, known, alike[index]!) : []
    const fields = groups.map((group) => ({ field: group.at(-1)!, from: groupValue(known!, group), to: groupValue(row, group) }))
    return [{ collection, id: row.id, name: nameOf(known ?? row), from: known, to: row, fields }]
  })
  const gone = from
    .filter(({ id }) => !after.has(id))
    .map((row) => ({ collection, id: row.id, name: nameOf(row), from: row, to: null, fields: [] }))
  return [...here, ...gone]
}

const differingGroups = (collection: Collection, a: Row, b: Row): readonly (readonly string[])[] =>
  rowGroups[collection].filter((group) => group.some((field) => !isSameValue(valueOf(a, field), valueOf(b, field))))

/**
 * The edit that gives `into` one thing as `from` has it; what else it needs to hold comes along, such as the bill of an
 * allocation. Applying it can still break a rule between rows. Null: the currency of `into` can't hold the amounts exactly.
 */
export function takeOver(into: Scenario, from: Scenario, difference: Difference): ScenarioEdit | null {
  if (difference.of === 'scenario' && difference.field === 'currency_code')
    return { type: 'set_fields', fields: { currency_code: from.currency_code } }
  const source = inCurrency(from, into.currency_code)
  if (!source) return null
  switch (difference.of) {
    case 'scenario':
      return { type: 'set_fields', fields: Object.fromEntries(fieldGroups[difference.field]!.map((field) => [field, source[field]])) }
    case 'order':
      return { type: 'batch', edits: orderMoves(difference.collection, into, source) }
    case 'cut':
      return {
        type: 'batch',
        edits: [difference.id, difference.other_id].flatMap((id) => takeRow(into, source, difference.collection, id, null)),
      }
    case 'row':
      return asOne(takeRow(into, source, difference.collection, difference.id, difference.field))
  }
}

const asOne = (edits: ScenarioEdit[]): ScenarioEdit => (edits.length === 1 ? edits[0]! : { type: 'batch', edits })

/** The edits one after the other, what the row needs first. `coming`: rows that are brought already, by list and id. */
function takeRow(
  into: Scenario,
  source: Scenario,
  collection: Collection,
  id: string,
  field: string | null,
  coming: ReadonlySet<string> = new Set(),
): ScenarioEdit[] {
  const rows: readonly Row[] = source[collection]
  const index = rows.findIndex((row) => row.id === id)
  const row = rows[index]
  if (!row) return [{ type: 'delete_row', collection, id }]
  const known = (into[collection] as readonly Row[]).find((other) => other.id === id)
  const groups = rowGroups[collection].filter((group) => known === undefined || field === null || group.at(-1) === field)
  const fields = Object.fromEntries(groups.flat().map((name) => [name, valueOf(row, name)]))
  const edits = missingRows(into, source, fields, new Set([...coming, `${collection}/${id}`]))
  if (!known) {
    edits.push({ type: 'put_row', collection, row: withoutPosition(row), position: placeBehind(rows.slice(0, index), into[collection]) })
  } else {
    edits.push({
      type: 'put_row',
      collection,
      row: { id, ...fields, ...withKind(row, { ...known, ...fields }), ...(field === 'due_date' && datesOfRule(row, known)) },
    })
  }
  return edits
}

/** What kind an account is, and what only some kinds have, go together where they would not fit. */
function withKind(row: Row, becomes: Row): object {
  if (!('card' in row && 'card' in becomes) || fitsKind(becomes)) return {}
  const { kind, interest, card } = row
  return { kind, interest, card }
}

/** What is said of single dates goes with their rule; what is paid here stays paid. */
function datesOfRule(row: Row, known: Row): { exceptions?: Exceptions } {
  if (!('exceptions' in row && 'exceptions' in known)) return {}
  return { exceptions: withChanges(withoutFields(row.exceptions, 'rest'), onlyFields(known.exceptions, ['rest'])) }
}

/** What fields of a row name that is not there yet, with what that names: the bill an allocation goes to, accounts. */
function missingRows(into: Scenario, source: Scenario, fields: object, coming: ReadonlySet<string>): ScenarioEdit[] {
  const {
    target: text,
    account_id,
    from_account_id,
    to_account_id,
    card,
  } = fields as Partial<Record<string, string | null>> & { card?: Account['card'] }
  const target = typeof text === 'string' ? parseTarget(text) : null
  const accounts = [
    account_id,
    from_account_id,
    to_account_id,
    card?.paid_from_account_id,
    target?.to === 'account' ? target.account_id : null,
  ]
  const named: [Collection, string | null | undefined][] = [
    ['bills', target?.to === 'bill' ? target.bill_id : null],
    ...accounts.map((id): [Collection, string | null | undefined] => ['accounts', id]),
  ]
  const isThere = (collection: Collection, id: string): boolean =>
    coming.has(`${collection}/${id}`) || (into[collection] as readonly Row[]).some((row) => row.id === id)
  return named.flatMap(([collection, id]) => (id && !isThere(collection, id) ? takeRow(into, source, collection, id, null, coming) : []))
}

/** Where a new row goes: behind the nearest row before it that is there too. */
function placeBehind(before: readonly Row[], rows: readonly Row[]): number {
  const places = new Map(rows.map(({ id }, index) => [id, index]))
  const anchor = before.findLast(({ id }) => places.has(id))
  return anchor ? places.get(anchor.id)! + 1 : 0
}

/** The moves that bring the rows both have into the order of `to`; rows of `from` alone keep their places among them. */
function orderMoves(collection: Collection, from: Scenario, to: Scenario): ScenarioEdit[] {
  const rows: readonly Row[] = from[collection]
  const own = new Map(rows.map((row) => [row.id, row]))
  const common = (to[collection] as readonly Row[]).flatMap(({ id }) => own.get(id) ?? [])
  const isCommon = new Set(common)
  let next = 0
  return movesInto(
    collection,
    rows,
    rows.map((row) => (isCommon.has(row) ? common[next++]! : row)),
  )
}
