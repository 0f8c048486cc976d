/** The scheduled dates of a rule, before anything is skipped, moved or shifted: plain arithmetic on day numbers from the anchor. */
import { civilOf, dayOf, daysInMonth, firstOfMonth, lastDay, monthOf, weekdayOf } from '../calendar.ts'
import type { Schedule } from './schedule.ts'

/** Days from the first to before the second, as day numbers. */
export interface Days {
  from: number
  until: number
}
export const allDays: Days = { from: -Infinity, until: Infinity }

export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** A weekday of `on`: 0 for Monday to 6, and which one in the month (−1 the last), or 0 for every one. */
export function weekdayIn(on: string): { weekday: number; nth: number } {
  return { weekday: weekdayCodes.indexOf(on.slice(-2) as (typeof weekdayCodes)[number]), nth: Number(on.slice(0, -2)) }
}

/** Scheduled dates in [from, until) as day numbers, in order, each once. A rule without count costs no walk from its anchor. */
export function scheduledDates(schedule: Schedule, anchor: number, from: number, until: number): number[] {
  const low = Math.max(from, anchor)
  const high = Math.min(until, lastDay + 1, schedule.until === undefined ? Infinity : dayOf(schedule.until)! + 1)
  if (low >= high) return []
  if (schedule.unit === 'day') return evenly(anchor, schedule.every, schedule.count, low, high)
  if (schedule.unit === 'week') return schedule.on ? inWeeks(schedule, anchor, low, high) : evenly(anchor, schedule.every * 7, schedule.count, low, high)
  return inMonths(schedule, anchor, low, high)
}

/** Tells whether a day up to and with `last` is a scheduled date. What a count of months needs is gone through once, not once a question. */
export function isScheduledOn(schedule: Schedule, anchor: number, last = Infinity): (day: number) => boolean {
  if (schedule.count === undefined || !isByMonth(schedule)) return (day) => scheduledDates(schedule, anchor, day, day + 1).length === 1
  const days = new Set(scheduledDates(schedule, anchor, anchor, last + 1))
  return (day) => days.has(day)
}

const isByMonth = ({ unit }: Schedule): boolean => unit === 'month' || unit === 'year'

/**
 * A day after which a rule has no date, reached by arithmetic; null: it has none, or has to be gone through to find it, as a count of
 * months has.
 */
export function lastDaySaid(schedule: Schedule, anchor: number): number | null {
  const until = schedule.until === undefined ? Infinity : dayOf(schedule.until)!
  if (schedule.count === undefined) return until === Infinity ? null : until
  return isByMonth(schedule) ? null : Math.min(until, lastOfCount(schedule, schedule.count, anchor))
}

/** The day on which a rule of days or weeks has been due `count` times. */
function lastOfCount({ every, unit, on }: Schedule, count: number, anchor: number): number {
  if (unit === 'day') return anchor + (count - 1) * every
  return on ? lastOfWeeks(weekOffsets(on), every * 7, count, anchor) : anchor + (count - 1) * every * 7
}

/** The weekdays of `on` in their order. */
const weekOffsets = (on: NonNullable<Schedule['on']>): number[] => [...new Set(on.map((day) => weekdayIn(String(day)).weekday))].sort((a, b) => a - b)

function lastOfWeeks(offsets: readonly number[], step: number, count: number, anchor: number): number {
  const firstWeek = anchor - weekdayOf(anchor)
  const last = count - 1 + offsets.filter((offset) => firstWeek + offset < anchor).length
  return firstWeek + Math.floor(last / offsets.length) * step + offsets[last % offsets.length]!
}

function evenly(anchor: number, step: number, count: number | undefined, low: number, high: number): number[] {
  const end = count === undefined ? high : Math.min(high, anchor + (count - 1) * step + 1)
  const days: number[] = []
  for (let day = anchor + Math.ceil((low - anchor) / step) * step; day < end; day += step) days.push(day)
  return days
}

/** Weeks start on Monday; the anchor's week is the first. */
function inWeeks(schedule: Schedule, anchor: number, low: number, high: number): number[] {
  const offsets = weekOffsets(schedule.on!)
  const step = schedule.every * 7
  const firstWeek = anchor - weekdayOf(anchor)
  const end = schedule.count === undefined ? high : Math.min(high, lastOfWeeks(offsets, step, schedule.count, anchor) + 1)
  const days: number[] = []
  for (let week = firstWeek + Math.floor((low - firstWeek) / step) * step; week < end; week += step) {
    for (const offset of offsets) {
      const day = week + offset
      if (day >= low && day < end) days.push(day)
    }
  }
  return days
}

