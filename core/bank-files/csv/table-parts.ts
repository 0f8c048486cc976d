/** What is found in a CSV file: where its table is, and the cells that its transactions are made of. */
import type { Row } from './table.ts'
import type { InDoubt, NotBooked } from './pending-texts.ts'

export interface Layout {
  /** The first rows of the file, cells cut to what is shown. */
  head: Row[]
  headerLine: number | null
  header: string[] | null
  /** Data is on this line and those after it. */
  firstLine: number
  width: number
  /** Rows of the head that have a date and an amount. */
  samples: string[][]
}

/** The cells that are needed, a list a role; roles that no column has are empty lists. */
export interface Picked {
  lines: number[]
  dates: string[]
  amounts: string[]
  debits: string[]
  credits: string[]
  directions: string[]
  /** Who paid, where a file names both sides in columns of their own; else empty. */
  payers: string[]
  /** Who was paid, where a file names both sides; else the other side, whichever it is. */
  payees: string[]
  memos: string[]
  references: string[]
  balances: string[]
  currencies: string[]
  accounts: string[]
  statuses: string[]
  /** The kind of payment, such as Purchase, where a column is named so. */
  kinds: string[]
  /** The rows under a heading of pending ones, such as "Pending transactions". */
  underPending: Set<number>
  /** Rows that a text without a role says, or may say, to be not booked, and that text. */
  notBooked: Map<number, { said: NotBooked | InDoubt; text: string }>
  /** Rows that a further column of flags, beside the one of states, says to be not booked. */
  flagged: Map<number, 'pending' | 'reverted'>
  /** What stands under the days, each once. */
  distinctDays: string[]
  /** The rows of which a text may say that they are not booked, or no transactions. */
  telling: Set<number>
  /** The lines of rows of which a text names a total. */
  totals: Set<number>
  /** Rows that have no day in their column, and one in another. */
  datedElsewhere: Set<number>
  /** By row: a fee in a column of its own, and the other numbers that no role takes. */
  fees: Map<number, { text: string; others: string[] }>
  /** By row: a number that no role takes, where the row's sum is empty. */
  unused: Map<number, string>
  /** By row: what else is said of it, where it names nobody and has no text. */
  unnamed: Map<number, string>
}
