/** Rows that tell a balance and are no transactions, by their words; not where the balances or the sums need them. */
import type { Answers, Question } from '../bank-file.ts'
import { readCents, type AmountReading } from '../read-amounts.ts'
import { carriedOf } from './carried.ts'
import { isBalanceText } from './balance-words.ts'
import type { Picked } from './table-parts.ts'

/** The cell that names a balance; of one that is carried over, its text. */
export const balanceTextOf = ({ dates, payees, payers, memos, kinds }: Picked, row: number): string =>
  [dates[row], payees[row], payers[row], memos[row], kinds[row]].find(isBalanceText) ?? (payees[row] || memos[row] || '')

export interface BalanceRows {
  rows: ReadonlySet<number>
  /** Of these the ones that are so by a guess. */
  guessed: ReadonlySet<number>
  /** What to ask of those that are carried over from page to page; null where nothing is. */
  question: Question | null
}

/**
 * The rows of balances. "New balance" is a shop too: where the column of balances changes by the row's own amount, or the balances
 * around all rows are apart by a sum with it, the row is a transaction, whatever its words. `isBooked`: others sum to nothing.
 */
export function balanceRowsOf(
  picked: Picked,
  reading: AmountReading,
  balanceReading: AmountReading,
  isBooked: (row: number) => boolean,
  answered: Answers['carried_are'],
): BalanceRows {
  const { dates, payees, payers, memos, kinds } = picked
  const named = new Set<number>()
  for (const row of picked.telling)
    if (isBalanceText(payees[row]) || isBalanceText(memos[row]) || isBalanceText(payers[row])) named.add(row)
  for (const own of [dates, kinds]) {
    const called = new Set([...new Set(own === dates ? picked.distinctDays : own)].filter(isBalanceText))
    if (called.size > 0) for (const [row, text] of own.entries()) if (called.has(text)) named.add(row)
  }
  const booked = (row: number): number => (isBooked(row) ? amountOf(picked, row, reading) : 0)
  const { places, guessed, question } = carriedOf(picked, named, booked, answered)
  for (const rows of places) for (const row of rows) named.add(row)
  if (named.size === 0 || isShoeShop(picked, named, reading)) return { rows: new Set(), guessed, question }
  const needed = new Set(
    picked.balances.length > 0
      ? byBalances(picked, named, (row) => amountOf(picked, row, reading), balanceReading)
      : bySums(picked.lines.length, named, (row) => amountOf(picked, row, reading)),
  )
  for (const rows of places) if (rows.some((row) => needed.has(row))) for (const row of rows) needed.add(row)
  return { rows: needed.size === 0 ? named : named.difference(needed), guessed, question }
}

/** The one name that a chain of shops shares with a balance: once, money out, amid the rows, without a balance beside it. */
function isShoeShop(picked: Picked, named: ReadonlySet<number>, reading: AmountReading): boolean {
  const [row] = named
  if (named.size > 1 || row === undefined || picked.balances.length > 0 || row === 0 || row === picked.lines.length - 1) return false
  return /^new balance$/i.test(balanceTextOf(picked, row).trim()) && amountOf(picked, row, reading) < 0
}

/** As written, money out of a column of its own negative. */
export function amountOf({ amounts, debits, credits }: Picked, row: number, reading: AmountReading): number {
  const cents = (text: string | undefined): number => (text === undefined ? 0 : (readCents(text, { ...reading }) ?? 0))
  return amounts.length > 0 ? cents(amounts[row]) : Math.abs(cents(credits[row])) - Math.abs(cents(debits[row]))
}

/** Rows that a change of the balance beside them is the amount of, where the change without them is not explained by the next row. */
function byBalances(picked: Picked, named: ReadonlySet<number>, amount: (row: number) => number, reading: AmountReading): number[] {
  const balance = (row: number): number | null => readCents(picked.balances[row] ?? '', { ...reading })
  const isStep = (from: number | null, to: number | null, row: number): boolean =>
    from !== null && to !== null && amount(row) !== 0 && Math.abs(to - from) === Math.abs(amount(row))
  return [...named].filter((row) => {
    const [before, own, after] = [row > 0 ? balance(row - 1) : null, balance(row), balance(row + 1)]
    if (own === null || Math.abs(amount(row)) === Math.abs(own)) return false
    const isExplainedWithout = isStep(before, after, row + 1) || isStep(before, after, row - 1)
    // Beside its balance such a row has no other amount, or the balance itself.
    const isAlone = before === null && after === null && amount(row) !== 0
    return !isExplainedWithout && (isAlone || isStep(before, own, row) || isStep(own, after, row))
  })
}

/** Rows between a first and a last balance which are apart by the sum of all others with these, and not by the sum without. */
function bySums(count: number, named: ReadonlySet<number>, amount: (row: number) => number): number[] {
  const between = [...named].filter((row) => row > 0 && row < count - 1)
  if (between.length === 0 || !named.has(0) || !named.has(count - 1)) return []
  let rest = 0
  for (let row = 1; row < count - 1; row += 1) if (!named.has(row)) rest += amount(row)
  const apart = Math.abs(amount(count - 1) - amount(0))
  const withThem = between.reduce((sum, row) => sum + amount(row), rest)
  return apart !== Math.abs(rest) && apart === Math.abs(withThem) ? between : []
}
