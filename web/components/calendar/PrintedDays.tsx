import type { DatedPayment } from '../../../core/payments-between.ts'
import { formatShortWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { Balance } from './DayCell.tsx'

interface Props {
  month: string
  payments: ReadonlyMap<string, readonly DatedPayment[]>
  balanceOf: (date: string) => Balance | null
  today: string
  currency_code: string
}

/** On paper, under the month: each of its days that has payments, with their whole names, and what is left at its end. */
export function PrintedDays({ month, payments, balanceOf, today, currency_code }: Props) {
  const days = [...payments].filter(([date]) => date.startsWith(month)).sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <ul className="printed-days" aria-hidden="true">
      {days.map(([date, own]) => {
        const balance = balanceOf(date)
        return (
          <li key={date}>
            <p className="flex justify-between gap-3 font-semibold">
              <span>{formatShortWeekday(date, today)}</span>
              {balance && <span className="money">{formatMoney(balance.cents, currency_code)}</span>}
            </p>
            {own.map(({ id, nominal_date, name, amount_cents, collection, state }) => (
              <p key={`${id} ${nominal_date}`} className="flex justify-between gap-3">
                <span className="wrap-anywhere">
                  {state === 'settled' && '✓ '}
                  {name}
                </span>
                <span className="money">
                  {collection === 'incomes' ? '+' : '−'}
                  {formatMoney(amount_cents, currency_code)}
                </span>
              </p>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
