/**
 * What a bank's file says, as plain data:
 *
 *   BankFile ─┬─ accounts ── transactions        what was read
 *             ├─ understood                      every choice the reading rests on, for a person to correct
 *             ├─ questions                       those of them that nothing in the file settles
 *             ├─ table                           the first rows of a CSV file, to pick columns in
 *             └─ problems                        what could not be read, and where
 */
import type { AccountKind } from '../accounts/account.ts'
import type { Problem } from '../problem.ts'

export type BankFormat = 'ofx' | 'qif' | 'camt' | 'mt940' | 'csv'

export interface BankTransaction {
  /** The same for the same transaction in every file it is in; see identity.ts. */
  id: string
  /** The day it was booked, as the file writes it: no zone is applied. */
  date: string
  /** Minor units of the account's currency; negative is money out. */
  amount_cents: number
  /** Who was paid or who paid. Where the file names nobody, its text. */
  payee: string
  /** What else the file says about it; may be empty. */
  memo: string
}

export interface BankAccount {
  /** Its number as the file writes it; "" when the file names none. */
  account: string
  /** The last four digits of its card, where the file names it by these alone; it is told by them, and known by nothing of it. */
  ends_in?: string
  /** What kind of account it is, where the file says so. */
  kind?: AccountKind
  /** ISO 4217; null when neither the file nor `answers` names one: amounts then have two digits. */
  currency: string | null
  /** The latest booked balance, when the file tells one, and its day. */
  balance_cents?: number
  balance_date?: string
  /** Whether the balances of the file change by its amounts; left out where it tells fewer than two. */
  balance_agrees?: boolean
  /** The first and the last day with a transaction; null when there is none. */
  first_date: string | null
  last_date: string | null
  /** In the file's order. */
  transactions: BankTransaction[]
}

export type DateOrder = 'ymd' | 'dmy' | 'mdy'
export type DecimalSign = '.' | ','
export type Delimiter = ',' | ';' | '\t' | '|'

/**
 * What a column of a CSV file holds. `direction` says in or out in words or letters, beside an amount; `status` says
 * whether a row is booked, pending or reverted.
 */
export type ColumnRole =
  | 'ignored'
  | 'date'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'direction'
  | 'payee'
  | 'memo'
  | 'reference'
  | 'balance'
  | 'currency'
  | 'account'
  | 'status'

/**
 * What a person says about a file. Every field is optional; what is not answered is inferred. Kept under the file's
 * `shape`, the answers fit the next file of that make.
 */
export interface Answers {
  /** A label of the Encoding Standard, such as windows-1250. */
  encoding?: string
  delimiter?: Delimiter
  /** The line of the file, counted from 1, that names the columns; null when none does. */
  header_line?: number | null
  /**
   * One role a column, from the left. Exactly one date; an amount, or debit or credit. Of several payees the first filled one counts; memos
   * are joined.
   */
  columns?: ColumnRole[]
  date_order?: DateOrder
  decimal?: DecimalSign
  /** What an amount without a minus means: money in, or money out, as some cards' files have it. */
  positive_is?: 'in' | 'out'
  /** What amounts with decimals count where the name of their column says the smallest unit: whole units of the currency, or that one. */
  amounts_in?: 'whole' | 'minor'
  /** What a first and a last row are that may be the balances around all others by their sums, and by nothing else. */
  edges_are?: 'balances' | 'transactions'
  /** What rows are that may be carried over from page to page, by their name alone. */
  carried_are?: 'balances' | 'transactions'
  /** What rows without a day are that stand under one with a day: of the same day, or none to be read. */
  undated_are?: 'same_day' | 'left_out'
  /** Where the file names no currency, this one; it never overrules the file. */
  currency_code?: string
  /** Where the file names no account. Takes part in the ids of transactions, so keep it the same. */
  account?: string
}

export interface Option<Value = string | number | null> {
  value: Value
  /** What the example is with this answer: a day, or letters; '' where there is nothing to be shown. */
  example: string
}

interface Asked<Key extends keyof Answers, Value> {
  /** The field of Answers that the choice goes into. */
  key: Key
  /** What of the file shows the question, as the file has it; '' where nothing does. Its words: question-words.ts. */
  example: string
  options: Option<Value>[]
  /** True: nothing in the file settles it, and `chosen` is a guess. */
  is_open: boolean
  /** It is plain here and may not be in the next file, for which it is not kept. */
  is_passing?: boolean
}

type Choice<Key extends keyof Answers> = Asked<Key, NonNullable<Answers[Key]>> & { chosen: NonNullable<Answers[Key]> }

/** Radio choices, but for `columns`: a picker over each column of `table`, whose options are the roles. */
export type Question =
  | Choice<'encoding'>
  | Choice<'delimiter'>
  | Choice<'date_order'>
  | Choice<'decimal'>
  | Choice<'positive_is'>
  | Choice<'amounts_in'>
  | Choice<'edges_are'>
  | Choice<'carried_are'>
  | Choice<'undated_are'>
  | (Asked<'header_line', number | null> & { chosen: number | null })
  | (Asked<'columns', ColumnRole> & { chosen: ColumnRole[] })

/** The first rows of a CSV file as they stand, every row as long as the widest. */
export interface CsvTable {
  /** What the header line names the columns; null when there is no header line. */
  header: string[] | null
  columns: number
  /** With the line of the file that each begins on. Lines before the data are among them. */
  rows: { line: number; cells: string[] }[]
}

export interface BankFile {
  name: string
  /** Null when it is none that is read here. */
  format: BankFormat | null
  encoding: string
  /** The same for files of the same make (format, columns and their names), whatever they hold. */
  shape: string
  /** What has to be asked: the open ones of `understood`. */
  questions: Question[]
  understood: Question[]
  table: CsvTable | null
  accounts: BankAccount[]
  problems: Problem[]
}
