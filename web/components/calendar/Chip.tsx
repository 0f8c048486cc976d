import { useDraggable } from '@dnd-kit/core'
import { createContext, memo, useContext } from 'react'
import type { DatedPayment } from '../../../core/payments-between.ts'
import { formatCell, formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton, type PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'

const PaymentPanel = lazily(() => import('./PaymentPanel.tsx'), 'calendar', 'schedule')

interface Props {
  payment: DatedPayment
  currency_code: string
  isLifted?: boolean
}

/** A payment in a day's cell. */
export function Chip({ payment, currency_code, isLifted }: Props) {
  return (
    <span className="chip" data-kind={payment.collection} data-state={payment.state} data-lifted={isLifted || undefined}>
      <Content payment={payment} currency_code={currency_code} />
    </span>
  )
}

/** What is shown over the chip. */
const wordsOf = (payment: DatedPayment, currency_code: string): string => say('calendar.chip.hint', { name: payment.name, amount: formatMoney(payment.amount_cents, currency_code), fate: fateOf(payment) })

/** What stands in the cell, and then what it leaves out: who speaks to the page says what they see. */
const labelOf = (payment: DatedPayment, currency_code: string): string =>
  say('calendar.chip.label', { name: payment.name, brief: briefOf(payment, currency_code), amount: formatMoney(payment.amount_cents, currency_code), fate: fateOf(payment) })

const briefOf = ({ collection, amount_cents }: DatedPayment, currency_code: string): string => `${collection === 'incomes' ? '+' : ''}${formatCell(amount_cents, currency_code)}`
const fateOf = ({ collection, state }: DatedPayment): string => say('calendar.chip.fate', { collection, state })

const Content = ({ payment, currency_code }: Props) => (
  <>
    <span className="truncate">
      {payment.state === 'settled' && '✓ '}
      {payment.name}
    </span>{' '}
    <span className="money ml-auto pl-1">{briefOf(payment, currency_code)}</span>
  </>
)

const ShownPayment = createContext<DatedPayment | null>(null)

/** What the open panel is about. */
export const useShownPayment = (): DatedPayment => useContext(ShownPayment)!

/** Dragged by pointer or keys to another day; pressed, it says more. */
export const DraggableChip = memo(function DraggableChip({ payment, currency_code }: Props) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `${payment.id} ${payment.nominal_date}`, data: payment })
  return (
    <div ref={setNodeRef} {...listeners} className="chip-place" data-dragging={isDragging || undefined}>
      <ShownPayment value={payment}>
        <PopupButton opens="dialog" popup={PaymentPanel as React.ComponentType<PopupProps>} className="chip" label={labelOf(payment, currency_code)} data={{ kind: payment.collection, state: payment.state, words: wordsOf(payment, currency_code), focus: `${payment.id} ${payment.nominal_date}` }}>
          <Content payment={payment} currency_code={currency_code} />
        </PopupButton>
      </ShownPayment>
    </div>
  )
})

/** The same as words on a line, for the list of a day. */
export const PaymentButton = memo(function PaymentButton({ payment }: { payment: DatedPayment }) {
  return (
    <ShownPayment value={payment}>
      <PopupButton opens="dialog" popup={PaymentPanel as React.ComponentType<PopupProps>} className="button button-quiet -ml-2 min-w-0 justify-start text-left wrap-anywhere">
        {payment.state === 'settled' && '✓ '}
        {payment.name}
      </PopupButton>
    </ShownPayment>
  )
})
