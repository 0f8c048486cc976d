import { memo, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { paymentsBetween } from '../../../core/payments-between.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { levelOf } from '../planning/figures.ts'
import { setSettled, skip, type Payment } from './paymentActions.ts'

const daysShown = 14
/** So many payments are read; the days after them wait until they are asked for. */
const mostAtFirst = 40

/** What comes and goes in the next two weeks, and what is left at the end of each of its days. */
export const ComingUp = memo(function ComingUp({ projection, from }: { projection: Projection; from: string }) {
  const { scenario, today } = projection
  const { bills, incomes, start_date } = scenario
  const until = addDays(from, daysShown)
  const payments = useMemo(() => paymentsBetween({ bills, incomes, start_date }, from, until), [bills, incomes, start_date, from, until])
  const [showsAll, setShowsAll] = useState(false)
  const days = useMemo(() => wholeDays(payments, showsAll ? Infinity : mostAtFirst), [payments, showsAll])
  const left = payments.length - days.reduce((count, [, of]) => count + of.length, 0)
  return (
    <section aria-labelledby="coming-heading">
      <h2 id="coming-heading" className="mb-1 text-xl">
        Coming up
      </h2>
      {days.length === 0 ? (
        <p className="text-quiet">
          Nothing is due until {formatDate(until, today)}.{' '}
          {bills.length + incomes.length === 0 && (
            <Link href="/bills" className="text-accent underline underline-offset-4">
              Add bills and income
            </Link>
          )}
        </p>
      ) : (
        <ol className="coming">
          {days.map(([date, payments]) => (
            <li key={date}>
              <h3 className="coming-day">
                <span>{date === today ? 'Today' : formatShortWeekday(date, today)}</span>
                <EndBalance cents={projection.available_cents[dayOf(date)! - projection.start_day] ?? null} floor_cents={scenario.floor_cents} currency_code={scenario.currency_code} />
              </h3>
              <ul>
                {payments.map((payment) => (
                  <PaymentRow key={`${payment.collection} ${payment.id} ${payment.nominal_date}`} payment={payment} today={today} currency_code={scenario.currency_code} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      {left > 0 && (
        <button type="button" className="button button-quiet mt-1 -ml-2 text-accent" onClick={() => setShowsAll(true)}>
          Show {left} more until {formatDate(addDays(until, -1), today)}
        </button>
      )}
    </section>
  )
})

/** Day by day as long as they hold no more than so many payments, and the first day in any case. */
function wholeDays(payments: readonly Payment[], most: number): [string, Payment[]][] {
  const days = [...Map.groupBy(payments, ({ date }) => date)]
  let count = 0
  return days.filter(([, of], nth) => {
    count += of.length
    return nth === 0 || count <= most
  })
}

function EndBalance({ cents, floor_cents, currency_code }: { cents: number | null; floor_cents: number; currency_code: string }) {
  if (cents === null) return null
  const level = levelOf(cents, floor_cents)
  return (
    <span className="coming-balance money">
      {level !== 'fine' && <span className="mr-2 text-sm">{level === 'below_zero' && floor_cents >= 0 ? 'below zero' : 'below your floor'}</span>}
      <span className={level === 'below_zero' ? 'text-red' : level === 'below_floor' ? 'text-amber' : ''}>{formatMoney(cents, currency_code)}</span>
      <span className="sr-only"> at the end of the day</span>
    </span>
  )
}

/** One payment. Paid ones stay to be seen, and can be taken back. */
const PaymentRow = memo(function PaymentRow({ payment, today, currency_code }: { payment: Payment; today: string; currency_code: string }) {
  const { collection, name, date, state, amount_cents, predicted } = payment
  const isIncome = collection === 'incomes'
  const isSettled = state === 'settled'
  const day = formatDate(date, today)
  return (
    <li className="coming-row" data-settled={isSettled || undefined}>
      <button
        type="button"
        className="coming-check"
        aria-pressed={isSettled}
        aria-label={`${name} on ${day}: ${isIncome ? 'arrived' : 'paid'}`}
        title={isSettled ? 'Take it back: it is still open' : isIncome ? 'It has arrived, and your balance counts it' : 'It is paid, and your balance counts it'}
        onClick={() => setSettled(payment, !isSettled, { day, currency_code })}
      >
        {isSettled && <CheckIcon />}
      </button>
      <span className="coming-name wrap-anywhere">
        {name}
        {predicted && <span className="tag ml-2">predicted</span>}
        {isSettled && <span className="ml-2 text-sm text-quiet">{isIncome ? 'arrived' : 'paid'}</span>}
      </span>
      <span className="coming-amount money">
        {isIncome ? '+' : ''}
        {formatMoney(isIncome ? amount_cents : -amount_cents, currency_code)}
      </span>
      <span className="coming-skip no-print">
        {!isSettled && (
          <button type="button" className="button button-quiet text-quiet" aria-label={`Skip ${name} on ${day}`} title="It does not happen this time" onClick={() => skip(payment, { day, currency_code })}>
            Skip
          </button>
        )}
      </span>
    </li>
  )
})
