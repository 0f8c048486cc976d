import type { RefObject } from 'react'
import { isSettled } from '../../../core/exceptions.ts'
import type { Problem } from '../../../core/problem.ts'
import { freeName } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { newId } from '../../services/ids.ts'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { askPaid, tell, tellDone } from '../frame/screen.ts'
import { undoKeys } from '../frame/shortcuts.ts'
import { fieldsOf } from '../schedule/dateEdits.ts'
import { say } from '../schedule/say.ts'
import { sheetWords } from './collections.ts'
import { cellFrom, focusCell, siblingCell } from './gridKeys.ts'
import type { RowPopupProps } from './RowPopups.tsx'
import { standingOf } from './standing.ts'
import { textOf } from '../../words/problems.ts'

/** Everything that can be done with a row. */
export function RowMenu({ onPopup, collection, row, from, element, anchor }: RowPopupProps & { anchor: RefObject<HTMLButtonElement | null> }) {
  const names = usePlanning((planning) => planning.scenario![collection])
  const { markPaid, markUnpaid } = sheetWords[collection]
  const { next } = standingOf(row, from)
  const day = next ? formatDate(next.date, from) : ''
  const isSettledOnce = row.schedule === null && row.due_date !== null && isSettled(row, row.due_date)

  const undoable = (text: string): void => tellDone('payment', `${text} ${undoKeys()} takes it back.`)
  const refused = (problem: Problem): void => tell({ id: 'payment', tone: 'failure', text: textOf(problem) })
  const payment = { collection, id: row.id, name: row.name, predicted: row.predicted, state: 'planned' as const }
  const duplicate = (): void => {
    const id = newId()
    const name = freeName(row.name, new Set(names.map((other) => other.name)))
    const copy = { ...fieldsOf(collection, row), id, name, predicted: false, evidence: null }
    const grid = element.current!.closest('table')!
    const [problem] = planningActions().dispatch(putRow(collection, copy, row.position + 1))
    if (problem) return refused(problem)
    requestAnimationFrame(() => focusCell(grid.querySelector<HTMLElement>(`[data-row="${id}"] [data-cell="name"]`)))
  }
  const remove = (): void => {
    const after = cellFrom(siblingCell(element.current!, 'name')!, 1, 0)
    planningActions().dispatch({ type: 'delete_row', collection, id: row.id })
    requestAnimationFrame(() => focusCell(after))
    undoable(`${row.name} is deleted.`)
  }

  return (
    <Menu anchor={anchor} open onOpenChange={(open) => !open && onPopup((now) => (now === 'menu' ? null : now))} label={`More for ${row.name}`}>
      {next && (
        <MenuItem onSelect={() => askPaid({ ...payment, ...next }, anchor.current)}>
          Mark {day} {markPaid}
        </MenuItem>
      )}
      {isSettledOnce && <MenuItem onSelect={() => say({ ...payment, nominal_date: row.due_date!, date: row.due_date!, amount_cents: row.amount_cents }, { said: 'open' })}>Mark {markUnpaid}</MenuItem>}
      {next && row.schedule && (
        <>
          <MenuItem onSelect={() => say({ ...payment, ...next }, { said: 'skipped' })}>Skip {day}</MenuItem>
          <MenuItem onSelect={() => onPopup('next_date')}>Change {day}…</MenuItem>
        </>
      )}
      {(next || isSettledOnce) && <MenuLine />}
      <MenuItem onSelect={() => onPopup('schedule')}>{row.schedule ? 'Schedule…' : 'Repeat…'}</MenuItem>
      {next && row.schedule && <MenuItem onSelect={() => onPopup('pause')}>Pause…</MenuItem>}
      {row.schedule && <MenuItem onSelect={() => onPopup('changes')}>{row.changes.length === 0 ? 'Other amount from a date on…' : 'From a date on…'}</MenuItem>}
      <MenuItem onSelect={() => onPopup('range')}>{row.amount_low_cents === null ? 'Give a range…' : 'Range…'}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={duplicate}>Duplicate</MenuItem>
      <MenuItem onSelect={remove}>Delete</MenuItem>
    </Menu>
  )
}
