/** The ways to read one sum of each row: from a column of numbers, also with words beside it, or from two of which each row fills one. */
import { byMark, directionOf, markedAlone } from './cell-words.ts'
import { saysDirection, type Column } from './column.ts'
import { headerFit, isNamed, pairFit } from './header-words.ts'

export interface MoneyColumns {
  amount?: Column
  debit?: Column
  credit?: Column
  direction?: Column
  balance?: Column
  /** Names or arithmetic tell, and no row with a number is left over. */
  isSure: boolean
}

/** A way to read one sum of each row: from one column, or from two of which each row fills one. */
export interface Reading {
  amount?: Column
  debit?: Column
  credit?: Column
  direction?: Column
  /** Rows it gives a number, of all that have one. */
  covered: number
  /** How well the names fit; 0 where they say nothing. */
  fit: number
}

/** Tables have few columns of numbers; of more the first are looked at. */
export const mostColumns = 10

/** Rows in which a column says a number; a nought beside another number says none. */
export const says = (column: Column, row: number): boolean => column.cents[row] !== null && column.cents[row] !== 0

export function readingsOf(money: readonly Column[], directions: readonly Column[]): Reading[] {
  const rows = Array.from({ length: money[0]!.cents.length }, (_, row) => row)
  const withNumber = rows.filter((row) => money.some((column) => says(column, row)))
  const covered = (...own: Column[]): number =>
    withNumber.length === 0 ? 1 : withNumber.filter((row) => own.some((column) => says(column, row))).length / withNumber.length
  const singles = money.map((amount): Reading => {
    const direction = directions.find((column) => column !== amount && fitsDirection(column, amount))
    const isOneSided = headerFit(amount.header, 'debit') > 0 || headerFit(amount.header, 'credit') > 0
    return { amount, ...(direction && { direction }), covered: covered(amount), fit: isOneSided ? 0 : amountFit(amount) }
  })
  const pairs = money.flatMap((debit) =>
    money
      .filter((credit) => credit !== debit && areComplementary(debit, credit))
      .map((credit): Reading => {
        const fit = pairFit(debit.header, credit.header)
        const bySign = fit === 0 && isAllMinus(debit) && !credit.hasMinus ? 2 : 0
        return { debit, credit, covered: covered(debit, credit), fit: fit + bySign }
      }),
  )
  return [...pairs, ...singles]
}

export const isAllMinus = ({ cents }: Column): boolean =>
  cents.every((value) => value === null || value <= 0) && cents.some((value) => value !== null && value < 0)

/** What was booked before what was asked for; of equals the first. */
const amountFit = ({ header }: Column): number => (headerFit(header, 'amount') === 0 ? 0 : isNamed(header, 'booked') ? 4 : 3)

/** Words beside an amount: for both ways, or for one of them, where those without a word go the other. */
function fitsDirection(words: Column, amount: Column): boolean {
  // One and the same way beside amounts of both signs is no word for them.
  if (amount.hasMinus && amount.cents.some((cents) => cents !== null && cents > 0) && new Set(words.cells.map(directionOf)).size === 1)
    return false
  return (
    words.cells.some((cell) => directionOf(cell) !== null) &&
    ((saysDirection(words) && words.filled === words.cells.length) || !amount.hasMinus)
  )
}

/** Two columns of which every row fills one, or leaves a nought in the other. */
export function areComplementary(one: Column, other: Column): boolean {
  let either = 0
  for (let row = 0; row < one.cents.length; row += 1) {
    if (says(one, row) && says(other, row)) return false
    if (says(one, row) || says(other, row)) either += 1
  }
  return either > 0
}

/** The amounts of a reading under each scheme of signs it may have. */
export function signed({
  amount,
  debit,
  credit,
  direction,
}: Pick<Reading, 'amount' | 'debit' | 'credit' | 'direction'>): ((row: number) => number | null)[] {
  if (amount && direction) {
    const blank = blankMeans(direction.cells)
    return [
      (row) => {
        const cents = amount.cents[row] ?? null
        const way = directionOf(direction.cells[row]!) ?? blank
        return cents === null ? null : way === 'out' ? -Math.abs(cents) : way === 'in' ? Math.abs(cents) : cents
      },
      (row) => amount.cents[row] ?? null,
    ]
  }
  if (amount) {
    const marked = markedAlone(amount.cells)
    const marks =
      marked === null
        ? []
        : [(row: number) => ((amount.cents[row] ?? null) === null ? null : byMark(amount.cells[row]!, amount.cents[row]!, marked))]
    return [...marks, ...[1, -1].map((sign) => (row: number) => ((amount.cents[row] ?? null) === null ? null : sign * amount.cents[row]!))]
  }
  const way =
    (into: 1 | -1, out: 1 | -1) =>
    (row: number): number | null => {
      const [plus, minus] = [credit?.cents[row] ?? null, debit?.cents[row] ?? null]
      return plus === null && minus === null ? null : into * (plus ?? 0) - out * (minus ?? 0)
    }
  return [way(1, 1), way(1, -1), way(-1, 1), way(-1, -1)]
}

/** Where only one of the two ways has a word, a row without one goes the other. */
export function blankMeans(cells: Iterable<string>): 'in' | 'out' | null {
  const seen = new Set<string>()
  for (const cell of cells) {
    const way = directionOf(cell)
    if (way) seen.add(way)
    if (seen.size > 1) return null
  }
  return seen.has('in') ? 'out' : seen.has('out') ? 'in' : null
}
