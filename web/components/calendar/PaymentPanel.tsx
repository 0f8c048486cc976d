import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { overdueOf } from '../../../core/actuals/overdue.ts'
import { lastOfPeriod } from '../../../core/spending/spending-days.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { formatWeekday } from '../../format/date.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { Popover } from '../../ui/Popover.tsx'
import type { PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import { accountNote } from '../planning/paymentWords.ts'
import { askPaid } from '../frame/screen.ts'
import { sayOfDate } from '../schedule/sayOfDate.ts'
import { movePayment, repeats, setPaymentAmount } from './changes.ts'
import { useShownPayment } from './shownPayment.ts'

const PaidWords = lazily(() => import('../bank/PaidWords.tsx'), 'match')

/** One date of a bill or an income: another day or amount, for it alone or from it on; paid, skipped. */
export default function PaymentPanel(props: PopupProps) {
  const payment = useShownPayment()
  const scenario = usePlanning((planning) => planning.scenario)
  const today = useToday()
  const [scope, setScope] = useState<'this' | 'later'>('this')
  if (!scenario) return null
  const { name, date, nominal_date, amount_cents, state, collection } = payment
  const close = (): void => props.onOpenChange(false)
  const isPaid = payment.planned !== undefined
  const isMoved = !isPaid && date !== nominal_date
  const overdue = overdueOf(scenario, payment, today)
  const note = accountNote(payment, scenario.accounts)
  const last_date = lastOfPeriod(scenario, payment)
  return (
    <Popover {...props} title={name}>
      <p className="mb-3 text-quiet">
        {last_date !== null
          ? say('calendar.payment.spread', { date: formatWeekday(date), last: formatWeekday(last_date) })
          : say(isMoved ? 'calendar.payment.moved' : 'calendar.payment', {
              date: formatWeekday(date),
              place: formatWeekday(nominal_date),
              state,
            })}
        {overdue && ` ${say('calendar.overdue', { overdue })}`}
      </p>
      {note && <p className="-mt-2 mb-3 text-quiet">{note}</p>}
      <Suspense fallback={null}>
        <PaidWords payment={payment} scenario={scenario} />
      </Suspense>
      {!isPaid && repeats(scenario, payment) && (
        <label className="mb-3 block">
          <span className="block text-sm text-quiet">{say('calendar.payment.scope')}</span>
          <select className="field" value={scope} onChange={(event) => setScope(event.currentTarget.value as 'this' | 'later')}>
            <option value="this">{say('calendar.payment.this')}</option>
            <option value="later">{say('calendar.payment.later')}</option>
          </select>
        </label>
      )}
      {/* What is paid stays as it was paid; said to be open, it can be put elsewhere. */}
      {!isPaid && (
        <div className="mb-3 grid grid-cols-2 gap-3">
          <DateField
            label={say('calendar.payment.day')}
            date={date}
            save={(to) => {
              if (to !== date && movePayment(scenario, payment, to, scope)) close()
              return []
            }}
          />
          <AmountField
            label={say('calendar.payment.amount')}
            amount_cents={amount_cents}
            currency_code={scenario.currency_code}
            save={(amount) => [setPaymentAmount(scenario, payment, amount, scope) ?? []].flat()}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button" onClick={() => (close(), askPaid(payment, null))}>
          {say(state === 'settled' ? 'calendar.payment.open' : 'calendar.payment.paid', { collection })}
        </button>
        {!isPaid && (
          <button type="button" className="button" onClick={() => sayOfDate(payment, { said: 'skipped' }) && close()}>
            {say('calendar.payment.skip')}
          </button>
        )}
        {collection !== 'accounts' && (
          <Link href="/bills" className="button button-quiet text-accent">
            {say('calendar.payment.all')}
          </Link>
        )}
      </div>
    </Popover>
  )
}
