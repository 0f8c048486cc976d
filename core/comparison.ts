/**
 * What differs between two scenarios, as the edit that leads from one to the other, and three-way merge:
 * changes from both sides of a common state, with a question wherever they clash. Nothing is resolved silently.
 */
import { allocationBases, formatTarget, onBase, parseTarget, percentTotal } from './allocation.ts'
import type { ScenarioEdit } from './edit.ts'
import { isSameValue } from './fields.ts'
import { minorUnitDigits, rescale } from './money.ts'
import type { Problem } from './problem.ts'
import {
  checkScenario,
  collections,
  rowFieldNames,
  scenarioFieldNames,
  withAmounts,
  type Collection,
  type Rows,
  type Scenario,
  type ScenarioFields,
} from './scenario.ts'

type Row = Rows[Collection]
type Side = 'mine' | 'theirs'

const fieldsOf = (collection: Collection): readonly string[] => rowFieldNames[collection]
const valueOf = (row: Row, field: string): unknown => (row as Record<string, unknown>)[field]
const isSameRow = (collection: Collection, a: Row, b: Row): boolean => fieldsOf(collection).every((field) => isSameValue(valueOf(a, field), valueOf(b, field)))

/**
 * The edit that turns `from` into `to`: fields, rows and their order; revision and times take no part.
 * Applying it never fails where `to` is a sound scenario.
 */
export function diffScenarios(from: Scenario, to: Scenario): ScenarioEdit {
  if (minorUnitDigits(to.currency_code) === minorUnitDigits(from.currency_code)) return { type: 'batch', edits: differences(from, to) }
  // Amounts that one currency holds the other may not: they are emptied on the way, so that nothing has to be rescaled.
  const emptied = withoutAmounts(from)
  const currency = { currency_code: to.currency_code }
  return { type: 'batch', edits: [...differences(from, emptied), { type: 'set_fields', fields: currency }, ...differences({ ...emptied, ...currency }, to)] }
}

const withoutAmounts = (scenario: Scenario): Scenario => withAmounts(scenario, () => 0)

/** The scenario with its amounts at the digits of another currency; null where one can't be held exactly. */
function inCurrency(scenario: Scenario, currency_code: string): Scenario | null {
  const [from, to] = [minorUnitDigits(scenario.currency_code), minorUnitDigits(currency_code)]
  let isExact = true
  const result = withAmounts(scenario, (amount) => {
    const scaled = rescale(amount, from, to)
    isExact &&= scaled !== null
    return scaled ?? amount
  })
  return isExact ? { ...result, currency_code } : null
}

function differences(from: Scenario, to: Scenario): ScenarioEdit[] {
  const edits: ScenarioEdit[] = []
  // Bills go last, when no allocation points to them any more: deleting a bill takes its allocations along.
  const deletions: ScenarioEdit[] = []
  const moves: ScenarioEdit[] = []
  // Goals go first: a goal that is renamed takes targets along, so what has one of these names is said again after it.
  const renamed = targetsOfRenamedGoals(from, to)
  for (const collection of ['goals', ...collections.filter((other) => other !== 'goals')] as const) {
    const before = new Map<string, Row>(from[collection].map((row) => [row.id, row]))
    const after = new Set(to[collection].map((row) => row.id))
    for (const row of to[collection]) {
      const known = before.get(row.id)
      if (!known) edits.push({ type: 'put_row', collection, row: unplaced(row) })
      else if (!isSameRow(collection, known, row)) edits.push({ type: 'put_row', collection, row: { ...changedFields(collection, known, row), ...targetAgain(row, known, renamed) } })
      else if (collection === 'allocations' && renamed.size > 0 && 'target' in row && renamed.has(row.target)) edits.push({ type: 'put_row', collection, row: { id: row.id, target: row.target } })
    }
    for (const row of from[collection]) {
      if (!after.has(row.id)) (collection === 'bills' ? deletions : edits).push({ type: 'delete_row', collection, id: row.id })
    }
    moves.push(...movesInto(collection, from[collection], to[collection]))
  }
  const fields: Partial<ScenarioFields> = {}
  for (const field of scenarioFieldNames) {
    const isRenamed = field === 'opening_pots' && from.opening_pots.some(({ target }) => renamed.has(target))
    if (isRenamed || !isSameValue(from[field], to[field])) Object.assign(fields, { [field]: to[field] })
  }
  if (Object.keys(fields).length > 0) edits.push({ type: 'set_fields', fields })
  return [...edits, ...deletions, ...moves]
}

