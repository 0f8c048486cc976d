/** Columns of flags that are named for a state: 1 under "Pending", x under "Void", nothing under "Booked". */
import { bookingOf, yesOrNo, type Booking } from './cell-words.ts'
import type { ColumnRole } from '../bank-file.ts'
import { columnOf, type Column } from './column.ts'
import { headerFit, isNamed, plainHeader, plainLetters } from './header-words.ts'
import type { Layout } from './table-parts.ts'
import { onceAText, remembered } from './once.ts'
import { stateNamedBy } from './pending-texts.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(',').map((word) => plainLetters(word.trim())))

/** What may stand beside the state in a name, and says nothing more. */
const besideStates = setOf(
  'is, was, are, has, been, flag, indicator, ind, marker, yn, transaction, transactions, txn, trx, entry, row, item, ist, ' +
    'bereits, wurde, kennzeichen, kz, umsatz, buchung, transaktion, est, operation, opération, es, está, movimiento, operación, ' +
    'operazione, transactie, transakcja, transakce, è, já, jest',
)
/** "Cleared (Y/N)". */
const bothFlags = / (?:y n|yes no|true false|j n|ja nein|oui non|s n|si no|0 1|1 0)$/
/** These may be of an invoice, an order or a task as well. */
const ofOthers = setOf(
  'active, paid, confirmed, requested, submitted, returned, approved, done, complete, completed, success, successful, ok',
)
const denials = setOf('not, yet, un, non, no, nicht, noch, ej, inte, ikke, ei, nie, ne, nem, niet, nog, nao, nu, не, нет')

/** The state that the whole of a column's name says: "is_pending", "Umsatz gebucht"; null for "Posted amount". */
export const stateNamed = remembered((header): Booking | null => {
  const plain = ` ${plainHeader(header).trim()}`.replace(bothFlags, '').trim()
  if (plain === '' || isNamed(` ${plain} `, 'checks')) return null
  const all = plain.split(' ')
  const words = all.filter((word) => !besideStates.has(word))
  const own = words.some((word) => !denials.has(word)) ? words.join(' ') : plain
  const said = stateNamedBy(own)
  if (said !== null) return said
  // What is denied may stand in words that a name has beside it too: "no contabilizado".
  const isWhole = all.every((word) => besideStates.has(word) || denials.has(word) || bookingOf(word) !== null)
  return isWhole ? (bookingOf(all.filter((word) => denials.has(word) || !besideStates.has(word)).join(' ')) ?? null) : null
})

const onMarks = setOf(
  '1, -1, x, ✓, ✔, ✅, ☑, ☒, on, wahr, vrai, verdadero, verdadeiro, vero, waar, sant, sand, prawda, ' +
    'pravda, igaz, tosi, doğru, истина, adevărat',
)
const offMarks = setOf(
  '0, -, –, —, ☐, ❌, off, falsch, faux, falso, onwaar, falskt, falsk, fałsz, nepravda, hamis, epätosi, yanlış, ложь, fals',
)
/** Letters and marks that are flags only beside each other. */
const pairs: readonly (readonly [string, string])[] = ['tf', 'sn', 'on', 'tn', 'an', 'in', 'eh', 'дн', '✓✗', '✔✗', '✓✘', '✔✘', 'x✗'].map(
  (pair) => [pair[0]!, pair[1]!],
)

/** True or false of each of the texts that stand in a column; null for any other. */
function flagsAmong(texts: Iterable<string>): (cell: string) => boolean | null {
  const plain = new Set([...texts].map((text) => plainLetters(text.trim())).filter((text) => text !== ''))
  const pair = pairs.find((own) => own.every((mark) => plain.has(mark)))
  return (cell) => {
    const text = plainLetters(cell.trim())
    if (pair?.includes(text)) return text === pair[0]
    return onMarks.has(text) ? true : offMarks.has(text) ? false : text === '' ? null : yesOrNo(text)
  }
}

/** What each cell of a column says under its name; null where the name is no state. Where only what holds is marked, no mark denies it. */
export function flagStates(header: string, texts: Iterable<string>): ((cell: string) => Booking | null) | null {
  const named = stateNamed(header)
  if (named === null) return null
  const all = [...texts]
  const flagOf = flagsAmong(all)
  const flags = new Set(all.filter((text) => text.trim() !== '').map(flagOf))
  const areMarks = flags.size === 1 && flags.has(true)
  const not = named === 'booked' ? 'pending' : 'booked'
  return onceAText((cell) => {
    const flag = cell.trim() === '' ? (areMarks ? false : null) : flagOf(cell)
    return flag === null ? null : flag ? named : not
  })
}

/** Whether all that stands in a column are flags, and its name is what they say. */
export function isOfFlags({ header, values, filled, isDate }: Column): boolean {
  if (filled === 0 || isDate || values.size > 8 || ofOthers.has(header.trim())) return false
  const stateOf = flagStates(header, values.keys())
  return stateOf !== null && [...values.keys()].every((cell) => stateOf(cell) !== null)
}

/** Nothing stands in it yet: what does in a later row, or in the next file, says that the row is not booked. */
export const awaitsFlags = ({ header, filled }: Column): boolean =>
  filled === 0 && !isOfMoney(header) && (stateNamed(header) ?? 'booked') !== 'booked'

/** One or two marks that are not known, or under a name that may be of something else: nothing tells which rows count. */
export const mayBeFlags = (column: Column): boolean =>
  column.filled > 0 &&
  !column.isDate &&
  column.distinct <= 2 &&
  stateNamed(column.header) !== null &&
  !isOfFlags(column) &&
  [...column.values.keys()].every((cell) => cell.length <= 3 && bookingOf(cell) === null)

/** Beside a column of states, those of flags that have no role: "Void" beside "Pending". */
export const furtherFlags = ({ header, samples, width }: Layout, roles: readonly ColumnRole[]) =>
  roles.includes('status') && header !== null
    ? Array.from({ length: width }, (_, index) => index)
        .filter((index) => roles[index] === 'ignored' && stateNamed(header[index] ?? '') !== null)
        .map((index) => columnOf(index, header[index]!, samples))
        .filter((column) => isOfFlags(column) || awaitsFlags(column))
        .map(({ index, values }) => ({ index, stateOf: flagStates(header[index]!, values.size > 0 ? values.keys() : ['x'])! }))
    : []

const isOfMoney = (header: string): boolean =>
  (['amount', 'debit', 'credit', 'balance'] as const).some((role) => headerFit(header, role) > 0)
