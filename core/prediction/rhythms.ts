/**
 * The rhythms bills follow, as grids: a grid counts its slots, one a payment, and knows each slot's nominal day.
 * Integer days inside; months are counted from year 0 (year × 12 + month − 1).
 */
import { firstOfMonth, monthOf, weekdayOf } from '../calendar.ts'

export type Grid =
  /** Every so many days; phase is a day modulo them. */
  | { kind: 'days'; every: number; phase: number }
  /** On a day of every so many months, or the month's last where it is shorter; phase is a month modulo `every`. */
  | { kind: 'months'; every: number; phase: number; day: number }
  /** On the nth (1–4, 5: the last) weekday (0: Monday) of each month. */
  | { kind: 'weekday'; nth: number; weekday: number }
  /** On two days of each month; a day that a month lacks is its last. */
  | { kind: 'twice'; first: number; second: number }

/** The length of a slot in days, on average. */
export function periodOf(grid: Grid): number {
  if (grid.kind === 'days') return grid.every
  if (grid.kind === 'months') return grid.every * 30.44
  return grid.kind === 'weekday' ? 30.44 : 15.22
}

/** The calendar from one day to another, counted out once. */
export interface Almanac {
  first: number
  month: Int32Array
  dayOfMonth: Uint8Array
  firstMonth: number
  /** The first day of each month from firstMonth on, one month more than the days need on either side. */
  starts: Int32Array
}

export function almanacOf(from: number, until: number): Almanac {
  const firstMonth = monthOf(from) - 1
  const starts: number[] = []
  for (let at = firstMonth; starts.length < 3 || starts.at(-2)! <= until; at += 1) starts.push(firstOfMonth(at))
  const almanac = {
    first: from,
    month: new Int32Array(until - from + 1),
    dayOfMonth: new Uint8Array(until - from + 1),
    firstMonth,
    starts: Int32Array.from(starts),
  }
  for (let day = from, at = 1; day <= until; day += 1) {
    if (day >= starts[at + 1]!) at += 1
    almanac.month[day - from] = firstMonth + at
    almanac.dayOfMonth[day - from] = day - starts[at]! + 1
  }
  return almanac
}

/** The nominal day of a slot. The almanac must reach there. */
export function dayOfSlot(grid: Grid, slot: number, almanac: Almanac): number {
  switch (grid.kind) {
    case 'days':
      return grid.phase + slot * grid.every
    case 'months':
      return onDay(slot * grid.every + grid.phase, grid.day, almanac)
    case 'weekday':
      return onWeekday(slot, grid.nth, grid.weekday, almanac)
    case 'twice':
      return onDay(slot >> 1, (slot & 1) === 0 ? grid.first : grid.second, almanac)
  }
}

function onDay(month: number, day: number, { starts, firstMonth }: Almanac): number {
  const start = starts[month - firstMonth]!
  const length = starts[month - firstMonth + 1]! - start
  return start + (day < length ? day : length) - 1
}

function onWeekday(month: number, nth: number, weekday: number, { starts, firstMonth }: Almanac): number {
  if (nth === 5) {
    const last = starts[month - firstMonth + 1]! - 1
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const start = starts[month - firstMonth]!
  return start + ((weekday - weekdayOf(start) + 7) % 7) + (nth - 1) * 7
}

/** A slot that a day does not belong to any. */
export const off_grid = -1_000_000

/** The slot whose nominal day is nearest to a day and at most half a month (or half a period of days) away; off_grid when there is none. */
export function slotNear(grid: Grid, day: number, almanac: Almanac): number {
  if (grid.kind === 'days') return Math.ceil((day - grid.phase) / grid.every - 0.5)
  const month = almanac.month[day - almanac.first]!
  if (grid.kind === 'twice') {
    let [best, least] = [month * 2, Infinity]
    for (let slot = month * 2 - 1; slot <= month * 2 + 2; slot += 1) {
      const off = Math.abs(day - dayOfSlot(grid, slot, almanac))
      if (off < least) [best, least] = [slot, off]
    }
    return best
  }
  const late = day - (grid.kind === 'months' ? onDay(month, grid.day, almanac) : onWeekday(month, grid.nth, grid.weekday, almanac))
  const nearest = late > 15 ? month + 1 : late < -15 ? month - 1 : month
  if (grid.kind === 'weekday') return nearest
  return (nearest - grid.phase) % grid.every === 0 ? (nearest - grid.phase) / grid.every : off_grid
}

/** A slot whose nominal day is at most a period before a day, or at most half a month after it; from it on, slots reach every later day. */
export function firstSlot(grid: Grid, day: number, almanac: Almanac): number {
  if (grid.kind === 'days') return Math.floor((day - grid.phase) / grid.every)
  const month = almanac.month[day - almanac.first]! - 1
  if (grid.kind === 'twice') return month * 2
  return grid.kind === 'months' ? Math.ceil((month - grid.phase) / grid.every) : month
}

/** ln of the odds against a stream having this rhythm and this phase of it. */
export function priceOf(grid: Grid): number {
  switch (grid.kind) {
    case 'days':
      return (grid.every % 7 === 0 ? 2.5 : 6) + Math.log(grid.every)
    case 'months':
      return rarity[grid.every]! + Math.log(31 * grid.every)
    case 'weekday':
      return 4 + Math.log(35)
    case 'twice':
      return 3.5 + Math.log(31)
  }
}
const rarity: Record<number, number> = { 1: 0.7, 2: 4, 3: 3, 6: 4, 12: 3 }
