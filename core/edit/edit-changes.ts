/** The edit of what of a row is otherwise from dates on. */
import type { ScenarioEdit } from './scenario-edit.ts'
import { setRows, type Draft } from './edit-rows.ts'
import { changeEditsSchema, changesOfChanges, withFields } from '../schedule/dated-changes.ts'
import { limits } from '../limits.ts'
import { problem, problemsOf } from '../problem.ts'
import type { Payment } from '../scenario.ts'

type SetChanges = Extract<ScenarioEdit, { type: 'set_changes' }>

/** Sets and clears the named fields of the named changes of one row. The inverse names those of them that changed. */
export function setChanges(draft: Draft, { collection, id, changes }: SetChanges): ScenarioEdit {
  const untouched: ScenarioEdit = { type: 'batch', edits: [] }
  const rows: readonly Payment[] = draft.scenario[collection]
  const known = rows.find((row) => row.id === id)
  const read = changeEditsSchema.safeParse(changes)
  if (!read.success) draft.problems.push(...problemsOf(read.error, ['changes']))
  else if (!known) draft.problems.push(problem('is_required.row', '/id'))
  if (!read.success || !known) return untouched
  const after = withFields(known.changes, read.data)
  const undo = changesOfChanges(after, known.changes)
  if (Object.keys(undo).length === 0) return untouched
  if (after.length > limits.changes_of_a_row)
    draft.problems.push(problem('too_many_changes.past', '/changes', { most: limits.changes_of_a_row }))
  const row: Payment = { ...known, changes: after, updated_at: draft.at }
  setRows(
    draft,
    collection,
    rows.map((other) => (other === known ? row : other)),
  )
  return { type: 'set_changes', collection, id, changes: undo }
}
