/**
 * Pay of a few sums: all that a payee pays comes on one rhythm, on its day, at amounts near to one another, though seldom the same twice in
 * a row: shifts by turns, weeks with overtime. Days that are kept so well say what amounts can't; money out that comes so is shopping too
 * often, so only income is told by it.
 */
import { placesOf, settle, type Stream } from './fit.ts'
import type { Pool } from './pool.ts'
import { gainFor, isSure } from './regular.ts'
import { periodOf, type Almanac, type Grid } from './rhythms.ts'
import { moveOf } from './timing.ts'

/** So many payments at the least, by rhythm. */
const fewest_weeks = 6
const fewest_twice = 5
const fewest_others = 4
/** How far amounts may be from the middle of those about them, as a logarithm, and the share of them that must be so near. */
const near = 0.3
const mostly_near = 0.9
/** How many payments before and after an amount tell the level that it is held against: pay rises over the years. */
const about = 6
/** Of the payee's payments, what is left out is at most so much, and this many times more or less than the middle: a bonus, an expense. */
const most_besides = 0.1
const besides = Math.log(1.8)
/** Of the dates, the share that may have brought nothing. */
const may_miss = 0.15
/** Sums by turns are so many times one another at the most. */
const by_turns = 1.25
/** Days that payments may be off on average, once weekends are left: the rhythm of a week leaves room for fewer. */
const off_week = 0.5
const off_days = 0.8

/** The one income that a payee's payments are; null when they are none. */
export function wageStream(pool: Pool, almanac: Almanac): Stream | null {
  if (pool.isOut || pool.size < fewest_others) return null
  const members = mainOf(pool)
  if (members.length < (1 - most_besides) * pool.size || !areNear(pool, members)) return null
  const changes = members.filter((index, at) => at > 0 && pool.amounts[index] !== pool.amounts[members[at - 1]!]).length
  const varies = changes * 2 > members.length - 1
  let [best, least]: [Stream | null, number] = [null, Infinity]
  for (const grid of gridsOf(pool, almanac, members)) {
    const settled = settle(pool, almanac, grid, members)
    const places = placesOf(pool, almanac, settled.grid, members)
    if (places === null) continue
    const slots = places.slots.at(-1)! - places.slots[0]! + 1
    if (slots - members.length > may_miss * slots) continue
    const off = places.late.reduce((sum, late, at) => sum + Math.abs(late - moveOf(settled.roll, places.weekdays[at]!)), 0) / members.length
    if (off > (periodOf(grid) < 10 ? off_week : off_days) || off >= least) continue
    const confidence = Math.min(0.98, 0.87 + 0.01 * members.length)
    ;[best, least] = [{ ...settled, varies, isRolling: false, members, slots: places.slots, gain: gainFor(confidence) }, off]
  }
  return best
}

/** Whether streams of one sum each are all that is paid, and their sums lie too far apart for pay by turns: two benefits, two jobs. */
export function areSeveralIncomes(pool: Pool, streams: readonly Stream[], wage: Stream): boolean {
  const single = streams.filter((stream) => isSure(stream) && !stream.varies)
  if (single.reduce((sum, { members }) => sum + members.length, 0) < wage.members.length) return false
  const sums = single.map(({ members }) => pool.amounts[members.at(-1)!]!)
  return Math.max(...sums) > by_turns * Math.min(...sums)
}

/** All but a few that are of quite another size. */
function mainOf(pool: Pool): number[] {
  const middle = pool.logs[pool.byAmount[pool.size >> 1]!]!
  const all = pool.days.map((_day, index) => index)
  return all.filter((index) => Math.abs(pool.logs[index]! - middle) <= besides)
}

/** Whether nearly all amounts are near to the middle of those before and after them. */
function areNear(pool: Pool, members: readonly number[]): boolean {
  const logs = members.map((index) => pool.logs[index]!)
  const far = logs.filter((log, at) => {
    const beside = logs.slice(Math.max(0, at - about), at + about + 1).sort((a, b) => a - b)
    return Math.abs(log - beside[beside.length >> 1]!) > near
  })
  return far.length <= (1 - mostly_near) * members.length
}

/** The grids whose dates come as often as the payments do. */
function gridsOf(pool: Pool, almanac: Almanac, members: readonly number[]): Grid[] {
  const days = members.map((index) => pool.days[index]!)
  const gap = (days.at(-1)! - days[0]!) / (days.length - 1)
  const fits = (period: number): boolean => gap > 0.93 * period && gap < 1.25 * period
  const phases = (every: number): Grid[] =>
    days.length >= (every === 7 ? fewest_weeks : fewest_others) && fits(every)
      ? [{ kind: 'days', every, phase: commonest(days.map((day) => ((day % every) + every) % every)) }]
      : []
  const ofMonth = days.map((day) => almanac.dayOfMonth[day - almanac.first]!)
  const twice =
    fits(15.2) && days.length >= fewest_twice ? firstDays.map((first): Grid => ({ kind: 'twice', first, second: first + 15 })) : []
  const months = fits(30.4) ? [...new Set(ofMonth)].map((day): Grid => ({ kind: 'months', every: 1, phase: 0, day })) : []
  return [7, 14, 28].flatMap(phases).concat(twice, months)
}
const firstDays = Array.from({ length: 16 }, (_, nth) => nth + 1)

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best))[0]
}
