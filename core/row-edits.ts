/** How a change of a row becomes the least edit there is: of single dates no more than what changes about them. */
import type { ScenarioEdit } from './edit.ts'
import { changesOfDates } from './exceptions.ts'
import { isSameValue } from './fields.ts'
import type { Payment, RowInputs } from './scenario.ts'

/** Whether two rows have one rule: the same dates, whatever is said of single ones. */
export const haveOneRule = (a: Pick<Payment, 'due_date' | 'schedule'>, b: Pick<Payment, 'due_date' | 'schedule'>): boolean => a.due_date === b.due_date && isSameValue(a.schedule, b.schedule)

/**
 * The edits that give a row other fields: of single dates no more than what changes about them, so that nothing that somebody else
 * says of another date is taken back by it. The fields are sound ones, as core's own functions make them.
 */
export function rowEdits(collection: 'bills' | 'incomes', row: Payment, fields: Partial<RowInputs['bills']>): ScenarioEdit[] {
  const { exceptions, schedule, due_date, ...others } = fields
  const isOneRule = haveOneRule(row, { ...row, ...(due_date !== undefined && { due_date }), ...(schedule !== undefined && { schedule }) })
  const put = isOneRule ? others : { ...others, ...(due_date !== undefined && { due_date }), ...(schedule !== undefined && { schedule }) }
  const dates = changesOfDates(row.exceptions, exceptions ?? row.exceptions)
  return [
    ...(Object.keys(put).some((field) => field !== 'id') ? [{ type: 'put_row' as const, collection, row: { ...put, id: row.id } }] : []),
    ...(Object.keys(dates).length > 0 ? [{ type: 'set_dates' as const, collection, id: row.id, dates }] : []),
  ]
}

/** The same as one edit. */
export function rowEdit(...given: Parameters<typeof rowEdits>): ScenarioEdit {
  const edits = rowEdits(...given)
  return edits.length === 1 ? edits[0]! : { type: 'batch', edits }
}
