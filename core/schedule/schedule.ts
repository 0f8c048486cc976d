/** Schedules: rules that generate dates from an anchor, the row's due_date. */
import { dateOf, dayOf, lastDay, weekdayOf } from '../calendar.ts'
import { exceptionDays, type Exceptions } from './exceptions.ts'
import type { ChangeFromDate } from './dated-changes.ts'
import type { Schedule } from './rule.ts'
import { allDays, scheduledDates, endOfRule } from './scheduled-dates.ts'
import { anchorOf, hasChanges, partOn, partsOf, isRowScheduledOn, type RuledRow } from './row-parts.ts'
import { problem, type Problem } from '../problem.ts'

/** A row without a schedule is a rule of one date. */
export const once: Schedule = { every: 1, unit: 'day', count: 1 }

/** What a row has of its dates: its rule, the day it counts from, and what is said of single dates. */
export interface DatedRow {
  /** null: undated, so without any date. */
  due_date: string | null
  /** null: once, on due_date. */
  schedule: Schedule | null
  exceptions: Exceptions
  /** What is otherwise from dates on (core/schedule/row-parts.ts). */
  changes?: ChangeFromDate[]
}

/** Dates of a rule as day numbers (core/calendar.ts): one payment an index, by effective date, then scheduled. */
export interface Dates {
  /** The dates the rule itself names, of which exceptions speak. */
  scheduled: readonly number[]
  /** The days on which money goes or comes, once moved and shifted. */
  effective: readonly number[]
}

const never: Dates = { scheduled: [], effective: [] }

/**
 * The dates whose effective day lies in [from, until), skipped ones left out. A windowed query equals the full list, filtered. The
 * schedule is one that `checkSchedule` found nothing wrong with.
 */
export function expand(row: DatedRow, from: number, until: number): Dates {
  const { due_date, schedule, exceptions } = row
  const anchor = due_date === null ? null : dayOf(due_date)
  if (anchor === null) return never
  const { skipped, moved } = exceptionDays(exceptions)
  const ruled = hasChanges(row) ? expandParts(row, from, until) : expandRule(schedule, anchor, from, until)
  if (skipped.size === 0 && moved.size === 0) return ruled
  const stays = (_day: number, index: number): boolean => !skipped.has(ruled.scheduled[index]!) && !moved.has(ruled.scheduled[index]!)
  const dates: Dates = { scheduled: ruled.scheduled.filter(stays), effective: ruled.effective.filter(stays) }
  const arrivals = [...moved].filter(([day, to]) => to >= from && to < until && !skipped.has(day))
  return arrivals.length === 0 ? dates : withArrivals(dates, datesOnly(row, arrivals))
}

/** Those of all parts of a row, whatever is said of single ones. A date that is shifted may fall among those of another part. */
function expandParts(row: DatedRow, from: number, until: number): Dates {
  const found = partsOf(row).map((part) => expandRule(part.schedule, anchorOf(part), from, until, part))
  const [scheduled, effective] = [found.flatMap((dates) => dates.scheduled), found.flatMap((dates) => dates.effective)]
  const order = effective.map((_, index) => index).sort((a, b) => effective[a]! - effective[b]! || scheduled[a]! - scheduled[b]!)
  return { scheduled: order.map((index) => scheduled[index]!), effective: order.map((index) => effective[index]!) }
}

/**
 * The dates of a rule whose effective day lies in [from, until), whatever is said of single ones. `schedule` null: once, on the anchor.
 * `held`: the days on which it holds, as scheduled dates.
 */
export function expandRule(schedule: Schedule | null, anchor: number, from: number, until: number, held = allDays): Dates {
  if (schedule === null) {
    const once = anchor >= from && anchor < until ? [anchor] : []
    return { scheduled: once, effective: once }
  }
  const { shift } = schedule
  if (!shift) {
    const days = scheduledDates(schedule, anchor, Math.max(from, held.from), Math.min(until, held.until))
    return { scheduled: days, effective: days }
  }
  // A weekend is left by two days at the most, so what is shifted into the window stands that near to it.
  const scheduled = scheduledDates(schedule, anchor, Math.max(from - 2, held.from), Math.min(until + 2, held.until))
  const effective = scheduled.slice()
  let count = 0
  for (let index = 0; index < scheduled.length; index += 1) {
    const day = offWeekend(scheduled[index]!, shift)
    if (day < from || day >= until) continue
    scheduled[count] = scheduled[index]!
    effective[count] = day
    count += 1
  }
  scheduled.length = count
  effective.length = count
  return { scheduled, effective }
}

/** Saturday and Sunday become the Friday before or the Monday after, where a rule shifts. */
export function offWeekend(day: number, shift: Schedule['shift']): number {
  if (!shift) return day
  const weekday = weekdayOf(day)
  if (weekday < 5) return day
  return shift === 'before' ? day - weekday + 4 : day - weekday + 7
}

/** The day on which its rule has a scheduled date's money move, whatever is said of that date. */
export const ruledDate = (row: RuledRow, date: string): string => dateOf(offWeekend(dayOf(date)!, partOn(row, date).schedule?.shift))

