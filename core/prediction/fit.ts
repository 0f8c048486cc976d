/**
 * How good a guess is, exactly: its likeliest chain of charges against the background. The gain is in nats: what the stream explains
 * better, less what it takes to say (rhythm, phase, way of rolling, steps, level) and what speaks against believing it.
 */
import { weekdayOf } from '../calendar.ts'
import { chanceAt, levelOf, linkOf } from './amount-levels.ts'
import { amountsByChance, isAlone, xlogx, type Background } from './background.ts'
import { candidatesOf, chainOf, daysOf, log_hit, log_missed, seedOf } from './chain.ts'
import type { Pool } from './pool.ts'
import { dayOfSlot, off_grid, periodOf, priceOf, slotNear, type Almanac, type Grid } from './rhythms.ts'
import type { Guess } from './scan.ts'
import {
  openTiming,
  punctualities,
  reach_days,
  rolls,
  timingAt,
  timingOf,
  type Punctuality,
  type Roll,
  type TimingTable,
} from './timing.ts'

export interface Stream {
  grid: Grid
  roll: Roll
  punctuality: Punctuality
  /** Whether the amount varies, rather than staying until it steps. */
  varies: boolean
  /** Whether each date follows from the one before, rather than from the calendar. */
  isRolling: boolean
  /** Pool indices, by day, and the slot of each. */
  members: number[]
  slots: number[]
  gain: number
  /** Of a bill by the month that does not come in all: those of the year (0–11) that it comes in. */
  months?: number[]
}

/** What it takes to say that there is a stream at all. */
export const stream_price = 2
/** How far a first chain may fall short and still be worth a closer look. */
const slack = 5

interface Settled {
  grid: Grid
  roll: Roll
  punctuality: Punctuality
}

/** The stream that a guess leads to. Null when it leads to no chain, or to charges that were seen often enough. */
export function fit(
  pool: Pool,
  background: Background,
  almanac: Almanac,
  guess: Guess,
  isSeen: (members: readonly number[]) => boolean,
): Stream | null {
  const open = candidatesOf(pool, almanac, guess.grid, guess)
  const seed = seedOf(pool, open, guess)
  if (seed.length < 3 || isSeen(seed)) return null
  let best: Stream | null = null
  for (const varies of guess.low === guess.high ? [false] : [true, false]) {
    if (!varies && !hasRepeats(background, seed)) continue
    const { chain, score } = chainOf(pool, background, open, seed, varies, openTiming)
    if (chain.length < 3 || score < priceOf(guess.grid) + stream_price + (varies ? 4 : 0) - slack) continue
    const members = chain.map((at) => open.index[at]!)
    const stream = streamOf(pool, background, almanac, settle(pool, almanac, guess.grid, members), varies, members)
    if (stream !== null && (!best || stream.gain > best.gain)) best = stream
  }
  return best
}

/** The stream with the charges that suit it best now that its day and its way of rolling are known. */
export function refined(pool: Pool, background: Background, almanac: Almanac, stream: Stream): Stream {
  const { members, varies } = stream
  const logs = members.map((index) => pool.logs[index]!)
  const near = candidatesOf(pool, almanac, stream.grid, { low: Math.exp(Math.min(...logs)), high: Math.exp(Math.max(...logs)) })
  const { chain } = chainOf(pool, background, near, members, varies, timingOf(stream.punctuality, stream.roll))
  const better =
    chain.length < 3
      ? null
      : streamOf(
          pool,
          background,
          almanac,
          stream,
          varies,
          chain.map((at) => near.index[at]!),
        )
  const best = better !== null && better.gain > stream.gain ? better : stream
  return best.members.length + 1 === background.size ? withTheLast(pool, background, almanac, best) : best
}

/**
 * A payee that is there for one bill seldom sells one thing besides, about when and at about what the bill would have come: a single charge
 * that is left over is the bill's, at a new price or a day off, though by itself it would not be believed.
 */
