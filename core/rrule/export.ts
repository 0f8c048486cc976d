/**
 * Schedules as recurrences of iCalendar (RFC 5545), in the few forms that every reader understands alike. Left out on purpose: a day
 * of the month together with BYSETPOS (ical.js shows each of the days), a rule without its days (ical.js puts 29 February on
 * 1 March), a fifth weekday beside another one, RDATE (dropped beside an RRULE that has ended, and without an RRULE), and a DTSTART
 * that is no date of the rule.
 */
import { civilOf, dateOf, dayOf, lastDay, weekdayOf } from '../calendar.ts'
import { exceptionDays } from '../schedule/exceptions.ts'
import { limits } from '../limits.ts'
import { scheduledDates, isScheduledOn, weekdayCodes, weekdayIn } from '../schedule/scheduled-dates.ts'
import { firstScheduled, lastOfRule, offWeekend, type DatedRow } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/rule.ts'
import { isSameRule, kindsOf, type MonthDays } from './months.ts'

export interface ToRRule {
  /** DTSTART, YYYY-MM-DD: the first date of the rule that is not skipped, before it is moved. */
  start: string
  /** RRULE, then EXDATE for the dates that are skipped later on; unfolded. */
  lines: string[]
  /** The dates that are moved or of another amount, in order: where the rule has them, which is their RECURRENCE-ID, and where they are. */
  changed: { nominal_date: string; slot: string; date: string; amount_cents: number | null }[]
}

/**
 * The rule whose dates are the schedule's own, but for those `changed`; `scheduleFromRRule(lines.join('\n'), start)` has the same ones.
 * null: no rule says them in a way that all readers share, or fewer than two dates are left. Then each date is an event of its own.
 */
export function scheduleToRRule({ due_date, schedule: rule, exceptions }: DatedRow): ToRRule | null {
  if (rule === null || due_date === null) return null
  const from = dayOf(due_date)!
  const { skipped } = exceptionDays(exceptions)
  const parts = partsOf(rule, from)
  const first = parts && firstKept(rule, skipped, from)
  if (parts === null || first === null) return null
  const last = lastOfRule(rule, from)
  const start = offWeekend(first, rule.shift)
  if (last <= start) return null
  const isScheduled = (day: number): boolean => isScheduledOn(rule, from, day)
  const slotOf = (date: string): string => dateOf(offWeekend(dayOf(date)!, rule.shift))
  const except = [...skipped]
    .filter((day) => day > first && isScheduled(day))
    .map((day) => slotOf(dateOf(day)))
    .sort()
  const changed = Object.entries(exceptions)
    .filter(([date, { skipped: isSkipped }]) => !isSkipped && isScheduled(dayOf(date)!))
    .map(([nominal_date, { moved_to, amount_cents }]) => ({
      nominal_date,
      slot: slotOf(nominal_date),
      date: moved_to ?? slotOf(nominal_date),
      amount_cents: amount_cents ?? null,
    }))
    .filter(({ slot, date, amount_cents }) => date !== slot || amount_cents !== null)
    .sort((a, b) => (a.slot < b.slot ? -1 : 1))
  const ends = Number.isFinite(last) ? [`UNTIL=${written(last)}`] : []
  return { start: dateOf(start), lines: [`RRULE:${[...parts, ...ends].join(';')}`, ...exdates(except)], changed }
}

const written = (day: number): string => dateOf(day).replaceAll('-', '')
const exdates = (dates: readonly string[]): string[] =>
  dates.length === 0 ? [] : [`EXDATE;VALUE=DATE:${dates.map((date) => date.replaceAll('-', '')).join(',')}`]

/** The first scheduled date that is not skipped; null when none is left. */
function firstKept(rule: Schedule, skipped: ReadonlySet<number>, anchor: number): number | null {
  const first = firstScheduled(rule, anchor)
  if (first === null || skipped.size === 0) return first
  for (let from = first, span = 366; from <= lastDay; from += span, span *= 2) {
    const kept = scheduledDates(rule, anchor, from, from + span).find((day) => !skipped.has(day))
    if (kept !== undefined) return kept
  }
  return null
}

