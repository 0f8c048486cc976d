/**
 * The likeliest chain of charges along a grid's slots, at most one a slot and some missed, by dynamic programming over the slots. Charges
 * gain by how much likelier the stream makes them than the background does.
 */
import { weekdayOf } from '../calendar.ts'
import { chanceAt, levelOf, linkOf, log_same } from './amount-levels.ts'
import { drawsOf, factorialBefore, type Background } from './background.ts'
import type { Pool } from './pool.ts'
import { dayOfSlot, firstSlot, off_grid, type Almanac, type Grid } from './rhythms.ts'
import type { Guess } from './scan.ts'
import { reach_days, timingAt, type TimingTable } from './timing.ts'

/** ln of how often a slot is met and missed. */
export const log_hit = Math.log(0.93)
export const log_missed = Math.log(0.07)
/** A chain goes on over so many empty slots. */
const most_missed = 4
/** In a pool of more charges, only those are looked at whose amount is at most so far from the guess's, as a logarithm. */
const small_pool = 60
const margin = 0.4
/** More candidates a slot than this are no bill's: the margin narrows. */
const crowded_slot = 16

/** The charges near a grid's slots, by day: pool index, slot, days late, weekday of the nominal day. */
export interface Candidates {
  size: number
  index: number[]
  slot: number[]
  late: number[]
  weekday: number[]
}

/** Near a grid's slots; in a large pool of about the guess's amounts, the more crowded the slots, the nearer. */
export function candidatesOf(pool: Pool, almanac: Almanac, grid: Grid, { low, high }: Pick<Guess, 'low' | 'high'>): Candidates {
  if (pool.size <= small_pool) return candidatesBetween(pool, almanac, grid, -Infinity, Infinity)
  for (let share = margin; ; share = share > 0.05 ? share / 4 : 0) {
    const found = candidatesBetween(pool, almanac, grid, Math.log(low) - share - 1e-9, Math.log(high) + share + 1e-9)
    const slots = found.size === 0 ? 0 : found.slot.at(-1)! - found.slot[0]! + 1
    if (share === 0 || found.size <= crowded_slot * slots) return found
  }
}

function candidatesBetween(pool: Pool, almanac: Almanac, grid: Grid, least: number, most: number): Candidates {
  const found: Candidates = { size: 0, index: [], slot: [], late: [], weekday: [] }
  const reach = grid.kind === 'days' && grid.every === 7 ? 2 : reach_days
  let index = 0
  for (let slot = firstSlot(grid, pool.days[0]!, almanac); index < pool.size; slot += 1) {
    const nominal = dayOfSlot(grid, slot, almanac)
    index = firstFrom(pool.days, index, nominal - reach)
    for (; index < pool.size && pool.days[index]! <= nominal + reach; index += 1) {
      if (pool.taken[index] === 1 || pool.logs[index]! < least || pool.logs[index]! > most) continue
      found.index.push(index)
      found.slot.push(slot)
      found.late.push(pool.days[index]! - nominal)
      found.weekday.push(weekdayOf(nominal))
    }
  }
  found.size = found.index.length
  return found
}

/** The first place from `from` on whose day is not before `day`; days ascend. */
function firstFrom(days: readonly number[], from: number, day: number): number {
  if (from >= days.length || days[from]! >= day) return from
  let [low, step] = [from, 1]
  while (low + step < days.length && days[low + step]! < day) [low, step] = [low + step, step * 2]
  let high = Math.min(days.length, low + step)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (days[middle]! < day) low = middle
    else high = middle
  }
  return high
}

/** Of the band's candidates the most punctual of each slot. */
export function seedOf(pool: Pool, { size, index, slot, late }: Candidates, { low, high }: Guess): number[] {
  const seed: number[] = []
  let [last, lastLate] = [off_grid, 0]
  for (let at = 0; at < size; at += 1) {
    const amount = pool.amounts[index[at]!]!
    if (amount < low || amount > high) continue
    const off = Math.abs(late[at]!)
    if (slot[at] === last) {
      if (off < lastLate) [seed[seed.length - 1], lastLate] = [index[at]!, off]
    } else {
      seed.push(index[at]!)
      ;[last, lastLate] = [slot[at]!, off]
    }
  }
  return seed
}

