/**
 * A payee that is there for one bill: all its charges stand on one rhythm of months, one a date, at prices near to one another. Few charges
 * say so where a search among many could not tell them from chance: two a month apart, a yearly bill in its second year, a bill on a few
 * dates of every year.
 */
import { civilOf, dayInMonth, monthOf, weekdayOf } from '../calendar.ts'
import { stepOf } from './amount-levels.ts'
import { placesOf, settle, type Stream } from './fit.ts'
import type { Pool } from './pool.ts'
import { dayOfSlot, periodOf, slotNear, type Almanac, type Grid } from './rhythms.ts'
import { fewest_twice_out } from './search.ts'
import { moveOf, rolls, type Roll } from './timing.ts'

/** Two charges: how many days apart, and how far their amounts may be, as a logarithm; how often such a pair goes on. */
const pairs: readonly { every: number; from: number; until: number; apart: number; confidence: number }[] = [
  { every: 1, from: 27, until: 34, apart: 0.03, confidence: 0.95 },
  { every: 6, from: 178, until: 188, apart: 0.13, confidence: 0.85 },
  { every: 12, from: 360, until: 371, apart: 0.2, confidence: 0.9 },
]
/** Of money out in whole sums by the month; and of money that comes in. */
const pair_round = 0.9
const pair_in = 0.97
/** More charges: how many at the least, and how far one amount may be from the one before. */
const rhythms: readonly { every: number; least: number; apart: number }[] = [
  { every: 12, least: 3, apart: 0.22 },
  { every: 6, least: 3, apart: 0.15 },
  { every: 3, least: 3, apart: 0.18 },
  { every: 2, least: 4, apart: 0.18 },
  { every: 1, least: 4, apart: 0.2 },
]
/** Bills by the month keep near to a price, most of them so near. */
const near_price = 0.03
const mostly = 0.7
/** Of a bill's dates, the share that may have been missed. */
const may_miss = 0.2

/** The gain that a confidence stands for; see `confidenceOf` in propose.ts. */
export const gainFor = (confidence: number): number => Math.log(confidence / (1 - confidence)) / 0.8

/** The days that an account was read from and until. */
export interface Seen {
  seen_from: number
  seen_until: number
}
/** Days by which a date may be late before it says that nothing came; by the month, where a weekend explains it. */
const silent_days = 10
const silent_days_month = 3

/**
 * A pair whose next date has brought nothing is none. Where the date before the first was read too and brought nothing, it began only then,
 * which bills seldom do: then one price to the cent and no round sum must tell it, or on the very day a whole one of four digits.
 */
function isBelieved(pool: Pool, [one, two]: readonly number[], gap: number, every: number, { seen_from, seen_until }: Seen): boolean {
  if (seen_until - pool.days[two!]! > (every === 1 ? Math.max(gap, 31) + silent_days_month : gap + silent_days)) return false
  const isRound = pool.zeros[one!]! >= 2
  if (every === 1 && !keepsDay(pool.days[one!]!, pool.days[two!]!, isRound ? 0 : 1, isRound && pool.isOut ? paidLater : rolls)) return false
  const hasBegun = pool.days[one!]! - gap - (isRound ? 0 : silent_days / 2) > seen_from
  return (
    !hasBegun ||
    (pool.amounts[one!] === pool.amounts[two!] && (!isRound || isLong(pool.amounts[one!]!))) ||
    (every > 1 && !isRound && Math.abs(stepOf(pool, one!, two!)) <= begun_apart)
  )
}
/** A price list has 45.00 and 1,250.00; nobody is paid 2,043.00 twice by habit: a whole sum that is told by four digits or more. */
const long_sum = 1_000
function isLong(amount: number): boolean {
  let digits = amount
  while (digits % 10 === 0 && digits > 0) digits /= 10
  return digits >= long_sum
}
/**
 * Whether two days are the same of their months, but for so many days: some day of the month, left for the Monday after or the Friday
 * before where it falls on a weekend, or not at all, explains both. Sums of no cents, a month or so apart, are paid by habit too.
 */
