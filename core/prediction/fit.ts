/**
 * How good a guess is, exactly: the likeliest chain of charges along the grid's slots (at most one a slot, some missed), with amounts that either
 * stay until a price steps or vary about a level, against the background. The gain is in nats: what the stream explains better, less what it takes
 * to say (rhythm, phase, way of rolling, steps, level). Charges are chosen by dynamic programming over the slots.
 */
import { weekdayOf } from '../calendar.ts'
import { amountsByChance, factorialBefore, meteredRoundness, priorRoundness, xlogx, type Background } from './background.ts'
import type { Pool } from './pool.ts'
import { dayOfSlot, off_grid, periodOf, priceOf, slotNear, type Almanac, type Grid } from './rhythms.ts'
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
/** A chain goes on over so many empty slots. */
const most_missed = 4

const stream_price = 3

interface Settled {
  grid: Grid
  roll: Roll
  punctuality: Punctuality
}

interface Candidates {
  size: number
  index: number[]
  slot: number[]
  late: number[]
  weekday: number[]
}

export function fit(pool: Pool, background: Background, almanac: Almanac, guess: Guess, seen: Uint8Array, mostAlike: number): Stream | null {
  let best: Stream | null = null
  const open = candidatesOf(pool, almanac, guess.grid, guess)
  const seed = seedOf(pool, open, guess)
  if (seed.length < 3) return null
  let known = 0
  for (const index of seed) if (seen[index]! >= mostAlike) known += 1
  if (known * 2 > seed.length) return null
  for (const varies of guess.low === guess.high ? [false] : [true, false]) {
    const first = chainOf(pool, background, open, seed, varies, openTiming)
    if (first.length < 3) continue
    const members = first.map((at) => open.index[at]!)
    const settled = settle(pool, almanac, guess.grid, members)
    const near = candidatesOf(pool, almanac, settled.grid, guess)
    const timing = timingOf(settled.punctuality, settled.roll)
    const chain = chainOf(pool, background, near, members, varies, timing)
    if (chain.length < 3) continue
    const gain = gainOf(pool, background, near, chain, varies, timing) - priceOf(settled.grid) - stream_price - doubt(pool, background, settled, varies, chain.map((at) => near.index[at]!))
    if (!best || gain > best.gain) best = { ...settled, varies, members: chain.map((at) => near.index[at]!), slots: chain.map((at) => near.slot[at]!), gain }
  }
  return best
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
  const [least, most] = [Math.log(low) - 0.4, Math.log(high) + 0.4]
  const reach = grid.kind === 'weeks' && grid.every === 1 ? 2 : reach_days
  for (let index = 0; index < pool.size; index += 1) {
    if (pool.taken[index] === 1) continue
    if (!isSmall && (pool.logs[index]! < least || pool.logs[index]! > most)) continue
    const slot = slotNear(grid, pool.days[index]!, almanac)
    if (slot === off_grid) continue
    const late = pool.days[index]! - dayOfSlot(grid, slot, almanac)
    if (late > reach || late < -reach) continue
    found.index.push(index)
    found.slot.push(slot)
    found.late.push(late)
    found.weekday.push(weekdayOf(pool.days[index]! - late))
  }
  found.size = found.index.length
  return found
}

/** Of the band's candidates the most punctual of each slot. */
function seedOf(pool: Pool, { size, index, slot, late }: Candidates, { low, high }: Guess): number[] {
  const nearest = new Map<number, number>()
  for (let at = 0; at < size; at += 1) {
    const amount = pool.amounts[index[at]!]!
    if (amount < low || amount > high) continue
    const other = nearest.get(slot[at]!)
    if (other === undefined || Math.abs(late[at]!) < Math.abs(late[other]!)) nearest.set(slot[at]!, at)
  }
  return [...nearest.values()].map((at) => index[at]!)
}

/** Days in which the background's charges lie. */
const daysOf = (pool: Pool): number => pool.days[pool.size - 1]! - pool.days[0]! + 31

/** The best chain, as candidates by slot. */
function chainOf(pool: Pool, background: Background, from: Candidates, seed: readonly number[], varies: boolean, timing: TimingTable): number[] {
  const perHit = Math.log(daysOf(pool) / (background.size - seed.length + 0.5)) + log_hit
  const level = varies ? levelOf(pool, background, seed) : null
  const chances = chancesOf(pool, background, from)
  const score = new Float64Array(from.size)
  const before = new Int32Array(from.size).fill(-1)
  let [best, bestAt] = [-Infinity, -1]
  // Candidates are by day, so their slots never descend.
  for (let at = 0, open = 0; at < from.size; at += 1) {
    const index = from.index[at]!
    while (from.slot[at]! - from.slot[open]! > most_missed + 1) open += 1
    const own = perHit + timingAt(timing, from.weekday[at]!, from.late[at]!)
    const amount = level ? level(index) - chances[at]! : 0
    score[at] = own + amount
    for (let prior = open; prior < at; prior += 1) {
      const gap = from.slot[at]! - from.slot[prior]!
      if (gap < 1) continue
      const link = level ? amount : linkOf(pool, background, from.index[prior]!, index, background.same[index]! > 1) - chances[at]!
      const through = score[prior]! + own + link + (gap - 1) * log_missed
      if (through > score[at]!) {
        score[at] = through
        before[at] = prior
      }
    }
    if (score[at]! > best) [best, bestAt] = [score[at]!, at]
  }
  const chain: number[] = []
  for (let at = bestAt; at >= 0; at = before[at]!) chain.push(at)
  return chain.reverse()
}

