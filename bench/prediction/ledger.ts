/** Transactions whose truth is known. */
import type { AccountTransaction } from '../../core/prediction/predictBills.ts'

export interface Ledger {
  transactions: AccountTransaction[]
  /** Which series a transaction is a charge of, by its id; none for what repeats by nobody's will. */
  seriesOf: Map<string, string>
  /** Transactions that repeat but are no bill anybody asks for, such as fees: a proposal of those is neither right nor wrong. */
  neutral: Set<string>
}

/** How much of a ledger a method gets to see in the payee. */
export type View = 'payee' | 'operation' | 'blind'
