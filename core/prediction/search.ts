/**
 * Where a stream might be: every rhythm at every phase that the pool's days suggest, and there every amount that recurs and every band of amounts
 * that vary. What stands out of chance becomes a guess, the most promising first; `fit` decides. Cost: the pool's size × the phases looked at, of
 * which there are few.
 */
import { weekdayOf } from '../calendar.ts'
import { xlogx } from './background.ts'
import type { Pool } from './pool.ts'
import { periodOf, priceOf, type Almanac, type Grid } from './rhythms.ts'

export interface Guess {
  grid: Grid
  /** The band of amounts, cents. */
  low: number
  high: number
  /** How promising, in nats, roughly and generously. */
  worth: number
}

/** How wide a band of varying amounts may be, as the logarithm of its ends' ratio: nearly one amount, up to ±20%, any. */
const bands = [0.08, 0.42, Infinity]
/** Roughly the chance of being 0 to 4 days off, whichever way weekends are left. */
const chances = [0.66, 0.1, 0.055, 0.012, 0.003].map(Math.log)
const weekly = [0.86, 0.06].map(Math.log)
/** What a charge's amount may say for a stream, at the most: the same again, or in a band. */
const same_worth = 8
const band_worth = 2
/** What it takes at least to believe in amounts that vary. */
const band_price = 6
/** Of a payee's charges, the share from which on a stream is what the payee is there for. */
const alone = 0.7
/** In a pool of more charges than this, amounts that vary are sought only where the days stand out most. */
const crowd = 60
const most_phases = 8

/** The pool's untaken charges by amount, and those of them that lie near the grid at hand. */
interface Scan {
  size: number
  amounts: Float64Array
  logs: Float64Array
  days: Int32Array
  /** Months since the almanac's first, and days of the month, of each charge. */
  months: Int32Array
  daysOfMonth: Uint8Array
  /** How many are of the same amount, and whether any three are. */
  same: Int32Array
  hasSame: boolean
  entropies: Float64Array
  firstDay: number
  /** Days from the first charge to the last. */
  span: number
  /** Near ones, in order: rank, slot, ln of the rough chance of their day, ln of their amount. */
  ranks: Int32Array
  slots: Int32Array
  weights: Float64Array
  tops: Float64Array
  /** How many of a window are in each slot. */
  inSlot: Int32Array
}

/** `order`: the untaken charges by amount. */
export function guessesOf(pool: Pool, order: Int32Array, almanac: Almanac): Guess[] {
  const scan = scanOf(pool, order, almanac)
  const found: Guess[] = []
  for (const every of [1, 2, 4]) weeks(scan, every, found)
  months(scan, almanac, found)
  weekdays(scan, almanac, found)
  twice(scan, almanac, found)
  return found.sort((a, b) => b.worth - a.worth)
}

function scanOf(pool: Pool, order: Int32Array, almanac: Almanac): Scan {
  const size = order.length
  const scan: Scan = {
    size,
    amounts: new Float64Array(size),
    logs: new Float64Array(size),
    days: new Int32Array(size),
    months: new Int32Array(size),
    daysOfMonth: new Uint8Array(size),
    same: new Int32Array(size),
    hasSame: false,
    entropies: new Float64Array(size + 1),
    firstDay: order.length > 0 ? pool.days[order.reduce((least, index) => Math.min(least, index), Infinity)]! : 0,
    span: 0,
    ranks: new Int32Array(2 * size),
    slots: new Int32Array(2 * size),
    weights: new Float64Array(2 * size),
    tops: new Float64Array(2 * size),
    inSlot: new Int32Array(2 * almanac.starts.length + Math.ceil(almanac.month.length / 7) + 2),
  }
  for (let rank = 0; rank < size; rank += 1) {
    const index = order[rank]!
    const at = pool.days[index]! - almanac.first
    scan.amounts[rank] = pool.amounts[index]!
    scan.logs[rank] = pool.logs[index]!
    scan.days[rank] = pool.days[index]!
    scan.span = Math.max(scan.span, pool.days[index]! - scan.firstDay)
    scan.months[rank] = almanac.month[at]! - almanac.firstMonth
    scan.daysOfMonth[rank] = almanac.dayOfMonth[at]!
    scan.entropies[rank + 1] = xlogx(rank + 1)
  }
  for (let from = 0; from < size; ) {
    let until = from + 1
    while (until < size && scan.amounts[until] === scan.amounts[from]) until += 1
    scan.same.fill(until - from, from, until)
    scan.hasSame ||= until - from >= 3
    from = until
  }
  return scan
}