/** The parts of an RRULE that gives the same effective dates when it starts on one of them; null when there is none. */
function partsOf(rule: Schedule, anchor: number): string[] | null {
  const every = rule.every === 1 ? [] : [`INTERVAL=${rule.every}`]
  if (rule.unit === 'day') {
    if (!rule.shift) return ['FREQ=DAILY', ...every]
    return rule.every % 7 === 0 ? partsOf({ ...rule, unit: 'week', every: rule.every / 7 }, anchor) : null
  }
  if (rule.unit === 'week') {
    const days = weekdaysOf(rule, anchor)
    return days && ['FREQ=WEEKLY', ...every, `BYDAY=${days.join(',')}`, ...(rule.every > 1 ? ['WKST=MO'] : [])]
  }
  const month = civilOf(anchor).month
  const on = rule.on ?? [civilOf(anchor).day]
  const kinds = kindsOf(rule.unit === 'year' ? [month] : null)
  const isSame = (one: MonthDays): boolean => isSameRule(one, { on, short_month: rule.short_month, shift: rule.shift }, kinds)
  const found = monthDaysOf(on, rule.shift, new Set(kinds.map(({ length }) => length))).find(isSame)
  if (!found || mayLackOne(found)) return null
  const days = {
    ...found,
    by_month_day: found.by_month_day && needed(found.by_month_day, (by_month_day) => isSame({ ...found, by_month_day })),
  }
  if (rule.unit === 'month') return ['FREQ=MONTHLY', ...every, ...daysWritten(days)]
  // By the year ical.js loses count of days from the end, so the last of February is said by twelve months.
  const isFromEnd = days.by_month_day?.some((day) => day < 0)
  if (!isFromEnd) return ['FREQ=YEARLY', ...every, `BYMONTH=${month}`, ...daysWritten(days)]
  const months = 12 * rule.every
  return months > limits.schedule_every ? null : ['FREQ=MONTHLY', `INTERVAL=${months}`, ...daysWritten(days)]
}

/** The days without those that name no further date, such as 31 beside -1 in January: ical.js loses its place where two are one. */
const needed = (days: readonly number[], isSame: (fewer: number[]) => boolean): number[] =>
  days.reduce(
    (kept, day) => (kept.length > 1 && isSame(kept.filter((other) => other !== day)) ? kept.filter((other) => other !== day) : kept),
    [...days],
  )

/** The weekdays once shifted; null where two fall on one, or where only some go over into the next week of a rule that leaves weeks out. */
function weekdaysOf({ every, on, shift }: Schedule, anchor: number): string[] | null {
  const weekdays = on ? [...new Set(on.map((day) => weekdayIn(String(day)).weekday))] : [weekdayOf(anchor)]
  const shifted = weekdays.map((weekday) => (weekday > 4 && shift ? (shift === 'before' ? 4 : 0) : weekday))
  const isOver = (weekday: number): boolean => weekday > 4 && shift === 'after'
  if (new Set(shifted).size < shifted.length || (every > 1 && weekdays.some(isOver) && !weekdays.every(isOver))) return null
  return shifted.sort((a, b) => a - b).map((weekday) => weekdayCodes[weekday]!)
}

/** In a month that has the one but no fifth of the other, ical.js misses the date that it begins with. */
const mayLackOne = ({ by_day }: MonthDays): boolean => by_day !== null && by_day.length > 1 && by_day.some(({ nth }) => Math.abs(nth) === 5)

const workdays = [0, 1, 2, 3, 4].map((weekday) => ({ weekday, nth: 0 }))

/** Ways in which RFC 5545 may say these days; which of them do is for months.ts to tell. */
function* monthDaysOf(on: readonly (number | string)[], shift: Schedule['shift'], lengths: ReadonlySet<number>): Generator<MonthDays> {
  if (typeof on[0] === 'string') {
    yield { by_month_day: null, by_day: on.map((day) => weekdayIn(String(day))), by_set_pos: null }
    return
  }
  const days = [...new Set(on.map(Number))].sort((a, b) => a - b)
  if (lengths.size === 1) {
    const [length] = [...lengths] as [number]
    yield {
      by_month_day: [...new Set(days.map((day) => (day < 0 ? length + 1 + day : Math.min(day, length))))],
      by_day: null,
      by_set_pos: null,
    }
  }
  yield { by_month_day: days, by_day: null, by_set_pos: null }
  // What falls on the last day of every month it is meant for is the last day: the 31st, and 29 February by the year.
  yield { by_month_day: [...new Set(days.map((day) => (day >= 29 ? -1 : day)))], by_day: null, by_set_pos: null }
  if (days.length === 1 && shift) yield { by_month_day: null, by_day: workdays, by_set_pos: [shift === 'before' ? -1 : 1] }
}

function daysWritten({ by_month_day, by_day, by_set_pos }: MonthDays): string[] {
  return [
    ...(by_month_day ? [`BYMONTHDAY=${by_month_day.join(',')}`] : []),
    ...(by_day ? [`BYDAY=${by_day.map(({ weekday, nth }) => `${nth === 0 ? '' : nth}${weekdayCodes[weekday]}`).join(',')}`] : []),
    ...(by_set_pos ? [`BYSETPOS=${by_set_pos.join(',')}`] : []),
  ]
}
