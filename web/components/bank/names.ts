/** What rows and payments are called. */
import type { DifferenceItem } from '../../../core/actuals/difference.ts'
import { calledAfter } from '../../../core/actuals/monthly.ts'
import type { RowRef } from '../../../core/actuals/plan-dates.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'

export type Transactions = ReadonlyMap<string, AccountTransaction>

export const nameOf = (scenario: Scenario, { collection, id }: RowRef): string => scenario[collection].find((row) => row.id === id)?.name ?? ''

export function payeeOf(transactions: Transactions, ids: readonly string[]): string {
  const one = transactions.get(ids[0]!)
  return one ? calledAfter(one) : ''
}

export const itemName =
  (scenario: Scenario, transactions: Transactions) =>
  ({ of, transactions: ids, account_id }: DifferenceItem): string => {
    if (account_id !== undefined) return scenario.accounts.find(({ id }) => id === account_id)?.name ?? ''
    return of ? nameOf(scenario, of.row) : payeeOf(transactions, ids)
  }
