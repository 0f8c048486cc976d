/**
 * One account read from two kinds of file. A CSV and an OFX export name the account and its payees differently, so neither its name nor the
 * ids of its transactions tell that they are one; days and amounts do.
 */
import type { BankTransaction } from './bank-file.ts'

export interface Held {
  account: string
  /** ISO 4217. */
  currency: string
  /** By day. */
  transactions: readonly BankTransaction[]
}

/** Fewer alike say nothing; and so many in a hundred must be alike, of those on the days that both know. */
const fewest_alike = 5
const alike_percent = 80

const wayOf = ({ date, amount_cents }: BankTransaction): string => `${date} ${amount_cents}`

/** Those that others do not hold on the same day with the same amount; of several alike, as many as are over. */
export function notAmong(transactions: readonly BankTransaction[], others: readonly BankTransaction[]): BankTransaction[] {
  const held = new Map<string, number>()
  for (const other of others) held.set(wayOf(other), (held.get(wayOf(other)) ?? 0) + 1)
  return transactions.filter((transaction) => {
    const left = held.get(wayOf(transaction)) ?? 0
    held.set(wayOf(transaction), left - 1)
    return left <= 0
  })
}

/** Whether both hold the same money, by what they say of the days that both know. */
export function isSameAccount(one: Held, other: Held): boolean {
  if (one.currency !== other.currency || one.transactions.length === 0 || other.transactions.length === 0) return false
  const later = (a: string, b: string): string => (a > b ? a : b)
  const earlier = (a: string, b: string): string => (a < b ? a : b)
  const from = later(one.transactions[0]!.date, other.transactions[0]!.date)
  const until = earlier(one.transactions.at(-1)!.date, other.transactions.at(-1)!.date)
  const within = ({ transactions }: Held): BankTransaction[] => transactions.filter(({ date }) => date >= from && date <= until)
  const [mine, theirs] = [within(one), within(other)]
  const alike = mine.length - notAmong(mine, theirs).length
  return alike >= fewest_alike && alike * 100 >= alike_percent * Math.max(mine.length, theirs.length)
}

export interface CountedOnce<A extends Held> {
  account: A
  /** All of its own, and what the same account's other files alone have. */
  transactions: BankTransaction[]
  /** The other readings of the same account. */
  others: A[]
}

/** Each account once: the first of those that are the same stands for all. */
export function eachAccountOnce<A extends Held>(accounts: readonly A[]): CountedOnce<A>[] {
  const found: CountedOnce<A>[] = []
  for (const account of accounts) {
    const same = found.find((known) => isSameAccount(known.account, account))
    if (!same) found.push({ account, transactions: [...account.transactions], others: [] })
    else {
      same.transactions.push(...notAmong(account.transactions, same.transactions))
      same.others.push(account)
    }
  }
  return found
}

/** How files that name no account are kept apart: the first has no name, the others are counted. */
const unnumbered = (nth: number): string => (nth === 1 ? '' : `#${nth}`)
export const isUnnumbered = (account: string): boolean => account === '' || /^#\d{1,6}$/.test(account)

/** The name of one more account without a number, beside those that are kept in its currency. */
export function nameOfNext(known: readonly Pick<Held, 'account' | 'currency'>[], currency: string): string {
  const taken = new Set(known.filter((one) => one.currency === currency).map(({ account }) => account))
  let nth = 1
  while (taken.has(unnumbered(nth))) nth += 1
  return unnumbered(nth)
}
