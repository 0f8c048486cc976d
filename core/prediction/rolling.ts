/**
 * Streams whose dates follow from the one before, as with a pass bought when the last runs out: about every so many days, at a price that
 * stays. No calendar holds them, so they are sought in the gaps between a payee's charges.
 */
import { linkOf } from './amount-levels.ts'
import { amountsByChance, xlogx, type Background } from './background.ts'
import { daysOf, log_hit, log_missed } from './chain.ts'
import { habitOf, stream_price, type Stream } from './fit.ts'
import type { Pool } from './pool.ts'

const fewest_charges = 6
const least_days = 10
/** What it takes to say that a stream rolls, how long it takes and how closely it keeps to that. */
const rolling_price = 11
/** How far a gap may be off, as a share of it. */
const tolerance = 0.2
/** How far gaps are off on average, as a share of them, where there are fewer than so many: who is out of bread goes about as often. */
const close = 0.06
const many_gaps = 15

/** Null when the gaps say nothing. */
export function rollingStream(pool: Pool, background: Background): Stream | null {
  const open: number[] = []
  for (let index = 0; index < pool.size; index += 1) if (pool.taken[index] === 0) open.push(index)
  if (open.length < fewest_charges || background.distinct * 3 > open.length) return null
  // Half of the gaps at the least are as long as the middle one, so that their mean is half as long.
  if (pool.days[open.at(-1)!]! - pool.days[open[0]!]! < (least_days / 2) * (open.length - 1)) return null
  const gaps = open.slice(1).map((index, at) => pool.days[index]! - pool.days[open[at]!]!)
  const every = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!
  if (every < least_days) return null
  const isOne = (gap: number): boolean => Math.abs(gap - every) <= tolerance * every
  const isTwo = (gap: number): boolean => Math.abs(gap - 2 * every) <= 1.5 * tolerance * every
  const ones = gaps.filter(isOne)
  const spread = Math.max(0.7, ones.reduce((sum, gap) => sum + Math.abs(gap - every), 0) / Math.max(1, ones.length))
  if (ones.length < many_gaps && spread > close * every) return null
  const logOf = (gap: number): number =>
    isOne(gap)
      ? log_hit - Math.abs(gap - every) / spread - Math.log(2 * spread)
      : isTwo(gap)
        ? log_missed + log_hit - Math.abs(gap - 2 * every) / (1.4 * spread) - Math.log(2.8 * spread)
        : -Infinity
  const { from, until } = longestRun(gaps.map((gap) => logOf(gap) > -Infinity))
  const members = open.slice(from, until)
  const count = members.length
  if (count < fewest_charges) return null
  const days = Math.log(daysOf(pool))
  let gain =
    xlogx(background.size - count) -
    xlogx(background.size) +
    count * (days + 1) -
    days -
    amountsByChance(background, members) +
    background.fresh[members[0]!]!
  for (let at = 1; at < count; at += 1)
    gain += logOf(gaps[from + at - 1]!) + linkOf(pool, background, members[at - 1]!, members[at]!, false)
  const last = pool.days[members.at(-1)!]!
  const phase = ((last % every) + every) % every
  // Slots count back from the last charge, which the next date follows from.
  const slots = [(last - phase) / every]
  for (let at = count - 1; at > 0; at -= 1) slots.unshift(slots[0]! - (isTwo(gaps[from + at - 1]!) ? 2 : 1))
  gain -= habitOf(pool, background, members) + rolling_price + stream_price
  return gain > 0
    ? { grid: { kind: 'days', every, phase }, roll: 'none', punctuality: 'loose', varies: false, isRolling: true, members, slots, gain }
    : null
}

/** Of gaps that fit or do not, the longest run that fits, as the charges around it. */
function longestRun(fits: readonly boolean[]): { from: number; until: number } {
  let best = { from: 0, until: 1 }
  for (let at = 0, from = 0; at < fits.length; at += 1) {
    if (!fits[at]) from = at + 1
    else if (at + 2 - from > best.until - best.from) best = { from, until: at + 2 }
  }
  return best
}
