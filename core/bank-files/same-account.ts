/**
 * One account read from two kinds of file. A CSV and an OFX export name the account and its payees differently, so neither its name nor the
 * ids of its transactions tell that they are one; days and amounts do.
 */
import type { BankTransaction } from './bank-file.ts'

interface Held {
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
function notAmong(transactions: readonly BankTransaction[], others: readonly BankTransaction[]): BankTransaction[] {
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

export interface Unnumbered extends Held {
  /** Of the files it was read from; left out where that is not known. */
  shape?: string | undefined
}

/** How files that name no account are kept apart: the first has no name, the others are counted. */
const unnumbered = (nth: number): string => (nth === 1 ? '' : `#${nth}`)
export const isUnnumbered = (account: string): boolean => account === '' || /^#\d{1,6}$/.test(account)

/**
 * Under which name to keep what a file without an account number holds: that of the known account whose days and amounts it goes on with,
 * else a new one. Where both know some days, most of what is there must be in both; where they share none, the file must be of the same
 * make.
 */
export function nameOfUnnumbered(coming: Omit<Unnumbered, 'account'>, known: readonly Unnumbered[]): string {
  const own = known.filter(({ account, currency }) => isUnnumbered(account) && currency === coming.currency)
  const fits = own.map((account) => ({ account, fit: fitOf(coming, account) })).filter(({ fit }) => fit !== 'other')
  const best = fits.find(({ fit }) => fit === 'same') ?? fits.sort((a, b) => (lastDay(a.account) < lastDay(b.account) ? 1 : -1))[0]
  if (best) return best.account.account
  const taken = new Set(own.map(({ account }) => account))
  let nth = 1
  while (taken.has(unnumbered(nth))) nth += 1
  return unnumbered(nth)
}

const lastDay = ({ transactions }: Pick<Held, 'transactions'>): string =>
  transactions.reduce((last, { date }) => (date > last ? date : last), '')
const firstDay = ({ transactions }: Pick<Held, 'transactions'>): string =>
  transactions.reduce((first, { date }) => (first === '' || date < first ? date : first), '')

/** same: what both say of the days that both know is mostly one. other: it is not. maybe: there are no such days, and the make is one. */
function fitOf(coming: Omit<Unnumbered, 'account'>, known: Unnumbered): 'same' | 'maybe' | 'other' {
  const [from, until] = [
    firstDay(coming) > firstDay(known) ? firstDay(coming) : firstDay(known),
    lastDay(coming) < lastDay(known) ? lastDay(coming) : lastDay(known),
  ]
  const within = ({ transactions }: Pick<Held, 'transactions'>): BankTransaction[] =>
    transactions.filter(({ date }) => date >= from && date <= until)
  const [mine, theirs] = [within(coming), within(known)]
  const fewer = Math.min(mine.length, theirs.length)
  const alike = mine.length - notAmong(mine, theirs).length
  if (alike > 0 && alike * 2 >= fewer) return 'same'
  const isOneMake = known.shape === undefined || coming.shape === undefined || known.shape === coming.shape
  return fewer === 0 && isOneMake ? 'maybe' : 'other'
}
