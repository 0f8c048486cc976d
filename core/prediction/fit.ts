/**
 * How good a guess is, exactly: the likeliest chain of charges along the grid's slots (at most one a slot, some missed), with amounts that either
 * stay until a price steps or vary about a level, against the background. The gain is in nats: what the stream explains better, less what it takes
 * to say (rhythm, phase, way of rolling, steps, level). Charges are chosen by dynamic programming over the slots.
 */
import { weekdayOf } from '../calendar.ts'
import { amountsByChance, factorialBefore, meteredRoundness, priorRoundness, xlogx, type Background } from './background.ts'
import type { Pool } from './pool.ts'
import { dayOfSlot, firstSlot, off_grid, periodOf, priceOf, slotNear, type Almanac, type Grid } from './rhythms.ts'
import type { Guess } from './search.ts'
import { openTiming, punctualities, reach_days, rolls, timingAt, timingOf, type Punctuality, type Roll, type TimingTable } from './timing.ts'

export interface Stream {
  grid: Grid
  roll: Roll
  punctuality: Punctuality
  /** Whether the amount varies, rather than staying until it steps. */
  varies: boolean
  /** Pool indices, by day, and the slot of each. */
  members: number[]
  slots: number[]
  gain: number
}

const log_hit = Math.log(0.93)
const log_missed = Math.log(0.07)
const log_same = Math.log(0.94)
const log_step = Math.log(0.05)
/** How far a price steps, as a logarithm: most often little, seldom much; and how far it is back to an amount that was paid before. */
const step_spread = 0.06
const leap_spread = 0.4
/** How far to either side a varying amount may go, as a logarithm. */
const ranges = [0.01, 0.03, 0.07, 0.13, 0.24, 0.4]
/** Of amounts that vary, how many lie in the range. */
const in_range = 0.98
/** A chain goes on over so many empty slots. */
const most_missed = 4
const stream_price = 3
/** How far the first chain may fall short and still be worth a closer look. */
const slack = 5

interface Settled {
  grid: Grid
  roll: Roll
  punctuality: Punctuality
}

/** The charges near a grid's slots, by day: pool index, slot, days late, weekday of the nominal day. */
interface Candidates {
  size: number
  index: number[]
  slot: number[]
  late: number[]
  weekday: number[]
}

/** Null when the guess leads to no chain, or to charges that were seen often enough. */
export function fit(pool: Pool, background: Background, almanac: Almanac, guess: Guess, isSeen: (members: readonly number[]) => boolean): Stream | null {
  const open = candidatesOf(pool, almanac, guess.grid, guess)
  const seed = seedOf(pool, open, guess)
  if (seed.length < 3 || isSeen(seed)) return null
  let best: Stream | null = null
  for (const varies of guess.low === guess.high ? [false] : [true, false]) {
    if (!varies && !hasRepeats(background, open)) continue
    const first = chainOf(pool, background, open, seed, varies, openTiming)
    if (first.chain.length < 3 || first.score < priceOf(guess.grid) + stream_price + (varies ? 4 : 0) - slack) continue
    const members = first.chain.map((at) => open.index[at]!)
    const settled = settle(pool, almanac, guess.grid, members)
    const near = candidatesOf(pool, almanac, settled.grid, guess)
    const timing = timingOf(settled.punctuality, settled.roll)
    const { chain } = chainOf(pool, background, near, members, varies, timing)
    if (chain.length < 3) continue
    const taken = chain.map((at) => near.index[at]!)
    const gain = gainOf(pool, background, near, chain, varies, timing) - priceOf(settled.grid) - stream_price - doubt(pool, background, settled, varies, taken)
    if (!best || gain > best.gain) best = { ...settled, varies, members: taken, slots: chain.map((at) => near.slot[at]!), gain }
  }
  return best
}

/** Whether any amount occurs twice among the candidates, roughly. */
function hasRepeats(background: Background, { size, index }: Candidates): boolean {
  let repeats = 0
  for (let at = 0; at < size && repeats < 2; at += 1) if (background.same[index[at]!]! > 1) repeats += 1
  return repeats >= 2
}

function doubt(pool: Pool, background: Background, { grid, punctuality, roll }: Settled, varies: boolean, members: number[]): number {
  let price = roll === 'none' ? 0 : 0.7
  const isAlone = members.length / background.size >= 0.75
  if (punctuality === 'usual') price += 0.7
  if (punctuality === 'loose') price += varies ? (isAlone ? 8 : 100) : 3
  if (!varies) {
    let steps = 0
    for (let at = 1; at < members.length; at += 1) if (pool.amounts[members[at]!] !== pool.amounts[members[at - 1]!]) steps += 1
    return steps * 2 > members.length - 1 ? 100 : price
  }
  price += isAlone ? 4 : 8
  if (!isAlone) {
    const period = periodOf(grid)
    price += Math.log(1 + (pool.days[members[0]!]! - pool.days[0]!) / period) + Math.log(1 + (pool.days[pool.size - 1]! - pool.days[members.at(-1)!]!) / period)
  }
  if (grid.kind !== 'months' || grid.every !== 1) price += isAlone ? 3 : 8
  return price
}

