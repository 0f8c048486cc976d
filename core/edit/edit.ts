/**
 * Every change to a scenario is an edit: plain data that can be applied, undone, sent, held and merged.
 * `applyEdit` is the only way a scenario changes, in the browser and on the server alike.
 */
import { formatTarget } from '../allocation.ts'
import { withAmounts } from '../money/plan-amounts.ts'
import { checkScenario } from './check-scenario.ts'
import { deleteAccount, linksKept, namersOf } from './edit-accounts.ts'
import { adjustBalance } from './edit-balance.ts'
import { setChanges } from './edit-changes.ts'
import { setDates } from './edit-dates.ts'
import type { ScenarioEdit } from './scenario-edit.ts'
import { knownAs, rowFrom, setRows, placeholderRow, type Draft } from './edit-rows.ts'
import { scenarioFieldsInputSchema } from './edit-fields.ts'
import { isSameValue } from '../fields.ts'
import { limits } from '../limits.ts'
import { minorUnitDigits, rescale } from '../money/money.ts'
import { checkGrowth } from '../plan-size.ts'
import { pointer, problem, problemsOf, type Problem, type Part } from '../problem.ts'
import {
  collections,
  rowFieldNames,
  scenarioFieldNames,
  withoutPosition,
  type Collection,
  type Goal,
  type RowInputs,
  type Rows,
  type Scenario,
  type ScenarioFields,
} from '../scenario.ts'

export type AppliedEdit =
  | {
      ok: true
      scenario: Scenario
      /** The edit that takes this one back, and only what this one changed. */
      inverse: ScenarioEdit
      /** False when everything already was as the edit wants it; then the scenario is the one given. */
      changed: boolean
    }
  | { ok: false; problems: Problem[] }

/**
 * Applies an edit whole or not at all. `at` is the caller's clock as an ISO instant. A change raises revision by one;
 * `put_lists` always counts as one, being a statement of the whole. Problem paths point into the edit's own data
 * (a row's fields; `/bills/3/name` for lists) or, for rules between rows, into the resulting scenario.
 */
export function applyEdit(scenario: Scenario, edit: ScenarioEdit, at: string): AppliedEdit {
  const draft: Draft = { scenario: { ...scenario }, at, problems: [], changed: false }
  const inverse = change(draft, edit)
  if (draft.problems.length > 0) {
    // Lists stand in the draft with every row that could be read, so what is wrong between rows is said along with the rest.
    const between = edit.type === 'put_lists' ? checkScenario(draft.scenario) : []
    return { ok: false, problems: [...draft.problems, ...between].slice(0, limits.problems_listed) }
  }
  if (!draft.changed) return { ok: true, scenario, inverse, changed: false }
  const found = checkScenario(draft.scenario)
  const problems = found.length > 0 ? found : checkGrowth(scenario, draft.scenario)
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, limits.problems_listed) }
  return {
    ok: true,
    scenario: { ...draft.scenario, revision: scenario.revision + 1, updated_at: changedAt(scenario, at) },
    inverse,
    changed: true,
  }
}

/**
 * When a scenario changes: a clock that was set back does not take it back, since calendars heed only what is newer than what they have.
 */
export const changedAt = (before: Scenario, at: string): string => (at > before.updated_at ? at : before.updated_at)

function change(draft: Draft, edit: ScenarioEdit): ScenarioEdit {
  switch (edit.type) {
    case 'set_fields':
      return setFields(draft, edit.fields, [])
    case 'adjust_balance':
      return adjustBalance(draft, edit)
    case 'put_row':
      return putRow(draft, edit.collection, edit.row, edit.position)
    case 'delete_row':
      return deleteRow(draft, edit.collection, edit.id)
    case 'set_dates':
      return setDates(draft, edit)
    case 'set_changes':
      return setChanges(draft, edit)
    case 'put_lists':
      return putLists(draft, edit)
    case 'set_parentage': {
      const { parent_revision = draft.scenario.parent_revision, branch_revision = draft.scenario.branch_revision } = edit.parentage
      const before = { parent_revision: draft.scenario.parent_revision, branch_revision: draft.scenario.branch_revision }
      draft.changed ||= parent_revision !== before.parent_revision || branch_revision !== before.branch_revision
      draft.scenario = { ...draft.scenario, parent_revision, branch_revision }
      return { type: 'set_parentage', parentage: before }
    }
    case 'batch':
      return { type: 'batch', edits: edit.edits.map((single) => change(draft, single)).reverse() }
  }
}

