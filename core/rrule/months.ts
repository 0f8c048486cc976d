/**
 * What a rule by the month means, month for month. There are 28 kinds of month (four lengths, seven weekdays to start on), so two rules
 * that name the same days in all of them are the same rule: what is brought in or written out is compared, never guessed.
 */
import { daysOfMonth, weekdayCodes } from '../schedule/scheduled-dates.ts'
import { offWeekend } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/rule.ts'
import type { ByDay, RuleParts } from './text.ts'

/** A month by the day number of its first (its weekday is what matters) and its length. */
export interface MonthKind {
  start: number
  length: number
}
export type MonthDays = Pick<RuleParts, 'by_month_day' | 'by_day' | 'by_set_pos'>
export type HeldDays = Pick<Schedule, 'on' | 'short_month' | 'shift'>

const lengths = [[31], [28, 29], [31], [30], [31], [30], [31], [31], [30], [31], [30], [31]]
/** 5 January 1970 was a Monday. */
const aMonday = 4

/** The kinds of some months (1–12), or of all. */
export function kindsOf(months: readonly number[] | null): MonthKind[] {
  const found = new Set((months ?? [1, 2, 4]).flatMap((month) => lengths[month - 1]!))
  return [...found].flatMap((length) => weekdayCodes.map((_code, weekday) => ({ start: aMonday + weekday, length })))
}

/** The days of a month that a rule of RFC 5545 names, as bits; the first is bit 0. */
export function daysByRFC({ by_month_day, by_day, by_set_pos }: MonthDays, { start, length }: MonthKind): number {
  const days: number[] = []
  for (let day = 1; day <= length; day += 1) {
    const isMonthDay = by_month_day === null || by_month_day.includes(day) || by_month_day.includes(day - length - 1)
    if (isMonthDay && (by_day === null || by_day.some((one) => isThat(one, day, start, length)))) days.push(day)
  }
  const chosen = by_set_pos === null ? days : by_set_pos.map((place) => days.at(place > 0 ? place - 1 : place))
  return bitsOf(chosen.filter((day) => day !== undefined))
}

function isThat({ weekday, nth }: ByDay, day: number, start: number, length: number): boolean {
  if ((start + day - 1 - aMonday) % 7 !== weekday) return false
  return nth === 0 || (nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((length - day + 1) / 7) === -nth)
}

/** The days a schedule means in a month once shifted off weekends; null when a shift leaves the month. */
export function daysHeld(held: HeldDays, { start, length }: MonthKind): number | null {
  const days: number[] = []
  for (let set = daysOfMonth(held, start)(start, length); set !== 0; set &= set - 1) {
    days.push(offWeekend(start + 31 - Math.clz32(set & -set), held.shift) - start + 1)
  }
  return days.some((day) => day < 1 || day > length) ? null : bitsOf(days)
}

const bitsOf = (days: readonly number[]): number => days.reduce((set, day) => set | (1 << (day - 1)), 0)

/** Whether both name the same days in every month of these kinds. */
export const isSameRule = (rule: MonthDays, held: HeldDays, kinds: readonly MonthKind[]): boolean =>
  kinds.every((kind) => daysByRFC(rule, kind) === daysHeld(held, kind))

/** The days a schedule needs to mean what a rule means; null when it can't. */
export function heldDays(rule: MonthDays, kinds: readonly MonthKind[]): HeldDays | null {
  return candidates(rule, kinds).find((held) => isSameRule(rule, held, kinds)) ?? null
}

function* candidates(rule: MonthDays, kinds: readonly MonthKind[]): Generator<HeldDays> {
  const { by_month_day, by_day, by_set_pos } = rule
  if (by_month_day && !by_day) yield tidy({ on: [...new Set(by_month_day)], short_month: 'skip' })
  const places = by_set_pos ?? []
  const weekdays = by_day?.flatMap(({ weekday, nth }) =>
    (nth !== 0 ? [nth] : by_set_pos ? places : [1, 2, 3, 4, 5])
      .filter((one) => Math.abs(one) <= 5)
      .map((one) => `${one}${weekdayCodes[weekday]}`),
  )
  if (weekdays && weekdays.length > 0) yield { on: [...new Set(weekdays)] }
  const longest = kinds.reduce((most, kind) => (kind.length > most.length ? kind : most))
  const days = Array.from({ length: 31 }, (_, index) => index + 1).filter((day) => daysByRFC(rule, longest) & (1 << (day - 1)))
  if (days.length > 0) {
    yield tidy({ on: days, short_month: 'skip' })
    yield tidy({ on: days })
    yield tidy({ on: days.map((day) => day - longest.length - 1), short_month: 'skip' })
  }
  for (let day = 1; day <= 31; day += 1) {
    for (const shift of ['before', 'after'] as const) {
      for (const on of [[day], [-day]]) yield* [tidy({ on, shift, short_month: 'skip' }), tidy({ on, shift })]
    }
  }
}

/** What happens in short months is said only where a month can be too short; the 31st or else the last day is the last day. */
function tidy({ on, short_month, shift }: HeldDays): HeldDays {
  const days = short_month === 'skip' ? on! : on!.map((day) => (day === 31 ? -1 : day))
  return { on: days, ...(short_month && on!.some((day) => Math.abs(Number(day)) > 28) ? { short_month } : {}), ...(shift ? { shift } : {}) }
}