/** Days in which the background's charges lie. */
export const daysOf = (pool: Pool): number => pool.days[pool.size - 1]! - pool.days[0]! + 31

/** The best chain, as candidates by slot, and roughly what it gains before its price. */
export function chainOf(
  pool: Pool,
  background: Background,
  from: Candidates,
  seed: readonly number[],
  varies: boolean,
  timing: TimingTable,
): { chain: number[]; score: number } {
  const perHit = Math.log(daysOf(pool) / (background.size - seed.length + 0.5)) + log_hit
  const level = varies ? levelOf(pool, background, seed) : null
  const chances = chancesOf(background, from)
  const beside = level ? none : besideOf(background, from)
  const score: number[] = []
  const before: number[] = []
  let [best, bestAt] = [-Infinity, -1]
  // Candidates are by day, so their slots never descend.
  for (let at = 0, open = 0; at < from.size; at += 1) {
    const index = from.index[at]!
    const slot = from.slot[at]!
    while (slot - from.slot[open]! > most_missed + 1) open += 1
    const own =
      perHit + timingAt(timing, from.weekday[at]!, from.late[at]!) + (level ? chanceAt(pool, background, level, index) - chances[at]! : 0)
    let most = own
    let link = -1
    for (let prior = open; prior < at; prior += 1) {
      const gap = slot - from.slot[prior]!
      if (gap < 1) break
      const until = score[prior]! + own + (gap - 1) * log_missed
      // No link adds more than the same amount does.
      if (level ? until <= most : until + log_same - chances[at]! <= most) continue
      const through = level
        ? until
        : until +
          linkOf(pool, background, from.index[prior]!, index, background.same[index]! > 1) -
          chances[at]! -
          (beside.has(pairOf(background, from.index[prior]!, index)) ? beside_price : 0)
      if (through <= most) continue
      most = through
      link = prior
    }
    score.push(most)
    before.push(link)
    if (most > best) [best, bestAt] = [most, at]
  }
  const chain: number[] = []
  for (let at = bestAt; at >= 0; at = before[at]!) chain.push(at)
  return { chain: chain.reverse(), score: best }
}

/** What it takes off to step from one price to another where both were paid about one date: those are two bills side by side. */
const beside_price = 7
const none: ReadonlySet<number> = new Set()
const pairOf = ({ group }: Background, one: number, two: number): number =>
  group[one]! < group[two]! ? group[one]! * group.length + group[two]! : group[two]! * group.length + group[one]!

/** The pairs of recurring amounts that lie in one slot together. */
function besideOf(background: Background, { size, index, slot }: Candidates): ReadonlySet<number> {
  let pairs: Set<number> | null = null
  for (let at = 1, first = 0; at < size; at += 1) {
    if (slot[at] !== slot[first]) first = at
    if (background.same[index[at]!] === 1) continue
    for (let other = first; other < at; other += 1) {
      if (background.same[index[other]!] === 1 || background.group[index[other]!] === background.group[index[at]!]) continue
      pairs ??= new Set()
      pairs.add(pairOf(background, index[at]!, index[other]!))
    }
  }
  return pairs ?? none
}

/** ln of each candidate's chance in the background, as if those of its amount that lie on the grid were the stream's. */
function chancesOf(background: Background, { size, index, slot }: Candidates): number[] {
  const last = new Map<number, number>()
  const counts = new Map<number, number>()
  for (let at = 0; at < size; at += 1) {
    if (background.same[index[at]!] === 1) continue
    const group = background.group[index[at]!]!
    if (last.get(group) === slot[at]) continue
    last.set(group, slot[at]!)
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const { fresh: once, again } = drawsOf(background.size, background.distinct)
  const chances: number[] = []
  for (let at = 0; at < size; at += 1) {
    const same = background.same[index[at]!]!
    const fresh = once + background.fresh[index[at]!]!
    if (same === 1) {
      chances.push(fresh)
      continue
    }
    const on = counts.get(background.group[index[at]!]!)!
    chances.push(
      same > on
        ? again + (factorialBefore(same) - factorialBefore(same - on)) / on
        : (fresh + factorialBefore(same) + (on - 1) * again) / on,
    )
  }
  return chances
}
