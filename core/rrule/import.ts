/** Recurrences of iCalendar (RFC 5545) brought in. What can't be held exactly is a problem with its name, never a near miss. */
import { civilOf, dateOf, dayOf, firstOfMonth, lastDay, monthOf, weekdayOf } from '../calendar.ts'
import { areTooMany, inOrder, mostDates, type DateException, type Exceptions } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import { weekdayCodes } from '../schedule/scheduled-dates.ts'
import { problem, type Problem } from '../problem.ts'
import { expandRule, firstScheduled, type DatedRow } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/rule.ts'
import { datesAt, fittedTo } from './dates-beside.ts'
import { heldDays, kindsOf } from './months.ts'
import { notHeld, readRecurrence, type Moment, type Recurrence, type RuleParts } from './text.ts'

export type FromRRule =
  /** `due_date` is the anchor the schedule counts from: the one given, or the day the rule needs it to be. */
  ({ ok: true } & DatedRow & { due_date: string }) | { ok: false; problems: Problem[] }

/** A rule and the day it counts from. */
interface Held {
  schedule: Schedule
  anchor: number
}
type Found<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

/**
 * Reads a rule (`FREQ=MONTHLY;BYMONTHDAY=31`), or lines RRULE, DTSTART, RDATE and EXDATE. `anchor` stands for a DTSTART that the text
 * lacks. A start that the rule does not name is no date, and a date added where another was taken away is that one, moved.
 */
export function scheduleFromRRule(text: string, anchor: string): FromRRule {
  const read = readRecurrence(text)
  if (!read.ok) return read
  const given = dayOf(anchor)
  if (given === null) return refused(problem('date_must_be_a_calendar_day', ''))
  const start = read.value.start ?? { day: given, seconds: null, is_utc: false }
  const dates = datesBeside(read.value, start)
  if (!dates.ok) return dates
  const { also, except } = dates.value
  const { rule } = read.value
  if (!rule) {
    const days = [...new Set([start.day, ...also])].filter((day) => !except.has(day)).sort((a, b) => a - b)
    return days.length === 0 ? refused(noDates()) : checked(fittedTo(days))
  }
  const held = withoutEnd(rule, start.day)
  if (!held.ok) return held
  const ended = withEnd(held.value, rule, start)
  return ended.ok ? withDates(ended.value, also, except) : ended
}

const refused = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({ ok: false, problems })
const noDates = (): Problem => problem('schedule_has_no_dates.rule', '')

/** RDATE and EXDATE as days; a time in UTC names a day only where the start is in UTC too. */
function datesBeside({ also, except }: Recurrence, start: Moment): Found<{ also: number[]; except: Set<number> }> {
  for (const [name, moments] of [
    ['RDATE', also],
    ['EXDATE', except],
  ] as const) {
    if (moments.some(({ seconds, is_utc }) => seconds !== null && is_utc !== start.is_utc)) {
      return refused(notHeld('rrule_part_is_not_supported.utc', name))
    }
    if (new Set(moments.map(({ day }) => day)).size > limits.exceptions)
      return refused(problem('too_many_dates.beside_rule', `/${name}`, mostDates))
  }
  return { ok: true, value: { also: also.map(({ day }) => day), except: new Set(except.map(({ day }) => day)) } }
}

/** The rule without COUNT and UNTIL. */
function withoutEnd(rule: RuleParts, start: number): Found<Held> {
  const { freq, interval: every, by_day, by_month, by_month_day, by_set_pos } = rule
  const isPlain = !by_day && !by_month && !by_month_day && !by_set_pos
  if ((freq === 'DAILY' || freq === 'WEEKLY') && by_day?.some(({ nth }) => nth !== 0))
    return refused(notHeld('rrule_part_is_not_supported.nth_weekday', 'BYDAY'))
  if (freq === 'DAILY') {
    if (isPlain) return { ok: true, value: { schedule: { every, unit: 'day' }, anchor: start } }
    if (every !== 1 || by_set_pos)
      return refused(
        notHeld('rrule_part_is_not_supported.daily', by_set_pos ? 'BYSETPOS' : by_day ? 'BYDAY' : by_month_day ? 'BYMONTHDAY' : 'BYMONTH'),
      )
    return by_day && !by_month && !by_month_day
      ? byWeek({ ...rule, freq: 'WEEKLY' }, start)
      : byMonth({ ...rule, freq: 'MONTHLY', by_month_day: by_month_day ?? everyDay }, start)
  }
  return freq === 'WEEKLY' ? byWeek(rule, start) : byMonth(rule, start)
}

const everyDay = Array.from({ length: 31 }, (_, index) => index + 1)