function keepsDay(one: number, two: number, almost: number, ways: readonly Roll[] = rolls): boolean {
  for (let nominal = one - longest_move; nominal <= one + longest_move; nominal += 1) {
    // A month's last day may be any later one that it lacks.
    for (const day of new Set([civilOf(nominal).day, civilOf(nominal + 1).day === 1 ? 31 : civilOf(nominal).day])) {
      for (const month of [monthOf(two) - 1, monthOf(two), monthOf(two) + 1]) {
        const other = dayInMonth(month, day)
        if (
          ways.some(
            (roll) =>
              Math.abs(one - nominal - moveOf(roll, weekdayOf(nominal))) + Math.abs(two - other - moveOf(roll, weekdayOf(other))) <= almost,
          )
        )
          return true
      }
    }
  }
  return false
}
/** What is paid is seldom paid before a weekend: haircuts are. */
const paidLater: readonly Roll[] = ['none', 'after']
/** From a Saturday to the Monday. */
const longest_move = 2

/** Of a payee's charges, fewer than this share are some among others; so few of them must be this sure. */
const most_of_all = 0.75
const few_among = 4
const sure_among = 0.9
/** Few of money out are at least this sure, or somebody went about so often. */
const sure_few = 0.7
/** And so must whole sums of money out be: haircuts and car washes have them. */
const sure_round = 0.95
/** By the week, or every two or four, so many charges keep to the day, give or take one: shops are visited about so by chance. */
const few_weeks = 7
const strictly = 1
/**
 * So few amounts of money out of which one is half as much again as another, now up, now down, are shopping: what is metered goes with the
 * season, and no faster than this from one to the next. Nor does a price change by more than a tenth among three charges, but for a trial
 * that hardly costs anything.
 */
const shopping_apart = Math.log(1.5)
const metered_step = Math.log(1.75)
const price_step = Math.log(1.1)
const trial_step = Math.log(3)
/** So few by the month keep their day, give or take this, the more so if their sums are round. */
const few_months = 4
const roughly = 3

/** What has had no charge on so many of its dates for each that has has another rhythm, or none. */
const most_sparse = 1.8

/** A bill beyond doubt: its payee may well have others. */
export const isSure = ({ gain }: Stream): boolean => gain >= gainFor(sure_among)

/**
 * What repeats as shopping does: a few charges about a month, or some weeks, apart that do not keep their day, at a round sum above all; a
 * few among the other charges of a payee, unless they are very sure; whole sums that are not. A payee who surely has another bill
 * (`hasBill`) may well have this.
 */
export function isHabit(
  pool: Pool,
  almanac: Almanac,
  { members, grid, slots, varies, isRolling, gain }: Stream,
  hasBill: boolean,
): boolean {
  const days = members.map((index) => pool.days[index]!)
  if (slots.at(-1)! - slots[0]! + 1 > most_sparse * members.length) return true
  if (pool.isOut && grid.kind === 'twice' && members.length < fewest_twice_out) return true
  if (!hasBill && members.length < most_of_all * pool.size && members.length <= few_among && gain < gainFor(sure_among)) return true
  if (
    grid.kind === 'days' &&
    !isRolling &&
    members.length <= few_weeks &&
    days.some(
      (day, at) => Math.abs(day - dayOfSlot(grid, slots[at]!, almanac)) > (grid.every > 14 && members.length <= few_among ? 0 : strictly),
    )
  )
    return true
  if (hasBill) return false
  if (pool.isOut && members.length <= few_among && (gain < gainFor(sure_few) || isShopping(pool, members, varies))) return true
  const isRound = !varies && members.every((index) => pool.zeros[index]! >= 2)
  if (isRound && pool.isOut && gain < gainFor(sure_round)) return true
  if (members.length > few_months || grid.kind !== 'months' || grid.every !== 1) return false
  const almost = isRound ? members.length - 2 : roughly
  return (isRound || members.length < few_months) && days.slice(1).some((day, at) => !keepsDay(days[at]!, day, almost))
}

function isShopping(pool: Pool, members: readonly number[], varies: boolean): boolean {
  const steps = members.slice(1).map((index, at) => stepOf(pool, members[at]!, index))
  if (!varies) return members.length < few_among && steps.some((step) => Math.abs(step) > price_step && Math.abs(step) < trial_step)
  if (steps.some((step) => Math.abs(step) > metered_step)) return true
  const logs = members.map((index) => pool.logs[index]!)
  return Math.max(...logs) - Math.min(...logs) > shopping_apart && steps.some((step) => step < 0) && steps.some((step) => step > 0)
}

/**
 * Charges by the month are this many days off on average, and whole sums of money out this many, where somebody goes about once a month: no
 * bill.
 */
const off_habit = 1.8
const off_habit_round = 1

