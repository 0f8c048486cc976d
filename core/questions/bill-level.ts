/** What a new rule for a bill begins with: the level amount of each payday that covers the bill by its date. */
import { formatTarget, type AllocationBase } from '../allocation.ts'
import { dayOf } from '../calendar.ts'
import { nextPayment } from '../payments/next-payment.ts'
import type { Scenario } from '../scenario.ts'
import { lookedUntil, missingByDate, needOfBill } from './bill-need.ts'
import { leastLevel, leftByFixed } from './level-rule.ts'
import { incomesFrom, looking } from './looking.ts'

/**
 * Minor units for a fixed allocation to a bill, last of all. Of the balance: what the first date from the start date on costs and its pot
 * does not hold yet. Of each payday: the least amount that, taken from each income that comes onto the main account until the bill's date,
 * brings what is missing for it; a date before which nothing comes in is left to the balance. A rule counts from the start date on, so
 * incomes that came since then, or since the bill's last date, are among them; of each there is what other fixed amounts leave. Where that
 * can't be told (an undated bill, no payday, a plan that can't be projected) the bill's amount.
 */
export function levelAmount(scenario: Scenario, bill_id: string, base: AllocationBase, today: string): number {
  const bill = scenario.bills.find(({ id }) => id === bill_id)
  if (!bill) return 0
  const now = today > scenario.start_date ? today : scenario.start_date
  const next = nextPayment(bill, now)
  if (!next) return bill.amount_cents
  const until = lookedUntil(scenario, bill, now)
  const seen = looking(scenario, now, until, 1, '')
  if (!seen.ok) return next.amount_cents
  const { look } = seen
  if (base === 'balance') return missingByDate(look, bill_id)[0]?.cents || next.amount_cents
  const need = needOfBill(look, bill_id, until)
  const incomes = incomesFrom(look, need.from, dayOf(need.date)! - look.start_day)
  if (need.cents === 0 || leftByFixed(scenario, incomes).every(({ cents }) => cents === 0)) return next.amount_cents
  return leastLevel(scenario, formatTarget({ to: 'bill', bill_id }), incomes, need.cents) ?? need.cents
}
