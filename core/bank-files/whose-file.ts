/**
 * Which account a file without an account number is of. Certain is what its rows say, which others share, and what its balances say, which
 * go on to the cent from those of one account. Where neither tells, a person is asked; the name of the file only proposes an answer.
 */
import type { BankTransaction } from './bank-file.ts'
import { nameStem } from './file-names.ts'
import { isUnnumbered, nameOfNext, notAmong, type Held } from './same-account.ts'

/** What a file holds of an account without a number, or what is kept of one. */
export interface Unnumbered extends Held {
  /** The latest that is told, and its day. */
  balance_cents?: number | null | undefined
  balance_date?: string | null | undefined
  /** Whether the amounts lead to it. */
  balance_agrees?: boolean | undefined
  /** Of the files it was read from; left out where that is not known. */
  shape?: string | undefined
  file_name?: string | undefined
}

/** `asked`: the kept accounts it may be of, beside a new one; `proposed` by its name alone, null: that proposes none. */
export type WhoseFile = { kind: 'told'; account: string; is_certain: boolean } | AskedWhose
export interface AskedWhose {
  kind: 'asked'
  may_be: string[]
  proposed: string | null
  /** Its name, where it is none of these. */
  as_new: string
}

/** `same` is certain; `likely` is, where no other fits; `open`: nothing tells; `other`: it is another account. */
type Fit = 'same' | 'likely' | 'open' | 'other'

/**
 * `together`: the accounts that files dropped with this one went to. One account of its make alone takes what nothing tells against, and
 * none that a file beside it went to.
 */
export function whoseFile(
  coming: Omit<Unnumbered, 'account'>,
  known: readonly Unnumbered[],
  together: ReadonlySet<string> = new Set(),
): WhoseFile {
  const own = known.filter(({ account, currency }) => isUnnumbered(account) && currency === coming.currency)
  const fits = own.map((one) => ({ one, fit: fitOf(coming, one) }))
  const of = (fit: Fit): Unnumbered[] => fits.filter((found) => found.fit === fit).map(({ one }) => one)
  const told = (account: string, is_certain: boolean): WhoseFile => ({ kind: 'told', account, is_certain })
  const [same, likely, open] = [of('same'), of('likely'), of('open')]
  if (same.length > 0) {
    const byRows = same.find((one) => hasRowsOf(coming, one))
    if (byRows ?? same.length === 1) return told((byRows ?? same[0]!).account, true)
  }
  const may_be = [...same, ...likely, ...open]
  const as_new = nameOfNext(known, coming.currency)
  if (may_be.length === 0) return told(as_new, true)
  const only = may_be.length === 1 ? may_be[0]! : null
  if (only && !together.has(only.account) && (likely.length === 1 || goesOn(coming, only))) return told(only.account, false)
  return { kind: 'asked', may_be: may_be.map(({ account }) => account), proposed: byName(coming, may_be), as_new }
}

/** Fewer rows in common may be chance, but where a file has no more; and against what the balances say, so many must be, and mostly. */
const [fewest, fewest_alone, fewest_against] = [2, 3, 5]
const alike_percent = 80

function fitOf(coming: Omit<Unnumbered, 'account'>, known: Unnumbered): Fit {
  const { mine, theirs, alike, is_edge } = shared(coming, known)
  const chain = chainOf(coming, known)
  const fewer = Math.min(mine, theirs)
  const isOneMake = known.shape === undefined || coming.shape === undefined || known.shape === coming.shape
  if (alike > 0 && alike * 2 >= fewer) {
    if (chain === 'agrees' || hasRowsOf(coming, known)) return 'same'
    return chain === 'breaks' ? 'open' : 'likely'
  }
  if (fewer > 0 && !is_edge) return 'other'
  if (!isOneMake) return chain === 'agrees' ? 'open' : 'other'
  return chain === 'agrees' ? 'same' : 'open'
}

/** Whether so many rows are in both that they are of one account, whatever else is told. */
function hasRowsOf(coming: Omit<Unnumbered, 'account'>, known: Unnumbered): boolean {
  const { mine, theirs, alike } = shared(coming, known)
  if (alike * 2 < Math.min(mine, theirs)) return false
  if (chainOf(coming, known) !== 'breaks') return alike >= Math.max(fewest, Math.min(fewest_alone, coming.transactions.length))
  return alike >= fewest_against && alike * 100 >= alike_percent * Math.max(mine, theirs)
}

