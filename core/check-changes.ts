/** What must hold of the changes of a row: each says something, of dates that are there. */
import { dateOf } from './calendar.ts'
import { changeFields, changesRule, type ChangeFromDate } from './dated-changes.ts'
import { noExceptions } from './exceptions.ts'
import { pointer, problem, type Problem } from './problem.ts'
import { firstIn, partsOf, type RuledRow } from './row-parts.ts'
import { checkSchedule, lastEffective } from './schedule.ts'

/** Paths begin at the row. The row itself is sound but for them. */
export function checkChanges(row: RuledRow & { changes: readonly ChangeFromDate[] }): Problem[] {
  const { changes, due_date, schedule } = row
  if (changes.length === 0) return []
  if (due_date === null || schedule === null) {
    return [problem('change_needs_a_schedule', '/changes', 'What is due once, or on no day, has no later dates that could be otherwise. Let it repeat, or leave its changes out.')]
  }
  const problems = changes.flatMap((change, index) => {
    const found = checkRange(change, ['changes', index])
    if (!changeFields.some((field) => change[field] !== undefined)) found.push(problem('change_says_nothing', pointer(['changes', index]), 'Say what is otherwise from this date on: an amount, a range, a due date, a schedule.'))
    if (changes[index - 1]?.from === change.from) found.push(problem('change_date_is_used_twice', pointer(['changes', index, 'from']), 'Two changes hold from this date. Put what they say into one.'))
    return found
  })
  if (problems.length > 0) return problems
  const parts = partsOf(row)
  for (const part of parts.slice(1)) {
    const change = changes[part.nth]!
    if (changesRule(change)) problems.push(...checkSchedule(part.schedule!, part.due_date, pointer(['changes', part.nth, 'schedule'])))
    if (problems.length === 0 && firstIn(part) === null) problems.push(problem('change_has_no_dates', pointer(['changes', part.nth, 'from']), whyNone(row, part.until, change)))
  }
  return problems
}

function whyNone(row: RuledRow, until: number, { from }: ChangeFromDate): string {
  if (until !== Infinity) return `No date lies between ${from} and ${dateOf(until)}, from which something else holds. Leave one of both changes out, or put it on another date.`
  const last = lastEffective({ ...row, exceptions: noExceptions, changes: row.changes!.filter((change) => change.from < from) })
  const ends = Number.isFinite(last) ? ` The last one is ${dateOf(last)}.` : ''
  return `No date of this row comes on ${from} or later.${ends} Leave the change out, or let the row go on.`
}

/** The ends of a range of a row, or of one of its changes, where undefined or null is none. */
export function checkRange({ amount_low_cents: low = null, amount_high_cents: high = null }: { amount_low_cents?: number | null; amount_high_cents?: number | null }, path: readonly PropertyKey[]): Problem[] {
  if ((low === null) !== (high === null)) {
    return [problem('amount_range_needs_both_ends', pointer([...path, low === null ? 'amount_low_cents' : 'amount_high_cents']), 'A range has a lowest and a highest amount. Give both, or neither.')]
  }
  return low !== null && high !== null && low > high ? [problem('amount_range_is_reversed', pointer([...path, 'amount_low_cents']), 'The lowest amount is above the highest.')] : []
}
