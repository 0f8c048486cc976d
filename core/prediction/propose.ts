/** From a stream of charges to a proposal: its rhythm as a schedule, what is expected next, and what it rests on. */
import { civilOf, dateOf, monthOf, weekdayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { weekdayCodes } from '../schedule/scheduled-dates.ts'
import type { Schedule } from '../schedule/rule.ts'
import { categoryOf } from './categories.ts'
import { exceptionsExpected, expectedOf, type OnDate } from './expected.ts'
import type { Stream } from './fit.ts'
import type { PayeeHistory } from './history.ts'
import { nameOf } from './payee-names.ts'
import { textOf } from './payees.ts'
import type { Pool } from './pool.ts'
import type { Proposal } from './proposal.ts'
import { comesIn, daysBetween } from './regular.ts'
import { dayOfSlot, periodOf, type Almanac, type Grid } from './rhythms.ts'
import { moveOf } from './timing.ts'

/** Days after which a payment that did not come was missed. */
const late_days = 6
/** With fewer charges, or less sure, it may be chance or the beginning of something. */
const steady_charges = 4
const steady_confidence = 0.8
const soon_charges = 3
const soon_confidence = 0.95
/** For how long ahead a rule's own dates are written down: amounts of a season, and pauses that come each year. */
const days_known = 366
const pauses_known = 760
/** Charges so far apart have a price, if it varies, that the latest tell best. */
const slow_days = 150
/** How many days after a file ends its silence says something after all. */
export const stale_days = 60

/** `pool` holds the history's transactions, `stream` is one of it; `today` as a day number. */
export function proposalOf(history: PayeeHistory, pool: Pool, stream: Stream, almanac: Almanac, today: number): Proposal {
  const charges = stream.members.map((index) => history.transactions[index]!)
  const amounts = stream.members.map((index) => pool.amounts[index]!)
  const seenUntil = Math.max(history.seen_until, today - stale_days)
  const isOver = hasEnded(stream, almanac, seenUntil)
  const confidence = confidenceOf(stream)
  const due = isOver ? nextSlot(stream, almanac, today, 0) : nextSlot(stream, almanac, today, late_days)
  const expected = expectedOf(
    stream.members.map((index, at) => ({ ...onDate(stream, slotDay(stream, stream.slots[at]!, almanac)), amount: pool.amounts[index]! })),
    () => comingDays(stream, due, almanac, days_known).map((day) => ({ ...onDate(stream, day), date: dateOf(day) })),
    history.direction,
    stream.varies,
    daysBetween(stream) > slow_days,
  )
  const because = stream.months === undefined ? expected.because : 'yearly_dates'
  const category = categoryOf(history.payee, history.direction)
  return {
    direction: history.direction,
    account: history.account,
    payee: history.payee,
    name: nameOf(history.payee, textOf(charges.at(-1)!)),
    amount_cents: expected.amount_cents,
    amount_low_cents: expected.amount_low_cents,
    amount_high_cents: expected.amount_high_cents,
    schedule: scheduleOf(stream),
    exceptions: exceptionsExpected(expected.amounts, pausesOf(stream, due, almanac)),
    due_date: dateOf(slotDay(stream, due, almanac)),
    ...(because === null ? {} : { because }),
    ...(category === null ? {} : { category }),
    confidence,
    state: isOver ? 'lapsed' : isSteady(charges.length, confidence) ? 'steady' : 'early',
    transaction_ids: charges.map(({ id }) => id),
    ...lateDays(stream, pool, almanac),
    first_date: charges[0]!.date,
    last_date: charges.at(-1)!.date,
    missed: missedDays(stream, almanac, isOver ? -Infinity : seenUntil).map(dateOf),
    price_changes:
      stream.varies || expected.amount_low_cents < expected.amount_high_cents
        ? []
        : stepsOf(
            amounts,
            charges.map(({ date }) => date),
          ),
  }
}

/** The gain is the logarithm of the odds that it is a stream, told with a little modesty; nothing is certain. */
const confidenceOf = ({ gain }: Stream): number => Math.min(995, Math.round(1_000 / (1 + Math.exp(-0.8 * gain)))) / 1_000

const isSteady = (charges: number, confidence: number): boolean =>
  (charges >= steady_charges && confidence >= steady_confidence) || (charges >= soon_charges && confidence >= soon_confidence)

function stepsOf(amounts: readonly number[], dates: readonly string[]): Proposal['price_changes'] {
  return amounts.flatMap((amount, at) =>
    at > 0 && amount !== amounts[at - 1] ? [{ date: dates[at]!, from_cents: amounts[at - 1]!, to_cents: amount }] : [],
  )
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
      return grid.every === 12
        ? { every: 1, unit: 'year', on: [monthDay(grid.day)] }
        : { every: grid.every, unit: 'month', on: [monthDay(grid.day)] }
    case 'weekday':
      return { every: 1, unit: 'month', on: [`${grid.nth === 5 ? -1 : grid.nth}${weekdayCodes[grid.weekday]!}`] }
    case 'twice':
      return { every: 1, unit: 'month', on: [monthDay(grid.first), monthDay(grid.second)] }
  }
}