/** The targets that renaming goals moves: of the old names and the new ones. */
function targetsOfRenamedGoals(from: Scenario, to: Scenario): ReadonlySet<string> {
  const names = new Map(to.goals.map((goal) => [goal.id, goal.name]))
  const renamed = from.goals.filter((goal) => names.has(goal.id) && names.get(goal.id) !== goal.name)
  return new Set(renamed.flatMap((goal) => [goal.name, names.get(goal.id)!].map((name) => formatTarget({ to: 'goal', name }))))
}

const targetAgain = (row: Row, known: Row, renamed: ReadonlySet<string>): { target?: string } =>
  'target' in row && 'target' in known && (renamed.has(row.target) || renamed.has(known.target)) ? { target: row.target } : {}

function changedFields(collection: Collection, known: Row, row: Row): { id: string } {
  const changed = fieldsOf(collection).filter((field) => !isSameValue(valueOf(known, field), valueOf(row, field)))
  return { id: row.id, ...Object.fromEntries(changed.map((field) => [field, valueOf(row, field)])) }
}

function unplaced(row: Row): Omit<Row, 'position'> & { id: string } {
  const { position: _position, ...rest } = row
  return rest
}

/** The moves that bring rows into order once those that stay and those added behind them are there. */
function movesInto(collection: Collection, from: readonly Row[], to: readonly Row[]): ScenarioEdit[] {
  const wanted = to.map((row) => row.id)
  const wantedIds = new Set(wanted)
  const staying = from.filter((row) => wantedIds.has(row.id)).map((row) => row.id)
  const stayingIds = new Set(staying)
  const order = [...staying, ...wanted.filter((id) => !stayingIds.has(id))]
  const moves: ScenarioEdit[] = []
  wanted.forEach((id, position) => {
    if (order[position] === id) return
    order.splice(order.indexOf(id, position), 1)
    order.splice(position, 0, id)
    moves.push({ type: 'put_row', collection, row: { id }, position })
  })
  return moves
}

/** A place where both sides changed the same thing differently, or where their changes together break a rule. */
export interface Clash {
  /** Names the clash in MergeChoices; the same clash has the same key when asked again. */
  key: string
  about: 'field' | 'row' | 'order' | 'rule'
  /** null: the scenario's own field. */
  collection: Collection | null
  row_id: string | null
  /** `balance` stands for the balance, its day and what of it is set aside, which are one. */
  field: string | null
  /** What a person knows the row by: a bill's name, an allocation's target. */
  name: string | null
  /** The values; of a whole row null means deleted. */
  base: unknown
  mine: unknown
  theirs: unknown
  /** The broken rule, when about is rule. */
  problem: Problem | null
}
export type MergeChoices = Readonly<Record<string, Side>>

export interface Merged {
  /** Leads from `theirs` to the merged state; where a clash is not yet answered, theirs stands. */
  edit: ScenarioEdit
  scenario: Scenario
  /** Those that still want an answer. */
  clashes: Clash[]
}

/**
 * Merges what changed from `base` to `mine` and to `theirs`. Different fields and rows merge; the same field, or a row
 * deleted here and changed there, asks. The balance, its day and what of it is set aside are one field. Symmetric: with
 * mine and theirs swapped and no clash, the same content comes out. Without a known base (null) whatever differs asks,
 * and no row that one side has is lost.
 */
