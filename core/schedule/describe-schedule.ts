/** A rule as a phrase, such as a person would say it: "every month on the last day, moved to Friday before a weekend". */
import { civilOf, dateOf, dayOf, weekdayOf } from '../calendar.ts'
import { noExceptions, type DateException, type Exceptions } from './exceptions.ts'
import { weekdayCodes, weekdayIn } from './scheduled-dates.ts'
import { partsOf } from './row-parts.ts'
import { withoutStrays } from './schedule-changes.ts'
import { firstScheduled, lastEffective, type DatedRow } from './schedule.ts'
import type { Schedule } from './rule.ts'
import { listed, type Say, type WordId } from '../words/words.ts'

/**
 * What the rule of a dated row says. Exceptions are counted where they name a date of the rule. `format` writes the dates within the
 * phrase as the person reads them; without it they are `YYYY-MM-DD`.
 */
export function describeSchedule(
  row: DatedRow & { due_date: string },
  say: Say,
  format: (date: string) => string = (date) => date,
): string {
  const { schedule, changes = [] } = row
  if (schedule === null) return say('schedule.rule.once', { date: format(onceOn(row)) })
  const later = partsOf(row).filter(({ nth, rule_of }) => nth >= 0 && rule_of === nth)
  const whole = later.reduce(
    (before, { nth, due_date, schedule }) => {
      const after = describeSchedule({ due_date, schedule, exceptions: noExceptions }, say, format)
      return say('schedule.rule.then', { before, date: format(changes[nth]!.from), after })
    },
    clausesOf(row, schedule, say, format).join(', '),
  )
  const exceptions = exceptionsPhrase(withoutStrays(row), say)
  return exceptions === '' ? whole : say('schedule.rule.but', { rule: whole, exceptions })
}

/** The dates of a rule, what happens to some of them, and where it ends, a clause each. */
function clausesOf(row: DatedRow & { due_date: string }, schedule: Schedule, say: Say, format: (date: string) => string): string[] {
  const { due_date: anchor } = row
  const { shift, until, count } = schedule
  if (count === 1) return [say('schedule.rule.once', { date: format(onceOn(row)) })]
  return [
    datesPhrase(schedule, anchor, say),
    ...missing(schedule, anchor, say),
    ...(shift && mayBeWeekend(schedule, anchor) ? [say(`schedule.rule.shift_${shift}`)] : []),
    ...(until === undefined ? [] : [say('schedule.rule.until', { date: format(until) })]),
    ...(count === undefined ? [] : [say('schedule.rule.times', { count })]),
  ]
}

/** The day of a rule of one date: the one it really is, off a weekend or moved; a skipped one by its rule. */
function onceOn(row: DatedRow & { due_date: string }): string {
  const day = lastEffective(row)
  return Number.isFinite(day) ? dateOf(day) : dateOf(firstScheduled(row.schedule, dayOf(row.due_date)!) ?? dayOf(row.due_date)!)
}

function datesPhrase(schedule: Schedule, anchor: string, say: Say): string {
  const { every, unit } = schedule
  const number = say('schedule.number', { count: every })
  if (unit === 'day') return say('schedule.rule.daily', { every, number })
  if (unit === 'week') return weeklyPhrase({ every, number }, schedule.on, anchor, say)
  const on = daysNamed(schedule, anchor)
  const month = monthName(monthNumber(anchor), say)
  if (typeof on[0] === 'string') {
    const days = nthWeekdays(on.map(String), say)
    if (unit === 'year') return say('schedule.rule.yearly_weekdays', { every, number, days, month })
    return say(on.length === 1 ? 'schedule.rule.monthly_weekday' : 'schedule.rule.monthly_weekdays', { every, number, days })
  }
  if (unit === 'year') {
    const days = daysOfYear(on.map(Number), schedule, anchor)
    return say(isToEnd(days) ? 'schedule.rule.yearly_to_end' : 'schedule.rule.yearly', {
      every,
      number,
      days: dayList(days, 'schedule.day.last_of', say),
      month,
    })
  }
  const numbers = daysOfMonth(on.map(Number), schedule.short_month)
  const days = dayList(numbers, 'schedule.day.last', say)
  if (every > 1 || on.length === 1) return say('schedule.rule.monthly', { every, number, days })
  return say(isToEnd(numbers) ? 'schedule.rule.each_month_to_end' : 'schedule.rule.each_month', { days })
}

const daysNamed = ({ on }: Schedule, anchor: string): readonly (number | string)[] => on ?? [civilOf(dayOf(anchor)!).day]

function weeklyPhrase(every: { every: number; number: string }, on: Schedule['on'], anchor: string, say: Say): string {
  const weekdays = on ? [...new Set(on.map((day) => weekdayIn(String(day)).weekday))].sort() : [weekdayOf(dayOf(anchor)!)]
  if (weekdays.length === 7) return say('schedule.rule.weekly_all', every)
  if (weekdays.length === 5 && weekdays[4] === 4) return say('schedule.rule.weekly_working', every)
  const days = listed(
    weekdays.map((weekday) => weekdayName(weekdayCodes[weekday]!, say)),
    say,
  )
  return say(weekdays.length === 1 ? 'schedule.rule.weekly_day' : 'schedule.rule.weekly_days', { ...every, days })
}

