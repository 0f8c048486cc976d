/** Whether the rows of a file are booked, by a column of states. */
import { shortened, type Findings } from '../findings.ts'
import { bookingOf, yesOrNo, type Booking } from './cell-words.ts'
import { plainHeader } from './header-words.ts'
import { onceAText } from './once.ts'
import { notBookedBy } from './pending-texts.ts'
import { hasText, type Picked } from './picked.ts'

export interface States {
  /** Why a row is left out; null where it is booked, or its state says nothing. */
  of: (row: number) => 'pending' | 'reverted' | null
  /** Tells of words that are not known, once a word. */
  tellUnknown: (findings: Findings) => void
}

/** What a cell says under its column's name: yes under "Booked" is booked, under "Pending" it is pending. */
export function stateOf(cell: string, header: string): Booking | null {
  const yes = yesOrNo(cell)
  if (yes === null) return bookingOf(cell)
  const named = bookingOf(header)
  return named === null ? null : yes ? named : named === 'booked' ? 'pending' : 'booked'
}

/** A word that is not known, beside more rows that are booked, is of those that are not: the row is left out, and told. */
export function statesOf(picked: Picked, name: string): States {
  if (picked.statuses.length === 0) return { of: () => null, tellUnknown: () => undefined }
  const header = plainHeader(name).trim()
  const words = new Map<string, { state: Booking | null; rows: number; line: number }>()
  for (const [row, cell] of picked.statuses.entries()) {
    const known = words.get(cell)
    if (known) known.rows += 1
    else words.set(cell, { state: cell.trim() === '' ? 'booked' : stateOf(cell, header), rows: 1, line: picked.lines[row]! })
  }
  const booked = [...words.values()].reduce((sum, { state, rows }) => (state === 'booked' ? sum + rows : sum), 0)
  const isUnknown = [...words].filter(([, { state }]) => state === null)
  return {
    of: (row) => {
      const word = words.get(picked.statuses[row] ?? '')
      if (!word || word.state === 'booked') return null
      return word.state ?? (word.rows < booked ? 'pending' : null)
    },
    tellUnknown: (findings) => {
      for (const [text, { rows, line }] of isUnknown)
        findings.add(rows < booked ? 'bank.row_state_is_not_known.left_out' : 'bank.row_state_is_not_known.booked', line, () => ({
          text: shortened(text),
        }))
    },
  }
}

export type StateOfRow = (row: number) => 'pending' | 'reverted' | null

/**
 * Why a row is left out: by the heading above it, its column of states, or where that says nothing, by its texts, unless its balance has
 * counted it: "Pago pendiente" is also what people write of a debt that they pay.
 */
export function stateOfRow(picked: Picked, states: States, isCounted: (row: number) => boolean): StateOfRow {
  const { underPending, notBooked, statuses, payees, payers, memos, kinds } = picked
  const ofKind = onceAText(notBookedBy)
  return (row) => {
    if (underPending.has(row)) return 'pending'
    if (hasText(statuses[row])) return states.of(row)
    const said =
      notBooked.get(row) ??
      notBookedBy(payees[row] ?? '') ??
      notBookedBy(memos[row] ?? '') ??
      notBookedBy(payers[row] ?? '') ??
      ofKind(kinds[row] ?? '')
    return said !== null && isCounted(row) ? null : said
  }
}
