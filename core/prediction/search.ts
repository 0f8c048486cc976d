/**
 * Where a stream might be: every rhythm at every phase that the pool's days suggest, and there every band of amounts. What stands out of
 * chance becomes a guess, the most promising first; `fit` decides. Cost: the pool's size × the phases that occur in it, of which there are few.
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
const same_worth = 4
const band_worth = 2.4
/** What it takes at least to believe in amounts that vary. */
const band_price = 6

/** The pool's untaken charges by amount, and those of them that lie near the grid at hand. */
interface Scan {
  size: number
  amounts: Float64Array
  logs: Float64Array
  days: Int32Array
  /** Months since the almanac's first, and days of the month, of each charge. */
  months: Int32Array
  daysOfMonth: Uint8Array
  /** Whether any amount occurs three times. */
  hasSame: boolean
  entropies: Float64Array
  /** Near ones, in order: rank, slot, ln of the rough chance of their day. */
  near: number
  ranks: Int32Array
  slots: Int32Array
  weights: Float64Array
  /** How many of a window are in each slot. */
  inSlot: Int32Array
}

export function guessesOf(pool: Pool, almanac: Almanac): Guess[] {
  const scan = scanOf(pool, almanac)
  const found: Guess[] = []
  weeks(scan, 1, 1, weekly, found)
  weeks(scan, 2, 3, chances, found)
  weeks(scan, 4, 4, chances, found)
  months(scan, almanac, found)
  weekdays(scan, almanac, found)
  twice(scan, almanac, found)
  return found.sort((a, b) => b.worth - a.worth)
}

function scanOf(pool: Pool, almanac: Almanac): Scan {
  const order = pool.byAmount.filter((index) => pool.taken[index] === 0)
  const size = order.length
  const scan: Scan = {
    size,
    amounts: new Float64Array(size),
    logs: new Float64Array(size),
    days: new Int32Array(size),
    months: new Int32Array(size),
    daysOfMonth: new Uint8Array(size),
    hasSame: false,
    entropies: new Float64Array(size + 1),
    near: 0,
    ranks: new Int32Array(2 * size),
    slots: new Int32Array(2 * size),
    weights: new Float64Array(2 * size),
    inSlot: new Int32Array(2 * almanac.starts.length + Math.ceil(almanac.month.length / 7) + 2),
  }
  for (let rank = 0; rank < size; rank += 1) {
    const index = order[rank]!
    const at = pool.days[index]! - almanac.first
    scan.amounts[rank] = pool.amounts[index]!
    scan.logs[rank] = pool.logs[index]!
    scan.days[rank] = pool.days[index]!
    scan.months[rank] = almanac.month[at]! - almanac.firstMonth
    scan.daysOfMonth[rank] = almanac.dayOfMonth[at]!
    scan.entropies[rank + 1] = xlogx(rank + 1)
    scan.hasSame ||= rank >= 2 && scan.amounts[rank - 2] === scan.amounts[rank]
  }
  return scan
}

function put(scan: Scan, at: number, rank: number, slot: number, weight: number): void {
  scan.ranks[at] = rank
  scan.slots[at] = slot
  scan.weights[at] = weight
}

function weeks(scan: Scan, every: number, reach: number, chances: readonly number[], found: Guess[]): void {
  const { size, days } = scan
  const period = every * 7
  const first = days.reduce((least, day) => (day < least ? day : least), Infinity)
  const isThere = new Uint8Array(period)
  for (let rank = 0; rank < size; rank += 1) isThere[(days[rank]! - first) % period] = 1
  for (let phase = 0; phase < period; phase += 1) {
    if (isThere[phase] === 0) continue
    let near = 0
    for (let rank = 0; rank < size; rank += 1) {
      const past = days[rank]! - first - phase + period
      const slot = Math.floor(past / period + 0.5)
      const off = past > slot * period ? past - slot * period : slot * period - past
      if (off > reach) continue
      put(scan, near, rank, slot, chances[off]!)
      near += 1
    }
    scanBands(scan, { kind: 'weeks', every, phase: (first + phase) % period }, 0, near, found)
  }
}

function months(scan: Scan, almanac: Almanac, found: Guess[]): void {
  const isThere = daysThere(scan, almanac)
  const counts = new Int32Array(12)
  for (let day = 1; day <= 31; day += 1) {
    if (isThere[day] === 0) continue
    let near = 0
    for (let rank = 0; rank < scan.size; rank += 1) {
      const place = nearDay(scan, almanac, rank, day)
      if (place < 0) continue
      put(scan, near, rank, place >> 3, chances[place & 7]!)
      near += 1
    }
    if (near < 3) continue
    scanBands(scan, { kind: 'months', every: 1, phase: 0, day }, 0, near, found)
    for (const every of [2, 3, 6, 12]) {
      // Slots count the almanac's months here; a grid's phase counts from year 0.
      counts.fill(0)
      for (let at = 0; at < near; at += 1) counts[scan.slots[at]! % every]! += 1
      for (let rest = 0; rest < every; rest += 1) {
        if (counts[rest]! < 3) continue
        let until = near
        for (let at = 0; at < near; at += 1) {
          if (scan.slots[at]! % every !== rest) continue
          put(scan, until, scan.ranks[at]!, (scan.slots[at]! - rest) / every, scan.weights[at]!)
          until += 1
        }
        scanBands(scan, { kind: 'months', every, phase: (almanac.firstMonth + rest) % every, day }, near, until, found)
      }
    }
  }
}

