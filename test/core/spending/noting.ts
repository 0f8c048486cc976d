import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Bill } from '../../../core/scenario.ts'
import { spentChanges } from '../../../core/spending/spending-noted.ts'

/** A bill with what was spent until a day, of which all is known from the first payment on. */
export function withSpent(
  bill: Bill,
  payments: readonly AccountTransaction[],
  to: string,
  from = payments.reduce((first, one) => (one.date < first ? one.date : first), to),
): Bill {
  const noted: Bill = { ...bill }
  for (const change of spentChanges(bill, payments, { from, to })) {
    const made = change(noted)
    if (!made.ok) throw new Error(made.problems[0]!.says)
    Object.assign(noted, made.fields)
  }
  return noted
}