/** Whether all that a payee was paid by the month keeps to its day no better than a visit does. */
export function isVisited(pool: Pool, almanac: Almanac, stream: Stream): boolean {
  const { grid, members } = stream
  if (!pool.isOut || grid.kind !== 'months' || grid.every > 1 || members.length < 3) return false
  return daysOff(pool, almanac, stream) > members.length * (members.every((index) => pool.zeros[index]! >= 2) ? off_habit_round : off_habit)
}

/** By how many days its charges are off their dates, all together; weekends left as it leaves them. */
export const daysOff = (pool: Pool, almanac: Almanac, { grid, roll, members, slots }: Stream): number =>
  members.reduce((sum, index, at) => {
    const nominal = dayOfSlot(grid, slots[at]!, almanac)
    return sum + Math.abs(pool.days[index]! - nominal - moveOf(roll, weekdayOf(nominal)))
  }, 0)

/** How far a rare pair's amounts may be when it has begun within what was read. */
const begun_apart = 0.1

/** What the members, all of a payee's or all that are left, are one bill of; null when they are not. Members are pool indices by day. */
export function regularStream(pool: Pool, almanac: Almanac, members: readonly number[], seen: Seen): Stream | null {
  const days = members.map((index) => pool.days[index]!)
  const steps = members.slice(1).map((index, at) => stepOf(pool, members[at]!, index))
  if (members.length === 2) {
    const gap = days[1]! - days[0]!
    const pair = pairs.find(({ from, until, apart }) => gap >= from && gap <= until && Math.abs(steps[0]!) <= apart)
    return pair && isBelieved(pool, members, gap, pair.every, seen)
      ? streamOn(pool, almanac, members, pair.every, steps, sureOf(pool, members, pair))
      : null
  }
  for (const { every, least, apart } of rhythms) {
    if (members.length < least || steps.some((step) => Math.abs(step) > apart)) continue
    if (every < 3 && members.filter((_index, at) => isInLine(steps, at)).length < mostly * members.length) continue
    const stream = streamOn(pool, almanac, members, every, steps, Math.min(0.99, 0.9 + 0.02 * members.length))
    if (stream !== null) return stream
  }
  return null
}

const sureOf = (pool: Pool, [one]: readonly number[], { every, confidence }: (typeof pairs)[number]): number =>
  every > 1 ? confidence : !pool.isOut ? pair_in : pool.zeros[one!]! >= 2 ? pair_round : confidence

/** Whether an amount is near to the one before or after: an odd one makes two odd steps. */
const isInLine = (steps: readonly number[], at: number): boolean =>
  [steps[at - 1], steps[at]].some((step) => step !== undefined && Math.abs(step) <= near_price)

function streamOn(
  pool: Pool,
  almanac: Almanac,
  members: readonly number[],
  every: number,
  steps: readonly number[],
  confidence: number,
): Stream | null {
  let best: Stream | null = null
  let least = Infinity
  for (const grid of gridsOf(pool, almanac, members, every)) {
    const settled = settle(pool, almanac, grid, members)
    const places = placesOf(pool, almanac, settled.grid, members)
    if (places === null) continue
    const slots = places.slots.at(-1)! - places.slots[0]! + 1
    if (slots - members.length > may_miss * slots) continue
    const off = places.late.reduce((sum, late) => sum + Math.abs(late), 0)
    if (off >= least) continue
    least = off
    const varies = steps.some((step) => step !== 0) && (every < 6 || steps.some((step) => step < -0.02))
    best = {
      ...settled,
      varies: varies && members.length > 2,
      isRolling: false,
      members: [...members],
      slots: places.slots,
      gain: gainFor(confidence),
    }
  }
  return best
}

/** So many days of the month are tried, the most frequent first. */
const most_days = 4

/** The grids that the charges' own days of the month suggest. */
function gridsOf(pool: Pool, almanac: Almanac, members: readonly number[], every: number): Grid[] {
  const counts = new Map<number, number>()
  const phases = new Set<number>()
  for (const index of members) {
    const at = pool.days[index]! - almanac.first
    counts.set(almanac.dayOfMonth[at]!, (counts.get(almanac.dayOfMonth[at]!) ?? 0) + 1)
    phases.add(almanac.month[at]! % every)
  }
  // More phases than a day to either side of a month's end explains are no rhythm of so many months.
  if (phases.size > 2) return []
  const days = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most_days)
  return days.flatMap(([day]) => [...phases].map((phase): Grid => ({ kind: 'months', every, phase, day })))
}

