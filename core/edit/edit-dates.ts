/** The edit of single dates of a row. */
import type { ScenarioEdit } from './scenario-edit.ts'
import { setRows, type Draft } from './edit-rows.ts'
import { areTooMany, changesOfDates, dateChangesSchema, mostDates, withChanges } from '../schedule/exceptions.ts'
import { problem, problemsOf } from '../problem.ts'
import type { Account, Payment } from '../scenario.ts'

type SetDates = Extract<ScenarioEdit, { type: 'set_dates' }>

/** Sets and clears the named fields of the named dates of one row. The inverse names those of them that changed. */
export function setDates(draft: Draft, { collection, id, dates }: SetDates): ScenarioEdit {
  const rows: readonly (Payment | Account)[] = draft.scenario[collection]
  const known = rows.find((row) => row.id === id)
  const read = dateChangesSchema.safeParse(dates)
  if (!read.success) draft.problems.push(...problemsOf(read.error, ['dates']))
  else if (!known) draft.problems.push(problem('is_required.row', '/id'))
  if (!read.success || !known) return { type: 'batch', edits: [] }
  const exceptions = withChanges(known.exceptions, read.data)
  const undo = changesOfDates(exceptions, known.exceptions)
  if (areTooMany(exceptions)) draft.problems.push(problem('too_many_dates.of_row', '/dates', mostDates))
  if (Object.keys(undo).length === 0) return { type: 'batch', edits: [] }
  const row = { ...known, exceptions, updated_at: draft.at }
  setRows(
    draft,
    collection,
    rows.map((other) => (other === known ? row : other)),
  )
  return { type: 'set_dates', collection, id, dates: undo }
}
