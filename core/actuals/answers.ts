/** What a person says of payments that were not sure, and of those that no date stood for. */
import { sumOf } from '../money/money.ts'
import { dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Scenario } from '../scenario.ts'
import { matchOf, type MatchedPayments, type Missing, type PaymentMatch, type Unplanned } from './matched.ts'
import { dateKey, planDates, type PlanDate } from './plan-dates.ts'
import { daysLate, leewayOf } from './worth.ts'

/** By the first transaction of what is asked: the match it is, or that it is none of the plan's. */
export type PaymentAnswers = ReadonlyMap<string, PaymentMatch | 'none'>

export interface Answered {
  /** What is known: what is sure, and what was said. What is still to be said of is among the unplanned. */
  known: MatchedPayments
  /** What needs a word, as it would be matched. */
  asked: PaymentMatch[]
}

/** What an answer is kept under. */
export const askedKey = ({ transactions }: Pick<PaymentMatch | Unplanned, 'transactions'>): string => transactions[0]!

/** The transactions that wait for a word. */
export const idsOf = (asked: readonly PaymentMatch[]): Set<string> =>
  new Set(asked.flatMap(({ transactions, other_leg }) => (other_leg === null ? transactions : [...transactions, other_leg])))

/** A matching with the answers that there are. Matches with dates that were not open ask nothing: nothing hangs on them. */
export function withAnswers(matched: MatchedPayments, answers: PaymentAnswers): Answered {
  const matches: PaymentMatch[] = []
  const asked: PaymentMatch[] = []
  const unplanned: Unplanned[] = []
  for (const match of matched.matches) {
    const answer = answers.get(askedKey(match))
    if (match.state !== 'open' || match.sure) matches.push(match)
    else if (answer !== undefined && answer !== 'none') matches.push(answer)
    else {
      if (answer === undefined) asked.push(match)
      unplanned.push(asUnplanned(match))
    }
  }
  for (const one of matched.unplanned) {
    const answer = answers.get(askedKey(one))
    if (answer === undefined || answer === 'none') unplanned.push(one)
    else matches.push(answer)
  }
  return { known: { ...matched, matches, unplanned, missing: stillMissing(matched, matches) }, asked }
}

/** How many of the dates that were due came, by what is sure and what was said; a date that a payment may be of stays due until then. */
export function cameOf(matched: MatchedPayments, answers: PaymentAnswers): { came: number; due: number } {
  const { known } = withAnswers(matched, answers)
  const keysOf = (list: readonly PaymentMatch[]): string[] =>
    list.filter(({ state }) => state === 'open').map(({ row, scheduled_date }) => dateKey(row, scheduled_date))
  const came = new Set(keysOf(known.matches))
  const missing = known.missing.map(({ row, scheduled_date }) => dateKey(row, scheduled_date))
  return { came: came.size, due: new Set([...came, ...keysOf(matched.matches), ...missing]).size }
}

/**
 * Whether the plan has all of it already: nothing came, nothing else moved, and nothing becomes of it. What has not come may still wait for
 * a word, which is no news.
 */
export const isNothingNew = (matched: MatchedPayments, answers: PaymentAnswers, changes: boolean): boolean =>
  !changes && cameOf(matched, answers).came === 0 && withAnswers(matched, answers).known.unplanned.length === 0

/** The transactions that are no everyday spending by what is sure and what was said, or may not be while they wait for a word. */
export function explainedBy({ known, asked }: Answered): Set<string> {
  const cards = (known.card_payments ?? []).flatMap(({ transactions }) => transactions)
  return new Set([...idsOf(known.matches), ...idsOf(asked), ...cards])
}

/** Money that is out or in, and of which it is not said which date it is of; its leg on another account with it. */
const asUnplanned = ({ transactions, other_leg, paid_on, account_id, sign, paid_cents }: PaymentMatch): Unplanned => ({
  transactions: other_leg === null ? transactions : [...transactions, other_leg],
  date: paid_on,
  account_id,
  payee: '',
  amount_cents: sign * paid_cents,
})

function stillMissing({ missing }: MatchedPayments, matches: readonly PaymentMatch[]): Missing[] {
  const came = new Set(matches.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  return missing.filter(({ row, scheduled_date }) => !came.has(dateKey(row, scheduled_date)))
}

/** Days around a payment in which a date may be its. */
const days_around = 45
const most_choices = 6

/**
 * The open dates that a payment may be of, the likeliest first: its own way, on its account, none of `taken`. `of`: the row it is held to
 * be of, whose other dates come first. `today`: the person's, on which what is left of a loan's date is paid at the earliest.
 */
export function datesFor(
  scenario: Scenario,
  payment: { date: string; account_id: string | null; amount_cents: number },
  of: PaymentMatch['row'] | null,
  taken: readonly PaymentMatch[],
  today: string,
): PlanDate[] {
  const day = dayOf(payment.date)!
  const others = new Set(taken.map(({ row, scheduled_date }) => dateKey(row, scheduled_date)))
  const paid = Math.abs(payment.amount_cents)
  const sign = payment.amount_cents < 0 ? -1 : 1
  const distance = (date: PlanDate): number =>
    (date.row.id === of?.id ? 0 : 100) +
    Math.abs(daysLate(date, day)) +
    Math.min(100, Math.round((100 * Math.abs(date.amount_cents - paid)) / date.amount_cents))
  return planDates(scenario, day - days_around, day + days_around, today)
    .filter((date) => date.state === 'open' && date.sign === sign && date.account_id === payment.account_id)
    .filter(({ row, scheduled_date }) => !others.has(dateKey(row, scheduled_date)))
    .sort((a, b) => distance(a) - distance(b) || a.day - b.day)
    .slice(0, most_choices)
}

/** Whether a payment of a day is as near to a date as one of a known payee is looked for; what lies further away is seldom its. */
export function isInReach(date: PlanDate, paid_on: string): boolean {
  const { early, late } = leewayOf(date)
  const days_late = daysLate(date, dayOf(paid_on)!)
  return days_late >= -early && days_late <= late
}

/**
 * The match that a person says it is. `is_all`: nothing more comes of the date, whatever its amount; else what is left of it stays due.
 * `transactions` are not empty, and of one way.
 */
export function matchSaid(date: PlanDate, transactions: readonly AccountTransaction[], is_all: boolean): PaymentMatch {
  const paid_cents = date.sign * sumOf(transactions.map((one) => one.amount_cents))
  const paid_day = Math.max(...transactions.map((one) => dayOf(one.date)!))
  const reason: PaymentMatch['reason'] = {
    payee: 'known',
    amount: 'same',
    days_late: daysLate(date, paid_day),
    parts: transactions.length,
    doubts: [],
  }
  return {
    ...matchOf(date, { amount_cents: paid_cents, day: paid_day, transactions }, reason),
    rest_cents: is_all ? 0 : Math.max(0, date.amount_cents - paid_cents),
  }
}
