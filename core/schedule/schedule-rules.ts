/** A row's rule replaced by another, for all dates or from one on, without a word lost of what was said of single dates. */
import { dateOf, dayOf } from '../calendar.ts'
import { inOrder, type ChangeFromDate } from './dated-changes.ts'
import { carried, eachException, type DateException } from './exceptions.ts'
import { scheduledDates } from './scheduled-dates.ts'
import { isSettled } from '../payments/part-payments.ts'
import { firstFrom, partOn } from './row-parts.ts'
import { dateTest, noSuchDate, onItsDays, refused, type Dated, type RowChange } from './schedule-changes.ts'
import { once } from './schedule.ts'
import type { Schedule } from './rule.ts'
import { ownStretch, putBack, stretchFrom, type Stretch } from './stretches.ts'

export type NewRule = Pick<Dated, 'due_date' | 'schedule'>

/** What was said of dates that the new rule does not have, by the old date, in order. */
export interface Mark {
  date: string
  isPaid: boolean
  /** The new rule's date that is nearest and has nothing said of it; null: there is none near. */
  nearest: string | null
}

/** A date is looked for so many days around: half of a rhythm of two months. */
const near_days = 31

/** The marks of a row (paid, skipped, moved, with an amount of its own) that another rule has no dates for. */
export function lostMarks(of: Dated, rule: NewRule): Mark[] {
  const { row } = ownStretch(of)
  const wasDate = dateTest(row)
  const isDate = dateTest(rule)
  const named = Object.keys(row.exceptions).filter(wasDate)
  const taken = new Set(named.filter(isDate))
  return named
    .filter((date) => !isDate(date))
    .map((date) => {
      const nearest = rule.due_date === null ? null : nearestOf(rule.schedule ?? once, dayOf(rule.due_date)!, date, taken)
      if (nearest !== null) taken.add(nearest)
      return { date, isPaid: isSettled(row, date), nearest }
    })
}

function nearestOf(schedule: Schedule, anchor: number, date: string, taken: ReadonlySet<string>): string | null {
  const day = dayOf(date)!
  const free = scheduledDates(schedule, anchor, day - near_days, day + near_days + 1).filter((one) => !taken.has(dateOf(one)))
  const nearest = free.sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b)[0]
  return nearest === undefined ? null : dateOf(nearest)
}

/**
 * Gives a row another rule: from its scheduled date `from` on, or for all dates (`from` null), until it is due otherwise by another
 * change. With `carries`, what was said of dates that the new rule lacks goes to the nearest ones it has; else it is left behind: paid
 * marks stay in the record and name nothing. A count that was not changed stays the number of all dates, those before `from` with them.
 */
export function changeRule(row: Dated, rule: NewRule, from: string | null, carries: boolean): RowChange {
  const stretch = from === null || row.schedule === null ? ownStretch(row) : stretchFrom(row, from)
  if (stretch === null) return noSuchDate(from!)
  if (stretch.from === null)
    return putBack(row, stretch, withRule(stretch.row, rule, carries), carries ? nearestChanges(row, stretch, rule) : row.changes)
  const begun = beginningAt(stretch.row, rule, partOn(row, from!).schedule!, dayOf(from!)!)
  if (begun === null) return refused('schedule_has_no_dates.later', '')
  return putBack(row, stretch, withRule(stretch.row, { ...begun, schedule: begun.schedule ?? once }, carries))
}

/** Changes of the amount that follow a rule follow the one in its place: each from the date that is nearest. */
function nearestChanges({ changes = [] }: Dated, { until }: Stretch, { due_date, schedule }: NewRule): ChangeFromDate[] {
  if (due_date === null || schedule === null) return changes
  const isDate = dateTest({ due_date, schedule })
  return inOrder(
    changes.map((change) => {
      if (dayOf(change.from)! >= until || isDate(change.from)) return change
      return {
        ...change,
        from: nearestOf(schedule, dayOf(due_date)!, change.from, new Set(changes.map(({ from }) => from))) ?? change.from,
      }
    }),
  )
}

function withRule(row: Dated, rule: NewRule, carries: boolean): Required<Pick<Dated, 'due_date' | 'schedule' | 'exceptions'>> {
  const places = new Map(
    carries ? lostMarks(row, rule).flatMap(({ date, nearest }) => (nearest === null ? [] : [[date, nearest] as const])) : [],
  )
  const there = carried(row.exceptions, (date) => [places.get(date) ?? date])
  const isDate = dateTest(rule)
  return { ...rule, exceptions: eachException(there, (exception, date) => (isDate(date) ? exception : paidOf(exception))) }
}

const paidOf = ({ rest }: DateException): DateException => ({ rest })

/** The part of a rule from a day on, where `later` is what another one, `before`, has from then; null: nothing is left. */
function beginningAt(later: Dated, { due_date, schedule }: NewRule, before: Schedule, day: number): NewRule | null {
  if (due_date === null) return null
  const anchor = dayOf(due_date)!
  if (schedule === null) return { due_date: anchor < day ? dateOf(day) : due_date, schedule }
  const { count, ...endless } = schedule
  const first = firstFrom(endless, anchor, Math.max(anchor, day))
  if (first === null) return null
  const left = count !== undefined && count === before.count ? later.schedule!.count : count
  return { due_date: dateOf(first), schedule: { ...onItsDays(endless, anchor, first), ...(left !== undefined && { count: left }) } }
}
