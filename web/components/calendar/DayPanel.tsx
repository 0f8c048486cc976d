import type { DatedPayment } from '../../../core/payments-between.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { PaymentButton } from './Chip.tsx'
import type { Balance } from './DayCell.tsx'

interface Props {
  date: string
  payments: readonly DatedPayment[]
  balance: Balance | null
  projection: Projection | null
  scenario: Scenario
  onAdd: (date: string) => void
}

/** The chosen day as a list: each payment with what can be done about it, and what is left at the end. */
export function DayPanel({ date, payments, balance, projection, scenario, onAdd }: Props) {
  const { currency_code, start_date } = scenario
  return (
    <section aria-label="The chosen day">
      <h2 className="text-xl">{formatWeekday(date)}</h2>
      {payments.length === 0 ? (
        <p className="mt-2 text-quiet">Nothing is planned on this day.</p>
      ) : (
        <ul className="mt-2">
          {payments.map((payment) => (
            <li key={`${payment.id} ${payment.nominal_date}`} className="flex items-center gap-2 border-b border-hairline py-1">
              <PaymentButton payment={payment} />
              {payment.predicted && <span className="tag">predicted</span>}
              <span className={`money ml-auto ${payment.state === 'planned' ? '' : 'text-quiet'}`}>
                {payment.collection === 'incomes' ? '+' : '−'}
                {formatMoney(payment.amount_cents, currency_code)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {balance && projection ? (
        <p className="mt-3 flex items-baseline justify-between gap-3 font-semibold">
          <span>
            At the end of the day
            {balance.isBelow && <span className={`block text-sm ${balance.isBelow === 'zero' ? 'text-red' : 'text-amber'}`}>{balance.isBelow === 'zero' ? 'below zero' : 'below your floor'}</span>}
          </span>
          <span className="money">{formatMoney(balance.cents, currency_code)}</span>
        </p>
      ) : (
        date < start_date && <p className="mt-3 text-quiet">This plan's balance begins on {formatWeekday(start_date)}.</p>
      )}
      <button type="button" className="button mt-3" onClick={() => onAdd(date)}>
        <PlusIcon /> Add a bill or an income
      </button>
    </section>
  )
}
