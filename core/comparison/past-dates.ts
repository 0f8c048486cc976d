/** Differences that nothing ahead hangs on: what was said of single dates before the day from which a plan holds. */
import { dateOf, dayOf } from '../calendar.ts'
import { isSameValue } from '../fields.ts'
import { isLeftOpen } from '../payments/part-payments.ts'
import { offWeekend } from '../schedule/schedule.ts'
import { partOn } from '../schedule/row-parts.ts'
import { datedCollections, type Payment, type Scenario } from '../scenario.ts'
import type { Differences, RowDifference } from './differences.ts'

/** What differs without them; `past`: of how many rows some were left out. */
export function withoutPastDates(found: Differences, from: Scenario, to: Scenario): { found: Differences; past: number } {
  const start = from.start_date > to.start_date ? from.start_date : to.start_date
  let past = 0
  const rows = found.rows.flatMap((row): RowDifference[] => {
    const fields = row.fields.filter(({ field }) => field !== 'exceptions' || !differInPastAlone(row, start))
    if (fields.length === row.fields.length) return [row]
    past += 1
    return fields.length === 0 ? [] : [{ ...row, fields }]
  })
  return { found: { ...found, rows }, past }
}

const isDated = ({ collection }: RowDifference): boolean => (datedCollections as readonly string[]).includes(collection)

function differInPastAlone(row: RowDifference, start: string): boolean {
  if (!row.from || !row.to || !isDated(row)) return false
  const [one, other] = [row.from as Payment, row.to as Payment]
  const dates = new Set([...Object.keys(one.exceptions), ...Object.keys(other.exceptions)])
  return [...dates]
    .filter((date) => !isSameValue(one.exceptions[date], other.exceptions[date]))
    .every((date) => [one, other].every((side) => isOver(side, date, start)))
}

/** Whether a date is before a day and nothing of it is still due. What leaves day by day is due for as long as its period runs. */
function isOver(row: Payment, date: string, start: string): boolean {
  if (row.due_date === null || ('spread' in row && row.spread) || isLeftOpen(row, date)) return false
  const day = row.exceptions[date]?.moved_to ?? dateOf(offWeekend(dayOf(date)!, partOn(row, date).schedule?.shift))
  return day < start
}