const onDate = ({ grid }: Stream, day: number): OnDate => ({
  day,
  month: monthOf(day),
  half: grid.kind === 'twice' && civilOf(day).day > grid.first ? 1 : 0,
})

const slotDay = ({ grid }: Stream, slot: number, almanac: Almanac): number => dayOfSlot(grid, slot, almanac)

/** The first slot after the last charge's whose day is not past, or past by fewer than `grace` days: then it is overdue. */
function nextSlot(stream: Stream, almanac: Almanac, today: number, grace: number): number {
  const { grid, roll, slots } = stream
  let slot = slots.at(-1)! + 1
  for (;;) {
    const day = dayOfSlot(grid, slot, almanac)
    const isPast =
      grace === 0 ? day < today : day < today && day + moveOf(roll, weekdayOf(day)) + Math.min(grace, periodOf(grid) / 4) < today
    if (!isPast && comesIn(stream, slot)) return slot
    slot += 1
  }
}

/** Nominal days from a slot on, for so many days. */
function comingDays(stream: Stream, from: number, almanac: Almanac, days: number): number[] {
  const first = dayOfSlot(stream.grid, from, almanac)
  const coming: number[] = []
  for (let slot = from, day = first; day <= first + days; slot += 1, day = dayOfSlot(stream.grid, slot, almanac))
    if (comesIn(stream, slot)) coming.push(day)
  return coming
}

/** Nominal days ahead on which its rule would have it and each year has not. */
function pausesOf(stream: Stream, from: number, almanac: Almanac): string[] {
  if (stream.months === undefined) return []
  const coming = new Set(comingDays(stream, from, almanac, pauses_known))
  const { months: _months, ...unbroken } = stream
  return comingDays(unbroken, from, almanac, pauses_known).flatMap((day) => (coming.has(day) ? [] : [dateOf(day)]))
}

/** So many of the latest charges say how they keep their day. */
const days_told = 24

function lateDays(stream: Stream, pool: Pool, almanac: Almanac): Pick<Proposal, 'late_days'> {
  const { members, slots, roll, grid, isRolling } = stream
  const late = members.map((index, at) => {
    // What follows from the one before is late by how much longer it took.
    if (isRolling) return at === 0 ? 0 : pool.days[index]! - pool.days[members[at - 1]!]! - periodOf(grid) * (slots[at]! - slots[at - 1]!)
    const day = slotDay(stream, slots[at]!, almanac)
    return pool.days[index]! - day - moveOf(roll, weekdayOf(day))
  })
  const latest = late.slice(-days_told).map((days) => Math.max(-limits.late_days, Math.min(limits.late_days, days)))
  return latest.every((days) => days === 0) ? {} : { late_days: latest }
}

/** Silent for longer than a missed charge explains: half a period past a date that brought nothing, a little more where dates are close. */
function hasEnded(stream: Stream, almanac: Almanac, seenUntil: number): boolean {
  const { grid, slots } = stream
  const period = periodOf(grid)
  const last = slots.at(-1)!
  let next = last + 1
  while (!comesIn(stream, next)) next += 1
  return seenUntil - dayOfSlot(grid, last, almanac) > period * (period < 20 ? 2.5 : 1.5) + (next - last - 1) * period
}

/** Nominal days without a charge, up to the last charge's and, where it goes on, up to those whose charge would have been seen by now. */
function missedDays(stream: Stream, almanac: Almanac, seenUntil: number): number[] {
  const { grid, roll, slots } = stream
  const paid = new Set(slots)
  const days: number[] = []
  for (let slot = slots[0]!; ; slot += 1) {
    const day = dayOfSlot(grid, slot, almanac)
    if (slot > slots.at(-1)! && day + moveOf(roll, weekdayOf(day)) + late_days > seenUntil) return days
    if (!paid.has(slot) && comesIn(stream, slot)) days.push(day)
  }
}
