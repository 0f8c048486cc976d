/** Changes of a row's dates that may reach further than one of them: this one, this and all later ones, or all. */
import { civilOf, dateOf, dayOf, daysInMonth, firstOfMonth, isPlainDate, monthOf, weekdayOf } from './calendar.ts'
import { daysOfMonth, weekdayCodes } from './nominal-dates.ts'
import type { Problem } from './problem.ts'
import { dateTest, isDateOf, moveDate, noSuchDate, refused, setDateAmount, splitAt, tidied, type Dated, type RowChange } from './schedule-changes.ts'
import { firstNominal, lastEffective, type Schedule } from './schedule.ts'

export type DateScope = 'this' | 'later' | 'all'
/** Another day for the nominal date, or another amount in minor units ≥ 0. */
export type DateChange = { to: string } | { amount_cents: number }

/** `fields`: what the row becomes. `next`: the fields in which a new row that goes on from the date differs from the old one; null without one. */
export type ScopedChange = { ok: true; fields: Partial<Dated>; next: Partial<Dated> | null } | { ok: false; problems: Problem[] }

/** Changes the nominal date `date`, it and all later ones, or all. Where nothing comes before it, later ones are all. */
export function changeDates(row: Dated, date: string, change: DateChange, scope: DateScope): ScopedChange {
  if (scope === 'this') return alone('to' in change ? moveDate(row, date, change.to) : setDateAmount(row, date, change.amount_cents))
  const split = scope === 'later' ? splitAt(row, date) : null
  if (split === null) return alone(changeAll(row, date, change))
  if (!split.ok) return split
  const changed = changeAll({ ...row, ...split.later }, date, change)
  return changed.ok ? { ok: true, fields: split.earlier, next: { ...split.later, ...changed.fields } } : changed
}

const alone = (change: RowChange): ScopedChange => (change.ok ? { ...change, next: null } : change)

function changeAll(row: Dated, date: string, change: DateChange): RowChange {
  if ('to' in change) return moveAll(row, date, change.to)
  return isDateOf(row, date) ? { ok: true, fields: { amount_cents: change.amount_cents } } : noSuchDate(date)
}

/**
 * Moves the rule so that its date `date` becomes `to`, and every date of that kind with it: the 15th of each month becomes the 20th,
 * Tuesdays become Thursdays. Other days that the rule names stay. What was skipped, moved, settled or had its own amount still is.
 */
export function moveAll(row: Dated, date: string, to: string): RowChange {
  const { schedule, due_date, settled } = row
  const isDate = dateTest(row)
  if (to === date && isDate(date)) return { ok: true, fields: {} }
  if (!schedule || !isPlainDate(to) || !isDate(date)) return moveDate(row, date, to)
  const anchor = dayOf(due_date!)!
  const moved = movedDay(schedule, anchor, dayOf(date)!, dayOf(to)!)
  if (moved === null || (!moved.isAlone && isDate(to))) return refused('schedule_names_several_days', '', 'This rule names several days. Change its days instead.')
  const imageOf = (one: string): string => (isDate(one) ? dateOf(moved.image(dayOf(one)!)) : one)
  const images = <V>(entries: Record<string, V> = {}): Record<string, V> => Object.fromEntries(Object.entries(entries).map(([one, value]) => [imageOf(one), value]))
  const rule: Schedule = { ...schedule, ...(moved.on ? { on: moved.on } : {}), skip: schedule.skip?.map(imageOf), move: images(schedule.move), amounts: images(schedule.amounts) }
  if (schedule.until !== undefined) {
    const last = moved.image(lastEffective({ ...schedule, shift: undefined, skip: undefined, move: undefined }, anchor))
    rule.until = dateOf(moved.isAlone ? last : Math.max(last, dayOf(schedule.until)!))
  }
  const start = moved.image(firstNominal(schedule, anchor)!)
  const first = firstNominal(rule, moved.isAlone ? start : Math.min(start, anchor))
  if (first === null) return refused('schedule_has_no_dates', '', 'No date of this rule is left there.')
  return { ok: true, fields: { due_date: dateOf(first), schedule: tidied(rule), settled: settled.map(imageOf).sort() } }
}

interface MovedDay {
  /** The rule's days as they become; undefined: the anchor says it. */
  on?: (number | string)[]
  /** Whether every date of the rule moves. */
  isAlone: boolean
  /** Where a date of the rule goes. */
  image: (day: number) => number
}

/** The day of a rule that `from` is one of, moved to `to`. null: one of several days can't leave its week or month. */
function movedDay(schedule: Schedule, anchor: number, from: number, to: number): MovedDay | null {
  if (schedule.unit === 'day') return { isAlone: true, image: (day) => day + to - from }
  if (schedule.unit === 'week') return movedWeekday(schedule, from, to)
  const on = schedule.on ?? [civilOf(anchor).day]
  const holding = (one: number | string) => daysOfMonth({ on: [one], short_month: schedule.short_month }, anchor)
  const placed = (one: number | string, month: number): number => dayIn(holding(one), month)
  const old = on.find((one) => placed(one, monthOf(from)) === from)!
  const next = typeof old === 'number' ? monthDayOf(to, old < 0) : nthWeekdayOf(to, old.startsWith('-'))
  const months = monthOf(to) - monthOf(from)
  const isAlone = on.length === 1
  if (!isAlone && months !== 0) return null
  const image = (day: number): number => (isAlone || placed(old, monthOf(day)) === day ? placed(next, monthOf(day) + months) : day)
  const isAnchors = schedule.on === undefined && civilOf(image(anchor)).day === civilOf(to).day
  return { isAlone, image, ...(isAnchors ? {} : { on: on.map((one) => (one === old ? next : one)) }) }
}

function movedWeekday(schedule: Schedule, from: number, to: number): MovedDay | null {
  const on = schedule.on && [...new Set(schedule.on)]
  if (!on || on.length === 1) return { isAlone: true, on: on && [weekdayCodes[weekdayOf(to)]!], image: (day) => day + to - from }
  if (from - weekdayOf(from) !== to - weekdayOf(to)) return null
  const [old, next] = [weekdayCodes[weekdayOf(from)]!, weekdayCodes[weekdayOf(to)]!]
  return { isAlone: false, on: on.map((one) => (one === old ? next : one)), image: (day) => (weekdayOf(day) === weekdayOf(from) ? day + to - from : day) }
}

const lengthOf = (month: number): number => firstOfMonth(month + 1) - firstOfMonth(month)

/** The one day of a month that a rule means, or its last where it means none. */
function dayIn(daysOf: ReturnType<typeof daysOfMonth>, month: number): number {
  const start = firstOfMonth(month)
  const set = daysOf(start, lengthOf(month))
  return start + (set === 0 ? lengthOf(month) - 1 : 31 - Math.clz32(set))
}

/** How `on` names a day: 1 to 31, or from the month's end. */
function monthDayOf(day: number, isFromEnd: boolean): number {
  const civil = civilOf(day)
  return isFromEnd ? civil.day - daysInMonth(civil.year, civil.month) - 1 : civil.day
}

/** How `on` names a day by its weekday: the first to fourth or the last, so that each month has one. */
function nthWeekdayOf(day: number, isFromEnd: boolean): string {
  const { year, month, day: monthDay } = civilOf(day)
  const nth = Math.ceil(monthDay / 7)
  const fromEnd = Math.ceil((daysInMonth(year, month) - monthDay + 1) / 7)
  const told = isFromEnd ? (fromEnd === 5 ? 1 : -fromEnd) : nth === 5 ? -1 : nth
  return `${told}${weekdayCodes[weekdayOf(day)]}`
}