function setFields(draft: Draft, fields: Partial<ScenarioFields>, base: string[]): ScenarioEdit {
  const read = scenarioFieldsInputSchema.safeParse(fields)
  if (!read.success) {
    draft.problems.push(...problemsOf(read.error, base))
    return { type: 'set_fields', fields: {} }
  }
  const before = draft.scenario
  const next = read.data
  if (next.currency_code && next.currency_code !== before.currency_code) rescaleAmounts(draft, next.currency_code, next, base)
  const rescaled = draft.scenario !== before
  const undo: Partial<ScenarioFields> = {}
  for (const field of scenarioFieldNames) {
    const value = next[field]
    if (value === undefined || (isSameValue(value, before[field]) && !rescaled)) continue
    Object.assign(undo, { [field]: before[field] })
    draft.scenario = { ...draft.scenario, [field]: value }
    draft.changed ||= !isSameValue(value, before[field])
  }
  return { type: 'set_fields', fields: undo }
}

/**
 * Brings every amount to the digits of another currency, exactly, or says which one would lose a digit. Fields that are given stand as they
 * are.
 */
function rescaleAmounts(draft: Draft, currency_code: string, given: Partial<ScenarioFields>, base: string[]): void {
  const from = minorUnitDigits(draft.scenario.currency_code)
  const to = minorUnitDigits(currency_code)
  if (from === to) return
  const lost: Part[] = []
  const standing = {
    ...draft.scenario,
    ...(given.planning_balance_cents !== undefined && { planning_balance_cents: 0 }),
    ...(given.floor_cents !== undefined && { floor_cents: 0 }),
    ...(given.opening_pots && { opening_pots: [] }),
  }
  draft.scenario = withAmounts(standing, (amount, what) => {
    const result = rescale(amount, from, to)
    if (result === null) lost.push(what)
    return result ?? amount
  })
  if (lost.length > 0) {
    const once = [...new Set(lost)]
    const more: Part[] = once.length > 3 ? [{ says: 'problems.part.more', values: { count: once.length - 3 } }] : []
    draft.problems.push(
      problem('currency_change_would_lose_digits', pointer([...base, 'currency_code']), {
        currency: currency_code,
        rows: [...once.slice(0, 3), ...more],
      }),
    )
  }
}

function putRow(draft: Draft, collection: Collection, given: RowInputs[Collection], position: number | undefined): ScenarioEdit {
  const rows = draft.scenario[collection] as Rows[Collection][]
  const index = rows.findIndex((row) => row.id === given.id)
  const known = rows[index]
  const row = rowFrom(draft, collection, given, known, [])
  const untouched: ScenarioEdit = { type: 'batch', edits: [] }
  if (!row) return untouched
  const last = known ? rows.length - 1 : rows.length
  const to = Math.min(position ?? (known ? index : last), last)
  if (row === known && to === index) return untouched
  const rest = known ? rows.filter((other) => other !== known) : rows
  setRows(draft, collection, [...rest.slice(0, to), row, ...rest.slice(to)])
  const targetsBefore = collection === 'goals' && known ? renameGoal(draft, (known as Goal).name, (row as Goal).name) : []
  if (!known) return inverseOfInsert(draft, collection, row.id)
  const undo: Record<string, unknown> = { id: row.id }
  for (const field of rowFieldNames[collection] as readonly (keyof Rows[Collection])[]) {
    if (!isSameValue(row[field], known[field])) undo[field] = known[field]
  }
  const back: ScenarioEdit = { type: 'put_row', collection, row: undo as { id: string }, ...(to === index ? {} : { position: index }) }
  return targetsBefore.length === 0 ? back : { type: 'batch', edits: [back, ...targetsBefore] }
}

/**
 * Takes a new row back. A bill or an account would take rows along that were there before it, as within a batch they may be: they come
 * again.
 */
