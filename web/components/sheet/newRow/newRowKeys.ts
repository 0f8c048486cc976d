/** What keys do in the fields of the row to be. */
import type { KeyboardEvent } from 'react'
import type { SheetField } from '../collections.ts'
import { cellFrom, focusCell } from '../gridKeys.ts'
import { focusWrong } from '../wrongField.ts'
import type { NewRowDraft } from './newRowDraft.ts'

/** Tab's short way through the row; the category is reached by arrow keys. */
const tabOrder = ['name', 'amount_cents', 'from_account_id', 'to_account_id', 'due_date', 'preset', 'account_id']

/** Keys in one of its fields: they add the row, clear it, or lead from field to field as between the cells of other rows. */
export function pressedIn(
  event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>,
  { isUntouched, add, clear }: NewRowDraft,
  columns: readonly SheetField[],
  row: HTMLTableRowElement,
  name: HTMLInputElement | null,
): void {
  const field = event.currentTarget
  const isText = field instanceof HTMLInputElement && field.type !== 'date'
  if (event.key === 'Enter') {
    event.preventDefault()
    if (isUntouched || add()) name?.focus()
    else focusWrong(row, name)
  } else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) {
    const order = tabOrder.filter((stop) => stop === 'preset' || (columns as readonly string[]).includes(stop))
    const from = order.indexOf(field.dataset.cell ?? field.dataset.part!)
    const to = order[from + (event.shiftKey ? -1 : 1)]
    const next = row.querySelector<HTMLElement>(`[data-cell="${to}"], [data-part="${to}"]`)
    if (isUntouched || (event.shiftKey && from === 0)) return
    if (!next && !event.shiftKey && !add()) return
    event.preventDefault()
    ;(next ?? name)?.focus()
  } else if (
    isText &&
    (event.key === 'ArrowRight' || event.key === 'ArrowLeft') &&
    !event.altKey &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.shiftKey
  ) {
    // At the end of a text, as between the cells of other rows.
    const isAtEnd =
      field.selectionStart === field.selectionEnd && field.selectionStart === (event.key === 'ArrowRight' ? field.value.length : 0)
    if (!isAtEnd) return
    event.preventDefault()
    focusCell(cellFrom(field, 0, event.key === 'ArrowRight' ? 1 : -1))
  } else if (event.key === 'Escape' && !isUntouched) {
    clear()
  } else if (event.key === 'ArrowUp' && isText && !event.altKey && field.list === null) {
    event.preventDefault()
    focusCell(cellFrom(field, -1, 0))
  }
}
