/** What differs between two scenarios, as the edit that leads from one to the other. */
import { formatTarget } from '../allocation.ts'
import { withAmounts } from '../money/plan-amounts.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { isSameValue } from '../fields.ts'
import { minorUnitDigits } from '../money/money.ts'
import { collections, scenarioFieldNames, withoutPosition, type Collection, type Scenario, type ScenarioFields } from '../scenario.ts'
import { fieldsOf, isSameRow, valueOf, type Row } from './content.ts'

/**
 * The edit that turns `from` into `to`: fields, rows and their order; revision and times take no part.
 * Applying it never fails where `to` is a sound scenario.
 */
export function diffScenarios(from: Scenario, to: Scenario): ScenarioEdit {
  if (minorUnitDigits(to.currency_code) === minorUnitDigits(from.currency_code)) return { type: 'batch', edits: editsBetween(from, to) }
  // Amounts that one currency holds the other may not: they are emptied on the way, so that nothing has to be rescaled.
  const emptied = withoutAmounts(from)
  const currency = { currency_code: to.currency_code }
  return {
    type: 'batch',
    edits: [...editsBetween(from, emptied), { type: 'set_fields', fields: currency }, ...editsBetween({ ...emptied, ...currency }, to)],
  }
}

const withoutAmounts = (scenario: Scenario): Scenario => withAmounts(scenario, () => 0)

function editsBetween(from: Scenario, to: Scenario): ScenarioEdit[] {
  const edits: ScenarioEdit[] = []
  // Bills and accounts go last, when nothing points to them any more: deleting one takes along what is there for it alone.
  const deletions: ScenarioEdit[] = []
  const moves: ScenarioEdit[] = []
  // Goals go first: a goal that is renamed takes targets along, so what has one of these names is said again after it.
  const renamed = targetsOfRenamedGoals(from, to)
  for (const collection of ['goals', ...collections.filter((other) => other !== 'goals')] as const) {
    const before = new Map<string, Row>(from[collection].map((row) => [row.id, row]))
    const after = new Set(to[collection].map((row) => row.id))
    for (const row of to[collection]) {
      const known = before.get(row.id)
      if (!known) edits.push({ type: 'put_row', collection, row: withoutPosition(row) })
      else if (!isSameRow(collection, known, row))
        edits.push({ type: 'put_row', collection, row: { ...changedFields(collection, known, row), ...targetAgain(row, known, renamed) } })
      else if (collection === 'allocations' && renamed.size > 0 && 'target' in row && renamed.has(row.target))
        edits.push({ type: 'put_row', collection, row: { id: row.id, target: row.target } })
    }
    for (const row of from[collection]) {
      if (!after.has(row.id))
        (collection === 'bills' || collection === 'accounts' ? deletions : edits).push({ type: 'delete_row', collection, id: row.id })
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

/** The moves that bring rows into order once those that stay and those added behind them are there. */
export function movesInto(collection: Collection, from: readonly Row[], to: readonly Row[]): ScenarioEdit[] {
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
