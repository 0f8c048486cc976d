/**
 * What the plan knows to have moved between an account and others, from what it was told before: by what it notes of transfers, and of the
 * dates of a card.
 */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { saysCardPayment } from '../prediction/own-money.ts'
import { textOf } from '../prediction/payees.ts'
import type { Account, Scenario } from '../scenario.ts'
import type { LinkedAccounts } from './bank-side.ts'
import { cardNotes, transactionsOfNotes, type CardNote } from './card-notes.ts'
import { datedRows } from './plan-dates.ts'

export interface KnownOfAccounts {
  transactions: readonly AccountTransaction[]
  accounts?: LinkedAccounts | undefined
  /** As in reconcile.ts. */
  read?: LinkedAccounts | undefined
  covered_of?: Readonly<Record<string, string>> | undefined
  /** Payments that are known to be of cards. */
  cards_paid?: readonly { transactions: readonly string[] }[] | undefined
}

export interface KnownPaid {
  paid_on: string
  /** What came onto the account; below zero where it left it. Minor units. */
  amount_cents: number
  /** In the account's own file; null: it is not there. */
  other_leg: string | null
}

/** Days that the two sides may be apart. */
const apart_days = 4
/** So many days before the plan's start date a payment is looked for. */
const days_late = 25

/** `own`: what the account's own files hold; `date`: the day that they tell of. `now`: the plan with what it notes of cards since. */
export function knownToPay(
  scenario: Scenario,
  account: Account,
  { own: all = [], date: until = scenario.start_date }: { own?: readonly AccountTransaction[]; date?: string },
  now = scenario,
): KnownPaid[] {
  const own = all.filter(({ date }) => date <= until)
  const transferred = notedOf(scenario, account).map((paid) => {
    const isLeg = (one: AccountTransaction): boolean =>
      one.amount_cents === paid.amount_cents && daysApart(one.date, paid.paid_on) <= apart_days
    return { ...paid, other_leg: own.find(isLeg)?.id ?? null }
  })
  return [...transferred, ...paidToCards(now, account, own)]
}

/** What is noted of cards' payments: onto a card, or off another account that pays one. */
function paidToCards(scenario: Scenario, { id }: Account, own: readonly AccountTransaction[]): KnownPaid[] {
  const isPaying = ({ account, is_noted }: CardNote): boolean => is_noted && account.card?.paid_from_account_id === id
  const notes = cardNotes(scenario).filter((note) => note.account.id === id || isPaying(note))
  const legs = new Map([...transactionsOfNotes(notes, own, () => id)].map(([leg, note]) => [note, leg]))
  return notes.map((note) => ({
    paid_on: dateOf(note.last_day),
    amount_cents: note.account.id === id ? note.amount_cents : 0 - note.amount_cents,
    other_leg: legs.get(note) ?? null,
  }))
}

/**
 * What came onto a card as its payment, by its own file, and has not left the account that pays it: that account's file ends before, or
 * not so long after that it must be there. `until`: the last day that the main account's tells of; `now`: as above.
 */
export function notLeftYet(
  scenario: Scenario,
  { id: own_id, card }: Account,
  { own, date: last }: { own: readonly AccountTransaction[]; date: string },
  { transactions, accounts, read = accounts, covered_of = {}, cards_paid = [], until }: KnownOfAccounts & { until: string },
  now = scenario,
): AccountTransaction[] {
  if (card === null) return []
  const from = card.paid_from_account_id
  const covered = from === null ? until : covered_of[from]
  if (covered === undefined) return []
  const accountOf = (one: AccountTransaction): string | null | undefined => (read === undefined ? null : read[one.account ?? ''])
  const others = transactions.filter((one) => accountOf(one) !== own_id)
  const known = new Set(cards_paid.flatMap((one) => one.transactions))
  const sides = new Set<string>()
  const first = addDays(scenario.start_date, -days_late)
  const noted = transactionsOfNotes(cardNotes(now), own, () => own_id)
  // What left an account came onto the card once.
  const hasLeft = (one: AccountTransaction): boolean => {
    const [nearest] = others
      .filter((other) => !sides.has(other.id) && other.amount_cents === 0 - one.amount_cents)
      .filter((other) => daysApart(other.date, one.date) <= apart_days)
      .sort((a, b) => daysApart(a.date, one.date) - daysApart(b.date, one.date))
    if (nearest) sides.add(nearest.id)
    return nearest !== undefined
  }
  const payments = own.filter((one) => one.amount_cents > 0 && one.date >= first && one.date <= last && saysCardPayment(textOf(one)))
  return sortedByDate(payments).filter((one) => {
    const isThere = hasLeft(one)
    if (isThere || known.has(one.id) || noted.has(one.id) || dayOf(covered)! >= dayOf(one.date)! + apart_days) return false
    // A file that begins later can't have it.
    return others.some((other) => accountOf(other) === from && other.date <= one.date)
  })
}

const sortedByDate = (list: readonly AccountTransaction[]): AccountTransaction[] => list.toSorted((a, b) => (a.date < b.date ? -1 : 1))

const daysApart = (one: string, other: string): number => Math.abs(dayOf(one)! - dayOf(other)!)

type Paid = Omit<KnownPaid, 'other_leg'>

/** What was paid of the transfers that are matched on another account. */
function notedOf(scenario: Scenario, { id }: Account): Paid[] {
  const sides = new Map([...datedRows(scenario)].map(({ row, account_id }) => [row.id, account_id]))
  return scenario.transfers.flatMap((row): Paid[] => {
    const way = row.to_account_id === id ? 1 : row.from_account_id === id ? -1 : 0
    if (way === 0 || sides.get(row.id) === id) return []
    const noted = Object.values(row.exceptions).flatMap(({ paid = [] }) => paid)
    return noted.map(({ date, amount_cents }) => ({ paid_on: date, amount_cents: way * amount_cents }))
  })
}