/** Those moves that start at a date the rule has. */
function datesOnly(row: DatedRow, moves: [number, number][]): [number, number][] {
  const isScheduled = isRowScheduledOn(row)
  return moves.filter(([day]) => isScheduled(day)).sort(([a, toA], [b, toB]) => toA - toB || a - b)
}

function withArrivals(dates: Dates, arrivals: [number, number][]): Dates {
  const scheduled: number[] = []
  const effective: number[] = []
  let next = 0
  const arriveUntil = (day: number, scheduledDay: number): void => {
    for (; next < arrivals.length; next += 1) {
      const [from, to] = arrivals[next]!
      if (to > day || (to === day && from > scheduledDay)) return
      scheduled.push(from)
      effective.push(to)
    }
  }
  dates.effective.forEach((day, index) => {
    arriveUntil(day, dates.scheduled[index]!)
    scheduled.push(dates.scheduled[index]!)
    effective.push(day)
  })
  arriveUntil(Infinity, Infinity)
  return { scheduled, effective }
}

/** One date of a row, in text. */
export interface Occurrence {
  nominal_date: string
  /** The effective date: on which money goes or comes. */
  date: string
  /** The amount this date has of its own; null: what holds for it anyway (`amountOn`). */
  amount_cents: number | null
}

/** `expand` in text: effective dates in [from, until). All dates are `YYYY-MM-DD`. `only`: the scheduled days that are asked for. */
export function occurrences(row: DatedRow, from: string, until: string, only?: ReadonlySet<number>): Occurrence[] {
  const { scheduled, effective } = expand(row, dayOf(from)!, dayOf(until)!)
  return scheduled.flatMap((day, index): Occurrence[] => {
    if (only && !only.has(day)) return []
    const nominal_date = dateOf(day)
    return [{ nominal_date, date: dateOf(effective[index]!), amount_cents: row.exceptions[nominal_date]?.amount_cents ?? null }]
  })
}

/** The first scheduled date, skipped or not; null when the rule has none at all. */
export function firstScheduled(schedule: Schedule | null, anchor: number): number | null {
  if (schedule === null) return anchor
  for (let from = anchor, span = 31; from <= lastDay; from += span, span *= 2) {
    const first = scheduledDates({ ...schedule, count: undefined }, anchor, from, from + span)[0]
    if (first !== undefined) return first
  }
  return null
}

/** The last effective date: Infinity when the rule goes on, -Infinity when nothing is left of it. */
export function lastEffective(row: DatedRow): number {
  if (row.due_date === null) return -Infinity
  const part = partsOf(row).at(-1)!
  return lastFrom(part.schedule, anchorOf(part), (from) => expand(row, from, Infinity))
}

/** The same of a rule alone, whatever is said of single dates. */
export const lastOfRule = (schedule: Schedule | null, anchor: number): number =>
  lastFrom(schedule, anchor, (from) => expandRule(schedule, anchor, from, Infinity))

function lastFrom(schedule: Schedule | null, anchor: number, datesFrom: (from: number) => Dates): number {
  const last = (from: number): number | undefined => datesFrom(from).effective.at(-1)
  if (schedule === null) return last(-Infinity) ?? -Infinity
  const end = endOfRule(schedule, anchor)
  if (end === null) return firstScheduled(schedule, anchor) === null ? -Infinity : Infinity
  // Backward from the end in growing steps: a daily rule until 9999 costs as little as a yearly one.
  for (let span = 62; ; span *= 2) {
    const found = last(end - span)
    if (found !== undefined || end - span < anchor) return found ?? last(-Infinity) ?? -Infinity
  }
}

/** Whether money still moves after a day: false once the last effective date has come. */
export const hasDateAfter = (row: DatedRow, day: number): boolean => lastEffective(row) > day

/** What is wrong with a rule whose single fields are sound: days of two kinds, days that its unit does not know, no date at all. */
export function checkSchedule(schedule: Schedule, anchor: string, path: string): Problem[] {
  const { on, unit } = schedule
  if (on) {
    if (new Set(on.map((day) => typeof day)).size > 1) {
      return [problem('schedule_days_must_be_of_one_kind', `${path}/on`)]
    }
    const fits = {
      day: () => false,
      week: (day: number | string) => typeof day === 'string' && day.length === 2,
      month: (day: number | string) => typeof day === 'number' || day.length > 2,
      year: (day: number | string) => typeof day === 'number' || day.length > 2,
    }[unit]
    if (!on.every(fits)) return [problem(`schedule_days_do_not_fit_the_unit.${unit}`, `${path}/on`)]
  }
  if (firstScheduled(schedule, dayOf(anchor)!) === null) {
    return [problem('schedule_has_no_dates', path, { anchor })]
  }
  return []
}

/** A rule of one date is once too: older plans have one where a single date was skipped. */
export function isOnce(schedule: Schedule | null): boolean {
  if (schedule === null) return true
  const { every, unit, count, until, shift } = schedule
  return unit === 'day' && every === 1 && count === 1 && until === undefined && shift === undefined
}
