/** Which transactions need not be looked at again once a plan was held against them. */
import type { CardPaid } from './card-payments.ts'
import { explainedBy } from './cards-due.ts'
import type { MatchedPayments } from './matched.ts'

/**
 * Those that are looked at for good. Where no balance of the main account brings the plan to a day, it has lived none of what they tell:
 * only what dates, transfers and cards were told by is.
 */
export function lookedAt<T extends { id: string }>(
  transactions: readonly T[],
  matched: MatchedPayments,
  { balance, cards }: { balance: unknown; cards: readonly Pick<CardPaid, 'transactions'>[] },
): readonly T[] {
  if (balance !== null) return transactions
  const explained = new Set([...explainedBy(matched), ...cards.flatMap((one) => one.transactions)])
  return transactions.filter(({ id }) => explained.has(id))
}
