import { useDraggable } from '@dnd-kit/core'
import { memo } from 'react'
import { overdueOf } from '../../../core/actuals/overdue.ts'
import type { CamePayment } from '../../../core/payments/payments-came.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { formatCell, formatMoney } from '../../format/money.ts'
import { systemClock } from '../../services/clock.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton, type PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import { isElsewhere } from '../planning/paymentWords.ts'
import { plannedWords } from './plannedWords.ts'
import { ShownPayment } from './shownPayment.ts'

const PaymentPanel = lazily(() => import('./PaymentPanel.tsx'), 'accounts', 'calendar', 'plan', 'schedule')

interface Props {
  payment: CamePayment
  currency_code: string
  isLifted?: boolean
}

/** A payment in a day's cell. */
export function Chip({ payment, currency_code, isLifted }: Props) {
  return (
    <span
      className="chip"
      data-kind={payment.collection}
      data-state={payment.state}
      data-elsewhere={isElsewhere(payment) || undefined}
      data-lifted={isLifted || undefined}
    >
      <Content payment={payment} currency_code={currency_code} overdue={null} />
    </span>
  )
}

/** What is shown over the chip. */
const wordsOf = (payment: CamePayment, currency_code: string, overdue: Overdue): string =>
  say('calendar.chip.hint', {
    name: payment.name,
    amount: formatMoney(payment.amount_cents, currency_code),
    fate: fateOf(payment, currency_code, overdue),
  })

/** What stands in the cell, and then what it leaves out: who speaks to the page says what they see. */
const labelOf = (payment: CamePayment, currency_code: string, overdue: Overdue): string =>
  say('calendar.chip.label', {
    name: payment.name,
    brief: briefOf(payment, currency_code),
    amount: formatMoney(payment.amount_cents, currency_code),
    fate: fateOf(payment, currency_code, overdue),
  })

/** Of a card's payment that is made no amount is known. */
const briefOf = ({ collection, amount_cents }: DatedPayment, currency_code: string): string =>
  collection === 'accounts' && amount_cents === 0 ? '' : `${collection === 'incomes' ? '+' : ''}${formatCell(amount_cents, currency_code)}`
function fateOf(payment: CamePayment, currency_code: string, overdue: Overdue): string {
  const { collection, state } = payment
  const fate = say('calendar.chip.fate', { collection, state })
  const planned = plannedWords(payment, currency_code)
  if (planned !== '') return say('calendar.chip.fate_overdue', { fate, overdue: planned })
  return overdue ? say('calendar.chip.fate_overdue', { fate, overdue: say('calendar.overdue.short', { overdue }) }) : fate
}

type Overdue = ReturnType<typeof overdueOf>
/** Whether it should have come before the day on which it lies. */
function useOverdue(payment: DatedPayment): Overdue {
  return usePlanning(({ scenario }) => (scenario ? overdueOf(scenario, payment, systemClock.today()) : null))
}

const Content = ({ payment, currency_code, overdue }: Props & { overdue: Overdue }) => (
  <>
    <span className="chip-name">
      {markOf(payment, overdue)}
      {payment.name}
    </span>{' '}
    <span className="money ml-auto pl-1">{briefOf(payment, currency_code)}</span>
  </>
)

const markOf = ({ state }: DatedPayment, overdue: Overdue): string => (state === 'settled' ? '✓ ' : overdue ? '! ' : '')

/** Dragged by pointer or keys to another day; pressed, it says more. */
export const DraggableChip = memo(function DraggableChip({ payment, currency_code }: Props) {
  const overdue = useOverdue(payment)
  const id = `${payment.id} ${payment.nominal_date}`
  // What is paid stays where it was paid.
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data: payment, disabled: payment.planned !== undefined })
  return (
    <div ref={setNodeRef} {...listeners} className="chip-place" data-dragging={isDragging || undefined}>
      <ShownPayment value={payment}>
        <PopupButton
          opens="dialog"
          popup={PaymentPanel as React.ComponentType<PopupProps>}
          className="chip"
          label={labelOf(payment, currency_code, overdue)}
          data={{
            kind: payment.collection,
            state: overdue ?? payment.state,
            ...(isElsewhere(payment) && { elsewhere: 'true' }),
            words: wordsOf(payment, currency_code, overdue),
            focus: id,
          }}
        >
          <Content payment={payment} currency_code={currency_code} overdue={overdue} />
        </PopupButton>
      </ShownPayment>
    </div>
  )
})

/** The same as words on a line, for the list of a day. */
export const PaymentButton = memo(function PaymentButton({ payment }: { payment: CamePayment }) {
  const overdue = useOverdue(payment)
  return (
    <ShownPayment value={payment}>
      <PopupButton
        opens="dialog"
        popup={PaymentPanel as React.ComponentType<PopupProps>}
        className="button button-quiet -ml-2 max-w-full min-w-0 justify-start text-left wrap-break-word"
      >
        {markOf(payment, overdue)}
        {payment.name}
        {overdue && <span className="ml-2 text-sm text-quiet">{say('calendar.overdue.short', { overdue })}</span>}
      </PopupButton>
    </ShownPayment>
  )
})
