/**
 * Which columns hold the money. A reading counts only if every row that has a number is accounted for and, where there is a
 * column of balances, if its steps are the amounts. Among the readings that count the best named one is taken; where none
 * does, the guess is asked about.
 */
import { isCurrencyCode } from '../../money/money.ts'
import { mayNameMoney, moneyWordsOf } from './cell-words.ts'
import { mostlySaysDirection, saysDirection, type Column } from './column.ts'
import { headerFit, isNamed } from './header-words.ts'
import { accountsOf, balancesOf, everyRow, provenBy, type Days } from './money-by-balance.ts'
import { byNames } from './money-by-names.ts'
import { mostColumns, readingsOf, signed, type MoneyColumns } from './money-readings.ts'
import { isStandingColumn } from './standing-balance.ts'
import { stepsOf } from './steps.ts'

export function moneyColumns(columns: readonly Column[], days: Days): MoneyColumns {
  const found = filledColumns(columns, days)
  if (found.amount) return found
  // The next file of this bank may fill what this one leaves empty.
  const empty = (role: 'debit' | 'credit'): Column | undefined =>
    columns.find(({ filled, header }) => filled === 0 && headerFit(header, role) > 0)
  const [debit, credit] = [found.debit ?? (found.credit && empty('debit')), found.credit ?? (found.debit && empty('credit'))]
  return { ...found, ...(debit && { debit }), ...(credit && { credit }) }
}

function filledColumns(columns: readonly Column[], days: Days): MoneyColumns {
  const numbers = columns.filter((column) => column.isAmount && !isNamed(column.header, 'rates') && !isAbroad(column, columns))
  const named = numbers.filter((column) => headerFit(column.header, 'balance') > 0)
  const plain = numbers.filter((column) => !named.includes(column) && !isNamed(column.header, 'fees') && !isNamed(column.header, 'foreign'))
  const money = plain.length > 0 ? plain : numbers.filter((column) => !named.includes(column))
  if (money.length === 0) return { ...(named[0] && { balance: named[0] }), isSure: false }
  const directions = [
    ...columns.filter(saysDirection),
    ...columns.filter((column) => !saysDirection(column) && mostlySaysDirection(column)),
  ]
  const readings = readingsOf(money.slice(0, mostColumns), directions)

  const proven = provenBy(readings, numbers, days, [everyRow(days.length)]) ?? provenBy(readings, numbers, days, accountsOf(columns))
  if (proven) return proven
  const texts = columns.filter((column) => column.letters >= 3)
  const isPay = (row: number): boolean => texts.some(({ cells }) => mayNameMoney(cells[row]!) && moneyWordsOf(cells[row]!) === 'pay')
  const found = byNames(readings, money, isPay)
  const balance = named.find((column) => ![found.amount, found.debit, found.credit].includes(column))
  // A balance that the amounts do not explain is one more reason to ask; a column filled here and there is none.
  const agrees =
    !balance ||
    balance.filled < 2 ||
    [[], accountsOf(columns)].some((accounts) => isStandingColumn(balance, accounts)) ||
    signed(found).every((amount) => stepsOf(amount, balancesOf(balance), days).steps === 0)
  return { ...found, ...(balance && { balance }), isSure: found.isSure && agrees }
}

/** The column of currencies that stands right behind a sum. */
const currencyBehind = (sum: Column, columns: readonly Column[]): Column | undefined => {
  const next = columns.find(({ index }) => index === sum.index + 1)
  return next && next.filled > 0 && next.cells.every((cell) => cell.trim() === '' || isCurrencyCode(cell.trim())) ? next : undefined
}

/** A sum whose currency changes from row to row, beside another one in one and the same, is that of a purchase abroad. */
function isAbroad(sum: Column, columns: readonly Column[]): boolean {
  const own = currencyBehind(sum, columns)
  if (!own || own.distinct < 2) return false
  return columns.some(
    (other) =>
      other !== sum && other.isAmount && headerFit(other.header, 'balance') === 0 && currencyBehind(other, columns)?.distinct === 1,
  )
}
