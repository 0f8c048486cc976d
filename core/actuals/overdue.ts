/** Payments that have not come on their day and are carried along with the plan, because the bank does not have them. */
import { dayOf } from '../calendar.ts'
import type { DatedPayment } from '../payments/payments-between.ts'
import type { DatedCollection, Payment, Scenario } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'

/** What has not come so many days after its day is missing; until then it is late. */
export const late_days = 3

/**
 * late, missing: its day is past and it lies on the plan's start date, or since it is said to be open on today, whichever is later. null:
 * neither. Of what is due once nothing is known of its day but that it was carried to, and what leaves day by day has none.
 */
export function overdueOf(
  { start_date, bills, incomes, transfers }: Pick<Scenario, 'start_date' | DatedCollection>,
  { collection, id, date, nominal_date, state }: Pick<DatedPayment, 'collection' | 'id' | 'date' | 'nominal_date' | 'state'>,
  today: string,
): 'late' | 'missing' | null {
  const lists = { bills, incomes, transfers }
  const row = collection === 'accounts' ? undefined : (lists[collection] as readonly Payment[]).find((one) => one.id === id)
  const is_open = row?.exceptions[nominal_date]?.rest === 'open'
  const now = is_open && today > start_date ? today : start_date
  if (state !== 'planned' || date !== now || nominal_date >= now) return null
  if (collection === 'bills' && row && isSpread(row)) return null
  return dayOf(now)! - dayOf(nominal_date)! > late_days ? 'missing' : 'late'
}
