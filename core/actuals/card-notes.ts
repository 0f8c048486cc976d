/**
 * What the plan notes of the payments of its cards, by the date that they are of, and which transactions these are: none of them is a
 * payment anew, on any device. A date that was said to be paid without a payment stands for one of its sum, about its day.
 */
import { ruledDay } from '../accounts/card-dates.ts'
import { dayOf } from '../calendar.ts'
import { paidAmount } from '../payments/part-payments.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { saysCardPayment } from '../prediction/own-money.ts'
import { textOf } from '../prediction/payees.ts'
import type { Account, Scenario } from '../scenario.ts'
import { isPaidFrom, mayPay } from '../spending/own-accounts.ts'
import { spendingCategoryOf } from '../spending/spending-words.ts'
import { isCounted } from './cards-counted.ts'

export interface CardNote {
  account: Account
  scheduled_date: string
  /** Minor units, above 0. */
  amount_cents: number
  /** Whether the payment is noted; else the date was said to be paid, and no more is known. */
  is_noted: boolean
  /** The day of it; of one that is not noted, the days on which the date was due. As day numbers. */
  first_day: number
  last_day: number
}

/** Days that a note and its transaction may be apart: the one side of a payment may be known, and the other be booked later. */
export const days_noted_apart = 4
/** Days before and after its due day in which something is the payment of a date that was said to be paid; of what says nothing, fewer. */
const days_early = 35
const days_late = 25
const days_of_same = 14

export const cardNotes = ({ accounts, start_date }: Pick<Scenario, 'accounts' | 'start_date'>): CardNote[] =>
  accounts
    .filter(({ kind }) => kind === 'card')
    .flatMap((account) => Object.keys(account.exceptions).flatMap((date) => notesOf(account, date, start_date)))

function notesOf(account: Account, scheduled_date: string, start_date: string): CardNote[] {
  const { paid = [], amount_cents, moved_to } = account.exceptions[scheduled_date]!
  const noted = paid.map(({ date, amount_cents: cents }): CardNote => {
    const day = dayOf(date)!
    return { account, scheduled_date, amount_cents: cents, is_noted: true, first_day: day, last_day: day }
  })
  if (!isSaidPaid(account, scheduled_date, start_date)) return noted
  const due = ruledDay(account.card!, dayOf(scheduled_date)!)
  const days = [due, dayOf(moved_to ?? '') ?? due]
  const said = { account, scheduled_date, amount_cents: amount_cents!, is_noted: false }
  return [{ ...said, first_day: Math.min(...days), last_day: Math.max(...days) }]
}

/** Whether a card's date was said to be paid, at a sum, or counted so, and no payment that comes to it is noted of it. */
export function isSaidPaid(account: Pick<Account, 'card' | 'exceptions'>, scheduled_date: string, start_date: string): boolean {
  const { card, exceptions } = account
  if (isCounted(account, scheduled_date, start_date)) return true
  const { paid = [], rest, amount_cents = 0, skipped } = exceptions[scheduled_date] ?? {}
  const comesTo = paidAmount({ exceptions }, scheduled_date) === amount_cents || paid.some((one) => one.amount_cents === amount_cents)
  return card !== null && rest === 'dropped' && !skipped && amount_cents > 0 && !comesTo
}

/** On which account of the plan a transaction stands; null the main one, undefined none. */
export type AccountTeller = (transaction: AccountTransaction) => string | null | undefined

/** Which transactions are the payments that are noted, by id: as they left an account, and as they came onto the card. */
export function transactionsOfNotes(
  notes: readonly CardNote[],
  transactions: readonly AccountTransaction[],
  accountOf: AccountTeller,
): Map<string, CardNote> {
  if (notes.length === 0) return new Map()
  const bySum = Map.groupBy(notes, ({ amount_cents }) => amount_cents)
  const said = notes.filter(({ is_noted }) => !is_noted)
  const pairs: Record<'left' | 'came', Pair[]> = { left: [], came: [] }
  for (const one of transactions) {
    const cents = Math.abs(one.amount_cents)
    const same = bySum.get(cents) ?? []
    if (same.length === 0 && said.length === 0) continue
    const side = one.amount_cents < 0 ? 'left' : 'came'
    const account_id = accountOf(one)
    // Of another sum, what came onto a card by words of a payment is what was said to be paid as well: that counts once.
    const others = side === 'came' ? said.filter(({ amount_cents }) => amount_cents !== cents) : []
    for (const note of [...same, ...others]) {
      const isOnIt = account_id !== undefined && (side === 'came' ? note.account.id === account_id : isPaidFrom(note.account, account_id))
      const pair = isOnIt ? pairOf(note, one, side) : null
      if (pair) pairs[side].push(pair)
    }
  }
  return new Map([...nearest(pairs.left), ...nearest(pairs.came)])
}

interface Pair {
  note: CardNote
  transaction: AccountTransaction
  says: boolean
  days_apart: number
}

/** null: it can't be that payment. */
function pairOf(note: CardNote, transaction: AccountTransaction, side: 'left' | 'came'): Pair | null {
  const day = dayOf(transaction.date)
  if (day === null) return null
  const text = textOf(transaction)
  const says = saysCardPayment(text) || (side === 'left' && mayPay(note.account, transaction))
  const late = day < note.first_day ? day - note.first_day : Math.max(0, day - note.last_day)
  const isSame = Math.abs(transaction.amount_cents) === note.amount_cents
  const pair = { note, transaction, says, days_apart: Math.abs(late) }
  if (note.is_noted) return pair.days_apart <= days_noted_apart ? pair : null
  const isNear = late >= -days_early && late <= days_late
  if (side === 'came') return isNear && (isSame || says) ? pair : null
  const mayBe = says ? isNear : pair.days_apart <= days_of_same && spendingCategoryOf(transaction) === 'rest'
  return mayBe ? pair : null
}

/** One transaction for one note: by words of a card's payment first, on its very day, then the nearest. */
function nearest(pairs: readonly Pair[]): Map<string, CardNote> {
  const found = new Map<string, CardNote>()
  const done = new Set<CardNote>()
  const isOther = ({ note, transaction }: Pair): number => Number(Math.abs(transaction.amount_cents) !== note.amount_cents)
  const isOff = ({ days_apart }: Pair): number => Number(days_apart > 0)
  const sorted = pairs.toSorted(
    (a, b) =>
      Number(b.note.is_noted) - Number(a.note.is_noted) ||
      isOther(a) - isOther(b) ||
      Number(b.says) - Number(a.says) ||
      isOff(a) - isOff(b) ||
      a.days_apart - b.days_apart ||
      (a.transaction.date < b.transaction.date ? -1 : a.transaction.date > b.transaction.date ? 1 : 0) ||
      (a.transaction.id < b.transaction.id ? -1 : 1),
  )
  for (const { note, transaction } of sorted) {
    if (found.has(transaction.id) || done.has(note)) continue
    found.set(transaction.id, note)
    done.add(note)
  }
  return found
}