function inverseOfInsert({ scenario }: Draft, collection: Collection, id: string): ScenarioEdit {
  const removal: ScenarioEdit = { type: 'delete_row', collection, id }
  if (collection === 'accounts') {
    const named = namersOf(scenario, id)
    return named.length === 0 ? removal : { type: 'batch', edits: [removal, ...named] }
  }
  const target = formatTarget({ to: 'bill', bill_id: id })
  const before = collection === 'bills' ? scenario.allocations.filter((allocation) => allocation.target === target) : []
  if (before.length === 0) return removal
  return {
    type: 'batch',
    edits: [
      removal,
      ...before.map((allocation): ScenarioEdit => ({
        type: 'put_row',
        collection: 'allocations',
        row: withoutPosition(allocation),
        position: allocation.position,
      })),
    ],
  }
}

function deleteRow(draft: Draft, collection: Collection, id: string): ScenarioEdit {
  const rows = draft.scenario[collection] as Rows[Collection][]
  const index = rows.findIndex((row) => row.id === id)
  if (index < 0) return { type: 'batch', edits: [] }
  const undo: ScenarioEdit[] = [{ type: 'put_row', collection, row: withoutPosition(rows[index]!), position: index }]
  if (collection === 'accounts') undo.push(...deleteAccount(draft, id))
  if (collection === 'bills') {
    const target = formatTarget({ to: 'bill', bill_id: id })
    draft.scenario.allocations.forEach((allocation, at) => {
      if (allocation.target === target)
        undo.push({ type: 'put_row', collection: 'allocations', row: withoutPosition(allocation), position: at })
    })
    if (undo.length > 1)
      setRows(
        draft,
        'allocations',
        draft.scenario.allocations.filter((allocation) => allocation.target !== target),
      )
  }
  setRows(
    draft,
    collection,
    (draft.scenario[collection] as Rows[Collection][]).filter((row) => row.id !== id),
  )
  return undo.length === 1 ? undo[0]! : { type: 'batch', edits: undo }
}

const goalTarget = (name: string): string => formatTarget({ to: 'goal', name })

/** What is set aside for a goal follows its name: the allocations to it and its opening pot. Answers what gives each its target back. */
function renameGoal(draft: Draft, from: string, to: string): ScenarioEdit[] {
  if (from === to) return []
  const [before, after] = [goalTarget(from), goalTarget(to)]
  const { allocations, opening_pots } = draft.scenario
  const isNamed = ({ target }: { target: string }): boolean => target === before || target === after
  const renamed = <T extends { target: string }>(row: T): T => (row.target === before ? { ...row, target: after } : row)
  draft.scenario = { ...draft.scenario, allocations: allocations.map(renamed), opening_pots: opening_pots.map(renamed) }
  return [
    ...allocations
      .filter(isNamed)
      .map(({ id, target }): ScenarioEdit => ({ type: 'put_row', collection: 'allocations', row: { id, target } })),
    ...(opening_pots.some(isNamed) ? [{ type: 'set_fields' as const, fields: { opening_pots } }] : []),
  ]
}

function putLists(draft: Draft, edit: Extract<ScenarioEdit, { type: 'put_lists' }>): ScenarioEdit {
  const undo: Extract<ScenarioEdit, { type: 'put_lists' }> = { type: 'put_lists' }
  for (const collection of collections) {
    if (edit[collection]) Object.assign(undo, { [collection]: (draft.scenario[collection] as Rows[Collection][]).map(withoutPosition) })
  }
  if (edit.fields) {
    const fields = setFields(draft, edit.fields, [])
    if (fields.type === 'set_fields') undo.fields = fields.fields
  }
  for (const collection of collections) {
    const inputs = edit[collection]
    if (!inputs) continue
    const known = new Map((draft.scenario[collection] as Rows[Collection][]).map((row) => [row.id, row]))
    // Once as many problems are found as are listed, what comes after is not looked at.
    const rowOf = (input: RowInputs[Collection], index: number): Rows[Collection] | null =>
      draft.problems.length < limits.problems_listed
        ? rowFrom(draft, collection, input, knownAs(known, input.id), [collection, index])
        : null
    const rows = (inputs as RowInputs[Collection][]).map((input, index) => rowOf(input, index) ?? placeholderRow(input))
    setRows(draft, collection, rows)
  }
  // Who names no links, as an older client, says nothing of them: those to accounts that are gone go with them.
  const bank_links = linksKept(draft.scenario)
  if (edit.fields?.bank_links === undefined && bank_links !== draft.scenario.bank_links) {
    undo.fields = { ...undo.fields, bank_links: draft.scenario.bank_links }
    draft.scenario = { ...draft.scenario, bank_links }
  }
  draft.changed = true
  return undo
}