function byWeek({ interval: every, by_day, by_month, by_month_day, by_set_pos, week_start }: RuleParts, start: number): Found<Held> {
  const strange = by_set_pos ? 'BYSETPOS' : by_month_day ? 'BYMONTHDAY' : by_month ? 'BYMONTH' : null
  if (strange) return refused(notHeld('rrule_part_is_not_supported.weekly', strange))
  if (!by_day) return { ok: true, value: { schedule: { every, unit: 'week' }, anchor: start } }
  const weekdays = [...new Set(by_day.map(({ weekday }) => weekday))].sort((a, b) => a - b)
  // A week that starts on another day holds other dates only where a weekday lies in the start's week by one way and not by the other.
  const inWeek = (weekday: number, first: number): number => ((weekday - first + 7) % 7) - ((weekdayOf(start) - first + 7) % 7)
  if (every > 1 && weekdays.some((weekday) => inWeek(weekday, week_start) !== inWeek(weekday, 0))) {
    return refused(notHeld('rrule_part_is_not_supported.week_start', 'WKST'))
  }
  return { ok: true, value: { schedule: { every, unit: 'week', on: weekdays.map((weekday) => weekdayCodes[weekday]!) }, anchor: start } }
}

/** MONTHLY and YEARLY: which months, then which days in them. */
function byMonth(rule: RuleParts, start: number): Found<Held> {
  const { by_day, by_month_day, by_set_pos } = rule
  const cadence = monthsOf(rule, start)
  if (!cadence.ok) return cadence
  const { months, ...beat } = cadence.value
  const monthDay = civilOf(start).day
  if (!by_day && !by_month_day && !by_set_pos) {
    const short = monthDay > 28 ? { short_month: 'skip' as const } : {}
    if (beat.first === monthOf(start))
      return { ok: true, value: { schedule: { every: beat.every, unit: beat.unit, ...short }, anchor: start } }
  }
  const days = { by_day, by_set_pos, by_month_day: by_month_day ?? (by_day ? null : [monthDay]) }
  const held = heldDays(days, kindsOf(months))
  if (held) return anchored({ every: beat.every, unit: beat.unit, ...held }, beat.first, start)
  return refused(
    by_set_pos ? notHeld('rrule_part_is_not_supported.places', 'BYSETPOS') : notHeld('rrule_part_is_not_supported.mixed_days', 'BYDAY'),
  )
}

interface Cadence {
  every: number
  unit: 'month' | 'year'
  /** A month in which the rule has its days, the start's or before it: year × 12 + (month − 1). */
  first: number
  /** The months it can have them in, 1–12; null: any. */
  months: number[] | null
}

function monthsOf({ freq, interval: every, by_month, by_day, by_month_day, by_set_pos }: RuleParts, start: number): Found<Cadence> {
  const here = monthOf(start)
  const months = by_month
    ? [...new Set(by_month)].sort((a, b) => a - b)
    : freq === 'YEARLY' && !by_month_day && !by_day
      ? [(here % 12) + 1]
      : null
  if (months === null) {
    if (freq === 'MONTHLY') return { ok: true, value: { every, unit: 'month', first: here, months: reachable(here, every) } }
    if (by_day) return refused(notHeld('rrule_part_is_not_supported.weekdays_of_year', 'BYDAY'))
    if (by_set_pos) return refused(notHeld('rrule_part_is_not_supported.places_of_year', 'BYSETPOS'))
    if (every !== 1) return refused(notHeld('rrule_part_is_not_supported.days_of_years', 'BYMONTHDAY'))
    return { ok: true, value: { every: 1, unit: 'month', first: here, months: null } }
  }
  const inYear = here - (here % 12)
  if (months.length === 1 && (freq === 'YEARLY' || every === 1))
    return { ok: true, value: { every, unit: 'year', first: inYear + months[0]! - 1, months } }
  const step = 12 / months.length
  const isEven = months.every((month, index) => month === months[0]! + index * step)
  if (every !== 1 || !isEven) return refused(notHeld('rrule_part_is_not_supported.uneven_months', 'BYMONTH'))
  if (freq === 'YEARLY' && by_set_pos) return refused(notHeld('rrule_part_is_not_supported.places_of_months', 'BYSETPOS'))
  const ahead = (here % 12) + 1 - months[0]!
  return { ok: true, value: { every: step, unit: 'month', first: here - (((ahead % step) + step) % step), months } }
}

/** The months of the year that every so many months come to; all: null. */
function reachable(month: number, every: number): number[] | null {
  const months = new Set(Array.from({ length: 12 }, (_, index) => ((month + index * every) % 12) + 1))
  return months.size === 12 ? null : [...months].sort((a, b) => a - b)
}

