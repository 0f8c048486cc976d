/**
 * Where a stream might be: every rhythm at every phase that the pool's days suggest, and there every amount that recurs and every band of
 * amounts that vary. What stands out of chance becomes a guess, the most promising first; `fit` decides. Cost: the pool's size × the phases
 * looked at, of which there are few.
 */
import { weekdayOf } from '../calendar.ts'
import type { Pool } from './pool.ts'
import { alone, layOut, put, scanNear, type Guess, type Scan } from './scan.ts'

/** Roughly the chance of being 0 to 4 days off, whichever way weekends are left. */
const chances = [0.66, 0.1, 0.055, 0.012, 0.003].map(Math.log)
const weekly = [0.86, 0.06].map(Math.log)
/** In a pool of more charges than this, amounts that vary are sought only where the days stand out most. */
const crowd = 60
const most_phases = 8

/** `order`: the untaken charges by amount. */
export function guessesOf(scan: Scan, pool: Pool, order: readonly number[]): Guess[] {
  layOut(scan, pool, order)
  const found: Guess[] = []
  for (const every of [1, 2, 4]) weeks(scan, every, found)
  months(scan, found)
  weekdays(scan, found)
  twice(scan, found, pool.isOut ? fewest_twice_out : 3)
  return found.sort((a, b) => b.worth - a.worth)
}

const zeros = Array.from({ length: 35 }, () => 0)
const zerosOf = (length: number): number[] => zeros.slice(0, length)

/** From which count on a phase is among the highest, in a crowded pool; else 1. */
const outstanding = (counts: readonly number[], size: number): number =>
  size <= crowd ? 1 : Math.max(1, counts.toSorted((a, b) => a - b).at(-most_phases) ?? 1)

/** Whether a phase has no more on either side: days off are found from the phase that most have. */
function isPeak(counts: readonly number[], phase: number, first: number): boolean {
  const last = counts.length - 1
  const before = counts[phase === first ? last : phase - 1]!
  const after = counts[phase === last ? first : phase + 1]!
  return counts[phase]! > 0 && counts[phase]! >= before && counts[phase]! >= after
}

/** Up to how often an amount may be paid and still be a bill of so long a period; oftener, it is a habit. */
const mostSame = (scan: Scan, period: number): number => (1.5 * scan.span) / period + 3

function weeks(scan: Scan, every: number, found: Guess[]): void {
  const { size, days, firstDay, same, hasSame } = scan
  const period = every * 7
  const reach = every === 1 ? 1 : every === 2 ? 3 : 4
  const likely = every === 1 ? weekly : chances
  const counts = zerosOf(period)
  for (let rank = 0; rank < size; rank += 1) counts[(days[rank]! - firstDay) % period]! += 1
  const least = outstanding(counts, size)
  const most = mostSame(scan, period)
  for (let phase = 0; phase < period; phase += 1) {
    if (!isPeak(counts, phase, 0)) continue
    let around = 0
    for (let off = -reach; off <= reach; off += 1) around += counts[(phase + off + period) % period]!
    const isOpen = around >= size * alone || (every === 2 && counts[phase]! >= least)
    if (around < 3 || !(isOpen || hasSame)) continue
    let near = 0
    for (let rank = 0; rank < size; rank += 1) {
      if (!isOpen && (same[rank]! < 3 || same[rank]! > most)) continue
      // From half a period before the first slot, so that nothing is below 0.
      const past = days[rank]! - firstDay - phase + period + reach
      const rest = past % period
      if (rest > 2 * reach) continue
      put(scan, near, rank, (past - rest) / period, likely[rest < reach ? reach - rest : rest - reach]!)
      near += 1
    }
    if (near >= 3)
      scanNear(scan, { kind: 'days', every: period, phase: (((firstDay + phase) % period) + period) % period }, isOpen, 0, near, found)
  }
}

/** Bills by the month come each so many months too. */
const rarer = [2, 3, 6, 12]

function months(scan: Scan, found: Guess[]): void {
  const { size, daysOfMonth, same, hasSame, almanac } = scan
  const there = daysThere(scan)
  const least = outstanding(there, size)
  const most = mostSame(scan, 30)
  const counts = zerosOf(12)
  const starts = zerosOf(13)
  for (let day = 1; day <= 31; day += 1) {
    if (!isPeak(there, day, 1)) continue
    const isOpen = there[day]! >= least
    if (!(isOpen || hasSame)) continue
    // A month that lacks the day has it up to three days earlier.
    const reach = day > 28 ? 7 : 4
    let [near, earliest, latest] = [0, Infinity, -Infinity]
    for (let rank = 0; rank < size; rank += 1) {
      if (!isOpen && (same[rank]! < 3 || same[rank]! > most)) continue
      const apart = Math.abs(daysOfMonth[rank]! - day)
      if (apart > reach && apart < 24) continue
      const place = nearDay(scan, rank, day)
      if (place < 0) continue
      const month = place >> 3
      put(scan, near, rank, month, chances[place & 7]!)
      if (month < earliest) earliest = month
      if (month > latest) latest = month
      near += 1
    }
    if (near < 3) continue
    scanNear(scan, { kind: 'months', every: 1, phase: 0, day }, isOpen, 0, near, found)
    for (const every of rarer) {
      // Three charges, each so many months after the other, must have room.
      if (latest - earliest < 2 * every) break
      // Slots count the almanac's months here; a grid's phase counts from year 0.
      const mostEvery = mostSame(scan, 30 * every)
      counts.fill(0)
      for (let at = 0; at < near; at += 1) counts[scan.slots[at]! % every]! += 1
      // Those of each rest lie together in `byRest`, in their order.
      for (let rest = 0, sum = 0; rest < every; rest += 1) {
        starts[rest] = sum
        sum += counts[rest]!
      }
      for (let at = 0; at < near; at += 1) scan.byRest[starts[scan.slots[at]! % every]!++] = at
      for (let rest = 0; rest < every; rest += 1) {
        const isAlone = isOpen && counts[rest]! >= size * alone
        if (counts[rest]! < 3 || !(isAlone || hasSame)) continue
        let until = near
        for (let place = starts[rest]! - counts[rest]!; place < starts[rest]!; place += 1) {
          const at = scan.byRest[place]!
          if (!isAlone && (same[scan.ranks[at]!]! < 3 || same[scan.ranks[at]!]! > mostEvery)) continue
          put(scan, until, scan.ranks[at]!, (scan.slots[at]! - rest) / every, scan.weights[at]!)
          until += 1
        }
        if (until - near >= 3)
          scanNear(scan, { kind: 'months', every, phase: (almanac.firstMonth + rest) % every, day }, isAlone, near, until, found)
      }
    }
  }
}

