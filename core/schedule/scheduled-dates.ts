/** The scheduled dates of a rule, before anything is skipped, moved or shifted: plain arithmetic on day numbers from the anchor. */
import { civilOf, dayOf, daysInMonth, firstOfMonth, lastDay, monthOf, weekdayOf } from '../calendar.ts'
import type { Schedule } from './rule.ts'

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

/**
 * Scheduled dates in [from, until) as day numbers, in order, each once. Only the first look at a count of months is a walk from its anchor.
 */
export function scheduledDates(schedule: Schedule, anchor: number, from: number, until: number): number[] {
  const low = Math.max(from, anchor)
  const latest = Math.min(until, lastDay + 1)
  if (low >= latest) return []
  const end = endOfRule(schedule, anchor)
  const high = end === null ? latest : Math.min(latest, end + 1)
  if (low >= high) return []
  if (schedule.unit === 'day') return evenly(anchor, schedule.every, low, high)
  if (schedule.unit === 'week') return schedule.on ? inWeeks(schedule, anchor, low, high) : evenly(anchor, schedule.every * 7, low, high)
  return inMonths(schedule, anchor, low, high)
}

/** Whether a day is a scheduled date. */
export const isScheduledOn = (schedule: Schedule, anchor: number, day: number): boolean =>
  scheduledDates(schedule, anchor, day, day + 1).length === 1

/** The day after which a rule has no date; null: it goes on. */
export function endOfRule(schedule: Schedule, anchor: number): number | null {
  const { count, until } = schedule
  if (count === undefined && until === undefined) return null
  return Math.min(until === undefined ? Infinity : dayOf(until)!, count === undefined ? Infinity : lastOfCount(schedule, count, anchor))
}

/** The day on which a rule has been due `count` times. */
function lastOfCount(schedule: Schedule, count: number, anchor: number): number {
  const { every, unit, on } = schedule
  if (unit === 'month' || unit === 'year') return lastOfMonths(schedule, count, anchor)
  return unit === 'week' && on
    ? lastOfWeeks(weekOffsets(on), every * 7, count, anchor)
    : anchor + (count - 1) * every * (unit === 'week' ? 7 : 1)
}

/** The weekdays of `on` in their order. */
const weekOffsets = (on: NonNullable<Schedule['on']>): number[] =>
  [...new Set(on.map((day) => weekdayIn(String(day)).weekday))].sort((a, b) => a - b)

function lastOfWeeks(offsets: readonly number[], step: number, count: number, anchor: number): number {
  const firstWeek = anchor - weekdayOf(anchor)
  const last = count - 1 + offsets.filter((offset) => firstWeek + offset < anchor).length
  return firstWeek + Math.floor(last / offsets.length) * step + offsets[last % offsets.length]!
}

function evenly(anchor: number, step: number, low: number, high: number): number[] {
  const first = anchor + Math.ceil((low - anchor) / step) * step
  const days: number[] = []
  days.length = Math.max(0, Math.ceil((high - first) / step))
  for (let nth = 0; nth < days.length; nth += 1) days[nth] = first + nth * step
  return days
}

/** Weeks start on Monday; the anchor's week is the first. */
function inWeeks(schedule: Schedule, anchor: number, low: number, high: number): number[] {
  const offsets = weekOffsets(schedule.on!)
  const step = schedule.every * 7
  const firstWeek = anchor - weekdayOf(anchor)
  const days: number[] = []
  for (let week = firstWeek + Math.floor((low - firstWeek) / step) * step; week < high; week += step) {
    for (const offset of offsets) {
      const day = week + offset
      if (day >= low && day < high) days.push(day)
    }
  }
  return days
}

/** Months, and years as twelve of them: the anchor's month is the first. The first month that matters is reached by arithmetic. */
function inMonths(schedule: Schedule, anchor: number, low: number, high: number): number[] {
  const step = stepInMonths(schedule)
  const firstMonth = monthOf(anchor)
  const from_month = firstMonth + Math.floor((monthOf(low) - firstMonth) / step) * step
  const sameDay = dayEachMonth(schedule, anchor)
  if (sameDay !== 0) return onOneDay(sameDay, schedule.short_month === 'skip', step, from_month, low, high)
  const daysOf = daysOfMonth(schedule, anchor)
  const days: number[] = []
  let month = from_month
  let start = firstOfMonth(month)
  while (start < high) {
    const next = firstOfMonth(month + 1)
    for (let set = daysOf(start, next - start); set !== 0; set &= set - 1) {
      const day = start + lowestOf(set)
      if (day >= low && day < high) days.push(day)
    }
    month += step
    start = step === 1 ? next : firstOfMonth(month)
  }
  return days
}

const stepInMonths = ({ unit, every }: Schedule): number => (unit === 'year' ? every * 12 : every)

/** Of a set of days of a month that has one: the first, 0 for the first of the month. */
const lowestOf = (set: number): number => 31 - Math.clz32(set & -set)

const counted = new WeakMap<Schedule, { anchor: number; last: number }>()

/**
 * The day on which a rule of months has been due `count` times, at the latest the last day there is. That is gone through from the anchor,
 * once for each rule.
 */
function lastOfMonths(schedule: Schedule, count: number, anchor: number): number {
  const known = counted.get(schedule)
  if (known?.anchor === anchor) return known.last
  const last = countMonths(schedule, count, anchor)
  counted.set(schedule, { anchor, last })
  return last
}

function countMonths(schedule: Schedule, count: number, anchor: number): number {
  const step = stepInMonths(schedule)
  const daysOf = daysOfMonth(schedule, anchor)
  let left = count
  for (let month = monthOf(anchor); ; month += step) {
    const start = firstOfMonth(month)
    if (start > lastDay) return lastDay
    const set = daysOf(start, firstOfMonth(month + 1) - start)
    for (let rest = start < anchor ? set & (-1 << (anchor - start)) : set; rest !== 0; rest &= rest - 1) {
      left -= 1
      if (left === 0) return start + lowestOf(rest)
    }
  }
}

/** The one day of the month that a rule means, below zero counted from its end; 0: it means others. */
function dayEachMonth({ on }: Schedule, anchor: number): number {
  if (on === undefined) return civilOf(anchor).day
  return on.length === 1 && typeof on[0] === 'number' ? on[0] : 0
}

/** What most rules are: one day of a month, every so many months from one on. A month without it has its last day instead, or none. */
function onOneDay(day_of_month: number, skips: boolean, step: number, from_month: number, low: number, high: number): number[] {
  let year = Math.floor(from_month / 12)
  let month = from_month - year * 12
  let start = firstOfMonth(from_month)
  const days: number[] = []
  days.length = Math.max(0, Math.ceil((high - start) / (28 * step)))
  let count = 0
  while (start < high) {
    const length = daysInMonth(year, month + 1)
    const nth = day_of_month > 0 ? day_of_month : length + 1 + day_of_month
    const isThere = nth >= 1 && nth <= length
    const day = start + (isThere ? nth : length) - 1
    if (day >= low && day < high && (isThere || !skips)) days[count++] = day
    month += step
    start = step === 1 ? start + length : firstOfMonth(year * 12 + month)
    if (month < 12) continue
    year += Math.floor(month / 12)
    month %= 12
  }
  days.length = count
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

/**
 * The nth of a weekday whose first is so many days after the first of the month; from the end when negative; none where the month has no
 * such one.
 */
function nthWeekday(first: number, nth: number, length: number): number {
  const day = first + (nth > 0 ? nth - 1 : (first + 28 < length ? 5 : 4) + nth) * 7
  return day >= 0 && day < length ? 1 << day : 0
}