/** Months, and years as twelve of them: the anchor's month is the first. */
function inMonths(schedule: Schedule, anchor: number, low: number, high: number): number[] {
  const step = schedule.unit === 'year' ? schedule.every * 12 : schedule.every
  const firstMonth = monthOf(anchor)
  const sameDay = schedule.count === undefined ? dayEachMonth(schedule, anchor) : 0
  if (sameDay !== 0) return onOneDay(sameDay, schedule.short_month === 'skip', step, firstMonth + Math.floor((monthOf(low) - firstMonth) / step) * step, low, high)
  const daysOf = daysOfMonth(schedule, anchor)
  // A count is counted from the anchor, over every date there is; else the first month that matters is reached by arithmetic.
  let left = schedule.count ?? Infinity
  let month = schedule.count === undefined ? firstMonth + Math.floor((monthOf(low) - firstMonth) / step) * step : firstMonth
  const days: number[] = []
  let start = firstOfMonth(month)
  while (start < high && left > 0) {
    const next = firstOfMonth(month + 1)
    for (let set = daysOf(start, next - start); set !== 0 && left > 0; set &= set - 1) {
      const day = start + 31 - Math.clz32(set & -set)
      if (day < anchor) continue
      left -= 1
      if (day >= low && day < high) days.push(day)
    }
    month += step
    start = step === 1 ? next : firstOfMonth(month)
  }
  return days
}

/** The one day of the month that a rule means, below zero counted from its end; 0: it means others. */
function dayEachMonth({ on }: Schedule, anchor: number): number {
  if (on === undefined) return civilOf(anchor).day
  return on.length === 1 && typeof on[0] === 'number' ? on[0] : 0
}

/** What most rules are: one day of a month, every so many months from one on. A month without it has its last day instead, or none. */
function onOneDay(day_of_month: number, skips: boolean, step: number, from_month: number, low: number, high: number): number[] {
  const days: number[] = []
  let year = Math.floor(from_month / 12)
  let month = from_month - year * 12
  let start = firstOfMonth(from_month)
  while (start < high) {
    const length = daysInMonth(year, month + 1)
    const nth = day_of_month > 0 ? day_of_month : length + 1 + day_of_month
    const isThere = nth >= 1 && nth <= length
    const day = start + (isThere ? nth : length) - 1
    if (day >= low && day < high && (isThere || !skips)) days.push(day)
    month += step
    start = step === 1 ? start + length : firstOfMonth(year * 12 + month)
    if (month < 12) continue
    year += Math.floor(month / 12)
    month %= 12
  }
  return days
}

/** Which days of a month a rule means, as a set of bits: bit 0 is the first. */
type DaysOfMonth = (start: number, length: number) => number

/** What `on` (without it, the anchor's day of the month) means in a month. */
export function daysOfMonth(schedule: Pick<Schedule, 'on' | 'short_month'>, anchor: number): DaysOfMonth {
  const on = schedule.on ?? [civilOf(anchor).day]
  if (typeof on[0] === 'string') {
    const weekdays = on.map((day) => weekdayIn(String(day)))
    return (start, length) => {
      const first = weekdayOf(start)
      let set = 0
      for (const { weekday, nth } of weekdays) set |= nthWeekday((weekday - first + 7) % 7, nth, length)
      return set
    }
  }
  const monthDays = on.map(Number)
  const lacking = schedule.short_month === 'skip' ? () => 0 : (length: number) => 1 << (length - 1)
  if (monthDays.length === 1 && monthDays[0]! > 0) {
    const day = monthDays[0]!
    return (_start, length) => (day <= length ? 1 << (day - 1) : lacking(length))
  }
  return (_start, length) => {
    let set = 0
    for (const monthDay of monthDays) {
      const day = monthDay > 0 ? monthDay : length + 1 + monthDay
      set |= day >= 1 && day <= length ? 1 << (day - 1) : lacking(length)
    }
    return set
  }
}

/** The nth of a weekday whose first is so many days after the first of the month; from the end when negative; none where the month has no such one. */
function nthWeekday(first: number, nth: number, length: number): number {
  const day = first + (nth > 0 ? nth - 1 : (first + 28 < length ? 5 : 4) + nth) * 7
  return day >= 0 && day < length ? 1 << day : 0
}
