/** How a change of a row becomes the least edit there is: of single dates no more than what changes about them. */
import type { ScenarioEdit } from './edit.ts'
import { exceptionFields, exceptionsOf, tidied, type DateChanges, type Marked } from './exceptions.ts'
import { isSameValue } from './fields.ts'
import type { Payment, RowInputs } from './scenario.ts'

/** Whether two rows have one rule: the same dates, whatever is said of single ones. */
export const haveOneRule = (a: Pick<Payment, 'due_date' | 'schedule'>, b: Pick<Payment, 'due_date' | 'schedule'>): boolean => a.due_date === b.due_date && (a.schedule === b.schedule || isSameValue(ruleOf(a), ruleOf(b)))

const ruleOf = ({ schedule }: Pick<Payment, 'schedule'>): unknown => schedule && tidied({ ...schedule, skip: [], move: {}, amounts: {} })

/** The fields of single dates in which `to` differs from `from`, as `to` has them. */
export function exceptionChanges(from: Marked, to: Marked): DateChanges {
  const [before, after] = [exceptionsOf(from), exceptionsOf(to)]
  const changes: DateChanges = {}
  for (const date of new Set([...before.keys(), ...after.keys()])) {
    const changed = exceptionFields.filter((field) => before.get(date)?.[field] !== after.get(date)?.[field])
    if (changed.length > 0) changes[date] = Object.fromEntries(changed.map((field) => [field, after.get(date)?.[field] ?? null]))
  }
  return changes
}

/**
 * The edits that give a row other fields: of single dates no more than what changes about them, so that nothing that somebody else
 * says of another date is taken back by it. The fields are sound ones, as core's own functions make them.
 */
export function rowEdits(collection: 'bills' | 'incomes', row: Payment, fields: Partial<RowInputs['bills']>): ScenarioEdit[] {
  const after = { ...row, ...fields } as Payment
  const { schedule: _schedule, settled: _settled, due_date: _due_date, ...others } = fields
  const isOneRule = haveOneRule(row, after)
  const put = isOneRule ? others : fields
  const dates = isOneRule ? exceptionChanges(row, after) : {}
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
