import { useMemo } from 'react'
import { cameOf } from '../../../core/actuals/came.ts'
import { paymentKey } from '../../../core/payments/payments-ahead.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { useKeptOfPlan } from './keptOfPlan.ts'

/** What is known of one date: on which day it was paid, how much, and what was planned. */
export default function PaidWords({ payment, scenario }: { payment: DatedPayment; scenario: Scenario }) {
  const kept = useKeptOfPlan(scenario)
  const today = useToday()
  const came = useMemo(() => cameOf(scenario, kept), [scenario, kept]).get(paymentKey(payment))
  if (!came) return null
  const { paid_cents, paid_on, planned } = came
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const isSame = planned && paid_cents === planned.amount_cents && paid_on === planned.date
  return (
    <p className="mb-3">
      {say('match.paid', {
        collection: payment.collection,
        paid: money(paid_cents),
        paid_day: formatDate(paid_on, today),
        planned: planned ? money(planned.amount_cents) : '',
        day: planned ? formatDate(planned.date, today) : '',
        same: planned ? (isSame ? 'yes' : 'no') : 'unknown',
      })}
    </p>
  )
}
