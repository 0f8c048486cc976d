/** Bank transactions sorted into pools: one for each account, direction and payee, and where contracts are numbered, for each contract. */
import type { BankTransaction } from '../bank-files/bank-file.ts'
import { dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { payeeReader, textOf } from './payees.ts'

/** A transaction of a bank's file. Those of different accounts are never of one stream; those without are of one account. */
export interface AccountTransaction extends BankTransaction {
  account?: string
}

export type Direction = 'out' | 'in'

/** What one payee was paid, or paid, by day. */
export interface PayeeHistory {
  account: string
  direction: Direction
  /** The normalised name. */
  payee: string
  transactions: AccountTransaction[]
  /** The oldest day of the account. */
  seen_from: number
  /** The newest day of the account: what is silent since then says something, what is silent after it nothing. */
  seen_until: number
}

interface Group {
  transactions: AccountTransaction[]
  references: string[]
}
interface Account {
  seen_from: number
  seen_until: number
  out: Map<string, Group>
  in: Map<string, Group>
}

/** Fewer charges than this are never searched for a stream; two may still be a bill by themselves (regular.ts). */
export const fewest_charges = 3
const fewest_of_all = 2

/**
 * The pools with enough charges to hold a stream. Left out are transactions after `today` or older than `limits.history_days`, amounts of
 * 0, and what has no readable date or amount.
 */
export function historiesOf(transactions: readonly AccountTransaction[], today: number): PayeeHistory[] {
  const accounts = new Map<string, Account>()
  const read = payeeReader()
  let [lastName, lastAccount]: [string, Account | undefined] = ['', undefined]
  for (const transaction of transactions) {
    const day = dayOf(transaction.date)
    const { amount_cents } = transaction
    if (day === null || day > today || day < today - limits.history_days || amount_cents === 0 || !Number.isSafeInteger(amount_cents))
      continue
    const name = transaction.account ?? ''
    let account: Account | undefined = name === lastName && lastAccount !== undefined ? lastAccount : accounts.get(name)
    if (account === undefined) accounts.set(name, (account = { seen_from: day, seen_until: day, out: new Map(), in: new Map() }))
    ;[lastName, lastAccount] = [name, account]
    if (day > account.seen_until) account.seen_until = day
    if (day < account.seen_from) account.seen_from = day
    const groups = amount_cents < 0 ? account.out : account.in
    const { key, reference } = read(textOf(transaction))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { transactions: [transaction], references: [reference] })
    else {
      group.transactions.push(transaction)
      group.references.push(reference)
    }
  }
  const histories: PayeeHistory[] = []
  for (const [name, account] of accounts) {
    for (const direction of ['out', 'in'] as const) {
      for (const [payee, group] of joined(account[direction])) {
        for (const part of byContract(group)) {
          if (part.length >= fewest_of_all)
            histories.push({
              account: name,
              direction,
              payee,
              transactions: isInOrder(part) ? part : part.sort(inOrder),
              seen_from: account.seen_from,
              seen_until: account.seen_until,
            })
        }
      }
    }
  }
  return histories
}

/** Shortest first word that tells a payee; shorter ones begin too many names. */
const telling_characters = 4

/**
 * The groups with enough charges; those with too few come together by the first word of the name, for what follows it may change each time.
 */
function joined(groups: ReadonlyMap<string, Group>): Map<string, Group> {
  const large = new Map<string, Group>()
  const small = new Map<string, Group[]>()
  for (const [payee, group] of groups) {
    if (group.transactions.length >= fewest_of_all) large.set(payee, group)
    if (group.transactions.length < fewest_charges) {
      const space = payee.indexOf(' ')
      const word = space < 0 ? payee : payee.slice(0, space)
      if (word.length < telling_characters) continue
      const others = small.get(word)
      if (others === undefined) small.set(word, [group])
      else others.push(group)
    }
  }
  for (const [word, list] of small) {
    if (list.length < 2 || (large.get(word)?.transactions.length ?? 0) >= fewest_charges) continue
    const transactions = list.flatMap((group) => group.transactions)
    if (transactions.length >= fewest_charges) large.set(word, { transactions, references: transactions.map(() => '') })
  }
  return large
}

function isInOrder(list: readonly AccountTransaction[]): boolean {
  for (let at = 1; at < list.length; at += 1) if (inOrder(list[at - 1]!, list[at]!) > 0) return false
  return true
}

/** By day, then by what else is known, so that the order of the input never matters. */
export function inOrder(a: AccountTransaction, b: AccountTransaction): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  if (a.amount_cents !== b.amount_cents) return a.amount_cents - b.amount_cents
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return `${a.payee}\n${a.memo}` < `${b.payee}\n${b.memo}` ? -1 : 1
}

/**
 * Numbers that recur are contracts', and part the charges where they cover most of them; numbers that change from charge to charge part
 * nothing.
 */
function byContract({ transactions, references }: Group): AccountTransaction[][] {
  if (transactions.length < 2 * fewest_charges || references.every((reference) => reference === references[0])) return [transactions]
  const parts = Map.groupBy(transactions.keys(), (index) => references[index]!)
  const contracts = [...parts].flatMap(([reference, indices]) =>
    reference !== '' && indices.length >= fewest_charges ? [indices.map((index) => transactions[index]!)] : [],
  )
  const covered = contracts.reduce((sum, list) => sum + list.length, 0)
  const lines = inLines(contracts)
  return lines.length < 2 || covered < 0.8 * transactions.length ? [transactions] : lines
}

/** Contracts one of which begins after the other has ended are one, renumbered. */
function inLines(contracts: readonly AccountTransaction[][]): AccountTransaction[][] {
  const lines: AccountTransaction[][] = []
  for (const contract of contracts.map((list) => list.toSorted(inOrder)).sort((a, b) => inOrder(a[0]!, b[0]!))) {
    const line = lines.find((other) => other.at(-1)!.date < contract[0]!.date)
    if (line === undefined) lines.push(contract)
    else line.push(...contract)
  }
  return lines
}
