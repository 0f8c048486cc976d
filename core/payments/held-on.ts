/** What is there as a day begins and as it ends. */
import { dayOf } from '../calendar.ts'
import type { Projection } from '../projection/projection.ts'

export interface Held {
  available_cents: number
  /** Available and pots: what is on the account. */
  total_cents: number
}

/** On start_date a day begins with the whole balance. null: the plan does not have this day. */
export function heldOn(
  { scenario, start_day, day_count, available_cents, total_cents }: Projection,
  date: string,
): { before: Held | null; after: Held | null } {
  const day = dayOf(date)! - start_day
  if (day < 0 || day >= day_count) return { before: null, after: null }
  const at = (index: number): Held => ({ available_cents: available_cents[index]!, total_cents: total_cents[index]! })
  const balance = scenario.planning_balance_cents
  return { before: day === 0 ? { available_cents: balance, total_cents: balance } : at(day - 1), after: at(day) }
}
