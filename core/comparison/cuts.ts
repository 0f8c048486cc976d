/**
 * Rows that were cut in two at a date, as "this and later" does it (schedule-moves.ts): a rise from February on is one row that ends
 * and one that goes on. To a person that is one change of one bill.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { isSameValue } from '../fields.ts'
import type { Collection, Payment } from '../scenario.ts'
import { lastScheduled } from '../schedule/schedule-changes.ts'
import { firstScheduled } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/rule.ts'
import type { RowDifference } from './differences.ts'

export interface Cut {
  collection: Collection & ('bills' | 'incomes')
  /** Of the row both sides have, and of the one that only the side with the cut has. */
  id: string
  other_id: string
  name: string
  /** The first date of the later part, as the rule names it. */
  date: string
  /** On which side it is cut: `to`, where the change was made; `from`, where it was taken back. */
  side: 'from' | 'to'
  /** The row in one, on the other side. */
  whole: Payment
  /** How it goes on from the date, on the side where it is cut. */
  later: Payment
}

/** The cuts among differences of rows, and the differences that are something else. */
export function withoutCuts(rows: readonly RowDifference[]): { cuts: Cut[]; rest: RowDifference[] } {
  const cuts: Cut[] = []
  const told = new Set<RowDifference>()
  for (const alone of rows) {
    if (alone.from && alone.to) continue
    const found = rows.find((both) => !told.has(both) && cutOf(both, alone) !== null)
    if (!found) continue
    cuts.push(cutOf(found, alone)!)
    told.add(found).add(alone)
  }
  return { cuts, rest: rows.filter((row) => !told.has(row)) }
}

function cutOf(both: RowDifference, alone: RowDifference): Cut | null {
  const { collection } = both
  if ((collection !== 'bills' && collection !== 'incomes') || alone.collection !== collection || !both.from || !both.to) return null
  const side = alone.from ? 'from' : 'to'
  const [own, other] = [both[side], alone[side]] as [Payment, Payment]
  const whole = (side === 'from' ? both.to : both.from) as Payment
  if (nameOf(own) !== nameOf(other) || nameOf(whole) !== nameOf(own)) return null
  const [earlier, later] = (firstDay(own) ?? 0) <= (firstDay(other) ?? 0) ? [own, other] : [other, own]
  const begins = firstDay(later)
  // What was before the date stays as it was; else more was changed than how it goes on.
  if (
    begins === null ||
    firstDay(earlier) === null ||
    firstDay(earlier) !== firstDay(whole) ||
    lastDay(earlier) >= begins ||
    lastDay(whole) < begins ||
    !isAsBefore(whole, earlier)
  )
    return null
  return { collection, id: both.id, other_id: alone.id, name: whole.name, date: dateOf(begins), side, whole, later }
}

const nameOf = ({ name }: Payment): string => name.trim().toLowerCase()
export const firstDay = ({ schedule, due_date }: Payment): number | null =>
  due_date === null ? null : firstScheduled(schedule, dayOf(due_date)!)
export const lastDay = ({ schedule, due_date }: Payment): number =>
  schedule === null ? dayOf(due_date!)! : lastScheduled(schedule, dayOf(due_date!)!)

const keptFields = ['amount_cents', 'amount_low_cents', 'amount_high_cents', 'category'] as const
const isAsBefore = (whole: Payment, earlier: Payment): boolean =>
  keptFields.every((field) => isSameValue(whole[field], earlier[field])) &&
  (earlier.schedule === null || isSameRule(whole.schedule, earlier.schedule))

const ruleFields = ['every', 'unit', 'on', 'short_month', 'shift'] as const

/** Whether two rules name the same days, but for where they begin and end and what single dates have of their own. */
export const isSameRule = (a: Schedule | null, b: Schedule | null): boolean =>
  a === null || b === null ? a === b : ruleFields.every((field) => isSameValue(a[field], b[field]))