/** How often each day of the month occurs; 31 also counts the last days of shorter months. */
function daysThere({ size, months, daysOfMonth, almanac: { starts } }: Scan): number[] {
  const there = zerosOf(32)
  for (let rank = 0; rank < size; rank += 1) {
    const [day, month] = [daysOfMonth[rank]!, months[rank]!]
    there[day]! += 1
    if (day < 31 && day === starts[month + 1]! - starts[month]!) there[31]! += 1
  }
  return there
}

/** Month × 8 + days off, of the nearest such day of a month; -1 when it is over 4 days off. */
function nearDay({ months, daysOfMonth, almanac: { starts } }: Scan, rank: number, day: number): number {
  const dayOfMonth = daysOfMonth[rank]!
  let month = months[rank]!
  const length = starts[month + 1]! - starts[month]!
  let late = dayOfMonth - (day < length ? day : length)
  if (late > 15) {
    month += 1
    late = dayOfMonth - length - day
  } else if (late < -15) {
    month -= 1
    const before = starts[month + 1]! - starts[month]!
    late = dayOfMonth + before - (day < before ? day : before)
  }
  const off = late < 0 ? -late : late
  return off > 4 ? -1 : month * 8 + off
}

function weekdays(scan: Scan, found: Guess[]): void {
  const { size, days, months, daysOfMonth, same, hasSame, places, almanac } = scan
  const counts = zerosOf(35)
  for (let rank = 0; rank < size; rank += 1) {
    const place = Math.floor((daysOfMonth[rank]! - 1) / 7) * 7 + weekdayOf(days[rank]!)
    const isLast = days[rank]! + 7 >= almanac.starts[months[rank]! + 1]!
    places[rank] = place + (isLast ? 64 : 0)
    counts[place]! += 1
    if (isLast && place < 28) counts[28 + (place % 7)]! += 1
  }
  const most = mostSame(scan, 30)
  for (let code = 0; code < 35; code += 1) {
    const isAlone = counts[code]! >= size * alone
    if (counts[code]! < 3 || !(isAlone || hasSame)) continue
    let near = 0
    for (let rank = 0; rank < size; rank += 1) {
      const place = places[rank]!
      if ((place & 63) !== code && !(code >= 28 && (place & 64) !== 0 && (place & 63) % 7 === code - 28)) continue
      if (!isAlone && (same[rank]! < 3 || same[rank]! > most)) continue
      put(scan, near, rank, months[rank]!, weekly[0]!)
      near += 1
    }
    if (near >= 3) scanNear(scan, { kind: 'weekday', nth: Math.floor(code / 7) + 1, weekday: code % 7 }, isAlone, 0, near, found)
  }
}

/** Twice a month is told of money out by no fewer charges: a shop or a friend is paid so by chance. */
export const fewest_twice_out = 8

function twice(scan: Scan, found: Guess[], fewest: number): void {
  const { size, daysOfMonth, same, hasSame } = scan
  const there = daysThere(scan)
  const around = (day: number): number => {
    let count = 0
    for (let at = Math.max(1, day - 4); at <= Math.min(31, day + 4); at += 1) count += there[at]!
    return count
  }
  const most = mostSame(scan, 15)
  for (let day = 1; day <= 16; day += 1) {
    if (!isPeak(there, day, 1)) continue
    const isAlone = around(day) + around(day + 15) >= size * alone
    if (!isAlone && !hasSame) continue
    let near = 0
    for (let rank = 0; rank < size; rank += 1) {
      if (!isAlone && (same[rank]! < 3 || same[rank]! > most)) continue
      const apart = Math.abs(daysOfMonth[rank]! - day)
      if (apart > 4 && apart < 8) continue
      let half = 0
      let place = nearDay(scan, rank, day)
      if (place < 0) {
        half = 1
        place = nearDay(scan, rank, day + 15)
      }
      if (place < 0) continue
      put(scan, near, rank, (place >> 3) * 2 + half, chances[place & 7]!)
      near += 1
    }
    if (near >= fewest) scanNear(scan, { kind: 'twice', first: day, second: day + 15 }, isAlone, 0, near, found)
  }
}
