/** From a stream of charges to a proposal: its rhythm as a schedule, what is expected next, and what it rests on. */
import { civilOf, dateOf, dayOf, weekdayOf } from '../calendar.ts'
import { weekdayCodes } from '../nominal-dates.ts'
import { expand, type Schedule } from '../schedule.ts'
import type { BankTransaction } from './predictBills.ts'
import type { Stream } from './fit.ts'
import type { Proposal } from './proposal.ts'
import { dayOfSlot, periodOf, type Almanac, type Grid } from './rhythms.ts'

export interface Found {
  stream: Stream
  /** Those of the stream's pool, by day. */
  charges: readonly BankTransaction[]
  direction: 'out' | 'in'
  payee: string
  name: string
  account: string
  /** The last day of the account that is known. */
  known_until: number
}

/** So few charges may be chance or the beginning of something. */
const early_charges = 4
/** Of amounts that vary, so many of the latest say what is expected. */
const latest = 8

/** `today` as a day number. */
export function proposalOf({ stream, charges, direction, payee, name, account, known_until }: Found, today: number, almanac: Almanac): Proposal {
  const own = stream.members.map((index) => charges[index]!)
  const amounts = own.map(({ amount_cents }) => Math.abs(amount_cents))
  const last_date = own.at(-1)!.date
  const { schedule, anchor } = ruleOf(stream, almanac)
  const recent = amounts.slice(-latest)
  const [first, last] = [stream.slots[0]!, stream.slots.at(-1)!]
  const paid = new Set(stream.slots)
  const missed = Array.from({ length: last - first + 1 }, (_, nth) => first + nth).filter((slot) => !paid.has(slot))
  return {
    direction,
    payee,
    name,
    account,
    amount_cents: stream.varies ? middleOf(recent) : amounts.at(-1)!,
    amount_low_cents: stream.varies ? Math.min(...recent) : amounts.at(-1)!,
    amount_high_cents: stream.varies ? Math.max(...recent) : amounts.at(-1)!,
    schedule,
    due_date: dateOf(nextDay(schedule, anchor, today)),
    confidence: Math.round(1_000 / (1 + Math.exp(-stream.gain / 3))) / 1_000,
    state: hasEnded(stream.grid, known_until - dayOf(last_date)!) ? 'lapsed' : own.length < early_charges ? 'early' : 'steady',
    transaction_ids: own.map(({ id }) => id),
    first_date: own[0]!.date,
    last_date,
    missed: missed.map((slot) => dateOf(dayOfSlot(stream.grid, slot, almanac))),
    price_changes: stream.varies ? [] : stepsOf(own),
  }
}

/** The nominal date whose day is the first on or after today; it is the row's anchor. */
function nextDay(schedule: Schedule, anchor: number, today: number): number {
  const { nominal, effective } = expand(schedule, anchor, today, today + 366 * 2)
  return nominal[effective.findIndex((day) => day >= today)] ?? anchor
}

/** The rhythm as a rule, anchored at the stream's first slot. */
function ruleOf({ grid, roll, slots }: Stream, almanac: Almanac): { schedule: Schedule; anchor: number } {
  const anchor = dayOfSlot(grid, slots[0]!, almanac)
  return { schedule: { ...rhythmOf(grid, anchor), ...(roll === 'none' ? {} : { shift: roll }) }, anchor }
}

const monthDay = (day: number): number => (day >= 31 ? -1 : day)

function rhythmOf(grid: Grid, anchor: number): Schedule {
  switch (grid.kind) {
    case 'weeks':
      return { every: grid.every, unit: 'week', on: [weekdayCodes[weekdayOf(anchor)]!] }
    case 'weekday':
      return { every: 1, unit: 'month', on: [`${grid.nth === 5 ? -1 : grid.nth}${weekdayCodes[grid.weekday]!}`] }
    case 'twice':
      return { every: 1, unit: 'month', on: [...new Set([grid.first, grid.second].map(monthDay))] }
    case 'months': {
      // The day is said where the anchor's own is another: a short month's last.
      const on = civilOf(anchor).day === grid.day ? {} : { on: [monthDay(grid.day)] }
      return grid.every % 12 === 0 ? { every: grid.every / 12, unit: 'year', ...on } : { every: grid.every, unit: 'month', on: [monthDay(grid.day)] }
    }
  }
}

/** Silent for longer than a missed charge explains. */
function hasEnded(grid: Grid, silent_days: number): boolean {
  const period = periodOf(grid)
  return silent_days > (period < 20 ? period * 2.5 : period * 1.5)
}

const middleOf = (amounts: readonly number[]): number => {
  const sorted = [...amounts].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!]
  return low + Math.floor((high - low) / 2)
}

function stepsOf(charges: readonly BankTransaction[]): Proposal['price_changes'] {
  return charges.slice(1).flatMap(({ date, amount_cents }, index) => {
    const [from_cents, to_cents] = [Math.abs(charges[index]!.amount_cents), Math.abs(amount_cents)]
    return from_cents === to_cents ? [] : [{ date, from_cents, to_cents }]
  })
}
