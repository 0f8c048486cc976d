import type { BankTransaction } from '../../../core/prediction/history.ts'
import type { Bill } from '../../../core/scenario.ts'
import { spentChanges } from '../../../core/spending/spending-bills.ts'

/** A bill with what was spent until a day. */
export function withSpent(bill: Bill, payments: readonly BankTransaction[], date: string): Bill {
  const noted: Bill = { ...bill }
  for (const change of spentChanges(bill, payments, date)) {
    const made = change(noted)
    if (!made.ok) throw new Error(made.problems[0]!.says)
    Object.assign(noted, made.fields)
  }
  return noted
}
