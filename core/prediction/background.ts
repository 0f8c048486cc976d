/**
 * What the pool's charges look like when they repeat by nobody's will: so many a day at random, each of an amount paid before (the oftener,
 * the likelier) or of a fresh one, which falls where amounts are dense and is as round as amounts here are. A stream is believed when it
 * explains its charges better than this does, by more than it takes to describe it. Amounts have chances per cent of money, so a single sum
 * compares with a spread.
 */
import { weekdayOf } from '../calendar.ts'
import type { Pool } from './pool.ts'

export interface Background {
  /** Charges not taken yet. */
  size: number
  /** How many different amounts they have. */
  distinct: number
  /** By trailing zeros: ln of how much likelier an amount this round is here, per cent, than a smooth density says. */
  roundness: number[]
  /** How many are on each weekday, 0 for Monday. */
  weekdays: number[]
  /** By pool index: how many charges are of this amount, and one of them to stand for all. */
  same: number[]
  group: number[]
  /** By pool index: ln of the chance that a fresh amount is this one. */
  fresh: number[]
  /** By pool index: the density, by ln(amount), of fresh amounts. */
  density: number[]
}

const bin = 0.1
const bins = 400
const kernel = [0.28, 0.2, 0.11, 0.05].map((weight) => weight / bin)
/** How much is known before a single charge is seen, in charges: amounts lie about the middle one, most have cents. */
const prior_charges = 3
const prior_spread = 0.6
const prior_zeros = [0.5, 0.15, 0.2, 0.08, 0.07]
/** Shares of 0 to 4 trailing zeros among bills whose amount varies: what is metered is seldom round. */
const metered_zeros = [0.62, 0.12, 0.2, 0.03, 0.03]

const binOf = (log: number): number => Math.min(bins - 1, Math.max(0, Math.floor(log / bin)))
/** Of amounts with just so many trailing zeros, how many there are per cent of money. */
const densityOf = (zeros: number): number => (zeros === 4 ? 1e-4 : 0.9 * 10 ** -zeros)
/** ln of how much likelier an amount this round is, per cent, than a smooth density says. */
export const meteredRoundness = metered_zeros.map((share, zeros) => Math.log(share / densityOf(zeros)))
export const priorRoundness = prior_zeros.map((share, zeros) => Math.log(share / densityOf(zeros)))

/** Of a payee's charges, the share from which on a stream is what the payee is there for. */
const alone = 0.75
export const isAlone = ({ size }: Background, members: readonly number[]): boolean => members.length >= alone * size

export const xlogx = (x: number): number => (x <= 0 ? 0 : x * Math.log(x))

/** `order`: the untaken charges by amount. */
export function backgroundOf(pool: Pool, order: readonly number[]): Background {
  const size = order.length
  const none = pool.days.map(() => 0)
  const background: Background = {
    size,
    distinct: 0,
    roundness: [],
    weekdays: [0, 0, 0, 0, 0, 0, 0],
    same: none,
    group: none.slice(),
    fresh: none.slice(),
    density: none.slice(),
  }
  const histogram = new Map<number, number>()
  const zeros = prior_zeros.map((share) => prior_charges * share)
  for (let from = 0; from < size;) {
    let until = from + 1
    while (until < size && pool.amounts[order[until]!] === pool.amounts[order[from]!]) until += 1
    for (let at = from; at < until; at += 1) {
      background.same[order[at]!] = until - from
      background.group[order[at]!] = order[from]!
    }
    const at = binOf(pool.logs[order[from]!]!)
    histogram.set(at, (histogram.get(at) ?? 0) + 1)
    zeros[pool.zeros[order[from]!]!]! += 1
    background.distinct += 1
    from = until
  }
  background.roundness = zeros.map((count, many) => Math.log(count / (background.distinct + prior_charges) / densityOf(many)))
  const median = size > 0 ? pool.logs[order[size >> 1]!]! : 0
  let before = -1
  for (const index of order) {
    background.weekdays[weekdayOf(pool.days[index]!)]! += 1
    // Equal amounts, which lie together, have equal chances.
    if (before >= 0 && background.group[before] === background.group[index]) {
      background.density[index] = background.density[before]!
      background.fresh[index] = background.fresh[before]!
      continue
    }
    before = index
    const log = pool.logs[index]!
    const at = binOf(log)
    let mass = 0
    for (let off = -3; off <= 3; off += 1) mass += (histogram.get(at + off) ?? 0) * kernel[off < 0 ? -off : off]!
    const prior = 0.01 + (0.9 * Math.exp(-Math.abs(log - median) / prior_spread)) / (2 * prior_spread)
    background.density[index] = (mass + prior_charges * prior) / (background.distinct + prior_charges)
    background.fresh[index] = Math.log(background.density[index]!) - log + background.roundness[pool.zeros[index]!]!
  }
  return background
}

/** ln of how likely a draw is of a fresh amount, and of how likely it is of one given amount for each time that has been drawn before. */
export function drawsOf(size: number, distinct: number): { fresh: number; again: number } {
  const share = (distinct + 0.7) / (size + 1.4)
  // Each draw has as many before it to repeat as came before it; this is their mean.
  return { fresh: Math.log(share), again: Math.log(1 - share) - (size > 1 ? factorialBefore(size) / (size - 1) : 0) }
}

/** ln of how likely so many draws are fresh so many times: where all prices are one, being of that price says little. */
function noveltyOf(size: number, distinct: number): number {
  const { fresh, again } = drawsOf(size, distinct)
  return distinct * fresh + (size - distinct) * again
}

/** ln (count − 1)!, by count; grown as needed. */
const factorials = [0, 0]
export function factorialBefore(count: number): number {
  for (let at = factorials.length; at <= count; at += 1) factorials.push(factorials[at - 1]! + Math.log(at - 1))
  return factorials[count]!
}

/** ln of how likely the background makes the members' amounts, given the others. Members are pool indices. */
export function amountsByChance({ size, distinct, same, group, fresh }: Background, members: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const index of members) counts.set(group[index]!, (counts.get(group[index]!) ?? 0) + 1)
  let sum = 0
  let gone = 0
  for (const [index, count] of counts) {
    const left = same[index]! - count
    sum += factorialBefore(same[index]!) - (left > 0 ? factorialBefore(left) : 0)
    if (left === 0) {
      sum += fresh[index]!
      gone += 1
    }
  }
  return sum + noveltyOf(size, distinct) - noveltyOf(size - members.length, distinct - gone)
}