export function mergeScenarios(base: Scenario | null, mine: Scenario, theirs: Scenario, choices: MergeChoices = {}): Merged {
  if (base && isSameContent(theirs, base)) return { edit: diffScenarios(theirs, mine), scenario: mine, clashes: [] }
  if ((base && isSameContent(mine, base)) || isSameContent(mine, theirs)) return { edit: { type: 'batch', edits: [] }, scenario: theirs, clashes: [] }
  const clashes: Clash[] = []
  const pick = (clash: Clash): Side => {
    const choice = choices[clash.key]
    if (!choice) clashes.push(clash)
    return choice ?? 'theirs'
  }
  const currency_code = mergedCurrency(base, mine, theirs, pick)
  const sides = [base, mine, theirs].map((scenario) => scenario && inCurrency(scenario, currency_code))
  if (sides.some((side, index) => side === null && (index > 0 || base))) {
    const side = pick({ ...fieldClash('currency_code', base?.currency_code ?? null, mine.currency_code, theirs.currency_code), key: 'currency_and_amounts' })
    const scenario = side === 'mine' ? mine : theirs
    return { edit: diffScenarios(theirs, scenario), scenario, clashes }
  }
  const [b, m, t] = sides as [Scenario | null, Scenario, Scenario]

  const lists = collections.map((collection) => {
    const rows = mergedRows(collection, b?.[collection] ?? [], m[collection], t[collection], pick)
    return [collection, rows.map((row, position) => ({ ...row, position }))]
  })
  const merged = withRules({ ...t, ...mergedFields(b, m, t, pick), ...Object.fromEntries(lists) }, m, t, pick)
  return { edit: diffScenarios(theirs, merged), scenario: merged, clashes }
}

type Pick = (clash: Clash) => Side

const fieldClash = (field: string, base: unknown, mine: unknown, theirs: unknown): Clash => ({
  key: field, about: 'field', collection: null, row_id: null, field, name: null, base, mine, theirs, problem: null,
})

function mergedCurrency(base: Scenario | null, mine: Scenario, theirs: Scenario, pick: Pick): string {
  const [b, m, t] = [base?.currency_code ?? null, mine.currency_code, theirs.currency_code]
  if (m === t || t === b) return m
  if (m === b) return t
  return pick(fieldClash('currency_code', b, m, t)) === 'mine' ? m : t
}

/** The scenario's own fields in groups that change together. */
const fieldGroups: Record<string, readonly (keyof ScenarioFields)[]> = {
  name: ['name'],
  balance: ['planning_balance_cents', 'start_date', 'opening_pots', 'balance_allocated'],
  floor_cents: ['floor_cents'],
  safety_days: ['safety_days'],
}

/** The fields of a row in groups that change together: an anchor and its rule, the ends of a range, a value and its kind. The last names the group. */
const paymentGroups = [['name'], ['amount_cents'], ['schedule', 'due_date'], ['amount_high_cents', 'amount_low_cents'], ['category'], ['predicted'], ['settled'], ['evidence']]
const rowGroups: { [C in Collection]: readonly (readonly string[])[] } = {
  bills: paymentGroups,
  incomes: paymentGroups,
  allocations: [['target'], ['kind', 'value'], ['base']],
  goals: [['name'], ['target_cents'], ['target_date']],
}

function mergedFields(base: Scenario | null, mine: Scenario, theirs: Scenario, pick: Pick): Partial<ScenarioFields> {
  const result: Partial<ScenarioFields> = {}
  for (const [group, fields] of Object.entries(fieldGroups)) {
    const isSame = (a: Scenario, b: Scenario | null): boolean => b !== null && fields.every((field) => isSameValue(a[field], b[field]))
    const values = (side: Scenario | null): unknown => (!side ? null : fields.length === 1 ? side[fields[0]!] : Object.fromEntries(fields.map((field) => [field, side[field]])))
    let side = theirs
    if (isSame(theirs, base)) side = mine
    else if (!isSame(mine, base) && !isSame(mine, theirs)) side = pick(fieldClash(group, values(base), values(mine), values(theirs))) === 'mine' ? mine : theirs
    for (const field of fields) Object.assign(result, { [field]: side[field] })
  }
  return result
}

const nameOf = (row: Row): string => ('name' in row ? row.name : row.target)

function mergedRows(collection: Collection, base: readonly Row[], mine: readonly Row[], theirs: readonly Row[], pick: Pick): Row[] {
  const [b, m, t] = [base, mine, theirs].map((rows) => new Map(rows.map((row) => [row.id, row]))) as [Map<string, Row>, Map<string, Row>, Map<string, Row>]
  const merged = new Map<string, Row>()
  for (const id of new Set([...t.keys(), ...m.keys()])) {
    const row = mergedRow(collection, b.get(id), m.get(id), t.get(id), pick)
    if (row) merged.set(id, row)
  }
  return mergedOrder(collection, base, mine, theirs, pick, new Set(merged.keys())).map((id) => merged.get(id)!)
}

