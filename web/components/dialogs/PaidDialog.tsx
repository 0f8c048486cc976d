import { useRef } from 'react'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'
import { closeDialog, useScreen } from '../frame/screen.ts'
import { accountName } from '../accounts/AccountSelect.tsx'
import { sayPaid } from './sayPaid.ts'

/** Whether the balance counts a payment already: asked as it is ticked, the answer that lets nobody spend what is gone first. */
export default function PaidDialog() {
  const payment = useScreen((screen) => screen.payment)
  return payment && (payment.state === 'settled' ? <OpenQuestion payment={payment} /> : <Question payment={payment} />)
}

/** Whether the balance gets back what a payment took off it when it was ticked: asked as the tick is taken back. */
function OpenQuestion({ payment }: { payment: DatedPayment }) {
  const currency_code = usePlanning((planning) => planning.scenario?.currency_code)
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const first = useRef<HTMLButtonElement>(null)
  if (!currency_code) return null
  const { name, collection, amount_cents } = payment
  const amount = formatMoney(amount_cents, currency_code)
  const answers = [
    { gives_back: true, label: say('dialogs.open.back', { collection, amount }) },
    { gives_back: false, label: say('dialogs.open.stays', { collection }) },
  ]
  return (
    <Dialog
      title={say('dialogs.open', { collection, name })}
      lead={say('dialogs.open.lead', { amount })}
      onClose={closeDialog}
      returnFocus={returnFocus}
      initialFocus={first}
    >
      <div className="flex flex-wrap gap-2">
        {(collection === 'incomes' ? answers.toReversed() : answers).map(({ gives_back, label }, nth) => (
          <button
            key={String(gives_back)}
            ref={nth === 0 ? first : undefined}
            type="button"
            className={nth === 0 ? 'button button-primary' : 'button'}
            onClick={() => {
              closeDialog()
              sayPaid(payment, { said: 'open', gives_back })
            }}
          >
            {label}
          </button>
        ))}
        <button type="button" className="button button-quiet" onClick={closeDialog}>
          {say('common.cancel')}
        </button>
      </div>
    </Dialog>
  )
}

function Question({ payment }: { payment: DatedPayment }) {
  const today = useToday()
  const scenario = usePlanning((planning) => planning.scenario)
  const returnFocus = useScreen((screen) => screen.returnFocus)
  const first = useRef<HTMLButtonElement>(null)
  if (!scenario) return null
  const { name, collection, amount_cents, account_id, to_account_id } = payment
  const { accounts, currency_code, planning_balance_cents, start_date } = scenario
  const isIncome = collection === 'incomes'
  /** It goes from one account to another. */
  const isMoved = to_account_id !== undefined
  const account = accounts.find(({ id }) => id === account_id)
  const amount = formatMoney(amount_cents, currency_code)
  const told = {
    balance: formatMoney(account?.balance_cents ?? planning_balance_cents, currency_code),
    date: formatDate(start_date, today),
    account: account?.name ?? 'main',
  }
  const answer = (isCounted: boolean): void => {
    closeDialog()
    sayPaid(payment, { said: 'paid', is_counted: isCounted })
  }
  // What lets less be spent stands first: an income that is added twice, or a bill that is not taken off, would let more be.
  const answers = [
    { isCounted: false, label: say(isMoved ? 'dialogs.paid.move' : isIncome ? 'dialogs.paid.add' : 'dialogs.paid.take_off', { amount }) },
    { isCounted: true, label: say(isMoved ? 'dialogs.paid.is_moved' : isIncome ? 'dialogs.paid.is_in' : 'dialogs.paid.is_off') },
  ]
  const [title, lead] = isMoved
    ? [
        say(collection === 'accounts' ? 'dialogs.paid.card' : 'dialogs.paid.moved', { name }),
        say('dialogs.paid.moved_lead', {
          ...told,
          to: accountName(accounts, to_account_id),
          from: accountName(accounts, account_id),
          amount,
        }),
      ]
    : [
        say(isIncome ? 'dialogs.paid.income' : 'dialogs.paid.bill', { name, account: told.account }),
        say(isIncome ? 'dialogs.paid.income_lead' : 'dialogs.paid.bill_lead', told),
      ]
  return (
    <Dialog title={title} lead={lead} onClose={closeDialog} returnFocus={returnFocus} initialFocus={first}>
      <div className="flex flex-wrap gap-2">
        {(isIncome ? answers.toReversed() : answers).map(({ isCounted, label }, nth) => (
          <button
            key={String(isCounted)}
            ref={nth === 0 ? first : undefined}
            type="button"
            className={nth === 0 ? 'button button-primary' : 'button'}
            onClick={() => answer(isCounted)}
          >
            {label}
          </button>
        ))}
        <button type="button" className="button button-quiet" onClick={closeDialog}>
          {say('common.cancel')}
        </button>
      </div>
    </Dialog>
  )
}
