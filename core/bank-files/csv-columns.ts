/**
 * What the columns of a CSV file hold, from the first rows: by what their cells can be read as, by what the header calls
 * them, and by arithmetic: a column whose cells are the differences of another is the amount, and the other the balance.
 */
import { isCurrencyCode } from '../money.ts'
import { inferDecimal, readCents, type AmountReading } from './amounts.ts'
import type { ColumnRole } from './bank-file.ts'
import { directionOf, headerFit, plainHeader } from './csv-words.ts'
import { dateOrders, readDate } from './dates.ts'

export interface ColumnsFound {
  roles: ColumnRole[]
  /** Neither the header nor the numbers tell, or something is missing that must be there. */
  is_open: boolean
}

interface Column {
  index: number
  header: string
  cells: string[]
  filled: number
  isDate: boolean
  isAmount: boolean
  hasDecimals: boolean
  hasMinus: boolean
  /** Minor units by two digits; null where a cell is no amount. */
  cents: (number | null)[]
  distinct: number
  letters: number
}

export function looksLikeDate(cell: string): boolean {
  const text = cell.trim()
  return text.length >= 5 && text.length <= 40 && text.charCodeAt(0) < 128 && dateOrders.some((order) => readDate(text, order) !== null)
}

const reading = (decimal: '.' | ','): AmountReading => ({ digits: 2, decimal, rounded: 0 })

export function looksLikeAmount(cell: string): boolean {
  const text = cell.trim()
  return text.length > 0 && text.length <= 30 && (readCents(text, reading('.')) !== null || readCents(text, reading(',')) !== null)
}

export function inferColumns(header: readonly string[] | null, rows: readonly string[][], width: number): ColumnsFound {
  const columns = Array.from({ length: width }, (_, index) => columnOf(index, header?.[index] ?? '', rows))
  const roles: ColumnRole[] = columns.map(() => 'ignored')
  const give = (column: Column | undefined, role: ColumnRole): void => {
    if (column) roles[column.index] = role
  }
  const free = (): Column[] => columns.filter((column) => roles[column.index] === 'ignored')

  const dates = columns.filter((column) => column.isDate)
  const date = best(dates, 'date')
  give(date, 'date')
  for (const column of dates) if (column !== date) column.isAmount = false
  const isDateSure = dates.length === 1 || (date !== undefined && headerFit(date.header, 'date') > 0)

  const isAmountSure = giveAmounts(free(), give)
  const hasAmount = roles.some((role) => role === 'amount' || role === 'debit' || role === 'credit')
  const amount = columns.find((column) => roles[column.index] === 'amount')
  if (amount && !amount.hasMinus) give(free().find(saysDirection), 'direction')
  if (!roles.includes('balance')) give(best(free().filter((column) => column.isAmount), 'balance', 1), 'balance')
  give(free().find((column) => column.filled > 0 && column.cells.every((cell) => cell.trim() === '' || isCurrencyCode(cell.trim()))), 'currency')
  giveTexts(free().filter((column) => !column.isDate && !saysDirection(column)), rows.length, give)
  return { roles, is_open: !date || !hasAmount || !isDateSure || !isAmountSure }
}

function columnOf(index: number, header: string, rows: readonly string[][]): Column {
  const cells = rows.map((row) => row[index] ?? '')
  const full = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const isDate = full.length > 0 && full.filter(looksLikeDate).length >= full.length * 0.8
  const { decimal } = inferDecimal(full, 2)
  const cents = cells.map((cell) => (cell.trim().length > 30 ? null : readCents(cell.trim(), reading(decimal))))
  const amounts = cents.filter((value) => value !== null).length
  const isLong = full.filter((cell) => cell.length >= 10 && !/[.,\s]/.test(cell)).length > full.length / 2
  return {
    index,
    header: plainHeader(header),
    cells,
    filled: full.length,
    isDate,
    isAmount: !isDate && full.length > 0 && amounts >= full.length * 0.9 && !isLong,
    hasDecimals: full.filter((cell) => /[.,]\d{1,4}\D{0,5}$/.test(cell)).length > full.length / 3,
    hasMinus: cents.some((value) => value !== null && value < 0),
    cents,
    distinct: new Set(full).size,
    letters: full.reduce((sum, cell) => sum + Math.min(100, cell.replace(/[^\p{L}]/gu, '').length), 0) / Math.max(1, full.length),
  }
}

const saysDirection = ({ filled, distinct, cells }: Column): boolean => filled > 0 && distinct <= 4 && cells.every((cell) => cell.trim() === '' || directionOf(cell) !== null)

/** The column whose header fits a role best; the first of those that fit equally. */
function best(columns: readonly Column[], role: ColumnRole, least = 0): Column | undefined {
  let found: Column | undefined
  let fit = least - 1
  for (const column of columns) {
    const own = headerFit(column.header, role)
    if (own > fit) {
      found = column
      fit = own
    }
  }
  return found
}

