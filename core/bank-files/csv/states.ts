/** Whether the rows of a file are booked, by a column of states. */
import { dayOf } from '../../calendar.ts'
import { shortened, type Findings } from '../findings.ts'
import { bookingOf, yesOrNo, type Booking } from './cell-words.ts'
import { flagStates } from './flags.ts'
import { plainHeader } from './header-words.ts'
import { onceAText } from './once.ts'
import { isFamilyName, notBookedBy, plainWords, saidBy, type InDoubt } from './pending-texts.ts'
import { hasText, rowsLookedAt, type Picked } from './picked.ts'

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
  const flagOf = flagStates(header, new Set(picked.statuses))
  const readState = (cell: string): Booking | null => flagOf?.(cell) ?? (cell.trim() === '' ? 'booked' : stateOf(cell, header))
  const words = new Map<string, { state: Booking | null; rows: number; line: number }>()
  for (const [row, cell] of picked.statuses.entries()) {
    const known = words.get(cell)
    if (known) known.rows += 1
    else words.set(cell, { state: readState(cell), rows: 1, line: picked.lines[row]! })
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

export interface StatesOfRows {
  of: StateOfRow
  /** Tells of rows that were read as booked, though their texts may say that they are not. */
  tellDoubtful: (findings: Findings, readDay: (text: string) => string | null) => void
}

/**
 * Why a row is left out: by the heading above it, its column of states, or where that says nothing, by its texts, unless its balance has
 * counted it: "Pago pendiente" is also what people write of a debt that they pay. "PENDING SHOP" is left out where Shop stands in another
 * row, where several names stand behind this word, or where this row alone has no balance.
 */
export function statesOfRows(picked: Picked, states: States, isCounted: (row: number) => boolean): StatesOfRows {
  const { underPending, notBooked, flagged, statuses, dates, payees, payers, memos, kinds, lines } = picked
  const ofKind = onceAText(notBookedBy)
  const [isOfAnother, areSeveral] = [othersOf(payees), severalIn(payees)]
  const doubtful = new Map<number, string>()
  const ofDoubt = (row: number, { said, rest, isBefore }: InDoubt): 'pending' | null => {
    if (isCounted(row)) return null
    if (isOfAnother(rest) || (isBefore && (areSeveral(said) || lacksBalance(picked, row)))) return 'pending'
    if (isBefore) doubtful.set(row, payees[row]!)
    return null
  }
  return {
    of: (row) => {
      if (underPending.has(row)) return 'pending'
      const state = states.of(row) ?? flagged.get(row) ?? null
      if (state !== null || hasText(statuses[row])) return state
      const payee = saidBy(payees[row] ?? '')
      const said =
        notBooked.get(row) ??
        (typeof payee === 'string' ? payee : null) ??
        notBookedBy(memos[row] ?? '') ??
        notBookedBy(payers[row] ?? '') ??
        ofKind(kinds[row] ?? '')
      if (said !== null) return isCounted(row) ? null : said
      return payee === null || typeof payee === 'string' ? null : ofDoubt(row, payee)
    },
    tellDoubtful: (findings, readDay) => {
      if (doubtful.size === 0) return
      const rows = Map.groupBy(payees.keys(), (row) => payees[row]!)
      const areBooked = onceAText((text) => liesApart(rows.get(text)!.flatMap((row) => readDay(dates[row]!) ?? [])))
      for (const [row, text] of doubtful)
        if (!areBooked(text)) findings.add('bank.row_state_is_not_known.text', lines[row]!, () => ({ text: shortened(text) }))
    },
  }
}

/** No shop's hold on money lasts longer: what stands there on days further apart has been booked. */
const longestHold = 31

function liesApart(days: readonly string[]): boolean {
  const sorted = days.toSorted()
  return sorted.length > 1 && dayOf(sorted.at(-1)!)! - dayOf(sorted[0]!)! > longestHold
}

/** Where other rows have a balance and this one has none, the bank has not counted it. */
const lacksBalance = ({ balances }: Picked, row: number): boolean =>
  balances.length > 2 &&
  !hasText(balances[row]) &&
  [row - 1, row + 1].every((beside) => beside in balances === false || hasText(balances[beside]))

/** Whether names that begin otherwise stand behind the same words for what is pending: no shop is called all of these. */
function severalIn(payees: readonly string[]): (said: string) => boolean {
  let behind: Map<string, Set<string>> | null = null
  const namesBehind = (): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>()
    for (const payee of payees.slice(0, rowsLookedAt)) {
      const doubt = saidBy(payee)
      if (doubt === null || typeof doubt === 'string' || !doubt.isBefore || isFamilyName(doubt.said)) continue
      found.set(doubt.said, (found.get(doubt.said) ?? new Set()).add(doubt.rest.split(' ', 1)[0]!))
    }
    return found
  }
  return (said) => ((behind ??= namesBehind()).get(said)?.size ?? 0) > 1
}

/** Whether another row is of this name: the whole of it, or its first two words. */
function othersOf(payees: readonly string[]): (name: string) => boolean {
  let known: Set<string> | null = null
  const keysOf = (words: string): string[] => {
    const pair = words.split(' ').slice(0, 2).join(' ')
    return pair.includes(' ') ? [words, pair] : [words]
  }
  return (name) => {
    known ??= new Set(payees.slice(0, rowsLookedAt).flatMap((payee) => (saidBy(payee) === null ? keysOf(plainWords(payee)) : [])))
    return name.length >= 3 && keysOf(name).some((key) => known!.has(key))
  }
}
