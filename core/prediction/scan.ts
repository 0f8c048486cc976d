/**
 * A pool laid out for searching, and what stands out among its charges that lie near the slots of one grid: an amount that recurs, or a
 * band of amounts.
 */
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
/** What a charge's amount may say for a stream, at the most: the same again, or in a band. */
const same_worth = 8
const band_worth = 2
/** What it takes at least to believe in amounts that vary. */
const band_price = 6
/** Of a payee's charges, the share from which on a stream is what the payee is there for. */
export const alone = 0.7
/** Room for the largest pool, made once; in it the pool's untaken charges by amount, and those of them that lie near the grid at hand. */
export interface Scan {
  almanac: Almanac
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
  /** Places in the month, for nth weekdays. */
  places: Uint8Array
  /** x ln x of each count. */
  entropies: Float64Array
  firstDay: number
  /** Days from the first charge to the last. */
  span: number
  /** Near ones, in order: rank, slot, ln of the rough chance of their day, ln of their amount. */
  ranks: Int32Array
  slots: Int32Array
  weights: Float64Array
  tops: Float64Array
  /** Places of near ones, gathered by what their slots leave when divided. */
  byRest: Int32Array
  /** How many of a window are in each slot. */
  inSlot: Int32Array
}

/** `most`: the charges of the largest pool. */
export function scanFor(most: number, almanac: Almanac): Scan {
  return {
    almanac,
    size: 0,
    amounts: new Float64Array(most),
    logs: new Float64Array(most),
    days: new Int32Array(most),
    months: new Int32Array(most),
    daysOfMonth: new Uint8Array(most),
    same: new Int32Array(most),
    hasSame: false,
    places: new Uint8Array(most),
    entropies: Float64Array.from({ length: most + 1 }, (_, count) => xlogx(count)),
    firstDay: 0,
    span: 0,
    ranks: new Int32Array(2 * most),
    slots: new Int32Array(2 * most),
    weights: new Float64Array(2 * most),
    tops: new Float64Array(2 * most),
    byRest: new Int32Array(most),
    inSlot: new Int32Array(2 * almanac.starts.length + Math.ceil(almanac.month.length / 7) + 2),
  }
}

/** Lays a pool out; `order`: its untaken charges by amount. */
export function layOut(scan: Scan, pool: Pool, order: readonly number[]): void {
  const { almanac } = scan
  const size = order.length
  let [first, last] = [Infinity, -Infinity]
  for (let rank = 0; rank < size; rank += 1) {
    const index = order[rank]!
    const day = pool.days[index]!
    scan.amounts[rank] = pool.amounts[index]!
    scan.logs[rank] = pool.logs[index]!
    scan.days[rank] = day
    if (day < first) first = day
    if (day > last) last = day
    scan.months[rank] = almanac.month[day - almanac.first]! - almanac.firstMonth
    scan.daysOfMonth[rank] = almanac.dayOfMonth[day - almanac.first]!
  }
  Object.assign(scan, { size, hasSame: false, firstDay: first, span: last - first })
  for (let from = 0; from < size;) {
    let until = from + 1
    while (until < size && scan.amounts[until] === scan.amounts[from]) until += 1
    scan.same.fill(until - from, from, until)
    scan.hasSame ||= until - from >= 3
    from = until
  }
}

/** Notes a charge near the grid at hand: its rank, slot, and ln of the rough chance of its day. */
export function put(scan: Scan, at: number, rank: number, slot: number, weight: number): void {
  scan.ranks[at] = rank
  scan.slots[at] = slot
  scan.weights[at] = weight
  scan.tops[at] = scan.logs[rank]!
}

/**
 * The best run of one amount and, where the list is open to amounts that vary, the best window of those; over the near ones [from, until),
 * which lie in the order of amounts. Amounts that vary are sought among a payee's other charges by the month and the fortnight only; by
 * rarer rhythms, where it has little else.
 */
export function scanNear(scan: Scan, grid: Grid, isOpen: boolean, from: number, until: number, found: Guess[]): void {
  const price = priceOf(grid)
  const perItem = Math.log(periodOf(grid))
  if (scan.hasSame) scanSame(scan, grid, price - same_worth, perItem, from, until, found)
  if (isOpen) scanBand(scan, grid, price + band_price, perItem, from, until, found)
}

function scanSame(
  { amounts, same, ranks, slots, weights, inSlot, entropies }: Scan,
  grid: Grid,
  price: number,
  perItem: number,
  from: number,
  until: number,
  found: Guess[],
): void {
  for (let left = from; left < until;) {
    const amount = amounts[ranks[left]!]!
    let right = left + 1
    while (right < until && amounts[ranks[right]!] === amount) right += 1
    if (right - left >= 3) {
      let hits = 0
      let weight = 0
      for (let at = left; at < right; at += 1) {
        if (inSlot[slots[at]!] === 0) hits += 1
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

function scanBand(
  { size, amounts, ranks, slots, weights, tops, inSlot, entropies }: Scan,
  grid: Grid,
  price: number,
  perItem: number,
  from: number,
  until: number,
  found: Guess[],
): void {
  let [most, low, high] = [0, -1, -1]
  for (const band of bands) {
    // Any amount at all is believed only of a payee that has little else.
    if (band === Infinity && until - from < size * alone) break
    let left = from
    let hits = 0
    let weight = 0
    for (let right = from; right < until; right += 1) {
      const slot = slots[right]!
      if (inSlot[slot] === 0) hits += 1
      inSlot[slot]! += 1
      weight += weights[right]!
      for (const least = tops[right]! - band; tops[left]! < least; left += 1) {
        const gone = slots[left]!
        inSlot[gone]! -= 1
        if (inSlot[gone] === 0) hits -= 1
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
