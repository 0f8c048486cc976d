/** The accounts of a file, as its reader finds them: statements open and close, transactions are added, ids are given. */
import type { AccountKind } from '../accounts/account.ts'
import { limits } from '../limits.ts'
import { isAmount } from '../money/money.ts'
import type { BankAccount, BankTransaction } from './bank-file.ts'
import { cleanText, shortened, type Findings } from './findings.ts'
import { countIn, foldText, foldTransaction, idOf, makeRoom, newTally, type Hash } from './identity.ts'

export interface Statement {
  account: string
  /** Bank and branch, where the file names them: two accounts of one number in a file are told apart by them. */
  branch?: string
  /** The last digits of its card, where no whole number is named. */
  ends_in?: string
  /** Left out where the file does not say. */
  kind?: AccountKind | undefined
  /** As the file says; null when it doesn't, and the currency of the answers stands in. */
  currency: string | null
  /** Whatever tells this statement from others of the account: its number, its period, its opening balance. */
  marks: string
  line: number
  /** Ids are given by the ledger. */
  transactions: BankTransaction[]
  /** The bank's own reference of each transaction, "" where it gives none. */
  references: string[]
  balance?: { amount_cents: number; date: string | null }
  /** Whether its balances change by its amounts; left out where it does not tell. */
  balance_agrees?: boolean
}

export const newStatement = (account: string, currency: string | null, marks: string, line: number): Statement => ({
  account,
  currency,
  marks,
  line,
  transactions: [],
  references: [],
})

export function addTransaction(
  statement: Statement,
  date: string,
  amount_cents: number,
  payee: string,
  memo: string,
  reference: string,
): void {
  const cleanMemo = cleanText(memo)
  statement.transactions.push({ id: '', date, amount_cents, payee: cleanText(payee) || cleanMemo, memo: cleanMemo })
  statement.references.push(reference)
}

export interface Ledger {
  /** Adds a statement to its account; one that repeats an earlier one of the file is left out. */
  add: (statement: Statement) => void
  accounts: () => BankAccount[]
}

interface Open {
  account: BankAccount
  hash: Hash
}

export function newLedger(fallback: { currency: string | null; account: string }, findings: Findings): Ledger {
  const open = new Map<string, Open>()
  const branches = new Map<string, string>()
  const statements = newTally()
  const equals = newTally()
  let isFull = false

  /** The first account of a number keeps it alone; one of another branch has its branch beside it. */
  function withBranch(account: string, branch: string): string {
    if (account === '' || branch === '') return account
    const first = branches.get(account) ?? branch
    branches.set(account, first)
    return first === branch ? account : `${account} ${branch}`
  }

  function accountOf(statement: Statement): Open | null {
    const account = withBranch(cleanText(statement.account) || fallback.account, cleanText(statement.branch ?? ''))
    const key = `${account}\n${statement.currency ?? ''}`
    const known = open.get(key)
    if (known) return known
    if (open.size >= limits.bank_file_accounts) {
      if (!isFull) findings.add('bank.too_many_accounts', statement.line, { most: limits.bank_file_accounts })
      isFull = true
      return null
    }
    const hash = { high: 0x5bd1e995, low: 0x1b873593 }
    foldText(hash, account)
    foldText(hash, statement.currency ?? '')
    const added: Open = {
      account: { account, currency: statement.currency ?? fallback.currency, first_date: null, last_date: null, transactions: [] },
      hash,
    }
    open.set(key, added)
    return added
  }

  /** Whether all of it, marks and transactions, was there before. */
  function isRepeated(statement: Statement, hash: Hash): boolean {
    if (statement.marks === '') return false
    const whole = { ...hash }
    foldText(whole, statement.marks)
    for (const [index, transaction] of statement.transactions.entries()) foldTransaction(whole, transaction, statement.references[index]!)
    return countIn(statements, whole) > 1
  }

  return {
    add: (statement) => {
      const found = accountOf(statement)
      if (!found) return
      const { account, hash } = found
      if (statement.kind) account.kind = statement.kind
      if (statement.ends_in) account.ends_in = statement.ends_in
      if (statement.balance) keepLatest(account, statement.balance)
      if (statement.balance_agrees !== undefined) account.balance_agrees = statement.balance_agrees && account.balance_agrees !== false
      if (statement.transactions.length === 0) return
      if (isRepeated(statement, hash)) {
        findings.add('bank.statement_is_repeated', statement.line, { account: shortened(account.account) })
        return
      }
      const state = { ...hash }
      makeRoom(equals, statement.transactions.length)
      for (const [index, transaction] of statement.transactions.entries()) {
        state.high = hash.high
        state.low = hash.low
        foldTransaction(state, transaction, statement.references[index]!)
        transaction.id = idOf(state, countIn(equals, state))
        account.transactions.push(transaction)
        if (account.first_date === null || transaction.date < account.first_date) account.first_date = transaction.date
        if (account.last_date === null || transaction.date > account.last_date) account.last_date = transaction.date
      }
    },
    accounts: () => [...open.values()].map(({ account }) => account),
  }
}

function keepLatest(account: BankAccount, balance: NonNullable<Statement['balance']>): void {
  if (!isAmount(balance.amount_cents)) return
  if (account.balance_date !== undefined && (balance.date === null || balance.date < account.balance_date)) return
  account.balance_cents = balance.amount_cents
  if (balance.date !== null) account.balance_date = balance.date
}

/** The shape of an IBAN; its check digits are not looked at. */
export const isIban = (text: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)
