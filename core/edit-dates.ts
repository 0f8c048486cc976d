/** The edit of single dates of a row. */
import type { ScenarioEdit } from './edit.ts'
import { setRows, type Draft } from './edit-rows.ts'
import { areTooMany, dateChangesSchema, exceptionFields, exceptionsOf, withExceptions, type DateChanges } from './exceptions.ts'
import { limits } from './limits.ts'
import { pointer, problem, problemsOf } from './problem.ts'
import type { Payment } from './scenario.ts'

type SetDates = Extract<ScenarioEdit, { type: 'set_dates' }>

/** Sets and clears the named fields of the named dates of one row. The inverse names those of them that changed. */
export function setDates(draft: Draft, { collection, id, dates }: SetDates): ScenarioEdit {
  const rows: readonly Payment[] = draft.scenario[collection]
  const known = rows.find((row) => row.id === id)
  const read = dateChangesSchema.safeParse(dates)
  if (!read.success) draft.problems.push(...problemsOf(read.error, ['dates']))
  else if (!known) draft.problems.push(problem('is_required', '/id', 'This row is not in the plan. Add it first.'))
  if (!read.success || !known) return { type: 'batch', edits: [] }
  const exceptions = exceptionsOf(known)
  const undo: DateChanges = {}
  for (const [date, change] of Object.entries(read.data)) {
    for (const field of exceptionFields) {
      const [before, after] = [exceptions.get(date)?.[field] ?? null, change[field]]
      if (after === undefined || after === before) continue
      if (known.schedule === null && field !== 'rest') {
        draft.problems.push(problem('schedule_has_no_such_date', pointer(['dates', date, field]), 'This row is due once. Change its due date or its amount instead.'))
        continue
      }
      const { [field]: _before, ...others } = exceptions.get(date) ?? {}
      exceptions.set(date, after === null ? others : { ...others, [field]: after })
      undo[date] = { ...undo[date], [field]: before }
    }
  }
  if (areTooMany(exceptions)) draft.problems.push(problem('too_many_dates', '/dates', `A row keeps at most ${limits.dates_in_a_list} dates of a kind. Change all dates from one on instead.`))
  if (Object.keys(undo).length === 0) return { type: 'batch', edits: [] }
  const row: Payment = { ...known, ...withExceptions(known.schedule, exceptions), updated_at: draft.at }
  setRows(draft, collection, rows.map((other) => (other === known ? row : other)))
  return { type: 'set_dates', collection, id, dates: undo }
}