/** The days of the month that occur; 31 also when a shorter month's last day does. */
function daysThere({ size, months, daysOfMonth }: Scan, { starts }: Almanac): Uint8Array {
  const isThere = new Uint8Array(32)
  for (let rank = 0; rank < size; rank += 1) {
    const [day, month] = [daysOfMonth[rank]!, months[rank]!]
    isThere[day] = 1
    if (day === starts[month + 1]! - starts[month]!) isThere[31] = 1
  }
  return isThere
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
  const counts = new Uint16Array(35)
  const places = new Uint8Array(scan.size)
  for (let rank = 0; rank < scan.size; rank += 1) {
    const weekday = weekdayOf(scan.days[rank]!)
    const nth = Math.floor((scan.daysOfMonth[rank]! - 1) / 7)
    const isLast = scan.days[rank]! + 7 >= almanac.starts[scan.months[rank]! + 1]!
    places[rank] = nth * 7 + weekday + (isLast ? 64 : 0)
    counts[nth * 7 + weekday]! += 1
    if (isLast && nth < 4) counts[28 + weekday]! += 1
  }
  for (let code = 0; code < 35; code += 1) {
    if (counts[code]! < 3) continue
    let near = 0
    for (let rank = 0; rank < scan.size; rank += 1) {
      const place = places[rank]!
      if ((place & 63) !== code && !(code >= 28 && (place & 64) !== 0 && (place & 63) % 7 === code - 28)) continue
      put(scan, near, rank, scan.months[rank]!, weekly[0]!)
      near += 1
    }
    scanBands(scan, { kind: 'weekday', nth: Math.floor(code / 7) + 1, weekday: code % 7 }, 0, near, found)
  }
}

function twice(scan: Scan, almanac: Almanac, found: Guess[]): void {
  const isThere = daysThere(scan, almanac)
  for (let day = 1; day <= 16; day += 1) {
    if (isThere[day] === 0) continue
    let near = 0
    for (let rank = 0; rank < scan.size; rank += 1) {
      for (const half of [0, 1]) {
        const place = nearDay(scan, almanac, rank, day + half * 15)
        if (place < 0) continue
        put(scan, near, rank, (place >> 3) * 2 + half, chances[place & 7]!)
        near += 1
        break
      }
    }
    scanBands(scan, { kind: 'twice', first: day, second: day + 15 }, 0, near, found)
  }
}

/** The best run of one amount and the best window of amounts that vary, over the near ones [from, until), which lie in the order of amounts. */
function scanBands(scan: Scan, grid: Grid, from: number, until: number, found: Guess[]): void {
  if (until - from < 3) return
  const price = priceOf(grid)
  const perItem = Math.log(periodOf(grid))
  if (scan.hasSame) scanSame(scan, grid, price - same_worth * 2, perItem, from, until, found)
  scanBand(scan, grid, price + band_price, perItem, from, until, found)
}

function scanSame({ amounts, ranks, slots, weights, inSlot }: Scan, grid: Grid, price: number, perItem: number, from: number, until: number, found: Guess[]): void {
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
        weight += weights[at]! + perItem
      }
      for (let at = left; at < right; at += 1) inSlot[slots[at]!] = 0
      const worth = (hits / (right - left)) * weight - price
      if (hits >= 3 && worth > 0) found.push({ grid, low: amount, high: amount, worth })
    }
    left = right
  }
}

function scanBand({ size, amounts, logs, ranks, slots, weights, inSlot, entropies }: Scan, grid: Grid, price: number, perItem: number, from: number, until: number, found: Guess[]): void {
  let best: Guess | null = null
  for (const band of bands) {
    // Any amount at all is believed only of a payee that has little else.
    if (band === Infinity && (until - from) * 2 < size) break
    let left = from
    let hits = 0
    let weight = 0
    for (let right = from; right < until; right += 1) {
      const top = logs[ranks[right]!]!
      const slot = slots[right]!
      if (inSlot[slot]! === 0) hits += 1
      inSlot[slot]! += 1
      weight += weights[right]! + perItem
      while (top - logs[ranks[left]!]! > band) {
        const gone = slots[left]!
        inSlot[gone]! -= 1
        if (inSlot[gone]! === 0) hits -= 1
        weight -= weights[left]! + perItem
        left += 1
      }
      if (hits < 3) continue
      const all = ranks[right]! - ranks[left]! + 1
      const worth = (hits / (right - left + 1)) * weight + hits * band_worth - (entropies[all]! - entropies[hits]! - entropies[all - hits]!) - price
      if (worth > (best?.worth ?? 0)) best = { grid, low: amounts[ranks[left]!]!, high: amounts[ranks[right]!]!, worth }
    }
    for (let at = left; at < until; at += 1) inSlot[slots[at]!] = 0
  }
  if (best) found.push(best)
}