function put(scan: Scan, at: number, rank: number, slot: number, weight: number): void {
  scan.ranks[at] = rank
  scan.slots[at] = slot
  scan.weights[at] = weight
  scan.tops[at] = scan.logs[rank]!
}

/** From which count on a phase is among the highest, in a crowded pool; else 1. */
const outstanding = (counts: Int32Array, size: number): number => (size <= crowd ? 1 : Math.max(1, counts.slice().sort().at(-most_phases) ?? 1))

/** Whether a phase has no more on either side: days off are found from the phase that most have. */
function isPeak(counts: Int32Array, phase: number, first: number): boolean {
  const last = counts.length - 1
  const before = counts[phase === first ? last : phase - 1]!
  const after = counts[phase === last ? first : phase + 1]!
  return counts[phase]! > 0 && counts[phase]! >= before && counts[phase]! >= after
}

/** Up to how often an amount may be paid and still be a bill of so long a period; oftener, it is a habit. */
const mostSame = (scan: Scan, period: number): number => (2 * scan.span) / period + 3

function weeks(scan: Scan, every: number, found: Guess[]): void {
  const { size, days, firstDay, same, hasSame } = scan
  const period = every * 7
  const reach = every === 1 ? 1 : every === 2 ? 3 : 4
  const likely = every === 1 ? weekly : chances
  const counts = new Int32Array(period)
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
    if (near >= 3) scanNear(scan, { kind: 'weeks', every, phase: (firstDay + phase) % period }, isOpen, 0, near, found)
  }
}

function months(scan: Scan, almanac: Almanac, found: Guess[]): void {
  const { size, daysOfMonth, same, hasSame } = scan
  const there = daysThere(scan, almanac)
  const least = outstanding(there, size)
  const most = mostSame(scan, 30)
  const counts = new Int32Array(12)
  for (let day = 1; day <= 31; day += 1) {
    if (!isPeak(there, day, 1)) continue
    const isOpen = there[day]! >= least
    if (!(isOpen || hasSame)) continue
    // A month that lacks the day has it up to three days earlier.
    const reach = day > 28 ? 7 : 4
    let near = 0
    for (let rank = 0; rank < size; rank += 1) {
      if (!isOpen && (same[rank]! < 3 || same[rank]! > most)) continue
      const apart = Math.abs(daysOfMonth[rank]! - day)
      if (apart > reach && apart < 24) continue
      const place = nearDay(scan, almanac, rank, day)
      if (place < 0) continue
      put(scan, near, rank, place >> 3, chances[place & 7]!)
      near += 1
    }
    if (near < 3) continue
    scanNear(scan, { kind: 'months', every: 1, phase: 0, day }, isOpen, 0, near, found)
    for (const every of [2, 3, 6, 12]) {
      // Slots count the almanac's months here; a grid's phase counts from year 0.
      const mostEvery = mostSame(scan, 30 * every)
      counts.fill(0)
      for (let at = 0; at < near; at += 1) counts[scan.slots[at]! % every]! += 1
      for (let rest = 0; rest < every; rest += 1) {
        const isAlone = isOpen && counts[rest]! >= size * alone
        if (counts[rest]! < 3 || !(isAlone || hasSame)) continue
        let until = near
        for (let at = 0; at < near; at += 1) {
          if (scan.slots[at]! % every !== rest || !(isAlone || (same[scan.ranks[at]!]! >= 3 && same[scan.ranks[at]!]! <= mostEvery))) continue
          put(scan, until, scan.ranks[at]!, (scan.slots[at]! - rest) / every, scan.weights[at]!)
          until += 1
        }
        if (until - near >= 3) scanNear(scan, { kind: 'months', every, phase: (almanac.firstMonth + rest) % every, day }, isAlone, near, until, found)
      }
    }
  }
}

/** How often each day of the month occurs; 31 also counts the last days of shorter months. */
function daysThere({ size, months, daysOfMonth }: Scan, { starts }: Almanac): Int32Array {
  const there = new Int32Array(32)
  for (let rank = 0; rank < size; rank += 1) {
    const [day, month] = [daysOfMonth[rank]!, months[rank]!]
    there[day]! += 1
    if (day < 31 && day === starts[month + 1]! - starts[month]!) there[31]! += 1
  }
  return there
}

