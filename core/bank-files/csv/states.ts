/** Whether the rows of a file are booked, by a column of states. */
import { dayOf } from '../../calendar.ts'
import { shortened, type Findings } from '../findings.ts'
import type { AmountReading } from '../read-amounts.ts'
import { bookingOf, yesOrNo, type Booking } from './cell-words.ts'
import { counterRowsOf } from './counter-rows.ts'
import { flagStates } from './flags.ts'
import { plainHeader } from './header-words.ts'
import type { InBalance } from './in-balance.ts'
import { onceAText } from './once.ts'
import { isFamilyName, plainWords, saidBy, stateNamedBy, type InDoubt, type NotBooked } from './pending-texts.ts'
import { hasText, rowsLookedAt } from './picked.ts'
import type { Picked } from './table-parts.ts'
import { isDoubtfulKind, isOfAuthorisation, refusedFeeIn, textsThatSay, type Says } from './row-texts.ts'

export interface States {
  /** Why a row is left out; null where it is booked, or its state says nothing. */
  of: (row: number) => 'pending' | 'reverted' | null
  /** Tells of words that are not known, once a word. */
  tellUnknown: (findings: Findings) => void
}

/** What a cell says under its column's name: yes under "Booked" is booked, under "Pending" it is pending. */
export function stateOf(cell: string, header: string): Booking | null {
  const yes = yesOrNo(cell)
  if (yes === null) return stateNamedBy(cell) ?? bookingOf(cell)
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
  tellDoubtful: (findings: Findings) => void
}

/**
 * Why a row is left out: by the heading above it, its column of states, or where that says nothing, by its texts, unless its balance has
 * counted it: "Pago pendiente" is also what people write of a debt that they pay. "PENDING SHOP" is left out where Shop stands in another
 * row, where several names stand behind this word, or where this row alone has no balance. What is called cancelled is booked where it
 * takes another row back. A fee for what was refused is booked unless the balance has not counted it, also where the column of states says
 * of the payment that it failed; what a card only authorised is told where another row books it, though the column says that both are.
 */
export function statesOfRows(
  picked: Picked,
  states: States,
  { isCounted: isMoved, isPassedOver, isFirst }: InBalance,
  reading: AmountReading,
  readDay: (text: string) => string | null,
): StatesOfRows {
  const { underPending, flagged, statuses, payees } = picked
  const textsOf = textsThatSay(picked)
  const areOthersCounted = othersCounted(picked, textsOf, isMoved, isFirst)
  const isCounted = (row: number): boolean => isMoved(row) || (isFirst(row) && areOthersCounted(row))
  const [isOfAnother, areSeveral] = [othersOf(payees), severalIn(payees)]
  const counter = counterRowsOf(picked, reading, readDay)
  const doubtful: Doubtful = { texts: new Map(), kinds: new Map() }
  /** Of equal sums both ways each is counted, or none. */
  const isTakenBack = (row: number, text: string): boolean => {
    if (isPassedOver(row)) return false
    const [isAgainst, hasOpposite] = [counter.isAgainst(row), counter.hasOpposite(row)]
    if (isAgainst !== hasOpposite) doubtful.texts.set(row, { text, state: 'reverted' })
    return isAgainst || hasOpposite
  }
  const ofFee = (row: number, text: string, fee: 'named' | 'possible'): NotBooked | null => {
    if (isPassedOver(row)) return 'reverted'
    if (fee === 'possible' && !(counter.isAgainst(row) && counter.hasOpposite(row)))
      doubtful.texts.set(row, { text, state: 'reverted', isAlwaysTold: true })
    return null
  }
  const ofDoubt = (row: number, text: string, { said, rest, isBefore, state }: InDoubt): NotBooked | null => {
    if (isPassedOver(row)) return state
    if (state === 'reverted' && (counter.isAgainst(row) || counter.hasOpposite(row))) return null
    if (isOfAnother(rest) || (isBefore && (areSeveral(said) || lacksBalance(picked, row)))) return state
    if (isBefore || state === 'reverted') doubtful.texts.set(row, { text, state })
    return null
  }
  const rowsWhere = (holds: (row: number) => boolean): number[] => [...payees.keys()].slice(0, rowsLookedAt).filter(holds)
  let booked: ReadonlySet<number> | null = null
  const isBookedByAnother = (row: number): boolean => {
    booked ??= counter.bookedByOthers(rowsWhere((own) => isDoubtfulKind(textsOf(own)) && !isCounted(own)))
    return booked.has(row)
  }
  const stateAt = (row: number): NotBooked | null => states.of(row) ?? flagged.get(row) ?? null
  let bookedTwice: ReadonlySet<number> | null = null
  const isBookedTwice = (row: number): boolean => {
    bookedTwice ??= counter.bookedByOthers(
      rowsWhere((own) => stateAt(own) === null && isOfAuthorisation(textsOf(own)) && !isCounted(own)),
      (other) => stateAt(other) === null,
    )
    return bookedTwice.has(row)
  }
  const besideState = (row: number, state: NotBooked | null): NotBooked | null => {
    if (state === 'pending') return state
    const says = textsOf(row)
    if (state === 'reverted') {
      const fee = refusedFeeIn(picked, row, says)
      return fee === undefined ? state : isMoved(row) ? null : ofFee(row, fee, 'possible')
    }
    if (says !== null && isOfAuthorisation(says) && isBookedTwice(row))
      doubtful.kinds.set(says.text, (doubtful.kinds.get(says.text) ?? new Set()).add(row))
    return null
  }
  /** A kind names nobody, and is said of many rows: one that another books is left out, the others are told. */
  const ofDoubtfulKind = (row: number, text: string, state: NotBooked): NotBooked | null => {
    if (isPassedOver(row) || isBookedByAnother(row) || lacksBalance(picked, row)) return state
    doubtful.kinds.set(text, (doubtful.kinds.get(text) ?? new Set()).add(row))
    return null
  }
  const hasStates = underPending.size > 0 || flagged.size > 0 || statuses.length > 0
  return {
    of: (row) => {
      if (hasStates) {
        if (underPending.has(row)) return 'pending'
        const state = stateAt(row)
        if (state !== null || hasText(statuses[row])) return besideState(row, state)
      }
      const says = textsOf(row)
      if (says === null || isCounted(row)) return null
      const { said, text, isOfKind } = says
      if (typeof said === 'string') return said === 'reverted' && isTakenBack(row, text) ? null : said
      if (said.fee !== undefined) return ofFee(row, text, said.fee)
      return isOfKind ? ofDoubtfulKind(row, text, said.state) : ofDoubt(row, text, said)
    },
    tellDoubtful: (findings) => tellDoubtful(picked, doubtful, readDay, findings),
  }
}

