/** Payments that have not come on their day and are carried along with the plan, because the bank does not have them. */
import { ruledDay } from '../accounts/card-dates.ts'
import { dateOf, dayOf } from '../calendar.ts'
import type { DatedPayment } from '../payments/payments-between.ts'
import type { DatedCollection, Payment, Scenario } from '../scenario.ts'
import { dayOfDate } from '../payments/part-payments.ts'
import { isSpread } from '../schedule/spread.ts'

/** What has not come so many days after its day is missing; until then it is late. */
export const late_days = 3

type Dates = Pick<Scenario, 'start_date' | 'accounts' | DatedCollection>
type Named = Pick<DatedPayment, 'collection' | 'id' | 'date' | 'nominal_date' | 'state'>

/**
 * late, missing: the day on which its rule has it is past, and it lies on the plan's start date, or since it is said to be open on today,
 * whichever is later. null: neither. Of what is due once nothing is known of its day but that it was carried to, and what leaves day by day
 * has none.
 */
export function overdueOf(scenario: Dates, payment: Named, today: string): 'late' | 'missing' | null {
  const { start_date } = scenario
  const { collection, id, date, nominal_date, state } = payment
  const row = collection === 'accounts' ? undefined : (scenario[collection] as readonly Payment[]).find((one) => one.id === id)
  const is_open = row?.exceptions[nominal_date]?.rest === 'open'
  const now = is_open && today > start_date ? today : start_date
  if (state !== 'planned' || date !== now) return null
  const own_date = row ? dayOfDate(row, nominal_date) : cardDate(scenario, payment)
  if (own_date >= now || (collection === 'bills' && row && isSpread(row))) return null
  return dayOf(now)! - dayOf(own_date)! > late_days ? 'missing' : 'late'
}

/** The day on which a card's payment is due by its rule. */
function cardDate({ accounts }: Dates, { id, nominal_date }: Named): string {
  const card = accounts.find((account) => account.id === id)?.card
  return card ? dateOf(ruledDay(card, dayOf(nominal_date)!)) : nominal_date
}
