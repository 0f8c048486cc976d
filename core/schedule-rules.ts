/** A row's rule replaced by another, for all dates or from one on, without a word lost of what was said of single dates. */
import { dateOf, dayOf } from './calendar.ts'
import { carried, eachException, isSettled, type DateException } from './exceptions.ts'
import { nominalDates } from './nominal-dates.ts'
import type { ScopedChange } from './schedule-moves.ts'
import { dateTest, onItsDays, refused, splitAt, type Dated } from './schedule-changes.ts'
import { firstNominal, once, type DatedRow, type Schedule } from './schedule.ts'

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
export function lostMarks(row: Dated, rule: NewRule): Mark[] {
  const wasDate = dateTest(row)
  const isDate = dateTest(rule)
  const named = Object.keys(row.exceptions).filter(wasDate)
  const taken = new Set(named.filter(isDate))
  return named.filter((date) => !isDate(date)).map((date) => {
    const nearest = rule.due_date === null ? null : nearestOf(rule.schedule ?? once, dayOf(rule.due_date)!, date, taken)
    if (nearest !== null) taken.add(nearest)
    return { date, isPaid: isSettled(row, date), nearest }
  })
}

function nearestOf(schedule: Schedule, anchor: number, date: string, taken: ReadonlySet<string>): string | null {
  const day = dayOf(date)!
  const free = nominalDates(schedule, anchor, day - near_days, day + near_days + 1).filter((one) => !taken.has(dateOf(one)))
  const nearest = free.sort((a, b) => Math.abs(a - day) - Math.abs(b - day) || a - b)[0]
  return nearest === undefined ? null : dateOf(nearest)
}

/**
 * Gives a row another rule: from its nominal date `from` on, or for all dates (`from` null). With `carries`, what was said of dates
 * that the new rule lacks goes to the nearest ones it has; else it is left behind: paid marks stay in the record and name nothing.
 * A count that was not changed stays the number of all dates, those before `from` with them.
 */
export function changeRule(row: Dated, rule: NewRule, from: string | null, carries: boolean): ScopedChange {
  const split = from === null ? null : splitAt(row, from)
  if (split === null) return { ok: true, fields: withRule(row, rule, carries), next: null }
  if (!split.ok) return split
  const later = { ...row, ...split.later }
  const begun = beginningAt(row, later, rule, dayOf(from!)!)
  if (begun === null) return refused('schedule_has_no_dates', '', 'No date of this rule is left from that day on.')
  return { ok: true, fields: split.earlier, next: withRule(later, begun, carries) }
}

function withRule(row: Dated, rule: NewRule, carries: boolean): DatedRow {
  const places = new Map(carries ? lostMarks(row, rule).flatMap(({ date, nearest }) => (nearest === null ? [] : [[date, nearest] as const])) : [])
  const there = carried(row.exceptions, (date) => [places.get(date) ?? date])
  const isDate = dateTest(rule)
  return { ...rule, exceptions: eachException(there, (exception, date) => (isDate(date) ? exception : paidOf(exception))) }
}

const paidOf = ({ rest }: DateException): DateException => ({ rest })

/** The part of a rule from a day on; null: nothing is left. */
function beginningAt(row: Dated, later: Dated, { due_date, schedule }: NewRule, day: number): NewRule | null {
  if (due_date === null) return { due_date, schedule }
  const anchor = dayOf(due_date)!
  if (schedule === null) return { due_date: anchor < day ? dateOf(day) : due_date, schedule }
  const { count, ...endless } = schedule
  const first = anchor >= day ? firstNominal(endless, anchor) : firstFrom(endless, anchor, day)
  if (first === null) return null
  const left = count !== undefined && count === row.schedule?.count ? later.schedule!.count : count
  return { due_date: dateOf(first), schedule: { ...onItsDays(endless, anchor, first), ...(left !== undefined && { count: left }) } }
}

function firstFrom(schedule: Schedule, anchor: number, day: number): number | null {
  for (let span = 62; span < 4_000_000; span *= 4) {
    const first = nominalDates(schedule, anchor, day, day + span)[0]
    if (first !== undefined) return first
  }
  return null
}