/** Month × 8 + days off, of the nearest such day of a month; -1 when it is over 4 days off. */
function nearDay({ months, daysOfMonth }: Scan, { starts }: Almanac, rank: number, day: number): number {
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

function weekdays(scan: Scan, almanac: Almanac, found: Guess[]): void {
  const { size, days, months, daysOfMonth, same, hasSame } = scan
  const counts = new Int32Array(35)
  const places = new Uint8Array(size)
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

function twice(scan: Scan, almanac: Almanac, found: Guess[]): void {
  const { size, daysOfMonth, same, hasSame } = scan
  const there = daysThere(scan, almanac)
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
      let place = nearDay(scan, almanac, rank, day)
      if (place < 0) {
        half = 1
        place = nearDay(scan, almanac, rank, day + 15)
      }
      if (place < 0) continue
      put(scan, near, rank, (place >> 3) * 2 + half, chances[place & 7]!)
      near += 1
    }
    if (near >= 3) scanNear(scan, { kind: 'twice', first: day, second: day + 15 }, isAlone, 0, near, found)
  }
}

/**
 * The best run of one amount and, where the list is open to amounts that vary, the best window of those; over the near ones [from, until), which
 * lie in the order of amounts. Amounts that vary are sought among a payee's other charges by the month and the fortnight only; by rarer rhythms,
 * where it has little else.
 */
function scanNear(scan: Scan, grid: Grid, isOpen: boolean, from: number, until: number, found: Guess[]): void {
  const price = priceOf(grid)
  const perItem = Math.log(periodOf(grid))
  if (scan.hasSame) scanSame(scan, grid, price - same_worth, perItem, from, until, found)
  if (isOpen) scanBand(scan, grid, price + band_price, perItem, from, until, found)
}

function scanSame({ amounts, same, ranks, slots, weights, inSlot, entropies }: Scan, grid: Grid, price: number, perItem: number, from: number, until: number, found: Guess[]): void {
  for (let left = from; left < until; ) {
    const amount = amounts[ranks[left]!]!
    let right = left + 1
    while (right < until && amounts[ranks[right]!]! === amount) right += 1
    if (right - left >= 3) {
      let hits = 0
      let weight = 0
      for (let at = left; at < right; at += 1) {
        if (inSlot[slots[at]!]! === 0) hits += 1
        inSlot[slots[at]!]! += 1
        weight += weights[at]!
      }
      for (let at = left; at < right; at += 1) inSlot[slots[at]!] = 0
      const all = same[ranks[left]!]!
      const worth = hits * (weight / (right - left) + perItem) - (entropies[all]! - entropies[hits]! - entropies[all - hits]!) - price
      if (hits >= 3 && worth > 0) found.push({ grid, low: amount, high: amount, worth })
    }
    left = right
  }
}

function scanBand({ size, amounts, ranks, slots, weights, tops, inSlot, entropies }: Scan, grid: Grid, price: number, perItem: number, from: number, until: number, found: Guess[]): void {
  let [most, low, high] = [0, -1, -1]
  for (const band of bands) {
    // Any amount at all is believed only of a payee that has little else.
    if (band === Infinity && until - from < size * alone) break
    let left = from
    let hits = 0
    let weight = 0
    for (let right = from; right < until; right += 1) {
      const slot = slots[right]!
      if (inSlot[slot]! === 0) hits += 1
      inSlot[slot]! += 1
      weight += weights[right]!
      for (const least = tops[right]! - band; tops[left]! < least; left += 1) {
        const gone = slots[left]!
        inSlot[gone]! -= 1
        if (inSlot[gone]! === 0) hits -= 1
        weight -= weights[left]!
      }
      if (hits < 3) continue
      const count = right - left + 1
      const all = ranks[right]! - ranks[left]! + 1
      const worth = hits * (weight / count + perItem + band_worth) - (entropies[all]! - entropies[hits]! - entropies[all - hits]!) - price
      if (worth > most) [most, low, high] = [worth, left, right]
    }
    for (let at = left; at < until; at += 1) inSlot[slots[at]!] = 0
  }
  if (low >= 0) found.push({ grid, low: amounts[ranks[low]!]!, high: amounts[ranks[high]!]!, worth: most })
}
