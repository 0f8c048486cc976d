import type { Dispatch, RefObject, SetStateAction } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { lazily } from '../../ui/lazily.tsx'
import { ScheduleEditor } from '../schedule/ScheduleEditor.tsx'
import type { PaymentCollection } from './collections.ts'
import { siblingCell, type SheetField } from './gridKeys.ts'
import { RangeForm } from './RangeForm.tsx'
import { RowMenu } from './RowMenu.tsx'

// Seldom opened, so it comes when it is.
const ChangesForm = lazily(() => import('./ChangesForm.tsx'), 'bills', 'rows', 'schedule')

/** What can be open of a row: what can be done with it, its schedule (at one date, when that is to change, or at a pause), its range, what is otherwise from a date on. */
export type RowPopup = 'menu' | 'schedule' | 'next_date' | 'pause' | 'range' | 'changes'

export interface RowPopupProps {
  popup: RowPopup
  onPopup: Dispatch<SetStateAction<RowPopup | null>>
  collection: PaymentCollection
  row: Payment
  currency_code: string
  from: string
  /** The row, whose cells these things open under. */
  element: RefObject<HTMLTableRowElement | null>
}

export default function RowPopups(props: RowPopupProps) {
  const { popup, onPopup, element } = props
  const cellOf = (field: SheetField | 'menu'): HTMLElement | null => siblingCell(element.current!, field)
  const close = (): void => onPopup(null)
  switch (popup) {
    case 'menu':
      return <RowMenu {...props} anchor={{ current: cellOf('menu') as HTMLButtonElement | null }} />
    case 'range':
      return <RangeForm {...props} anchor={cellOf('amount_cents')} onClose={close} />
    case 'changes':
      return <ChangesForm {...props} anchor={cellOf('amount_cents')} onClose={close} />
    case 'schedule':
    case 'next_date':
    case 'pause':
      return <ScheduleEditor {...props} startAt={popup === 'schedule' ? 'rule' : popup} anchor={cellOf('due_date')} onClose={close} />
  }
}
