/** Payments that have not come on their day and were carried along with the plan, because the bank does not have them. */
import { dayOf } from '../calendar.ts'
import type { DatedPayment } from '../payments/payments-between.ts'
import type { Scenario } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'

/** What has not come so many days after its day is missing; until then it is late. */
export const late_days = 3

/**
 * late, missing: it was due before the plan's start date and lies on it since. null: neither. Of what is due once nothing is known of its
 * day, and what leaves day by day has none.
 */
export function overdueOf(
  { start_date, bills }: Pick<Scenario, 'start_date' | 'bills'>,
  { collection, id, date, nominal_date, state }: Pick<DatedPayment, 'collection' | 'id' | 'date' | 'nominal_date' | 'state'>,
): 'late' | 'missing' | null {
  if (state !== 'planned' || date !== start_date || nominal_date >= start_date) return null
  if (collection === 'bills' && bills.some((bill) => bill.id === id && isSpread(bill))) return null
  return dayOf(start_date)! - dayOf(nominal_date)! > late_days ? 'missing' : 'late'
}
