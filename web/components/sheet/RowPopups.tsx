import type { Dispatch, RefObject, SetStateAction } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { lazily } from '../../ui/lazily.tsx'
import type { PaymentCollection, SheetField } from './collections.ts'
import { siblingCell } from './gridKeys.ts'
import { AccountForm } from './AccountForm.tsx'
import { ChangesForm } from './ChangesForm.tsx'
import { RangeForm } from './RangeForm.tsx'

const RowMenu = lazily(() => import('./RowMenu.tsx'), 'bills', 'schedule')

/**
 * What can be open of a row: what can be done with it, its schedule (at one date, when that is to change, or at a pause), its account, its
 * range, what is otherwise from a date on.
 */
export type SchedulePopup = 'schedule' | 'next_date' | 'pause'
export type RowPopup = 'menu' | 'account' | 'range' | 'changes' | SchedulePopup

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

/** What opens of a row but its schedule, which is a part by itself (RowSchedule.tsx). */
export default function RowPopups(props: RowPopupProps & { popup: Exclude<RowPopup, SchedulePopup> }) {
  const { popup, onPopup, element } = props
  const cellOf = (field: SheetField | 'menu'): HTMLElement | null => siblingCell(element.current!, field)
  const close = (): void => onPopup(null)
  switch (popup) {
    case 'menu':
      return <RowMenu {...props} anchor={{ current: cellOf('menu') as HTMLButtonElement | null }} />
    case 'account':
      return <AccountForm {...props} anchor={cellOf('menu')} onClose={close} />
    case 'range':
      return <RangeForm {...props} anchor={cellOf('amount_cents')} onClose={close} />
    case 'changes':
      return <ChangesForm {...props} anchor={cellOf('amount_cents')} onClose={close} />
  }
}
