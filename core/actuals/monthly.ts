/** A payment that was not planned, as a row of the plan that comes every month from then on. */
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

/** A bill where money went out, else an income. Its first date is the payment itself, which is made. `transactions` are not empty. */
export function monthlyRow(
  scenario: Pick<Scenario, 'start_date'>,
  { amount_cents, account_id, date, payee }: Unplanned,
  transactions: readonly AccountTransaction[],
): { collection: 'bills' | 'incomes'; row: Omit<BillInput, 'id'> } {
  const name = cut(calledAfter(transactions[0]!)) || date
  const evidence = { payee: cut(payee), confidence, charges: transactions.length, first_date: date, last_date: date }
  return {
    collection: amount_cents < 0 ? 'bills' : 'incomes',
    row: {
      name,
      amount_cents: Math.abs(amount_cents),
      due_date: date,
      schedule: { every: 1, unit: 'month' },
      exceptions: date < scenario.start_date ? {} : { [date]: { rest: 'dropped' } },
      account_id,
      ...(payee !== '' && { evidence }),
    },
  }
}
