/** A payment that was not planned, as a row of the plan that comes again from then on: every month, or as seldom as it came before. */
import { dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { nameOf } from '../prediction/payee-names.ts'
import { readPayee, textOf } from '../prediction/payees.ts'
import type { BillInput, Scenario } from '../scenario.ts'
import type { Unplanned } from './matched.ts'

const longest_name = 120
/** One charge alone says little. */
const confidence = 0.5

/** What a person would call who a transaction is with. */
export function calledAfter(transaction: Pick<AccountTransaction, 'payee' | 'memo'>): string {
  const text = textOf(transaction)
  return nameOf(readPayee(text).key, text)
}

/** Whether a plan has the row that was made of a payment, so that it is no longer unplanned. */
export const isMonthly = (
  { bills, incomes }: Pick<Scenario, 'bills' | 'incomes'>,
  { date, payee, amount_cents }: Pick<Unplanned, 'date' | 'payee' | 'amount_cents'>,
): boolean =>
  payee !== '' &&
  (amount_cents < 0 ? bills : incomes).some(
    ({ evidence }) => evidence?.first_date === date && evidence.last_date === date && evidence.payee === cut(payee),
  )

const cut = (text: string): string => [...text].slice(0, longest_name).join('').trim()

/** So many months are so many days, give or take those by which months and weekends differ; the first that a gap is within counts. */
const rhythms = [
  { months: 1, from: 25, until: 37 },
  { months: 2, from: 55, until: 67 },
  { months: 3, from: 85, until: 98 },
  { months: 6, from: 175, until: 191 },
  { months: 12, from: 357, until: 374 },
] as const
export type MonthsApart = (typeof rhythms)[number]['months']
/** A price may have risen since. */
const near_percent = 20

/**
 * How many months lie between a payment and the one of its payee before it, at about its amount; 1 where none is known, or at a gap that
 * is no rhythm of months. Of a bill that comes so seldom too few payments are known as yet for it to be proposed.
 */
export function monthsApart(
  { date, amount_cents, payee }: Pick<Unplanned, 'date' | 'amount_cents' | 'payee'>,
  known: Iterable<AccountTransaction>,
): MonthsApart {
  const isNear = (other: number): boolean =>
    other > 0 === amount_cents > 0 && Math.abs(other - amount_cents) * 100 <= near_percent * Math.abs(amount_cents)
  let before = ''
  for (const one of known) {
    if (payee !== '' && one.date < date && one.date > before && isNear(one.amount_cents) && readPayee(textOf(one)).key === payee)
      before = one.date
  }
  const days = before === '' ? 0 : dayOf(date)! - dayOf(before)!
  return rhythms.find(({ from, until }) => days >= from && days <= until)?.months ?? 1
}

/**
 * A bill where money went out, else an income. Its first date is the payment itself, which is made. `transactions` are its own, and not
 * empty; `known`: all there are.
 */
export function repeatedRow(
  scenario: Pick<Scenario, 'start_date'>,
  unplanned: Unplanned,
  { transactions, known }: { transactions: readonly AccountTransaction[]; known: Iterable<AccountTransaction> },
): { collection: 'bills' | 'incomes'; row: Omit<BillInput, 'id'> } {
  const { amount_cents, account_id, date, payee } = unplanned
  const name = cut(calledAfter(transactions[0]!)) || date
  const evidence = { payee: cut(payee), confidence, charges: transactions.length, first_date: date, last_date: date }
  return {
    collection: amount_cents < 0 ? 'bills' : 'incomes',
    row: {
      name,
      amount_cents: Math.abs(amount_cents),
      due_date: date,
      schedule: { every: monthsApart(unplanned, known), unit: 'month' },
      exceptions: date < scenario.start_date ? {} : { [date]: { rest: 'dropped' } },
      account_id,
      ...(payee !== '' && { evidence }),
    },
  }
}