/** Whether the balances of all other rows that say the same as one count them, and there are some. */
function othersCounted(
  { lines }: Picked,
  textsOf: (row: number) => Says | null,
  isMoved: (row: number) => boolean,
  isFirst: (row: number) => boolean,
): (row: number) => boolean {
  const stateAt = (row: number): NotBooked | null => {
    const said = textsOf(row)?.said ?? null
    return said === null || typeof said === 'string' ? said : said.state
  }
  const counted = new Map<NotBooked, boolean>()
  const areCounted = (state: NotBooked): boolean => {
    const rows = Array.from({ length: Math.min(lines.length, rowsLookedAt) }, (_, row) => row)
    const others = rows.filter((row) => !isFirst(row) && stateAt(row) === state)
    return others.length > 0 && others.every(isMoved)
  }
  return (row) => {
    const state = stateAt(row)
    if (state === null) return false
    if (!counted.has(state)) counted.set(state, areCounted(state))
    return counted.get(state)!
  }
}

/** What may be not booked, or no payment: rows by their own texts, and by kinds of payment. */
interface Doubtful {
  texts: Map<number, { text: string; state: NotBooked; isAlwaysTold?: true }>
  kinds: Map<string, Set<number>>
}

/** A name that comes again much later is one; a kind is told once. */
function tellDoubtful(
  { dates, payees, lines }: Picked,
  { texts, kinds }: Doubtful,
  readDay: (text: string) => string | null,
  findings: Findings,
): void {
  if (texts.size > 0) {
    const rows = Map.groupBy(payees.keys(), (row) => payees[row]!)
    const areBooked = onceAText((text) => liesApart((rows.get(text) ?? []).flatMap((row) => readDay(dates[row]!) ?? [])))
    for (const [row, { text, state, isAlwaysTold }] of texts) {
      if (isAlwaysTold !== true && areBooked(text)) continue
      const says = state === 'pending' ? 'bank.row_state_is_not_known.text' : 'bank.row_state_is_not_known.undone'
      findings.add(says, lines[row]!, () => ({ text: shortened(text) }))
    }
  }
  for (const [text, rows] of kinds) {
    const [first] = rows
    findings.add('bank.row_state_is_not_known.kind', lines[first!]!, () => ({ text: shortened(text), rows: rows.size }))
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