function mergedRow(collection: Collection, base: Row | undefined, mine: Row | undefined, theirs: Row | undefined, pick: Pick): Row | undefined {
  const clash = (field: string | null, values: [unknown, unknown, unknown]): Clash => ({
    key: `${collection}/${(mine ?? theirs)!.id}${field === null ? '' : `/${field}`}`,
    about: field === null ? 'row' : 'field',
    collection,
    row_id: (mine ?? theirs)!.id,
    field,
    name: nameOf((base ?? theirs ?? mine)!),
    base: values[0],
    mine: values[1],
    theirs: values[2],
    problem: null,
  })
  if (!mine || !theirs) {
    if (!base) return mine ?? theirs
    const kept = (mine ?? theirs)!
    if (isSameRow(collection, kept, base)) return undefined
    return pick(clash(null, [base, mine ?? null, theirs ?? null])) === 'mine' ? mine : theirs
  }
  const result: Record<string, unknown> = { ...theirs }
  for (const group of rowGroups[collection]) {
    const isSame = (a: Row, b: Row): boolean => group.every((field) => isSameValue(valueOf(a, field), valueOf(b, field)))
    const values = (row: Row | undefined): unknown => (group.length === 1 || !row ? row && valueOf(row, group[0]!) : Object.fromEntries(group.map((field) => [field, valueOf(row, field)])))
    if (isSame(mine, theirs) || (base && isSame(mine, base))) continue
    const isMine = (base && isSame(theirs, base)) || pick(clash(group.at(-1)!, [values(base), values(mine), values(theirs)])) === 'mine'
    if (isMine) for (const field of group) result[field] = valueOf(mine, field)
  }
  return result as unknown as Row
}

/** Order counts: fixed amounts are served in it. Whoever changed it decides; both differently asks. New rows stay behind the row they were put behind. */
function mergedOrder(collection: Collection, base: readonly Row[], mine: readonly Row[], theirs: readonly Row[], pick: Pick, kept: ReadonlySet<string>): string[] {
  const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => row.id).filter((id) => kept.has(id))
  const [m, t] = [idsOf(mine), idsOf(theirs)]
  const inAll = new Set(idsOf(base).filter((id) => m.includes(id) && t.includes(id)))
  const spine = (ids: string[]): string[] => ids.filter((id) => inAll.has(id))
  const [baseOrder, mineOrder, theirsOrder] = [spine(idsOf(base)), spine(m), spine(t)]
  const isSame = (a: string[], b: string[]): boolean => a.every((id, index) => id === b[index])
  let order = theirsOrder
  if (isSame(theirsOrder, baseOrder)) order = mineOrder
  else if (!isSame(mineOrder, baseOrder) && !isSame(mineOrder, theirsOrder)) {
    const names = (ids: string[], rows: readonly Row[]): string[] => ids.map((id) => nameOf(rows.find((row) => row.id === id)!))
    const clash: Clash = {
      key: `${collection}/order`, about: 'order', collection, row_id: null, field: null, name: null,
      base: names(baseOrder, base), mine: names(mineOrder, mine), theirs: names(theirsOrder, theirs), problem: null,
    }
    order = pick(clash) === 'mine' ? mineOrder : theirsOrder
  }

  const runs = [runsBehind(m, inAll), runsBehind(t, inAll)]
  const placed = new Set<string>()
  const after = (anchor: string): string[] =>
    runs
      .map((own) => own.get(anchor) ?? [])
      .sort((a, b) => (a.join() < b.join() ? -1 : 1))
      .flat()
      .filter((id) => !placed.has(id) && placed.add(id))
  // A row that both sides added stands behind the lesser of its two anchors, whichever side is asked first.
  const anchors = ['', ...order].sort()
  const behind = new Map(anchors.map((anchor) => [anchor, after(anchor)]))
  return ['', ...order].flatMap((id) => [...(id === '' ? [] : [id]), ...behind.get(id)!])
}

/** The rows that not all three have, by the last common row before them; '' is the start of the list. */
function runsBehind(ids: readonly string[], inAll: ReadonlySet<string>): Map<string, string[]> {
  const runs = new Map<string, string[]>()
  let anchor = ''
  for (const id of ids) {
    if (inAll.has(id)) anchor = id
    else runs.set(anchor, [...(runs.get(anchor) ?? []), id])
  }
  return runs
}

