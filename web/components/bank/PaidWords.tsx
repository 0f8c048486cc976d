import { paidDates } from '../../../core/actuals/kept.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { useKeptOfPlan } from './keptOfPlan.ts'

/** What the bank says of one date: on which day it was paid, and how much. */
export default function PaidWords({ payment, scenario }: { payment: DatedPayment; scenario: Scenario }) {
  const kept = useKeptOfPlan(scenario)
  const today = useToday()
  const row = payment.collection === 'accounts' ? undefined : scenario[payment.collection].find(({ id }) => id === payment.id)
  const match = row && paidDates(row, kept).findLast(({ scheduled_date }) => scheduled_date === payment.nominal_date)
  if (!match) return null
  const { amount_cents, paid_cents, paid_on, date } = match
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  return (
    <p className="mb-3">
      {say('match.paid', {
        collection: payment.collection,
        paid: money(paid_cents),
        paid_day: formatDate(paid_on, today),
        planned: money(amount_cents),
        day: formatDate(date, today),
        same: paid_cents === amount_cents && paid_on === date ? 'yes' : 'no',
      })}
    </p>
  )
}