/**
 * How often a month that brings nothing must have been seen to, or one beside it: a pause that begins again is the one of the year before.
 */
const pauses_seen = 2
const fewest_by_year = 4
const by_year_apart = 0.3
/** A charge that late is missed. */
const late_days = 6

/**
 * A bill on some months of every year: two uneven dates, or each month but for a pause that comes each year. Null when the years do not
 * agree.
 */
export function yearlyDates(pool: Pool, almanac: Almanac, seenUntil: number): Stream | null {
  if (pool.size < fewest_by_year || pool.size > 120) return null
  const span = pool.days.at(-1)! - pool.days[0]!
  const isEach = pool.size >= 0.95 * (span / 30.44 + 1)
  if (span < 420 || isEach) return null
  const members = pool.days.map((_day, index) => index)
  if (members.slice(1).some((index, at) => Math.abs(stepOf(pool, members[at]!, index)) > by_year_apart)) return null
  const months = new Set(members.map((index) => almanac.month[pool.days[index]! - almanac.first]!))
  if (months.size < 0.9 * members.length) return null
  let best: Stream | null = null
  let least = Infinity
  for (const grid of gridsOf(pool, almanac, members, 1)) {
    const settled = settle(pool, almanac, grid, members)
    const places = placesOf(pool, almanac, settled.grid, members)
    if (places === null) continue
    const paid = monthsPaid(almanac, settled.grid, places.slots, seenUntil)
    const off = places.late.reduce((sum, late) => sum + Math.abs(late), 0)
    if (paid === null || off >= least) continue
    least = off
    best = {
      ...settled,
      varies: false,
      isRolling: false,
      members,
      slots: places.slots,
      gain: gainFor(members.length >= 6 ? 0.97 : 0.9),
      months: paid,
    }
  }
  return best
}

/** The months of the year (0–11) that bring a charge, unless they are evenly spaced or the years differ. */
function monthsPaid(almanac: Almanac, grid: Grid, slots: readonly number[], seenUntil: number): number[] | null {
  const paid = Array.from({ length: 12 }, () => 0)
  const seen = Array.from({ length: 12 }, () => 0)
  const found = new Set(slots)
  const last = Math.max(slots.at(-1)!, slotNear(grid, seenUntil, almanac))
  for (let slot = slots[0]!; slot <= last; slot += 1) {
    if (slot > slots.at(-1)! && dayOfSlot(grid, slot, almanac) + late_days > seenUntil) break
    const month = monthOfSlot(slot)
    seen[month]! += 1
    if (found.has(slot)) paid[month]! += 1
  }
  const months = paid.flatMap((count, month) => (count > 0 ? [month] : []))
  if (months.length < 2 || months.length > 11) return null
  const isPause = (month: number): boolean => paid[month % 12] === 0 && seen[month % 12]! >= pauses_seen
  const isPaused = (month: number): boolean => isPause(month) || (seen[month]! > 0 && (isPause(month + 1) || isPause(month + 11)))
  const isSteady = paid.every((count, month) => (count === 0 ? isPaused(month) : count >= seen[month]! - (seen[month]! > 3 ? 1 : 0)))
  const gaps = months.map((month, at) => (months[(at + 1) % months.length]! - month + 12) % 12)
  return isSteady && gaps.some((gap) => gap !== gaps[0]) ? months : null
}

/** A slot of a grid of single months is a month since year 0. */
const monthOfSlot = (slot: number): number => ((slot % 12) + 12) % 12
/** Whether a stream has a charge in a slot of its grid. */
export const comesIn = ({ months }: Pick<Stream, 'months'>, slot: number): boolean =>
  months === undefined || months.includes(monthOfSlot(slot))

/** The two latest charges of what is left of a payee that has bills already: at one price, a month apart. */
export function latestPair(pool: Pool, almanac: Almanac, seen: Seen): Stream | null {
  const left = pool.days.flatMap((_day, index) => (pool.taken[index] === 0 ? [index] : []))
  const [one, two] = left.slice(-2)
  if (one === undefined || two === undefined || left.length > 3 || pool.amounts[one] !== pool.amounts[two]) return null
  return regularStream(pool, almanac, [one, two], { ...seen, seen_from: pool.days[one]! })
}

/** About how many days lie between two of its charges. */
export const daysBetween = ({ grid, months }: Pick<Stream, 'grid' | 'months'>): number =>
  months === undefined ? periodOf(grid) : 365 / months.length
