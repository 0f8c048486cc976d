/** What is kept on a device of how a plan was brought to its bank, and how much of it still stands when the plan has changed since. */
import { sumOf } from '../money/money.ts'
import { noteDate } from '../accounts/card-date-said.ts'
import { cardDues } from '../accounts/card-dates.ts'
import { addDays, dayOf } from '../calendar.ts'
import { isSettled, paidAmount, wholeAmount } from '../payments/part-payments.ts'
import type { Payment, Scenario } from '../scenario.ts'
import type { CardPaid } from './card-payments.ts'
import type { Cause, DifferencePart } from './causes.ts'
import type { EarlierMatch, PaymentMatch } from './matched.ts'
import type { Bases } from './reckoned.ts'

/** A match as it is kept: enough to say what was planned and what was paid without the transactions. */
export interface KeptMatch
  extends EarlierMatch, Pick<PaymentMatch, 'date' | 'state' | 'amount_cents' | 'paid_cents' | 'rest_cents' | 'paid_on'> {
  /** The plan's start date after it was brought to the bank. */
  until: string
}

/** A transaction that was looked at, and the plan's start date after that. */
export interface KeptSeen {
  id: string
  until: string
}

/** A payment of a card, as it was told or said. */
export interface KeptCard {
  account_id: string
  /** The date of which the plan notes it. */
  scheduled_date: string
  transactions: readonly string[]
  /** The plan's start date after that. */
  until: string
}

/** Why the balance was another one, when the plan was last brought to the bank; minor units. */
export interface KeptDifference {
  /** The day of the balance, and the plan's start date since. */
  date: string
  /** The plan's start date until then: what it had said is since that day. Not there of what was kept before it was. */
  since?: string
  planned_cents: number
  balance_cents: number
  amount_cents: number
  earlier_or_later_cents: number
  missing_cents: number
  unplanned_cents: number
  untold_cents: number
  waiting_cents: number
  /** The largest causes, by name, the largest first. */
  causes: Cause[]
  /** What each of the sums is made of. Not there of what was kept before it was. */
  parts?: Partial<Record<DifferencePart, Cause[]>>
}

export interface KeptOfPlan {
  matches: KeptMatch[]
  seen: KeptSeen[]
  last: KeptDifference | null
  /** Left out: none, or by versions that did not note them. */
  cards?: KeptCard[]
  /** What was on accounts whose files tell no balance; left out: none is known, or by versions that did not note it. */
  bases?: Bases
  /**
   * How many payments wait for a word, what the incomes among them were planned with, and the plan's start date when they were asked
   * about; left out where none does.
   */
  asked?: { count: number; income_cents?: number; until: string } | undefined
}

/** What is kept of payments that wait for a word. */
export function keepAsked(asked: readonly Pick<PaymentMatch, 'row' | 'amount_cents'>[], until: string): KeptOfPlan['asked'] {
  const incomes = asked.flatMap(({ row, amount_cents }) => (row.collection === 'incomes' ? [amount_cents] : []))
  return asked.length === 0 ? undefined : { count: asked.length, income_cents: sumOf(incomes), until }
}

export const keepMatch = (match: PaymentMatch, until: string): KeptMatch => {
  const { row, scheduled_date, transactions, date, state, amount_cents, paid_cents, rest_cents, paid_on } = match
  return { row, scheduled_date, transactions, date, state, amount_cents, paid_cents, rest_cents, paid_on, until }
}

/**
 * What of it the plan still says. A plan that was taken back to a day before, by undo or an older state, has what was said since no more;
 * and a payment whose date is open again is to be looked at anew.
 */
export function standing(scenario: Scenario, kept: KeptOfPlan): KeptOfPlan {
  const holds = ({ until }: { until: string }): boolean => until <= scenario.start_date
  const isSaid = (match: KeptMatch): boolean => holds(match) && isStillSaid(scenario, match)
  const isPaid = (card: KeptCard): boolean => holds(card) && isStillPaid(scenario, card)
  const undone = [...kept.matches.filter((match) => !isSaid(match)), ...(kept.cards ?? []).filter((card) => !isPaid(card))]
  const anew = new Set(undone.flatMap(({ transactions }) => transactions))
  return {
    matches: kept.matches.filter(isSaid),
    seen: kept.seen.filter((one) => holds(one) && !anew.has(one.id)),
    last: kept.last !== null && kept.last.date <= scenario.start_date ? kept.last : null,
    asked: kept.asked && holds(kept.asked) ? kept.asked : undefined,
    ...(kept.cards && { cards: kept.cards.filter(isPaid) }),
    ...(kept.bases && { bases: kept.bases }),
  }
}

/** Whether the plan still says that something was paid of a card's date. One that its rule has no more is known by another date since. */
function isStillPaid({ accounts }: Scenario, { account_id, scheduled_date }: KeptCard): boolean {
  const account = accounts.find(({ id }) => id === account_id)
  const day = dayOf(scheduled_date)!
  if (!account?.card || paidAmount(account, scheduled_date) > 0) return true
  const dues = cardDues(account.card, account.exceptions, day - days_before, day + days_before)
  return dues.find((due) => due.scheduled_day === day)?.state !== 'due'
}

