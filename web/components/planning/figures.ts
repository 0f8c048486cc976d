/** What the head of the plan says, read off its projection, and what allocations are called. The arithmetic is core's. */
import { allocate, onBase, parseTarget } from '../../../core/allocation.ts'
import { addDays } from '../../../core/calendar.ts'
import { eventsBetween } from '../../../core/projection/figures.ts'
import type { DayBalance, Projection } from '../../../core/projection/projection.ts'
import type { Bill } from '../../../core/scenario.ts'

/** What an allocation is called: the bill's name, or that of the savings or goal; and which of the three it is. */
export function targetWords(target: string, bills: readonly Bill[]): { name: string; to: 'bill' | 'savings' | 'goal' } {
  const parsed = parseTarget(target)
  if (parsed === null) return { name: target, to: 'savings' }
  if (parsed.to !== 'bill') return { name: parsed.name, to: parsed.to }
  return { name: bills.find((bill) => bill.id === parsed.bill_id)?.name ?? 'A bill', to: 'bill' }
}

export type Level = 'fine' | 'below_floor' | 'below_zero'

/** Below the floor is a warning, below zero an alarm; with a floor below zero, only below that. */
export const levelOf = (cents: number, floor_cents: number): Level => (cents >= floor_cents ? 'fine' : cents < 0 || floor_cents < 0 ? 'below_zero' : 'below_floor')

/** Why a day is the lowest: the bills that leave then, the largest first. Only what leaves the balance counts, not what a pot pays. */
export interface LowReason {
  name: string
  others: number
}

export interface Headline {
  lowest: DayBalance & { level: Level; isToday: boolean; reason: LowReason | null }
  safe_cents: number
  floor_cents: number
  /** The first day below the floor, where that is another than the lowest and within a year. */
  firstBelow: (DayBalance & { level: Level }) | null
  due: { cents: number; count: number; payday: string | null }
  undated_cents: number
  /** What the rules on the balance leave of it, and by how much they want more; null where there are none to be applied. */
  rules: { remaining_cents: number; over_by_cents: number } | null
}

/** How far ahead a later fall below the floor is told, whatever the chart shows. */
const told_days = 366

export function headlineOf(projection: Projection): Headline {
  const { scenario, today, start_date, lowest_point, safe_to_spend_cents, first_below_floor, next_payday, due_before_payday, undated } = projection
  const { floor_cents } = scenario
  const now = today < start_date ? start_date : today
  const isTold = first_below_floor !== null && first_below_floor.date !== lowest_point.date && first_below_floor.date < addDays(now, told_days)
  return {
    lowest: { ...lowest_point, level: levelOf(lowest_point.available_cents, floor_cents), isToday: lowest_point.date === today, reason: reasonOf(projection, lowest_point.date) },
    safe_cents: safe_to_spend_cents,
    floor_cents,
    firstBelow: isTold ? { ...first_below_floor, level: levelOf(first_below_floor.available_cents, floor_cents) } : null,
    due: { cents: due_before_payday.amount_cents, count: due_before_payday.count, payday: next_payday?.date ?? null },
    undated_cents: undated.bills.cents,
    rules: rulesOf(projection),
  }
}

function reasonOf(projection: Projection, date: string): LowReason | null {
  const leaving = eventsBetween(projection, date, addDays(date, 1)).filter(({ kind, from_available_cents }) => kind === 'bill' && from_available_cents > 0)
  const [largest] = leaving.sort((a, b) => b.from_available_cents - a.from_available_cents)
  return largest ? { name: largest.name, others: leaving.length - 1 } : null
}

function rulesOf({ scenario, setup }: Projection): Headline['rules'] {
  const rules = onBase(scenario.allocations, 'balance')
  if (scenario.balance_allocated || rules.length === 0) return null
  const { remaining, over_by } = allocate(dividedBalance(scenario.planning_balance_cents, setup.pots), rules)
  return { remaining_cents: remaining, over_by_cents: over_by }
}

/** The balance less what was set aside already; a pot that holds more than it may has given that back. */
const dividedBalance = (balance_cents: number, { opening_cents, most_cents }: Projection['setup']['pots']): number =>
  opening_cents.reduce((left, opening, pot) => left - Math.min(opening, most_cents[pot]!), balance_cents)