type Rows = Pick<Held, 'transactions'>
const lastDay = ({ transactions }: Rows): string => transactions.reduce((last, { date }) => (date > last ? date : last), '')
const firstDay = ({ transactions }: Rows): string =>
  transactions.reduce((first, { date }) => (first === '' || date < first ? date : first), '')

/** How many rows each has on the days that both know, how many are in both, and whether that is one day, which neither may know whole. */
function shared(coming: Rows, known: Rows): { mine: number; theirs: number; alike: number; is_edge: boolean } {
  const from = firstDay(coming) > firstDay(known) ? firstDay(coming) : firstDay(known)
  const until = lastDay(coming) < lastDay(known) ? lastDay(coming) : lastDay(known)
  const within = ({ transactions }: Rows): BankTransaction[] => transactions.filter(({ date }) => date >= from && date <= until)
  const [mine, theirs] = [within(coming), within(known)]
  const isInside = (one: Rows, other: Rows): boolean => from > firstDay(other) && from < lastDay(other) && one.transactions.length > 0
  const is_edge = from === until && !isInside(coming, known) && !isInside(known, coming)
  return { mine: mine.length, theirs: theirs.length, alike: mine.length - notAmong(mine, theirs).length, is_edge }
}

/** What is on it once all its rows are booked; null: nobody tells. */
function atEnd({ transactions, balance_cents, balance_date, balance_agrees }: Omit<Unnumbered, 'account'>): number | null {
  if (balance_cents === null || balance_cents === undefined || balance_agrees === false) return null
  const since = balance_date === null || balance_date === undefined ? [] : transactions.filter(({ date }) => date > balance_date)
  return since.reduce((sum, { amount_cents }) => sum + amount_cents, balance_cents)
}

/**
 * Whether the balance of the one that ends later is that of the other and all that came since. A gap between them breaks it as
 * another account does. Nothing on both, as on any two that are empty, tells nothing.
 */
function chainOf(one: Omit<Unnumbered, 'account'>, other: Omit<Unnumbered, 'account'>): 'agrees' | 'breaks' | 'untold' {
  const [mine, theirs] = [atEnd(one), atEnd(other)]
  if (mine === null || theirs === null) return 'untold'
  const leadsTo = (earlier: Omit<Unnumbered, 'account'>, before: number, later: Rows, after: number): boolean => {
    const last = lastDay(earlier)
    const since = notAmong(
      later.transactions.filter(({ date }) => date >= last),
      earlier.transactions,
    )
    return last <= lastDay(later) && since.reduce((sum, { amount_cents }) => sum + amount_cents, before) === after
  }
  if (leadsTo(other, theirs, one, mine)) return theirs === 0 ? 'untold' : 'agrees'
  if (leadsTo(one, mine, other, theirs)) return mine === 0 ? 'untold' : 'agrees'
  return 'breaks'
}

/**
 * Where one account alone is kept and no balance tells: its name is no other one, and half of its rows at least are what was paid there
 * before, as much to the same. Who is paid says nothing by itself: a household's accounts are spent from at the same places.
 */
function goesOn(coming: Omit<Unnumbered, 'account'>, known: Unnumbered): boolean {
  if (chainOf(coming, known) === 'breaks' || areNamedApart(coming, known)) return false
  const paid = new Set(known.transactions.map(paidTo))
  const again = coming.transactions.map(paidTo).filter((one) => paid.has(one))
  return new Set(again).size >= fewest && again.length * 2 >= coming.transactions.length
}
const paidTo = ({ payee, amount_cents }: BankTransaction): string => `${amount_cents} ${payee}`

type Named = Pick<Unnumbered, 'file_name'>
const stemOf = ({ file_name }: Named): string => nameStem(file_name ?? '')
const areNamedApart = (one: Named, other: Named): boolean => stemOf(one) !== '' && stemOf(other) !== '' && stemOf(one) !== stemOf(other)

function byName(coming: Named, may_be: readonly Unnumbered[]): string | null {
  const named = stemOf(coming) === '' ? [] : may_be.filter((one) => stemOf(one) === stemOf(coming))
  if (named.length === 1) return named[0]!.account
  return may_be.length === 1 && !areNamedApart(coming, may_be[0]!) ? may_be[0]!.account : null
}
