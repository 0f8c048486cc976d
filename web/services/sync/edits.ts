/** Edits on top of a state: applying them, joining them, and keeping the row objects that say the same. Pure. */
import { applyEdit, type ScenarioEdit } from '../../../core/edit.ts'
import { isSameValue } from '../../../core/fields.ts'
import type { Problem } from '../../../core/problem.ts'
import { collections, rowFieldNames, type Collection, type Rows, type Scenario } from '../../../core/scenario.ts'
import type { HeldEdit } from '../records/records.ts'

/** An edit that no longer applies, with the reason. */
export interface RefusedEdit {
  held: HeldEdit
  problems: Problem[]
}

export interface Rebased {
  kept: HeldEdit[]
  /** The state after each of those kept. */
  states: Scenario[]
  /** base with all of them. */
  current: Scenario
  refused: RefusedEdit[]
}

/** Applies edits to a base in order; those that don't apply are left out and named. */
export function rebase(base: Scenario, edits: readonly HeldEdit[]): Rebased {
  const rebased: Rebased = { kept: [], states: [], current: base, refused: [] }
  for (const held of edits) {
    const applied = applyEdit(rebased.current, held.edit, held.at)
    if (applied.ok) {
      rebased.kept.push(held)
      rebased.states.push(applied.scenario)
      rebased.current = applied.scenario
    } else {
      rebased.refused.push({ held, problems: applied.problems })
    }
  }
  return rebased
}

/** One edit that does what two do, one after the other. Changes to the same row or the same fields become a single one. */
export function joinEdits(first: ScenarioEdit, second: ScenarioEdit): ScenarioEdit {
  const [earlier, later] = [singles(first), singles(second)]
  const last = earlier.at(-1)
  const next = later[0]
  const joined = last && next && later.length === 1 ? joinSingles(last, next) : null
  return together(joined ? [...earlier.slice(0, -1), joined] : [...earlier, ...later])
}

/** The same edit with no batch inside a batch, as stores take it. */
export const flat = (edit: ScenarioEdit): ScenarioEdit => together(singles(edit))
const together = (edits: ScenarioEdit[]): ScenarioEdit => (edits.length === 1 ? edits[0]! : { type: 'batch', edits })

const singles = (edit: ScenarioEdit): ScenarioEdit[] => (edit.type === 'batch' ? edit.edits.flatMap(singles) : [edit])

function joinSingles(first: ScenarioEdit, second: ScenarioEdit): ScenarioEdit | null {
  if (isPlainRow(first) && isPlainRow(second) && first.collection === second.collection && first.row.id === second.row.id) {
    const position = second.position ?? first.position
    return { ...first, row: { ...first.row, ...second.row }, ...(position === undefined ? {} : { position }) }
  }
  // A currency rescales the amounts that stand beside it, so its place among the edits matters.
  const isPlain = (edit: ScenarioEdit): boolean => edit.type === 'set_fields' && edit.fields.currency_code === undefined
  if (first.type === 'set_fields' && second.type === 'set_fields' && isPlain(first) && isPlain(second)) {
    return { type: 'set_fields', fields: { ...first.fields, ...second.fields } }
  }
  return null
}

/** One that touches nothing but its row's own fields: a goal's name takes targets along, and a date that is cleared its schedule. */
function isPlainRow(edit: ScenarioEdit): edit is Extract<ScenarioEdit, { type: 'put_row' }> {
  return edit.type === 'put_row' && !(edit.collection === 'goals' && 'name' in edit.row) && !('due_date' in edit.row || 'schedule' in edit.row)
}

/** The scenario with the row objects of an earlier one wherever they say the same, so that screens paint only what changed. */
export function withSameRows(previous: Scenario, next: Scenario): Scenario {
  if (previous.id !== next.id) return next
  const lists = Object.fromEntries(collections.map((collection) => [collection, sameRows(collection, previous[collection], next[collection])]))
  return { ...next, ...lists }
}

function sameRows<C extends Collection>(collection: C, previous: readonly Rows[Collection][], next: readonly Rows[Collection][]): readonly Rows[Collection][] {
  const known = new Map(previous.map((row) => [row.id, row]))
  const fields = [...rowFieldNames[collection], 'position'] as unknown as (keyof Rows[Collection])[]
  const rows = next.map((row) => {
    const before = known.get(row.id)
    return before && fields.every((field) => isSameValue(before[field], row[field])) ? before : row
  })
  return rows.length === previous.length && rows.every((row, index) => row === previous[index]) ? previous : rows
}
