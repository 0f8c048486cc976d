import { useRef } from 'react'
import type { DatedPayment } from '../../../core/payments-between.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { closeDialog, useScreen } from '../frame/screen.ts'
import { say } from '../schedule/say.ts'

/** Whether the balance counts a payment already: asked as it is ticked, the answer that lets nobody spend what is gone first. */
export default function PaidDialog() {
  const payment = useScreen((screen) => screen.payment)
  return payment && <Question payment={payment} />
}

function Question({ payment }: { payment: DatedPayment }) {
  const today = useToday()
  const scenario = usePlanning((planning) => planning.scenario)
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const first = useRef<HTMLButtonElement>(null)
  if (!scenario) return null
  const { name, collection, amount_cents } = payment
  const { currency_code, planning_balance_cents, start_date } = scenario
  const isIncome = collection === 'incomes'
  const [amount, balance] = [amount_cents, planning_balance_cents].map((cents) => formatMoney(cents, currency_code))
  const answer = (isCounted: boolean): void => {
    closeDialog()
    say(payment, { said: 'paid', is_counted: isCounted })
  }
  // What lets less be spent stands first: an income that is added twice, or a bill that is not taken off, would let more be.
  const answers = [
    { isCounted: false, label: isIncome ? `No, add ${amount}` : `No, take ${amount} off` },
    { isCounted: true, label: isIncome ? 'Yes, it is in it' : 'Yes, it is off it' },
  ]
  return (
    <Dialog
      title={isIncome ? `Is ${name} in your balance already?` : `Is ${name} off your balance already?`}
      lead={`Your balance is ${balance} of ${formatDate(start_date, today)}. ${isIncome ? 'Has this been added to it' : 'Has this been taken off it'}, or not yet?`}
      onClose={closeDialog}
      returnFocus={returnFocus}
      initialFocus={first}
    >
      <div className="flex flex-wrap gap-2">
        {(isIncome ? answers.toReversed() : answers).map(({ isCounted, label }, nth) => (
          <button key={label} ref={nth === 0 ? first : undefined} type="button" className={nth === 0 ? 'button button-primary' : 'button'} onClick={() => answer(isCounted)}>
            {label}
          </button>
        ))}
        <button type="button" className="button button-quiet" onClick={closeDialog}>
          Cancel
        </button>
      </div>
    </Dialog>
  )
}
