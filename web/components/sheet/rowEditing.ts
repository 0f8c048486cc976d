/** Which cell of a row is edited or what opens from it, and the keys and clicks that lead there. */
import { useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import type { Payment } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { sheetFields, type PaymentCollection, type SheetField } from './collections.ts'
import { cellFrom, editCell, focusCell, moveOf, siblingCell, startOfEdit, tabNeighbour, type Towards } from './gridKeys.ts'
import type { RowPopup } from './RowPopups.tsx'

interface Editing {
  field: SheetField
  /** What was typed to begin with, in place of the value; null: the value itself. */
  start: string | null
}

export function useRowEditing(
  collection: PaymentCollection,
  row: Payment,
  columns: readonly SheetField[],
  element: RefObject<HTMLTableRowElement | null>,
) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [popup, setPopup] = useState<RowPopup | null>(null)
  const [hasHint, setHasHint] = useState(false)

  /** What repeats has more than a date: its schedule opens instead. */
  const isInPlace = (field: SheetField): boolean => field !== 'due_date' || row.schedule === null
  const begin = (field: SheetField, start: string | null): void => (isInPlace(field) ? setEditing({ field, start }) : setPopup('schedule'))

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const cell = event.target as HTMLElement
    if (cell.dataset.cell === undefined) return
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      event.preventDefault()
      setPopup('menu')
      return
    }
    const move = event.altKey || event.shiftKey ? null : moveOf(event)
    if (move) {
      event.preventDefault()
      focusCell(cellFrom(cell, ...move))
      return
    }
    const field = sheetFields.find((name) => name === cell.dataset.cell)
    if (!field) return
    const start = startOfEdit(event, field)
    if (start === undefined) return
    event.preventDefault()
    if (start === 'clear') planningActions().dispatch(putRow(collection, { id: row.id, [field]: null }))
    else begin(field, start)
  }

  const onClick = (event: MouseEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
    const field = sheetFields.find((name) => name === cell?.dataset.cell)
    if (!field || editing?.field === field || (event.target as HTMLElement).closest('button')) return
    // A cell that still edits after losing focus holds what can't be saved yet: it comes first, so that nothing typed is lost.
    if (editing) element.current!.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    else begin(field, null)
  }

  /** After an edit: focus goes where the key leads, as in a spreadsheet. */
  const leave = (field: SheetField, towards: Towards): void => {
    const cell = siblingCell(element.current!, field)!
    const neighbour =
      towards === 'next' || towards === 'previous'
        ? tabNeighbour(field, towards === 'next' ? 1 : -1, (other) => columns.includes(other) && isInPlace(other))
        : undefined
    if (neighbour) {
      setEditing({ field: neighbour, start: null })
      return
    }
    setEditing(null)
    if (towards === 'down' || towards === 'up') focusCell(cellFrom(cell, towards === 'down' ? 1 : -1, 0))
    if (towards === 'stay' || towards === 'previous') focusCell(cell)
    if (towards === 'next') editCell(cellFrom(cell, 1, -Infinity))
  }

  /** What is typed says how often, which a cell can't hold. */
  const onRepeat = (): void => {
    setEditing(null)
    setPopup('schedule')
  }
  return {
    editing,
    popup,
    setPopup,
    isOpen: popup !== null || (editing !== null && hasHint),
    setHasHint,
    isInPlace,
    onKeyDown,
    onClick,
    leave,
    onRepeat,
  }
}