/** Gives amount, debit, credit and balance; answers whether they are sure. */
function giveAmounts(columns: readonly Column[], give: (column: Column | undefined, role: ColumnRole) => void): boolean {
  const numbers = columns.filter((column) => column.isAmount)
  const reckoned = byArithmetic(numbers)
  if (reckoned) {
    give(reckoned.amount, 'amount')
    give(reckoned.debit, 'debit')
    give(reckoned.credit, 'credit')
    give(reckoned.balance, 'balance')
    return true
  }
  const fits = (role: ColumnRole): Column[] => numbers.filter((column) => headerFit(column.header, role) > 0 && headerFit(column.header, 'balance') === 0)
  const named = fits('amount').find((column) => headerFit(column.header, 'debit') === 0 && headerFit(column.header, 'credit') === 0)
  const [debit] = fits('debit')
  const [credit] = fits('credit')
  if (debit && credit && debit !== credit && !(named?.hasMinus && !areComplementary(debit, credit))) {
    give(debit, 'debit')
    give(credit, 'credit')
    return true
  }
  const balance = best(numbers, 'balance', 1)
  if (named) {
    give(named, 'amount')
    return true
  }
  if (debit ?? credit) {
    give(debit, 'debit')
    give(credit, 'credit')
    return true
  }
  const rest = numbers.filter((column) => column !== balance)
  const decimal = rest.filter((column) => column.hasDecimals)
  const candidates = decimal.length > 0 ? decimal : rest
  const [first, second] = candidates
  if (first && second && candidates.length <= 3 && areComplementary(first, second)) {
    give(first, 'debit')
    give(second, 'credit')
    return false
  }
  const signed = candidates.find((column) => column.hasMinus) ?? first
  give(signed, 'amount')
  return candidates.length === 1 || (signed?.hasMinus === true && candidates.filter((column) => column.hasMinus).length === 1)
}

/** Two columns of which every row fills one, or leaves a nought in the other. */
function areComplementary(one: Column, other: Column): boolean {
  const both = one.cents.filter((value, row) => value !== null && value !== 0 && other.cents[row] !== null && other.cents[row] !== 0).length
  const either = one.cents.filter((value, row) => (value !== null && value !== 0) || (other.cents[row] !== null && other.cents[row] !== 0)).length
  return both === 0 && either >= one.cents.length * 0.9
}

const leastSteps = 2

/** Columns of which one tells the steps of another, upwards or downwards; with debit and credit, their difference. */
function byArithmetic(numbers: readonly Column[]): { amount?: Column; debit?: Column; credit?: Column; balance: Column } | null {
  const few = numbers.slice(0, 10)
  for (const balance of few.filter((column) => column.hasDecimals || headerFit(column.header, 'balance') > 0)) {
    const others = few.filter((column) => column !== balance)
    for (const amount of others) {
      if (tellsSteps((row) => amount.cents[row] ?? null, balance.cents)) return { amount, balance }
    }
    for (const debit of others) {
      for (const credit of others) {
        if (debit === credit || !areComplementary(debit, credit)) continue
        const size = (column: Column, row: number): number => Math.abs(column.cents[row] ?? 0)
        if (tellsSteps((row) => size(credit, row) - size(debit, row), balance.cents)) return { debit, credit, balance }
      }
    }
  }
  return null
}

function tellsSteps(amount: (row: number) => number | null, balance: readonly (number | null)[]): boolean {
  let down = 0
  let up = 0
  let steps = 0
  for (let row = 1; row < balance.length; row += 1) {
    const [above, here] = [balance[row - 1]!, balance[row]!]
    if (above === null || here === null) continue
    const [amountHere, amountAbove] = [amount(row), amount(row - 1)]
    if (amountHere === null || amountAbove === null || (amountHere === 0 && amountAbove === 0)) continue
    steps += 1
    if (here - above === amountHere) down += 1
    if (above - here === amountAbove) up += 1
  }
  return steps >= leastSteps && Math.max(down, up) >= steps * 0.8
}

/** Payee, memo, reference and account among the columns of text. */
function giveTexts(columns: readonly Column[], rows: number, give: (column: Column | undefined, role: ColumnRole) => void): void {
  const taken = new Set<Column>()
  const take = (column: Column | undefined, role: ColumnRole): void => {
    if (!column || taken.has(column)) return
    taken.add(column)
    give(column, role)
  }
  const open = (): Column[] => columns.filter((column) => column.filled > 0 && !taken.has(column))
  // Another file of the same bank must come to the same: what the header says counts even where the first rows have nothing.
  // An account of one's own is the same in many rows; one of the other side changes from row to row.
  take(best(open().filter((column) => column.filled === rows && column.distinct <= Math.max(1, rows / 20)), 'account', 1), 'account')
  // Several columns may name the other side: the payer in one, the payee in the next.
  for (const column of open()) if (headerFit(column.header, 'payee') === 4 && column.letters >= 1) take(column, 'payee')
  for (const column of columns) if (headerFit(column.header, 'payee') === 4 && column.filled === 0) take(column, 'payee')
  const hasPayee = (): boolean => [...taken].some((column) => headerFit(column.header, 'payee') > 0)
  if (!hasPayee()) take(best(open().filter((column) => column.letters >= 1), 'payee', 1), 'payee')
  if (!hasPayee()) take(open().toSorted((a, b) => b.letters * Math.min(b.distinct, 20) - a.letters * Math.min(a.distinct, 20)).find((column) => column.letters >= 2), 'payee')
  take(best(open().filter((column) => column.distinct > rows / 2 && isOfReferences(column)), 'reference', 1), 'reference')
  for (const column of columns) if (headerFit(column.header, 'memo') > (column.filled === 0 ? 2 : 0) && (column.filled === 0 || column.letters >= 1)) take(column, 'memo')
}

/** Numbers and letters without a space, as machines write references; people's are texts. */
const isOfReferences = ({ cells, filled }: Column): boolean => cells.filter((cell) => cell.length >= 6 && !cell.trim().includes(' ') && /\d/.test(cell)).length > filled / 2
