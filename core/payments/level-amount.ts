/** What a bill's pot is to be given: the level amount of each payday that covers the bill by its date. */
import { addDays } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { nextPayment } from './next-payment.ts'
import { eventsBetween } from '../projection/events.ts'
import { project } from '../projection/project.ts'
import type { Scenario } from '../scenario.ts'
import type { AllocationBase } from '../allocation.ts'

/** Dates of a bill that lie nearer are looked at together. */
const days_ahead = 732

/**
 * Minor units for a fixed allocation to a bill. Of the balance: what its next date costs and its pot does not hold yet. Of each payday: the
 * least amount that, taken from each income that comes onto the main account until the bill's date, brings what is missing for it; a date
 * before which nothing comes in is left to the balance. Where that can't be told (an undated bill, no payday, a plan that can't be
 * projected) the bill's amount.
 */
export function levelAmount(scenario: Scenario, bill_id: string, base: AllocationBase, today: string): number {
  const bill = scenario.bills.find(({ id }) => id === bill_id)
  if (!bill) return 0
  const now = today > scenario.start_date ? today : scenario.start_date
  const next = nextPayment(bill, now)
  if (!next) return bill.amount_cents
  const until = [addDays(next.date, 1), addDays(now, days_ahead)].sort().at(-1)!
  const projected = project(scenario, { today, until })
  if (!projected.ok) return next.amount_cents
  const events = eventsBetween(projected.projection, now, until)
  const own = events.filter(({ kind, id }) => kind === 'bill' && id === bill_id)
  // What leaves over the days of a period is one date.
  const dates = [...Map.groupBy(own, ({ nominal_date }) => nominal_date).values()].map((days) => ({
    date: days[0]!.date,
    missing: sumOf(days.map(({ from_available_cents }) => from_available_cents)),
  }))
  if (base === 'balance') return dates[0]?.missing || next.amount_cents
  const landed = events.filter(({ kind, to_account_id, amount_cents }) => kind === 'income' && to_account_id === null && amount_cents > 0)
  let from = now
  for (const { date, missing } of dates) {
    const paydays = landed.filter((event) => event.date >= from && event.date <= date)
    from = addDays(date, 1)
    if (paydays.length > 0 && missing > 0)
      return levelOf(
        missing,
        paydays.map(({ amount_cents }) => amount_cents),
      )
  }
  return next.amount_cents
}

/** The least amount that, taken from each of some amounts as far as it goes, comes to a sum; the sum itself where all of them do not. */
export function levelOf(sum_cents: number, amounts: readonly number[]): number {
  let missing = sum_cents
  const ascending = amounts.toSorted((a, b) => a - b)
  for (const [nth, amount] of ascending.entries()) {
    const level = Math.ceil(missing / (ascending.length - nth))
    if (level <= amount) return level
    missing -= amount
  }
  return sum_cents
}

/** Those of some amounts that are less than a level: how many, and what they come to, in minor units. */
export interface Smaller {
  count: number
  cents: number
}

/** Null: none is. */
export function smallerThan(level_cents: number, amounts: readonly number[]): Smaller | null {
  const smaller = amounts.filter((amount) => amount < level_cents)
  return smaller.length === 0 ? null : { count: smaller.length, cents: sumOf(smaller) }
}