/** "Friday", by its code; "March", from 1 to 12. */
export const weekdayName = (code: string, say: Say): string => say('schedule.weekday', { day: code })
export const monthName = (month: number, say: Say): string => say('schedule.month', { month })
const monthNumber = (anchor: string): number => Number(anchor.slice(5, 7))

/** `31` of a rule that falls on a shorter month's last day is the last day of every month. */
const daysOfMonth = (on: number[], shortMonth: Schedule['short_month']): number[] =>
  inOrder(on.map((day) => (day === 31 && shortMonth !== 'skip' ? -1 : day)))

function daysOfYear(on: number[], { short_month }: Schedule, anchor: string): number[] {
  const longest = longestMonth(anchor)
  const known = on.filter((day) => day <= longest)
  return inOrder(short_month !== 'skip' ? on.map((day) => (day > longest ? -1 : day)) : known.length > 0 ? known : on)
}

const longestMonth = (anchor: string): number => [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthNumber(anchor) - 1]!
const isToEnd = (days: readonly number[]): boolean => days.some((day) => day < 0)

const dayList = (days: readonly number[], last: WordId & `schedule.day.last${string}`, say: Say): string =>
  listed(
    days.map((day) => (day > 0 ? say('schedule.day.nth', { day }) : say(last, { day: -day }))),
    say,
  )

/** First, third and last Friday: the weekday is said once for all of its ordinals that stand together. */
function nthWeekdays(on: string[], say: Say): string {
  const byWeekday = Map.groupBy(
    inOrder(
      on.map((day) => weekdayIn(day)),
      ({ nth }) => nth,
    ),
    ({ weekday }) => weekday,
  )
  return [...byWeekday]
    .map(([weekday, days]) => {
      const nth = listed(
        days.map(({ nth }) => (nth > 0 ? say('schedule.nth', { nth }) : say('schedule.nth_last', { nth: -nth }))),
        say,
      )
      return say('schedule.nth_weekday', { nth, weekday: weekdayName(weekdayCodes[weekday]!, say) })
    })
    .reduce((first, last) => say('schedule.and_the', { first, last }))
}

/** What happens in a month or a year that lacks a day, where it says more than the days themselves. */
function missing(schedule: Schedule, anchor: string, say: Say): string[] {
  const { unit, short_month } = schedule
  if (unit !== 'month' && unit !== 'year') return []
  const on = daysNamed(schedule, anchor)
  const lack = (day: number | string): boolean => (typeof day === 'string' ? Math.abs(weekdayIn(day).nth) === 5 : Math.abs(day) > 28)
  const isFebruary = monthNumber(anchor) === 2
  if (typeof on[0] === 'string' || short_month === 'skip') {
    const lacking = on.filter((day) => lack(day) && (unit === 'month' || typeof day === 'string' || isFebruary))
    return lacking.length > 0 ? [say('schedule.rule.where_there_is', { days: lacking.length })] : []
  }
  if (unit === 'year')
    return isFebruary && on.includes(29) && !on.some((day) => Number(day) > 29 || day === -1) ? [say('schedule.rule.or_28')] : []
  if (on.some((day) => day === 31 || day === -1)) return []
  if (on.some((day) => day === -31)) return [say('schedule.rule.or_last')]
  return on.some(lack) ? [say('schedule.rule.or_last_of_february')] : []
}

/** Whether a date of the rule can fall on a Saturday or a Sunday, so that a shift says something. */
function mayBeWeekend({ unit, on }: Schedule, anchor: string): boolean {
  if (unit === 'week' && !on) return weekdayOf(dayOf(anchor)!) > 4
  return !on?.every((day) => typeof day === 'string' && weekdayCodes.indexOf(day.slice(-2) as 'MO') < 5)
}

function exceptionsPhrase(exceptions: Exceptions, say: Say): string {
  const said = Object.values(exceptions)
  // What came of a date that is paid, or paid in part, is no other rule.
  const isPaid = ({ paid, rest }: DateException): boolean => rest !== undefined || (paid?.length ?? 0) > 0
  const left = (field: 'moved_to' | 'amount_cents'): number =>
    said.filter((exception) => !exception.skipped && !isPaid(exception) && exception[field] !== undefined).length
  const counts = { skipped: said.filter(({ skipped }) => skipped).length, moved: left('moved_to'), other_amount: left('amount_cents') }
  return (['skipped', 'moved', 'other_amount'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => say(`schedule.rule.${what}`, { count: counts[what] }))
    .join(', ')
}

/** From the first on, then those that are counted from the end. */
function inOrder<T>(days: T[], of: (day: T) => number = Number): T[] {
  const rank = (day: T): number => (of(day) > 0 ? of(day) : 100 + of(day))
  return [...new Map(days.map((day) => [JSON.stringify(day), day])).values()].sort((a, b) => rank(a) - rank(b))
}
