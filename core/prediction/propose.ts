/** From a stream of charges to a proposal: its rhythm as a schedule, what is expected next, and what it rests on. */
import { dateOf, weekdayOf } from '../calendar.ts'
import { weekdayCodes } from '../nominal-dates.ts'
import type { Schedule } from '../schedule.ts'
import { categoryOf } from './categories.ts'
import type { Stream } from './fit.ts'
import type { PayeeHistory } from './history.ts'
import { nameOf, textOf } from './payees.ts'
import type { Pool } from './pool.ts'
import type { Proposal } from './proposal.ts'
import { dayOfSlot, periodOf, type Almanac, type Grid } from './rhythms.ts'
import { moveOf } from './timing.ts'

/** Charges that the range and the middle of a varying amount are taken from: a year of months. */
const recent_charges = 12
/** Days after which a payment that did not come was missed. */
const late_days = 6
/** With fewer charges, or less sure, it may be chance or the beginning of something. */
const steady_charges = 4
const steady_confidence = 0.8
/** How many days after a file ends its silence says something after all. */
const stale_days = 60

/** `pool` holds the history's transactions, `stream` is one of it; `today` as a day number. */
export function proposalOf(history: PayeeHistory, pool: Pool, stream: Stream, almanac: Almanac, today: number): Proposal {
  const charges = stream.members.map((index) => history.transactions[index]!)
  const amounts = stream.members.map((index) => pool.amounts[index]!)
  const seenUntil = Math.max(history.seen_until, today - stale_days)
  const isOver = hasEnded(stream.grid, seenUntil - pool.days[stream.members.at(-1)!]!)
  const confidence = confidenceOf(stream)
  const category = categoryOf(history.payee, history.direction)
  return {
    direction: history.direction,
    account: history.account,
    payee: history.payee,
    name: nameOf(history.payee, textOf(charges.at(-1)!)),
    ...amountOf(amounts, stream.varies),
    schedule: scheduleOf(stream),
    due_date: dateOf(dayOfSlot(stream.grid, nextSlot(stream, almanac, today), almanac)),
    ...(category === null ? {} : { category }),
    confidence,
    state: isOver ? 'lapsed' : charges.length < steady_charges || confidence < steady_confidence ? 'early' : 'steady',
    transaction_ids: charges.map(({ id }) => id),
    first_date: charges[0]!.date,
    last_date: charges.at(-1)!.date,
    missed: missedDays(stream, almanac, isOver ? -Infinity : seenUntil).map(dateOf),
    price_changes: stream.varies ? [] : stepsOf(amounts, charges.map(({ date }) => date)),
  }
}

/** The gain is the logarithm of the odds that it is a stream, told with a little modesty; nothing is certain. */
const confidenceOf = ({ gain }: Stream): number => Math.min(995, Math.round(1_000 / (1 + Math.exp(-0.8 * gain)))) / 1_000

function amountOf(amounts: readonly number[], varies: boolean): Pick<Proposal, 'amount_cents' | 'amount_low_cents' | 'amount_high_cents'> {
  if (!varies) {
    const now = amounts.at(-1)!
    return { amount_cents: now, amount_low_cents: now, amount_high_cents: now }
  }
  const recent = amounts.slice(-recent_charges).sort((a, b) => a - b)
  const [low, high] = [recent[(recent.length - 1) >> 1]!, recent[recent.length >> 1]!]
  return { amount_cents: low + Math.floor((high - low) / 2), amount_low_cents: recent[0]!, amount_high_cents: recent.at(-1)! }
}

function stepsOf(amounts: readonly number[], dates: readonly string[]): Proposal['price_changes'] {
  return amounts.flatMap((amount, at) => (at > 0 && amount !== amounts[at - 1] ? [{ date: dates[at]!, from_cents: amounts[at - 1]!, to_cents: amount }] : []))
}

/** A month's 31st day, or its last where it is shorter, is its last. */
const monthDay = (day: number): number => (day >= 31 ? -1 : day)

function scheduleOf({ grid, roll, isRolling }: Stream): Schedule {
  if (isRolling) return { every: periodOf(grid), unit: 'day' }
  return { ...ruleOf(grid), ...(roll === 'none' ? {} : { shift: roll }) }
}

function ruleOf(grid: Grid): Schedule {
  switch (grid.kind) {
    case 'days':
      return { every: grid.every / 7, unit: 'week', on: [weekdayCodes[weekdayOf(grid.phase)]!] }
    case 'months':
      return grid.every === 12 ? { every: 1, unit: 'year', on: [monthDay(grid.day)] } : { every: grid.every, unit: 'month', on: [monthDay(grid.day)] }
    case 'weekday':
      return { every: 1, unit: 'month', on: [`${grid.nth === 5 ? -1 : grid.nth}${weekdayCodes[grid.weekday]!}`] }
    case 'twice':
      return { every: 1, unit: 'month', on: [monthDay(grid.first), monthDay(grid.second)] }
  }
}

/** The first slot after the last charge's whose nominal day is not past. */
function nextSlot({ grid, slots }: Stream, almanac: Almanac, today: number): number {
  let slot = slots.at(-1)! + 1
  while (dayOfSlot(grid, slot, almanac) < today) slot += 1
  return slot
}

/** Silent for longer than a missed charge explains: half a period past a date that brought nothing, a little more where dates are close. */
function hasEnded(grid: Grid, silent_days: number): boolean {
  const period = periodOf(grid)
  return silent_days > period * (period < 20 ? 2.5 : 1.5)
}

/** Nominal days without a charge, up to the last charge's and, where it goes on, up to those whose charge would have been seen by now. */
function missedDays({ grid, roll, slots }: Stream, almanac: Almanac, seenUntil: number): number[] {
  const paid = new Set(slots)
  const days: number[] = []
  for (let slot = slots[0]!; ; slot += 1) {
    const day = dayOfSlot(grid, slot, almanac)
    if (slot > slots.at(-1)! && day + moveOf(roll, weekdayOf(day)) + late_days > seenUntil) return days
    if (!paid.has(slot)) days.push(day)
  }
}