/**
 * The rule counted from its first date where its months are not the start's, or where that date stands before the start and is shifted past
 * it.
 */
function anchored(schedule: Schedule, first: number, start: number): Found<Held> {
  if (first === monthOf(start) && !schedule.shift)
    return firstScheduled(schedule, start) === null ? refused(noDates()) : { ok: true, value: { schedule, anchor: start } }
  for (let from = start, span = 366; from <= lastDay; from += span, span *= 2) {
    const anchor = expandRule(schedule, firstOfMonth(first), from, from + span).scheduled[0]
    if (anchor !== undefined) return { ok: true, value: { schedule, anchor } }
  }
  return refused(noDates())
}

function withEnd({ schedule, anchor }: Held, { count, until }: RuleParts, start: Moment): Found<Held> {
  if (count !== null) return { ok: true, value: { schedule: { ...schedule, count }, anchor } }
  if (until === null) return { ok: true, value: { schedule, anchor } }
  let last = until.day
  if (until.seconds !== null && until.is_utc === start.is_utc) last -= start.seconds !== null && until.seconds < start.seconds ? 1 : 0
  else if (until.seconds !== null && expandRule(schedule, anchor, last - 1, last + 2).effective.length > 0) {
    return refused(notHeld('rrule_part_is_not_supported.utc_until', 'UNTIL'))
  }
  // `until` is about scheduled dates, UNTIL about those that a shift has made of them.
  const { scheduled, effective } = expandRule(schedule, anchor, last - 5, last + 6)
  const tooLate = scheduled.find((day, index) => day <= last && effective[index]! > last)
  const inTime = scheduled.findLast((day, index) => day > last && effective[index]! <= last)
  const ended = { ...schedule, until: dateOf(tooLate === undefined ? (inTime ?? last) : tooLate - 1) }
  return firstScheduled(ended, anchor) === null ? refused(noDates()) : { ok: true, value: { schedule: ended, anchor } }
}

/** EXDATE and RDATE: dates taken away are skipped, or moved to a date that was added. */
function withDates({ schedule, anchor }: Held, also: number[], except: Set<number>): FromRRule {
  const at = datesAt(schedule, anchor)
  const gone = [...except].flatMap(at).sort((a, b) => a - b)
  const added = [...new Set(also)].filter((day) => !except.has(day) && at(day).length === 0).sort((a, b) => a - b)
  const longer = added.length > gone.length ? grownBy(schedule, anchor, added.length - gone.length) : { schedule, more: [] }
  if (longer === null) return refused(notHeld('rrule_part_is_not_supported.endless', 'RDATE'))
  const from = [...gone, ...longer.more]
  const exceptions: Record<string, DateException> = {}
  // As many gone as added: one for one, in order. Else each added one is the nearest of those that are gone.
  let left = added.length
  for (const day of added) {
    const nearest =
      from.length === left ? 0 : from.reduce((best, one, index) => (Math.abs(one - day) < Math.abs(from[best]! - day) ? index : best), 0)
    left -= 1
    exceptions[dateOf(from.splice(nearest, 1)[0]!)] = { moved_to: dateOf(day) }
  }
  for (const day of from) exceptions[dateOf(day)] = { skipped: true }
  return checked({ schedule: longer.schedule, anchor, exceptions: inOrder(exceptions) })
}

/** A rule that ends, so many dates longer; null when it does not end, or can't grow. */
function grownBy(schedule: Schedule, anchor: number, more: number): { schedule: Schedule; more: readonly number[] } | null {
  const { count, until, ...endless } = schedule
  if (count === undefined && until === undefined) return null
  const most = limits.rule_dates
  const now = expandRule({ ...schedule, shift: undefined, count: count ?? most }, anchor, -Infinity, Infinity).scheduled.length
  const all = expandRule({ ...endless, shift: undefined, count: Math.min(now + more, most) }, anchor, -Infinity, Infinity).scheduled
  if (all.length < now + more) return null
  const grown = count === undefined ? { ...schedule, until: dateOf(all.at(-1)!) } : { ...schedule, count: count + more }
  return { schedule: grown, more: all.slice(now) }
}

function checked({ schedule, anchor, exceptions }: { schedule: Schedule | null; anchor: number; exceptions: Exceptions }): FromRRule {
  if (areTooMany(exceptions)) {
    return refused(problem('too_many_dates.without_rule', '/RDATE', mostDates))
  }
  return { ok: true, schedule, due_date: dateOf(anchor), exceptions }
}
