/** How a change of a row becomes the least edit there is: of single dates no more than what changes about them. */
import type { ScenarioEdit } from './scenario-edit.ts'
import { changesOfChanges, ruleChanges } from '../schedule/dated-changes.ts'
import { changesOfDates } from '../schedule/exceptions.ts'
import { isSameValue } from '../fields.ts'
import type { RuledRow } from '../schedule/row-parts.ts'
import type { DatedCollection, Payment, RowInputs } from '../scenario.ts'

/** Whether two rows have one rule: the same dates, whatever is said of single ones and whatever they cost. */
export const haveOneRule = (a: RuledRow, b: RuledRow): boolean =>
  a.due_date === b.due_date &&
  isSameValue(a.schedule, b.schedule) &&
  (a.changes === b.changes || isSameValue(ruleChanges(a.changes), ruleChanges(b.changes)))

/**
 * The edits that give a row other fields: of single dates and of what is otherwise from dates on no more than what changes about them,
 * so that nothing that somebody else says of another date is taken back by it. The fields are sound ones, as core's own functions make
 * them.
 */
export function rowEdits(collection: DatedCollection, row: Payment, fields: Partial<RowInputs['bills']>): ScenarioEdit[] {
  const { exceptions, changes, schedule, due_date, ...others } = fields
  const rule = { due_date: due_date === undefined ? row.due_date : due_date, schedule: schedule === undefined ? row.schedule : schedule }
  const isOneRule = haveOneRule({ due_date: row.due_date, schedule: row.schedule }, rule)
  const put = isOneRule ? others : { ...others, ...(due_date !== undefined && { due_date }), ...(schedule !== undefined && { schedule }) }
  const dates = changesOfDates(row.exceptions, exceptions ?? row.exceptions)
  const later = changesOfChanges(row.changes, changes ?? row.changes)
  return [
    ...(Object.keys(put).some((field) => field !== 'id') ? [{ type: 'put_row' as const, collection, row: { ...put, id: row.id } }] : []),
    ...(Object.keys(dates).length > 0 ? [{ type: 'set_dates' as const, collection, id: row.id, dates }] : []),
    ...(Object.keys(later).length > 0 ? [{ type: 'set_changes' as const, collection, id: row.id, changes: later }] : []),
  ]
}

/** The same as one edit. */
export function rowEdit(...given: Parameters<typeof rowEdits>): ScenarioEdit {
  const edits = rowEdits(...given)
  return edits.length === 1 ? edits[0]! : { type: 'batch', edits }
}