/** The result is checked like a PUT; each broken rule becomes a question about the rows it names, answered by taking them all from one side. */
function withRules(merged: Scenario, mine: Scenario, theirs: Scenario, pick: Pick): Scenario {
  let result = merged
  const answers = new Map<string, Scenario>()
  for (;;) {
    const broken = checkScenario(result)[0]
    if (!broken) return result
    const rows = rowsOf(broken, result)
    const row = (result[rows.collection] as readonly Row[]).find((other) => rows.ids.has(other.id))
    const isOfOneRow = rows.ids.size === 1
    const key = `rule/${broken.code}/${isOfOneRow ? [...rows.ids][0]! : rows.about}`
    // An answer that another one has undone: then the lists come from one side whole, which is sound.
    const answered = answers.get(key)
    if (answered) return { ...result, ...Object.fromEntries(collections.map((collection) => [collection, answered[collection]])) }
    const clash: Clash = {
      key, about: 'rule', collection: rows.collection, row_id: isOfOneRow ? [...rows.ids][0]! : null, field: null,
      name: isOfOneRow && row ? nameOf(row) : null, base: null, mine: null, theirs: null, problem: broken,
    }
    const side = pick(clash) === 'mine' ? mine : theirs
    answers.set(key, side)
    result = takeRows(result, side, rows)
  }
}

interface RowSet {
  collection: Collection
  ids: Set<string>
  /** Bills that must come along for those rows to make sense. */
  bill_ids: Set<string>
  /** Tells this set from others with the same broken rule. */
  about: string
}

/** The rows that a broken rule is about: the one its path names, those that share what must be unshared, or the whole list. */
function rowsOf(found: Problem, scenario: Scenario): RowSet {
  const [, list, index] = found.path.split('/')
  const collection = collections.find((name) => name === list)!
  const rows: readonly Row[] = scenario[collection]
  const row = index === undefined ? undefined : rows[Number(index)]
  const set = (chosen: readonly Row[], about: string = collection, bill_ids: string[] = []): RowSet => ({ collection, about, ids: new Set(chosen.map(({ id }) => id)), bill_ids: new Set(bill_ids) })
  if (found.code === 'percents_must_not_exceed_100') {
    const base = allocationBases.find((candidate) => percentTotal(onBase(scenario.allocations, candidate)) > 100)!
    return set(onBase(scenario.allocations, base).filter(({ kind }) => kind === 'percent'), `${collection}/${base}`)
  }
  if (!row) return set(rows)
  if (found.code === 'name_is_used_twice') return set(rows.filter((other) => nameOf(other) === nameOf(row)), `${collection}/${nameOf(row)}`)
  const target = 'target' in row ? parseTarget(row.target) : null
  return set([row], collection, found.code === 'target_names_no_bill' && target?.to === 'bill' ? [target.bill_id] : [])
}

/** The scenario with some rows as one side has them: changed, or gone where that side lacks them. */
function takeRows(scenario: Scenario, side: Scenario, rows: RowSet): Scenario {
  const taken = <R extends Row>(own: readonly R[], from: readonly R[], ids: ReadonlySet<string>): R[] => {
    const wanted = new Map(from.map((row) => [row.id, row]))
    const here = new Set(own.map((row) => row.id))
    const kept = own.flatMap((row) => (ids.has(row.id) ? (wanted.get(row.id) ?? []) : row))
    const added = from.filter((row) => ids.has(row.id) && !here.has(row.id))
    return [...kept, ...added].map((row, position) => ({ ...row, position }))
  }
  const { collection } = rows
  const result = { ...scenario, [collection]: taken<Row>(scenario[collection], side[collection], rows.ids) }
  return rows.bill_ids.size === 0 ? result : { ...result, bills: taken(scenario.bills, side.bills, rows.bill_ids) }
}

/** Whether two scenarios say the same: fields, rows and order; not revision and times. */
export function isSameContent(a: Scenario, b: Scenario): boolean {
  return (
    scenarioFieldNames.every((field) => isSameValue(a[field], b[field])) &&
    collections.every((collection) => a[collection].length === b[collection].length && a[collection].every((row, index) => row.id === b[collection][index]!.id && isSameRow(collection, row, b[collection][index]!)))
  )
}
