/** What the plan had of a date that was paid on another day or at another sum, in words. */
import type { CamePayment } from '../../../core/payments/payments-came.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

/** "planned 90.00", "planned on 1 March", "planned 90.00 on 1 March"; '' where it came as planned, or is still to come. */
export function plannedWords({ date, amount_cents, planned }: CamePayment, currency_code: string): string {
  if (!planned) return ''
  const differs = planned.date === date ? 'amount' : planned.amount_cents === amount_cents ? 'day' : 'both'
  return say('calendar.planned', {
    differs,
    amount: formatMoney(planned.amount_cents, currency_code),
    day: formatDate(planned.date, date),
  })
}