const seldom_besides = 2.5
function withTheLast(pool: Pool, background: Background, almanac: Almanac, stream: Stream): Stream {
  const all = pool.days.flatMap((_day, index) => (pool.taken[index] === 0 ? [index] : []))
  const whole = streamOf(pool, background, almanac, settle(pool, almanac, stream.grid, all), stream.varies, all)
  return whole !== null && whole.gain > stream.gain - seldom_besides ? whole : stream
}

function streamOf(
  pool: Pool,
  background: Background,
  almanac: Almanac,
  settled: Settled,
  varies: boolean,
  members: number[],
): Stream | null {
  const places = placesOf(pool, almanac, settled.grid, members)
  if (places === null) return null
  const { grid, roll, punctuality } = settled
  const gain =
    gainOf(pool, background, members, places, varies, timingOf(punctuality, roll)) -
    habitOf(pool, background, members) -
    priceOf(grid) -
    stream_price -
    doubtOf(pool, background, settled, varies, members)
  return { grid, roll, punctuality, varies, isRolling: false, members, slots: places.slots, gain }
}

/**
 * What no rhythm must claim: that the payee is paid on some weekdays rather than on others anyway. Each charge is held against the others.
 */
export function habitOf(pool: Pool, background: Background, members: readonly number[]): number {
  let sum = 0
  for (const index of members) sum += Math.log((7 * background.weekdays[weekdayOf(pool.days[index]!)]!) / (background.size + 6))
  return Math.max(0, sum)
}

/** Whether half of the charges are of amounts that occur more than once. */
function hasRepeats(background: Background, members: readonly number[]): boolean {
  let repeats = 0
  for (const index of members) if (background.same[index]! > 1) repeats += 1
  return repeats * 2 >= members.length
}

const not_believed = Infinity

/**
 * What speaks against believing a stream: days that are loosely kept, amounts that vary, most of all among a payee's other charges or by a
 * rare rhythm.
 */
function doubtOf(
  pool: Pool,
  background: Background,
  { grid, punctuality, roll }: Settled,
  varies: boolean,
  members: readonly number[],
): number {
  const isOnly = isAlone(background, members)
  const price = (roll === 'none' ? 0 : roll_price) + punctuality_price[punctuality]
  if (!varies) return stepsOf(pool, members) * 2 > members.length - 1 ? not_believed : price + (punctuality === 'loose' && !isOnly ? 6 : 0)
  if (punctuality === 'loose' && !isOnly) return not_believed
  const isMonthly = grid.kind === 'months' && grid.every === 1
  // By the week at no price is how people shop, and by the fortnight of any amount.
  if (grid.kind === 'days' && grid.every === 7 && levelOf(pool, background, members).range > 0.03) return not_believed
  if (grid.kind === 'days' && grid.every <= 14 && levelOf(pool, background, members).range === 0) return not_believed
  if (isOnly) return price + 4 + (punctuality === 'loose' ? 5 : 0) + (isMonthly ? 0 : 3)
  // Among other charges a stream might have begun and ended anywhere.
  const slots = (from: number, until: number): number => Math.log(1 + (pool.days[until]! - pool.days[from]!) / periodOf(grid))
  return price + 8 + (isMonthly ? 0 : 8) + slots(0, members[0]!) + slots(members.at(-1)!, pool.size - 1)
}

function stepsOf(pool: Pool, members: readonly number[]): number {
  let steps = 0
  for (let at = 1; at < members.length; at += 1) if (pool.amounts[members[at]!] !== pool.amounts[members[at - 1]!]) steps += 1
  return steps
}

/** What a way of rolling, and not to be punctual, takes off. */
const roll_price = 0.7
const punctuality_price: Record<Punctuality, number> = { sharp: 0, usual: 0.7, loose: 3 }

