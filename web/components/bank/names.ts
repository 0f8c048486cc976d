/** What rows and payments are called. */
import type { PaymentAnswers } from '../../../core/actuals/answers.ts'
import type { DifferenceItem } from '../../../core/actuals/difference.ts'
import { calledAfter } from '../../../core/actuals/monthly.ts'
import type { RowRef } from '../../../core/actuals/plan-dates.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { billTeller } from '../../../core/spending/everyday.ts'
import { everydayBillTeller } from '../../../core/spending/everyday-payments.ts'
import { say } from '../../words/say.ts'

export type Transactions = ReadonlyMap<string, AccountTransaction>

export const nameOf = (scenario: Scenario, { collection, id }: RowRef): string =>
  scenario[collection].find((row) => row.id === id)?.name ?? ''

/** What a payment was said to be; its payee is not said again where the row is called just so. */
export const saidIs = (payee: string, name: string): string => say('match.said.is', { payee, name, same: String(payee === name) })

export function payeeOf(transactions: Transactions, ids: readonly string[]): string {
  const one = transactions.get(ids[0]!)
  return one ? calledAfter(one) : ''
}

/**
 * Everyday spending goes by the bill that stands for it, so that it is told by how much more or less it was; so does what was said to be
 * none of the plan's, which its bill has from then on. `until`: the last day of which the items are.
 */
export function itemName(
  scenario: Scenario,
  transactions: Transactions,
  until: string,
  answers: PaymentAnswers,
): (item: DifferenceItem) => string {
  const everydayBill = everydayBillTeller(scenario, transactions.values(), until)
  const anyBill = billTeller(scenario)
  return ({ kind, of, transactions: ids, account_id }) => {
    if (account_id !== undefined) return scenario.accounts.find(({ id }) => id === account_id)?.name ?? ''
    if (of) return nameOf(scenario, of.row)
    const payment = kind === 'unplanned' && ids.length === 1 ? transactions.get(ids[0]!) : undefined
    const bill = payment && (answers.get(payment.id) === 'none' ? anyBill : everydayBill)(payment)
    return bill?.name ?? payeeOf(transactions, ids)
  }
}
