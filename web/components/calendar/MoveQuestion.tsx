import { useRef } from 'react'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { DateScope } from '../../../core/schedule/schedule-moves.ts'
import { formatWeekday } from '../../format/date.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'

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
    <Dialog
      title={say('calendar.move', { name: payment.name, date: formatWeekday(date) })}
      lead={say('calendar.move.lead', { date: formatWeekday(payment.date) })}
      onClose={onClose}
      initialFocus={first}
    >
      <div className="flex flex-wrap gap-2">
        <button ref={first} type="button" className="button button-primary" onClick={() => onAnswer('this')}>
          {say('calendar.move.this')}
        </button>
        <button type="button" className="button" onClick={() => onAnswer('later')}>
          {say('calendar.move.later')}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {say('calendar.move.leave')}
        </button>
      </div>
    </Dialog>
  )
}
