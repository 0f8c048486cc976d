/** Two edits as one, and edits without batches inside one another. Pure. */
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { singleEdits } from '../../../core/edit/single-edits.ts'

/** One edit that does what two do, one after the other. Changes to the same row or the same fields become a single one. */
export function joinEdits(first: ScenarioEdit, second: ScenarioEdit): ScenarioEdit {
  const [earlier, later] = [singleEdits(first), singleEdits(second)]
  const last = earlier.at(-1)
  const next = later[0]
  const joined = last && next && later.length === 1 ? joinSingles(last, next) : null
  return together(joined ? [...earlier.slice(0, -1), joined] : [...earlier, ...later])
}

/** The same edit with no batch inside a batch, as stores take it. */
export const flat = (edit: ScenarioEdit): ScenarioEdit => together(singleEdits(edit))
const together = (edits: ScenarioEdit[]): ScenarioEdit => (edits.length === 1 ? edits[0]! : { type: 'batch', edits })

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
  return (
    edit.type === 'put_row' && !(edit.collection === 'goals' && 'name' in edit.row) && !('due_date' in edit.row || 'schedule' in edit.row)
  )
}
