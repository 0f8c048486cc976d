/** What a bank's file says of an account in sums, so that a wrong sign is seen before anything is kept. */
import { sumOf } from '../money/money.ts'
import type { BankTransaction } from './bank-file.ts'

/** Minor units; both 0 or more. */
export interface MoneyMoved {
  in_cents: number
  out_cents: number
}

export function moneyMoved(transactions: readonly BankTransaction[]): MoneyMoved {
  const amounts = transactions.map(({ amount_cents }) => amount_cents)
  return { in_cents: sumOf(amounts.filter((cents) => cents > 0)), out_cents: -sumOf(amounts.filter((cents) => cents < 0)) + 0 }
}
