/** What must hold of the changes of a row: each says something, of dates that are there. */
import { dateOf } from '../calendar.ts'
import { changeFields, changesRule, type ChangeFromDate } from '../schedule/dated-changes.ts'
import { noExceptions } from '../schedule/exceptions.ts'
import { pointer, problem, type Problem } from '../problem.ts'
import { firstIn, partsOf, type RuledRow } from '../schedule/row-parts.ts'
import { checkSchedule, lastEffective } from '../schedule/schedule.ts'

/** Paths begin at the row. The row itself is sound but for them. */
export function checkChanges(row: RuledRow & { changes: readonly ChangeFromDate[] }): Problem[] {
  const { changes, due_date, schedule } = row
  if (changes.length === 0) return []
  if (due_date === null || schedule === null) {
    return [problem('change_needs_a_schedule', '/changes')]
  }
  const problems = changes.flatMap((change, index) => {
    const found = checkRange(change, ['changes', index])
    if (!changeFields.some((field) => change[field] !== undefined)) found.push(problem('change_says_nothing', pointer(['changes', index])))
    if (changes[index - 1]?.from === change.from) found.push(problem('change_date_is_used_twice', pointer(['changes', index, 'from'])))
    return found
  })
  if (problems.length > 0) return problems
  const parts = partsOf(row)
  for (const part of parts.slice(1)) {
    const change = changes[part.nth]!
    if (changesRule(change)) problems.push(...checkSchedule(part.schedule!, part.due_date, pointer(['changes', part.nth, 'schedule'])))
    if (problems.length === 0 && firstIn(part) === null)
      problems.push(noDates(row, part.until, change, pointer(['changes', part.nth, 'from'])))
  }
  return problems
}

function noDates(row: RuledRow, until: number, { from }: ChangeFromDate, path: string): Problem {
  if (until !== Infinity) return problem('change_has_no_dates.between', path, { from, until: dateOf(until) })
  const last = lastEffective({ ...row, exceptions: noExceptions, changes: row.changes!.filter((change) => change.from < from) })
  return Number.isFinite(last)
    ? problem('change_has_no_dates.ended', path, { from, last: dateOf(last) })
    : problem('change_has_no_dates.none', path, { from })
}

/** The ends of a range of a row, or of one of its changes, where undefined or null is none. */
export function checkRange(
  { amount_low_cents: low = null, amount_high_cents: high = null }: { amount_low_cents?: number | null; amount_high_cents?: number | null },
  path: readonly PropertyKey[],
): Problem[] {
  if ((low === null) !== (high === null)) {
    return [problem('amount_range_needs_both_ends', pointer([...path, low === null ? 'amount_low_cents' : 'amount_high_cents']))]
  }
  return low !== null && high !== null && low > high ? [problem('amount_range_is_reversed', pointer([...path, 'amount_low_cents']))] : []
}