/** ln of each candidate's chance in the background, as if those of its amount that lie on the grid were the stream's. */
function chancesOf(pool: Pool, background: Background, { size, index, slot }: Candidates): Float64Array {
  const last = new Map<number, number>()
  const counts = new Map<number, number>()
  for (let at = 0; at < size; at += 1) {
    const amount = pool.amounts[index[at]!]!
    if (last.get(amount) === slot[at]) continue
    last.set(amount, slot[at]!)
    counts.set(amount, (counts.get(amount) ?? 0) + 1)
  }
  const share = (background.distinct + 0.7) / (background.size + 1.4)
  const chances = new Float64Array(size)
  for (let at = 0; at < size; at += 1) {
    const same = background.same[index[at]!]!
    const fresh = Math.log(share) + background.fresh[index[at]!]!
    const on = counts.get(pool.amounts[index[at]!]!)!
    const again = Math.log((1 - share) / background.size)
    if (same === 1) chances[at] = fresh
    else if (same > on) chances[at] = again + (factorialBefore(same) - factorialBefore(same - on)) / on
    else chances[at] = (fresh + factorialBefore(same) + (on - 1) * again) / on
  }
  return chances
}

/** ln of the chance that an amount follows another in a stream whose amount stays until it steps. */
function linkOf(pool: Pool, background: Background, prior: number, index: number, isReturn: boolean): number {
  if (pool.amounts[prior] === pool.amounts[index]) return log_same
  const log = pool.logs[index]!
  const ratio = Math.abs(log - pool.logs[prior]!)
  if (isReturn) return log_step - ratio / leap_spread
  const density = (0.77 * Math.exp(-ratio / step_spread)) / (2 * step_spread) + (0.2 * Math.exp(-ratio / leap_spread)) / (2 * leap_spread) + 0.03 * Math.exp(background.density[index]!)
  return log_step + Math.log(density) - log + priorRoundness[pool.zeros[index]!]!
}

/** ln of the chance of an amount at the level and range that explain the members best. */
function levelOf(pool: Pool, background: Background, members: readonly number[]): (index: number) => number {
  const logs = members.map((index) => pool.logs[index]!).sort((a, b) => a - b)
  const middle = (logs[(logs.length - 1) >> 1]! + logs[logs.length >> 1]!) / 2
  const edge = (logs[0]! + logs.at(-1)!) / 2
  const within = (center: number, range: number) => (index: number) =>
    Math.log((Math.abs(pool.logs[index]! - center) <= range + 1e-9 ? 0.98 / (2 * range) : 0) + 0.02 * Math.exp(background.density[index]!))
  const sumOf = (of: (index: number) => number): number => members.reduce((total, index) => total + of(index), 0)
  // Or anything goes: then amounts neither speak for the stream nor against it.
  let best = (index: number): number => background.density[index]!
  let most = sumOf(best)
  for (const range of ranges) {
    for (const center of [middle, edge]) {
      const of = within(center, range)
      const sum = sumOf(of)
      if (sum > most) [best, most] = [of, sum]
    }
  }
  return (index) => best(index) + meteredRoundness[pool.zeros[index]!]! - pool.logs[index]!
}

/** The nominal day, way of rolling and punctuality that the members' days fit best. */
function settle(pool: Pool, almanac: Almanac, grid: Grid, members: readonly number[]): Settled {
  let best: Settled & { sum: number } = { grid, roll: 'none', punctuality: 'usual', sum: -Infinity }
  const late = new Int32Array(members.length)
  const weekdays = new Int32Array(members.length)
  for (const near of neighbours(grid)) {
    let fits = true
    for (let at = 0, last = off_grid; at < members.length && fits; at += 1) {
      const day = pool.days[members[at]!]!
      const slot = slotNear(near, day, almanac)
      fits = slot > last
      if (!fits) break
      last = slot
      late[at] = day - dayOfSlot(near, slot, almanac)
      weekdays[at] = weekdayOf(day - late[at]!)
      fits = late[at]! <= reach_days && late[at]! >= -reach_days
    }
    if (!fits) continue
    for (const roll of rolls) {
      for (const punctuality of punctualities) {
        const table = timingOf(punctuality, roll)
        let sum = (roll === 'none' ? 0 : -0.7) + (punctuality === 'sharp' ? 0 : punctuality === 'usual' ? -0.7 : -3)
        for (let at = 0; at < members.length; at += 1) sum += timingAt(table, weekdays[at]!, late[at]!)
        if (sum > best.sum + 1e-9) best = { grid: near, roll, punctuality, sum }
      }
    }
  }
  const { sum: _, ...settled } = best
  return settled
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
  let gain = xlogx(background.size - count) - xlogx(background.size) + count * (Math.log(daysOf(pool)) + 1 + log_hit) - amountsByChance(pool, background, members)
  const level = varies ? levelOf(pool, background, members) : null
  const before = new Set<number>()
  chain.forEach((at, order) => {
    const index = members[order]!
    const isReturn = before.has(pool.amounts[index]!)
    before.add(pool.amounts[index]!)
    gain += timingAt(timing, from.weekday[at]!, from.late[at]!)
    if (level) gain += level(index)
    else gain += order === 0 ? background.fresh[index]! : linkOf(pool, background, members[order - 1]!, index, isReturn)
    if (order > 0) gain += (from.slot[at]! - from.slot[chain[order - 1]!]! - 1) * log_missed
  })
  return gain
}