/** The nominal day, way of rolling and punctuality that the members' days fit best. */
export function settle(pool: Pool, almanac: Almanac, grid: Grid, members: readonly number[]): Settled {
  let best: Settled = { grid, roll: 'none', punctuality: 'usual' }
  let most = -Infinity
  for (const near of neighbours(grid, (half) => lateness(pool, almanac, grid, members, half))) {
    const places = placesOf(pool, almanac, near, members)
    if (places === null) continue
    for (const roll of rolls) {
      for (const punctuality of punctualities) {
        const table = timingOf(punctuality, roll)
        let sum = -punctuality_price[punctuality] - (roll === 'none' ? 0 : roll_price)
        for (let at = 0; at < members.length; at += 1) sum += timingAt(table, places.weekdays[at]!, places.late[at]!)
        if (sum > most + 1e-9) [best, most] = [{ grid: near, roll, punctuality }, sum]
      }
    }
  }
  return best
}

/** Where charges stand on a grid. */
interface Places {
  slots: number[]
  late: number[]
  weekdays: number[]
}

/** Null when the members do not fit one a slot. */
export function placesOf(pool: Pool, almanac: Almanac, grid: Grid, members: readonly number[]): Places | null {
  const places: Places = { slots: [], late: [], weekdays: [] }
  for (let at = 0, last = off_grid; at < members.length; at += 1) {
    const day = pool.days[members[at]!]!
    const slot = slotNear(grid, day, almanac)
    if (slot <= last) return null
    const late = day - dayOfSlot(grid, slot, almanac)
    if (late > reach_days || late < -reach_days) return null
    places.slots.push(slot)
    places.late.push(late)
    places.weekdays.push(weekdayOf(day - late))
    last = slot
  }
  return places
}

/** By how many days a good part of the members are late, or of those in even slots (0) or odd ones (1); 0 first. */
function lateness(pool: Pool, almanac: Almanac, grid: Grid, members: readonly number[], half?: 0 | 1): number[] {
  const counts = new Map<number, number>([[0, members.length]])
  let all = 0
  for (const index of members) {
    const slot = slotNear(grid, pool.days[index]!, almanac)
    if (half !== undefined && (slot & 1) !== half) continue
    all += 1
    if (slot === off_grid) continue
    const late = pool.days[index]! - dayOfSlot(grid, slot, almanac)
    counts.set(late, (counts.get(late) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count * 6 >= all).map(([late]) => late)
}

/** The grids a few days off, as far as what stands on them is: all of it, or of two days of a month one half. */
function neighbours(grid: Grid, offsets: (half?: 0 | 1) => readonly number[]): Grid[] {
  switch (grid.kind) {
    case 'days':
      return grid.every === 7 ? [grid] : offsets().map((off) => ({ ...grid, phase: (grid.phase + off + grid.every) % grid.every }))
    case 'months':
      return offsets()
        .map((off) => ({ ...grid, day: grid.day + off }))
        .filter(({ day }) => day >= 1 && day <= 31)
    case 'weekday':
      return [grid]
    case 'twice':
      return offsets(0)
        .flatMap((first) => offsets(1).map((second) => ({ ...grid, first: grid.first + first, second: grid.second + second })))
        .filter(({ first, second }) => first >= 1 && second <= 31)
  }
}

/** How much better a chain explains its charges than the background does. */
function gainOf(
  pool: Pool,
  background: Background,
  members: readonly number[],
  { slots, late, weekdays }: Places,
  varies: boolean,
  timing: TimingTable,
): number {
  const count = members.length
  let gain =
    xlogx(background.size - count) -
    xlogx(background.size) +
    count * (Math.log(daysOf(pool)) + 1 + log_hit) -
    amountsByChance(background, members)
  const level = varies ? levelOf(pool, background, members) : null
  if (level) gain -= level.price
  const before = new Set<number>()
  for (let at = 0; at < count; at += 1) {
    const index = members[at]!
    gain += timingAt(timing, weekdays[at]!, late[at]!)
    if (level) gain += chanceAt(pool, background, level, index)
    else
      gain += at === 0 ? background.fresh[index]! : linkOf(pool, background, members[at - 1]!, index, before.has(background.group[index]!))
    before.add(background.group[index]!)
    if (at > 0) gain += (slots[at]! - slots[at - 1]! - 1) * log_missed
  }
  return gain
}
