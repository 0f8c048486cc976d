import { useRef } from 'react'
import type { DatedPayment } from '../../../core/payments-between.ts'
import type { DateScope } from '../../../core/schedule-moves.ts'
import { formatWeekday } from '../../format/date.ts'
import { Dialog } from '../../ui/Dialog.tsx'

interface Props {
  payment: DatedPayment
  date: string
  onAnswer: (scope: DateScope) => void
  onClose: () => void
}

/** Asked where a payment that repeats was put down: it alone, or all later ones with it. */
export default function MoveQuestion({ payment, date, onAnswer, onClose }: Props) {
  const first = useRef<HTMLButtonElement>(null)
  return (
    <Dialog title={`Move ${payment.name} to ${formatWeekday(date)}`} lead={`It repeats. This one was planned for ${formatWeekday(payment.date)}.`} onClose={onClose} initialFocus={first}>
      <div className="flex flex-wrap gap-2">
        <button ref={first} type="button" className="button button-primary" onClick={() => onAnswer('this')}>
          Only this one
        </button>
        <button type="button" className="button" onClick={() => onAnswer('later')}>
          This and all later ones
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          Leave it where it was
        </button>
      </div>
    </Dialog>
  )
}
