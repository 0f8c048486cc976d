/**
 * Moving about a sheet as in a spreadsheet. Focus lives in the document: one cell at a time is in the tab order,
 * and no component renders because focus moved.
 */
import { isAccountField, type SheetField } from './collections.ts'

const cellSelector = '[data-cell]'
/** Cells that share one place in the tab order; the fields of the new row have their own. */
const stopSelector = '[data-cell]:not(input, select)'

/** Tab's short way through a row while it is edited: what most rows need. The category is reached by arrow keys. */
const tabOrder: readonly SheetField[] = ['name', 'amount_cents', 'from_account_id', 'to_account_id', 'due_date', 'account_id']

/** Where Tab leads from a field of a row, among those that it has and that are edited in place; undefined: out of the row. */
export function tabNeighbour(field: SheetField, step: 1 | -1, isInPlace: (field: SheetField) => boolean): SheetField | undefined {
  // From the category it goes as from the name.
  const from = tabOrder.indexOf(field === 'category' ? 'name' : field)
  const ways = step === 1 ? tabOrder.slice(from + 1) : tabOrder.slice(0, field === 'category' ? 1 : from).toReversed()
  return ways.find(isInPlace)
}

/** Where an edit leads when it ends: to a neighbouring cell, nowhere, or wherever the person went. */
export type Towards = 'down' | 'up' | 'next' | 'previous' | 'stay' | 'away'

export function focusCell(cell: HTMLElement | null | undefined): void {
  cell?.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: 'nearest' })
}

/** The cell reached from one by rows and columns; the nearest one where the sheet ends. */
export function cellFrom(cell: HTMLElement, rows: number, columns: number): HTMLElement | null {
  const line = cell.closest('[data-row]')
  if (!line) return null
  const cells = [...lineFrom(line, rows).querySelectorAll<HTMLElement>(cellSelector)]
  const from = [...line.querySelectorAll(cellSelector)].indexOf(cell)
  return cells[Math.max(0, Math.min(cells.length - 1, from + columns))] ?? null
}

/** The row so many rows from one, or the last one that way; what stands between rows is no row. */
function lineFrom(line: Element, rows: number): Element {
  const side = rows < 0 ? 'previousElementSibling' : 'nextElementSibling'
  let found = line
  let left = Math.abs(rows)
  for (let next = line[side]; next && left > 0; next = next[side]) {
    if (!next.matches('[data-row]')) continue
    found = next
    left -= 1
  }
  return found
}

/** The cell of a field in the row of a cell. */
export const siblingCell = (cell: HTMLElement, field: SheetField | 'menu'): HTMLElement | null =>
  cell.closest('[data-row]')?.querySelector<HTMLElement>(`[data-cell="${field}"]`) ?? null

/** Goes on editing in another cell: of a row by a click, of the new row by focus. */
export function editCell(cell: HTMLElement | null): void {
  if (cell instanceof HTMLInputElement || cell instanceof HTMLSelectElement) cell.focus()
  else cell?.click()
}

/** How a key begins an edit of a field: with the value (null), with the character typed, by clearing, or not at all (undefined). */
export function startOfEdit(
  event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean },
  field: SheetField,
): string | null | 'clear' | undefined {
  if (event.key === 'Enter' || event.key === 'F2') return null
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (isAccountField(field)) return event.key.length === 1 && event.key !== ' ' ? null : undefined
  if (event.key === 'Delete' || event.key === 'Backspace') return field === 'due_date' || field === 'category' ? 'clear' : ''
  if (event.key.length !== 1 || event.key === ' ') return undefined
  return field === 'due_date' ? null : event.key
}

const pageOfRows = 12

/** Where an arrow or page key leads, or null when the key does not move. */
export function moveOf(event: { key: string; ctrlKey: boolean; metaKey: boolean }): [rows: number, columns: number] | null {
  const far = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'ArrowUp':
      return [far ? -Infinity : -1, 0]
    case 'ArrowDown':
      return [far ? Infinity : 1, 0]
    case 'ArrowLeft':
      return [0, far ? -Infinity : -1]
    case 'ArrowRight':
      return [0, far ? Infinity : 1]
    case 'Home':
      return [far ? -Infinity : 0, -Infinity]
    case 'End':
      return [far ? Infinity : 0, Infinity]
    case 'PageUp':
      return [-pageOfRows, 0]
    case 'PageDown':
      return [pageOfRows, 0]
    default:
      return null
  }
}

const tabStops = new WeakMap<HTMLElement, HTMLElement>()

/** Puts one cell of the grid into the tab order: the one given, else the one that was, else the first. */
export function keepTabStop(grid: HTMLElement | null, cell?: HTMLElement): void {
  if (!grid) return
  const known = tabStops.get(grid)
  const stop = known && grid.contains(known) ? known : undefined
  if (stop && (!cell || stop === cell)) return
  if (stop) stop.tabIndex = -1
  const next = cell ?? grid.querySelector<HTMLElement>(stopSelector)
  if (!next) return
  next.tabIndex = 0
  tabStops.set(grid, next)
}
