/** Which columns hold the money by their names, where no balance proves it; by what the numbers are where names say nothing. */
import { isCurrencyCode } from '../../money/money.ts'
import type { Column } from './column.ts'
import { headerFit, isNamed } from './header-words.ts'
import { areComplementary, says, type MoneyColumns, type Reading } from './money-readings.ts'

/** `isPay`: rows whose texts are of pay. */
export function byNames(readings: readonly Reading[], money: readonly Column[], isPay: (row: number) => boolean): MoneyColumns {
  const whole = readings.filter(({ covered }) => covered === 1)
  const pairs = whole.filter((reading) => reading.debit)
  const singles = whole.filter((reading) => reading.amount)
  const best = (of: readonly Reading[]): Reading | undefined =>
    of.reduce<Reading | undefined>(
      (found, reading) => (found === undefined || reading.fit > found.fit || isPlainer(reading, found) ? reading : found),
      undefined,
    )
  const [pair, single] = [best(pairs), best(singles)]
  const of = ({ covered: _covered, fit: _fit, ...columns }: Reading, isSure: boolean): MoneyColumns => ({ ...columns, isSure })
  // Both named, or one named and the other filling what it leaves.
  if (pair && pair.fit >= 2 && !(single && single.fit > 0 && single.amount!.hasMinus)) return of(pair, true)
  if (single && single.fit > 0) return of(single, isAlone(single, singles))
  const [debit, credit] = (['debit', 'credit'] as const).map((role) => money.find((column) => headerFit(column.header, role) > 0))
  if (debit && credit && debit !== credit) return { debit, credit, isSure: areComplementary(debit, credit) && money.length === 2 }
  if (debit ?? credit)
    return {
      ...(debit && { debit }),
      ...(credit && { credit }),
      isSure: [debit, credit].some(
        (column) => column !== undefined && money.every((other) => other === column || !saysWhere(other, column)),
      ),
    }
  const named = best(readings.filter(({ amount, fit }) => amount !== undefined && fit > 0))
  if (named) return of(named, false)
  return guessed(money, pairs, singles, isPay, of)
}

/**
 * Of two columns of sums that are named as well, the one that names a currency, or has fewer words: where all was bought at home,
 * "Currency Amount" says the same as "Amount", and in the next file, which is read as this one, it does not.
 */
const isPlainer = ({ amount: one, fit }: Reading, { amount: other, fit: otherFit }: Reading): boolean =>
  one !== undefined && other !== undefined && fit > 0 && fit === otherFit && wordsBeside(one) < wordsBeside(other)
const wordsBeside = ({ header }: Column): number => {
  const words = header.trim().split(' ')
  return words.some((word) => isCurrencyCode(word.toUpperCase())) ? 0 : words.length
}

/** Whether another column, named for a sum as this one is, says the same sums: where nothing was bought abroad, or no fee was taken. */
export const hasTwin = (amount: Column, columns: readonly Column[]): boolean =>
  columns.some(
    (other) =>
      other !== amount &&
      other.isAmount &&
      headerFit(other.header, 'amount') > 0 &&
      headerFit(other.header, 'balance') === 0 &&
      (['rates', 'fees', 'foreign'] as const).every((kind) => !isNamed(other.header, kind)) &&
      other.cents.every((cents, row) => cents === amount.cents[row]),
  )

/** Whether some row has a number in one column and none in the other. */
const saysWhere = (one: Column, silent: Column): boolean => one.cents.some((_, row) => says(one, row) && !says(silent, row))

/** No other column is as well named and says other sums. */
const isAlone = (chosen: Reading, singles: readonly Reading[]): boolean =>
  singles.every(
    (other) => other === chosen || other.fit < chosen.fit || other.amount!.cents.every((cents, row) => cents === chosen.amount!.cents[row]),
  )

function guessed(
  money: readonly Column[],
  pairs: readonly Reading[],
  singles: readonly Reading[],
  isPay: (row: number) => boolean,
  of: (reading: Reading, isSure: boolean) => MoneyColumns,
): MoneyColumns {
  const whole = singles.map(({ amount }) => amount!)
  const full = whole.length > 0 ? whole : money
  const decimal = full.filter((column) => column.hasDecimals)
  const candidates = decimal.length > 0 ? decimal : full
  const own = pairs.filter(({ debit, credit }) => candidates.includes(debit!) && candidates.includes(credit!))
  const paid = candidates.length === 2 ? own.find(({ debit, credit }) => isPayIn(debit!, credit!, isPay)) : undefined
  if (paid) return of(paid, true)
  if (own[0] && candidates.length <= 3) return of(own[0], false)
  const signedOnes = candidates.filter((column) => column.hasMinus)
  const amount = signedOnes[0] ?? candidates[0]!
  const direction = singles.find((reading) => reading.amount === amount)?.direction
  // Another column of such numbers may be the amount as well, or the money out of a pair.
  const isAlone = money.every(
    (column) =>
      column === amount ||
      (amount.hasDecimals && !column.hasDecimals) ||
      (column.distinct === 1 && column.filled > 1 && column.filled === column.cells.length),
  )
  return { amount, ...(direction && { direction }), isSure: isAlone && (candidates.length === 1 || signedOnes.length === 1) }
}

/** Whether pay stands in one of two columns without names, and never in the other: nobody's goes out. */
const isPayIn = (debit: Column, credit: Column, isPay: (row: number) => boolean): boolean => {
  const paid = credit.cents.flatMap((_, row) => (isPay(row) ? [row] : []))
  return paid.some((row) => says(credit, row)) && !paid.some((row) => says(debit, row)) && !debit.hasMinus && !credit.hasMinus
}
