/**
 * Which payments that no date stands for are everyday spending, with a bill of the plan or without one yet; the others truly were not
 * planned.
 */
import { everydayNames } from '../actuals/names.ts'
import type { Unplanned } from '../actuals/matched.ts'
import { addDays } from '../calendar.ts'
import { categoryOf } from '../prediction/categories.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { readPayee, textOf } from '../prediction/payees.ts'
import type { Bill, Scenario } from '../scenario.ts'
import { accountsSpentFrom, billTeller, everydayBills } from './everyday.ts'
import { ownPayments } from './own-accounts.ts'
import { categoryOfBill } from './spending-bills.ts'
import { spendingCategoryOf } from './spending-words.ts'

/** So many payments in thirteen weeks are more than a monthly bill makes. */
const fewest_of_a_payee = 5
const days_looked_at = 91

/**
 * Tells whether money that left is everyday spending: by words of its payee, or because it is paid there often and hardly ever alike.
 * `until`: the last day that is looked at.
 */
export function everydayTeller(transactions: Iterable<AccountTransaction>, until: string): (payment: AccountTransaction) => boolean {
  const from = addDays(until, 1 - days_looked_at)
  const keyOf = (payment: AccountTransaction): string => readPayee(textOf(payment)).key
  const paid = [...transactions]
    .filter(({ date, amount_cents }) => amount_cents < 0 && date >= from && date <= until)
    .map((one) => ({ payee: keyOf(one), amount_cents: 0 - one.amount_cents, sign: -1 as const }))
  const counts = Map.groupBy(paid, ({ payee }) => payee)
  const often = new Set(
    [...everydayNames(paid)].filter((payee) => counts.get(payee)!.length >= fewest_of_a_payee && categoryOf(payee, 'out') === null),
  )
  return (payment) => payment.amount_cents < 0 && (spendingCategoryOf(payment) !== 'rest' || often.has(keyOf(payment)))
}

/**
 * Tells the bill of everyday spending that a payment counts for, one rule wherever that is told or noted: it is everyday spending, or money
 * that goes back from there, and the plan has a bill for it. The bill of everything else stands for all that is left. `transactions`: all
 * that are known; `until`: the last day that is looked at.
 */
export function everydayBillTeller(
  scenario: Pick<Scenario, 'bills' | 'accounts' | 'transfers' | 'start_date'>,
  transactions: Iterable<AccountTransaction>,
  until: string,
  account_id: string | null = null,
): (payment: AccountTransaction) => Bill | null {
  if (everydayBills(scenario, account_id).length === 0) return () => null
  const isEveryday = everydayTeller(transactions, until)
  const billOf = billTeller(scenario, account_id)
  return (payment) => {
    const bill = billOf(payment)
    if (bill === null || categoryOfBill(bill) === 'rest') return bill
    return isEveryday({ ...payment, amount_cents: 0 - Math.abs(payment.amount_cents) }) ? bill : null
  }
}

export interface EverydayPayments {
  /** The plan has a bill that stands for them. */
  planned: Unplanned[]
  /** It has none. */
  open: Unplanned[]
  /** None of everyday spending. */
  surprising: Unplanned[]
}

/**
 * `transactions`: all that are known, by id. On a loan or a savings account nothing is everyday spending, nor is what pays a card or goes
 * to another account of the plan.
 */
export function everydayPayments(
  scenario: Pick<Scenario, 'bills' | 'accounts' | 'transfers' | 'start_date'>,
  unplanned: readonly Unplanned[],
  transactions: ReadonlyMap<string, AccountTransaction>,
): EverydayPayments {
  const until = unplanned.reduce((last, { date }) => (date > last ? date : last), '0001-01-01')
  const isEveryday = unplanned.length === 0 ? () => false : everydayTeller(transactions.values(), until)
  const isOwn = ownPayments(scenario)
  const billsOf = new Map([null, ...accountsSpentFrom(scenario).map(({ id }) => id)].map((id) => [id, billTeller(scenario, id)]))
  const kindOf = ({ account_id, transactions: [first = '', ...more] }: Unplanned): keyof EverydayPayments => {
    const payment = transactions.get(first)
    if (payment === undefined || !billsOf.has(account_id) || more.length > 0 || !isEveryday(payment) || isOwn(payment, account_id) !== null)
      return 'surprising'
    return billsOf.get(account_id)!(payment) === null ? 'open' : 'planned'
  }
  return { planned: [], open: [], surprising: [], ...Object.groupBy(unplanned, kindOf) }
}