function candidatesOf(pool: Pool, almanac: Almanac, grid: Grid, { low, high }: Guess): Candidates {
  const found: Candidates = { size: 0, index: [], slot: [], late: [], weekday: [] }
  const isSmall = pool.size <= 60
  const [least, most] = isSmall ? [-Infinity, Infinity] : [Math.log(low) - 0.4, Math.log(high) + 0.4]
  const reach = grid.kind === 'weeks' && grid.every === 1 ? 2 : reach_days
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
function firstFrom(days: Int32Array, from: number, day: number): number {
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
function seedOf(pool: Pool, { size, index, slot, late }: Candidates, { low, high }: Guess): number[] {
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
const daysOf = (pool: Pool): number => pool.days[pool.size - 1]! - pool.days[0]! + 31

/** The best chain, as candidates by slot, and roughly what it gains before its price. */
function chainOf(pool: Pool, background: Background, from: Candidates, seed: readonly number[], varies: boolean, timing: TimingTable): { chain: number[]; score: number } {
  const perHit = Math.log(daysOf(pool) / (background.size - seed.length + 0.5)) + log_hit
  const level = varies ? levelOf(pool, background, seed) : null
  const chances = chancesOf(background, from)
  const score = new Float64Array(from.size)
  const before = new Int32Array(from.size).fill(-1)
  let [best, bestAt] = [-Infinity, -1]
  // Candidates are by day, so their slots never descend.
  for (let at = 0, open = 0; at < from.size; at += 1) {
    const index = from.index[at]!
    const slot = from.slot[at]!
    while (slot - from.slot[open]! > most_missed + 1) open += 1
    const own = perHit + timingAt(timing, from.weekday[at]!, from.late[at]!) + (level ? chanceAt(pool, background, level, index) - chances[at]! : 0)
    let most = own
    for (let prior = open; prior < at; prior += 1) {
      const gap = slot - from.slot[prior]!
      if (gap < 1) break
      const until = score[prior]! + own + (gap - 1) * log_missed
      // No link adds more than the same amount does.
      if (level ? until <= most : until + log_same - chances[at]! <= most) continue
      const through = level ? until : until + linkOf(pool, background, from.index[prior]!, index, background.same[index]! > 1) - chances[at]!
      if (through <= most) continue
      most = through
      before[at] = prior
    }
    score[at] = most
    if (most > best) [best, bestAt] = [most, at]
  }
  const chain: number[] = []
  for (let at = bestAt; at >= 0; at = before[at]!) chain.push(at)
  return { chain: chain.reverse(), score: best }
}

/** ln of each candidate's chance in the background, as if those of its amount that lie on the grid were the stream's. */
function chancesOf(background: Background, { size, index, slot }: Candidates): Float64Array {
  const last = new Map<number, number>()
  const counts = new Map<number, number>()
  for (let at = 0; at < size; at += 1) {
    if (background.same[index[at]!] === 1) continue
    const group = background.group[index[at]!]!
    if (last.get(group) === slot[at]) continue
    last.set(group, slot[at]!)
    counts.set(group, (counts.get(group) ?? 0) + 1)
  }
  const share = (background.distinct + 0.7) / (background.size + 1.4)
  const [once, again] = [Math.log(share), Math.log((1 - share) / background.size)]
  const chances = new Float64Array(size)
  for (let at = 0; at < size; at += 1) {
    const same = background.same[index[at]!]!
    const fresh = once + background.fresh[index[at]!]!
    if (same === 1) {
      chances[at] = fresh
      continue
    }
    const on = counts.get(background.group[index[at]!]!)!
    chances[at] = same > on ? again + (factorialBefore(same) - factorialBefore(same - on)) / on : (fresh + factorialBefore(same) + (on - 1) * again) / on
  }
  return chances
}

/** ln of the chance that an amount follows another in a stream whose amount stays until it steps. */
function linkOf(pool: Pool, background: Background, prior: number, index: number, isReturn: boolean): number {
  if (pool.amounts[prior] === pool.amounts[index]) return log_same
  const log = pool.logs[index]!
  const ratio = Math.abs(log - pool.logs[prior]!)
  if (isReturn) return log_step - ratio / leap_spread
  const density = (0.77 * Math.exp(-ratio / step_spread)) / (2 * step_spread) + (0.2 * Math.exp(-ratio / leap_spread)) / (2 * leap_spread) + 0.03 * background.density[index]!
  return log_step + Math.log(density) - log + priorRoundness[pool.zeros[index]!]!
}

/** Where amounts that vary lie, as logarithms; range 0: anywhere that amounts do. */
interface Level {
  center: number
  range: number
}

/** The level and range that explain the members best. */
function levelOf(pool: Pool, background: Background, members: readonly number[]): Level {
  const logs = new Float64Array(members.length)
  let anywhere = 0
  for (let at = 0; at < members.length; at += 1) {
    logs[at] = pool.logs[members[at]!]!
    anywhere += Math.log(background.density[members[at]!]!)
  }
  logs.sort()
  // Outside of the range an amount is as anywhere, but seldom so.
  const outside = anywhere / members.length + Math.log(1 - in_range)
  let best: Level = { center: 0, range: 0 }
  let most = anywhere
  for (const center of [(logs[(logs.length - 1) >> 1]! + logs[logs.length >> 1]!) / 2, (logs[0]! + logs.at(-1)!) / 2]) {
    for (const range of ranges) {
      const inside = countUntil(logs, center + range + 1e-9) - countUntil(logs, center - range - 1e-9)
      const sum = inside * Math.log(in_range / (2 * range)) + (logs.length - inside) * outside
      if (sum > most) [best, most] = [{ center, range }, sum]
    }
  }
  return best
}

/** How many of ascending values are at most so large. */
function countUntil(values: Float64Array, most: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! <= most) low = middle + 1
    else high = middle
  }
  return low
}

/** ln of the chance of an amount at a level. */
function chanceAt(pool: Pool, background: Background, { center, range }: Level, index: number): number {
  const log = pool.logs[index]!
  const density = background.density[index]!
  const near = range === 0 ? density : (Math.abs(log - center) <= range + 1e-9 ? in_range / (2 * range) : 0) + (1 - in_range) * density
  return Math.log(near) + meteredRoundness[pool.zeros[index]!]! - log
}

/** What a way of rolling, and not to be punctual, takes off. */
const roll_price = 0.7
const punctuality_price: Record<Punctuality, number> = { sharp: 0, usual: 0.7, loose: 3 }

/** The nominal day, way of rolling and punctuality that the members' days fit best. */
function settle(pool: Pool, almanac: Almanac, grid: Grid, members: readonly number[]): Settled {
  let best: Settled = { grid, roll: 'none', punctuality: 'usual' }
  let most = -Infinity
  const late = new Int32Array(members.length)
  const weekdays = new Int32Array(members.length)
  for (const near of neighbours(grid)) {
    if (!place(pool, almanac, near, members, late, weekdays)) continue
    for (const roll of rolls) {
      for (const punctuality of punctualities) {
        const table = timingOf(punctuality, roll)
        let sum = -punctuality_price[punctuality] - (roll === 'none' ? 0 : roll_price)
        for (let at = 0; at < members.length; at += 1) sum += timingAt(table, weekdays[at]!, late[at]!)
        if (sum > most + 1e-9) [best, most] = [{ grid: near, roll, punctuality }, sum]
      }
    }
  }
  return best
}

/** Days late and weekdays of the members on a grid; false when they do not fit one a slot. */
function place(pool: Pool, almanac: Almanac, grid: Grid, members: readonly number[], late: Int32Array, weekdays: Int32Array): boolean {
  for (let at = 0, last = off_grid; at < members.length; at += 1) {
    const day = pool.days[members[at]!]!
    const slot = slotNear(grid, day, almanac)
    if (slot <= last) return false
    last = slot
    late[at] = day - dayOfSlot(grid, slot, almanac)
    weekdays[at] = weekdayOf(day - late[at]!)
    if (late[at]! > reach_days || late[at]! < -reach_days) return false
  }
  return true
}

const offsets = [0, 1, -1, 2, -2, 3, -3]
function neighbours(grid: Grid): Grid[] {
  switch (grid.kind) {
    case 'weeks':
      return grid.every === 1 ? [grid] : offsets.map((off) => ({ ...grid, phase: (((grid.phase + off) % (grid.every * 7)) + grid.every * 7) % (grid.every * 7) }))
    case 'months':
      return offsets.map((off) => ({ ...grid, day: grid.day + off })).filter(({ day }) => day >= 1 && day <= 31)
    case 'weekday':
      return [grid]
    case 'twice':
      return [0, 1, -1].flatMap((first) => [0, 1, -1].map((second) => ({ ...grid, first: grid.first + first, second: grid.second + second }))).filter(({ first, second }) => first >= 1 && second <= 31)
  }
}

/** How much better the chain explains its charges than the background does. */
function gainOf(pool: Pool, background: Background, from: Candidates, chain: readonly number[], varies: boolean, timing: TimingTable): number {
  const members = chain.map((at) => from.index[at]!)
  const count = members.length
  let gain = xlogx(background.size - count) - xlogx(background.size) + count * (Math.log(daysOf(pool)) + 1 + log_hit) - amountsByChance(background, members)
  const level = varies ? levelOf(pool, background, members) : null
  const before = new Set<number>()
  chain.forEach((at, order) => {
    const index = members[order]!
    gain += timingAt(timing, from.weekday[at]!, from.late[at]!)
    if (level) gain += chanceAt(pool, background, level, index)
    else gain += order === 0 ? background.fresh[index]! : linkOf(pool, background, members[order - 1]!, index, before.has(background.group[index]!))
    before.add(background.group[index]!)
    if (order > 0) gain += (from.slot[at]! - from.slot[chain[order - 1]!]! - 1) * log_missed
  })
  return gain
}
