/**
 * What a stream's amounts are: one that stays until the price steps, or many about a level. All figures are natural logarithms, per cent of
 * money.
 */
import { isAlone, meteredRoundness, priorRoundness, type Background } from './background.ts'
import type { Pool } from './pool.ts'

export const log_same = Math.log(0.94)
const log_step = Math.log(0.05)
/** How far a price steps, as a logarithm: most often little, seldom much; and how far it is back to an amount that was paid before. */
const step_spread = 0.06
const leap_spread = 0.4
/** How far to either side a varying amount may go, as a logarithm. */
const ranges = [0.01, 0.03, 0.07, 0.13, 0.24, 0.4]
/** What it takes off to say that amounts are chosen, not metered. */
const chosen_price = 4
/** Of amounts that vary, how many lie in the range. */
const in_range = 0.98

/** ln of the chance that an amount follows another in a stream whose amount stays until it steps. */
export function linkOf(pool: Pool, background: Background, prior: number, index: number, isReturn: boolean): number {
  if (pool.amounts[prior] === pool.amounts[index]) return log_same
  const log = pool.logs[index]!
  const ratio = Math.abs(log - pool.logs[prior]!)
  if (isReturn) return log_step - ratio / leap_spread
  const density =
    (0.77 * Math.exp(-ratio / step_spread)) / (2 * step_spread) +
    (0.2 * Math.exp(-ratio / leap_spread)) / (2 * leap_spread) +
    0.03 * background.density[index]!
  return log_step + Math.log(density) - log + priorRoundness[pool.zeros[index]!]!
}

/** How far an amount is above the one before, as a logarithm. */
export const stepOf = (pool: Pool, before: number, after: number): number => pool.logs[after]! - pool.logs[before]!

/** Where amounts that vary lie, as logarithms; range 0: anywhere that amounts do. */
export interface Level {
  center: number
  range: number
  /** ln of how much likelier each roundness is; and what it takes off to say that round sums are meant. */
  roundness: readonly number[]
  price: number
}

/** The level and range that explain the members best. */
export function levelOf(pool: Pool, background: Background, members: readonly number[]): Level {
  const logs = new Float64Array(members.length)
  let anywhere = 0
  for (let at = 0; at < members.length; at += 1) {
    logs[at] = pool.logs[members[at]!]!
    anywhere += Math.log(background.density[members[at]!]!)
  }
  logs.sort()
  // Outside of the range an amount is as anywhere, but seldom so.
  const outside = anywhere / members.length + Math.log(1 - in_range)
  let best = { center: 0, range: 0 }
  let most = anywhere
  for (const center of [(logs[(logs.length - 1) >> 1]! + logs[logs.length >> 1]!) / 2, (logs[0]! + logs.at(-1)!) / 2]) {
    for (const range of ranges) {
      const inside = countUntil(logs, center + range + 1e-9) - countUntil(logs, center - range - 1e-9)
      const sum = inside * Math.log(in_range / (2 * range)) + (logs.length - inside) * outside
      if (sum > most) [best, most] = [{ center, range }, sum]
    }
  }
  return { ...best, ...roundnessOf(pool, background, members) }
}

/** What varies is metered, and seldom round; sums that somebody chose each time are believed of a payee that has little else. */
function roundnessOf(pool: Pool, background: Background, members: readonly number[]): Pick<Level, 'roundness' | 'price'> {
  const metered = { roundness: meteredRoundness, price: 0 }
  if (!isAlone(background, members)) return metered
  const sumOf = (roundness: readonly number[]): number => members.reduce((sum, index) => sum + roundness[pool.zeros[index]!]!, 0)
  return sumOf(background.roundness) - chosen_price > sumOf(meteredRoundness)
    ? { roundness: background.roundness, price: chosen_price }
    : metered
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
export function chanceAt(pool: Pool, background: Background, { center, range, roundness }: Level, index: number): number {
  const log = pool.logs[index]!
  const density = background.density[index]!
  const near = range === 0 ? density : (Math.abs(log - center) <= range + 1e-9 ? in_range / (2 * range) : 0) + (1 - in_range) * density
  return Math.log(near) + roundness[pool.zeros[index]!]! - log
}