/** What is kept of payments of cards, with those that were told or said now; each once. */
export function keepCards(
  before: readonly KeptCard[] = [],
  paid: readonly Pick<CardPaid, 'card' | 'payment' | 'transactions'>[],
  until: string,
): KeptCard[] {
  const known = new Set(before.flatMap(({ transactions }) => transactions))
  const fresh = paid.flatMap(({ card, payment, transactions }): KeptCard[] =>
    transactions.some((id) => known.has(id))
      ? []
      : [{ account_id: card.account_id, scheduled_date: noteDate(card, payment.date), transactions: [...transactions], until }],
  )
  const from = addDays(until, -days_kept)
  return [...before.filter((one) => one.until >= from), ...fresh]
}

/** The matches that are kept of a plan once it was brought to the bank: of what went back whole meanwhile nothing is looked at anew. */
export const keepMatches = (now: Scenario, earlier: readonly KeptMatch[], fresh: readonly PaymentMatch[]): KeptMatch[] =>
  [...earlier, ...fresh.map((match) => keepMatch(match, now.start_date))].filter((match) => isStillSaid(now, match))

/** Whether the plan still says that a match is one: its date is not open again; of one of which a part went back some is noted as paid. */
export function isStillSaid(
  scenario: Scenario,
  { row, scheduled_date, state, rest_cents }: Pick<KeptMatch, 'row' | 'scheduled_date' | 'state' | 'rest_cents'>,
): boolean {
  if (state !== 'open' || rest_cents > 0) return true
  const found = (scenario[row.collection] as readonly Payment[]).find(({ id }) => id === row.id)
  if (!found) return true
  // What is due once is known by the day it was carried to.
  const date = found.schedule === null && found.due_date !== null ? found.due_date : scheduled_date
  return isSettled(found, date) || paidAmount(found, date) > 0
}

/** A card's payment that is undone later than this stays so. */
const days_kept = 400

/** Transactions from longer before the plan's start date are never looked at, and need not be noted. */
const days_before = 60

/** All that are not still asked about are noted as looked at; those that were before stay as they were noted. */
export function seenSince(
  transactions: readonly { id: string; date: string }[],
  asked: readonly Pick<PaymentMatch, 'transactions' | 'other_leg'>[],
  before: readonly KeptSeen[],
  until: string,
): KeptSeen[] {
  const open = new Set(asked.flatMap(({ transactions: ids, other_leg }) => (other_leg === null ? ids : [...ids, other_leg])))
  const from = addDays(until, -days_before)
  const dates = new Map(transactions.map(({ id, date }) => [id, date]))
  const stays = before.filter(({ id }) => !open.has(id) && (dates.get(id) ?? until) >= from)
  const known = new Set(stays.map(({ id }) => id))
  const added = transactions.filter(({ id, date }) => date >= from && !open.has(id) && !known.has(id))
  return [...stays, ...added.map(({ id }) => ({ id, until }))]
}

/** What was planned of a date and what was paid of it; minor units. */
export type PaidDate = Pick<KeptMatch, 'scheduled_date' | 'date' | 'amount_cents' | 'paid_cents' | 'paid_on'>

/**
 * What was paid of a row, by the day of payment: as this device has matched it, else as the plan notes it, which other devices know as
 * well. The plan has no earlier amount of a date than the one it has now. What went back since was none: the plan notes less than was
 * matched.
 */
export function paidDates(row: Payment, kept: KeptOfPlan | null): PaidDate[] {
  const matched = lessWentBack(
    row,
    (kept?.matches ?? []).filter((match) => match.row.id === row.id),
  )
  const known = new Set(matched.map(({ scheduled_date }) => scheduled_date))
  const noted = Object.entries(row.exceptions).flatMap(([scheduled_date, { paid, moved_to }]): PaidDate[] =>
    paid === undefined || paid.length === 0 || known.has(scheduled_date)
      ? []
      : [
          {
            scheduled_date,
            date: moved_to ?? scheduled_date,
            amount_cents: wholeAmount(row, scheduled_date),
            paid_cents: paidAmount(row, scheduled_date),
            paid_on: paid.at(-1)!.date,
          },
        ],
  )
  return [...matched, ...noted].sort((a, b) => (a.paid_on < b.paid_on ? -1 : a.paid_on > b.paid_on ? 1 : 0))
}

/** Matches with what is left of them by what the plan notes of their dates; the last ones give way. */
function lessWentBack(row: Payment, matches: readonly KeptMatch[]): PaidDate[] {
  const noted = new Map<string, number>()
  const left: PaidDate[] = []
  for (const match of matches) {
    const date = match.scheduled_date
    const cents = noted.get(date) ?? (row.exceptions[date]?.paid === undefined ? Infinity : paidAmount(row, date))
    const paid_cents = Math.min(match.paid_cents, cents)
    noted.set(date, cents - paid_cents)
    if (paid_cents > 0) left.push({ ...match, paid_cents })
  }
  return left
}
