import { memo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { putRow } from '../../../core/store.ts'
import type { Bill } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { CrossIcon } from '../../ui/icons.tsx'
import { undoKeys } from '../frame/shortcuts.ts'
import { tell } from '../frame/screen.ts'
import { BillCellEditor } from './BillCellEditor.tsx'
import { cellFrom, fieldOrder, focusCell, keepTabStop, moveOf, siblingCell, type SheetField } from './gridKeys.ts'

interface Props {
  bill: Bill
  currency_code: string
  /** The plan's start date: dates of its year leave the year out. */
  near: string
  /** The person has come to this row. */
  onHold: (bill: Bill) => void
}

interface Editing {
  field: SheetField
  /** What was typed to begin with, in place of the value; null: the value itself. */
  start: string | null
}

/** One bill: text until a cell is edited. */
export const BillRow = memo(function BillRow({ bill, currency_code, near, onHold }: Props) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const row = useRef<HTMLTableRowElement>(null)

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const cell = event.target as HTMLElement
    if (cell.dataset.cell === undefined) return
    const move = event.altKey || event.shiftKey ? null : moveOf(event)
    if (move) {
      event.preventDefault()
      focusCell(cellFrom(cell, ...move))
      return
    }
    const field = fieldOrder.find((name) => name === cell.dataset.cell)
    if (!field) return
    const begin = startOfEdit(event, field)
    if (begin === undefined) return
    event.preventDefault()
    if (begin === 'clear') planningActions().dispatch(putRow('bills', { id: bill.id, [field]: null }))
    else setEditing({ field, start: begin })
  }

  const onClick = (event: MouseEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    const field = fieldOrder.find((name) => name === cell?.dataset.cell)
    if (!field || editing?.field === field) return
    // A cell that still edits after losing focus holds what can't be saved yet: it comes first, so that nothing typed is lost.
    if (editing) row.current!.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    else setEditing({ field, start: null })
  }

  /** After an edit: focus goes where the key leads, as in a spreadsheet. */
  const leave = (field: SheetField, towards: 'down' | 'up' | 'next' | 'previous' | 'stay' | 'away'): void => {
    const cell = siblingCell(row.current!, field)!
    const step = fieldOrder.indexOf(field) + (towards === 'previous' ? -1 : 1)
    const neighbour = fieldOrder[step]
    if ((towards === 'next' || towards === 'previous') && neighbour) {
      setEditing({ field: neighbour, start: null })
      return
    }
    setEditing(null)
    if (towards === 'down' || towards === 'up') focusCell(cellFrom(cell, towards === 'down' ? 1 : -1, 0))
    if (towards === 'stay') focusCell(cell)
    if (towards === 'next') editCell(cellFrom(cell, 1, -fieldOrder.length))
    if (towards === 'previous') focusCell(cell)
  }

  const remove = (): void => {
    const next = cellFrom(siblingCell(row.current!, 'name')!, 1, 0)
    planningActions().dispatch({ type: 'delete_row', collection: 'bills', id: bill.id })
    focusCell(next)
    tell({ id: 'deleted-bill', tone: 'info', text: `${bill.name} is deleted. ${undoKeys} brings it back.`, action: { label: 'Undo', run: () => void planningActions().undo() } })
  }

  const content = (field: SheetField, shown: React.ReactNode) => (
    <td role="gridcell" data-field={field} data-cell={field} tabIndex={-1}>
      {editing?.field === field ? (
        <BillCellEditor key={field} bill={bill} field={field} start={editing.start} currency_code={currency_code} onLeave={leave} />
      ) : (
        shown
      )}
    </td>
  )

  return (
    <tr
      ref={row}
      role="row"
      data-row={bill.id}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => {
        onHold(bill)
        const cell = event.target.closest<HTMLElement>('[data-cell]')
        if (cell) keepTabStop(cell.closest('table'), cell)
      }}
    >
      {content(
        'name',
        <span className="cell">
          {bill.name}
          {bill.predicted && (
            <>
              {' '}
              <span className="tag ml-1">predicted</span>
            </>
          )}
        </span>,
      )}
      {content('due_date', bill.due_date ? <span className="cell">{formatDate(bill.due_date, near)}</span> : <span className="cell cell-empty">no date</span>)}
      {content('category', bill.category ? <span className="cell">{bill.category}</span> : <span className="cell cell-empty" aria-label="no category" />)}
      {content('amount_cents', <span className="cell">{formatMoney(bill.amount_cents, currency_code)}</span>)}
      <td role="gridcell" data-field="remove">
        <button type="button" className="row-remove" data-cell="remove" tabIndex={-1} aria-label={`Delete ${bill.name}`} title="Delete this bill" onClick={remove}>
          <CrossIcon />
        </button>
      </td>
    </tr>
  )
})

/** How a key begins an edit: with the value (null), with the character typed, by clearing, or not at all (undefined). */
function startOfEdit(event: KeyboardEvent, field: SheetField): string | null | 'clear' | undefined {
  if (event.key === 'Enter' || event.key === 'F2') return null
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.key === 'Delete' || event.key === 'Backspace') return field === 'due_date' || field === 'category' ? 'clear' : ''
  if (event.key.length !== 1 || event.key === ' ') return undefined
  return field === 'due_date' ? null : event.key
}

/** Goes on editing in another cell: of a bill by a click, of the new row by focus. */
function editCell(cell: HTMLElement | null): void {
  if (cell instanceof HTMLInputElement) cell.focus()
  else cell?.click()
}
