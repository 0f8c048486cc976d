import ScheduleEditor from '../schedule/ScheduleEditor.tsx'
import { siblingCell } from './gridKeys.ts'
import type { RowPopupProps, SchedulePopup } from './RowPopups.tsx'

/** The schedule of a row, under the cell that says when it is due: at one date, when that is to change, or at a pause. */
export default function RowSchedule({ popup, onPopup, element, ...rest }: RowPopupProps & { popup: SchedulePopup }) {
  const anchor = siblingCell(element.current!, 'due_date')
  return <ScheduleEditor {...rest} startAt={popup === 'schedule' ? 'rule' : popup} anchor={anchor} onClose={() => onPopup(null)} />
}
