/** What the columns of a CSV file hold, from the first rows: dates, money, and what is said of it. */
import type { ColumnRole } from '../bank-file.ts'
import { inferDateOrder, readDate } from '../read-dates.ts'
import { bookingOf, directionOf, type Booking } from './cell-words.ts'
import { columnOf, saysDirection, type Column } from './column.ts'
import { flagStates, isOfFlags, mayBeFlags } from './flags.ts'
import { headerFit, isNamed } from './header-words.ts'
import { hasTwin } from './money-by-names.ts'
import { moneyColumns } from './money-columns.ts'
import type { MoneyColumns } from './money-readings.ts'
import { saidBy } from './pending-texts.ts'
import { stateOf } from './states.ts'
import { best, giveCurrency, giveStatus, giveTexts } from './text-columns.ts'
import { decimalsOf } from './units.ts'

export interface ColumnsFound {
  roles: ColumnRole[]
  /** Neither the header nor the numbers tell, or something is missing that must be there. */
  is_open: boolean
  /** Another column says the same sums in this file, and may say others in the next. */
  isPassing?: boolean
  /** Columns of numbers that could be sums, whatever their role. */
  numbers: number[]
}

export function inferColumns(header: readonly string[] | null, rows: readonly string[][], width: number): ColumnsFound {
  const names = header && !areLetters(header) ? header : []
  const columns = inOneUnit(Array.from({ length: width }, (_, index) => columnOf(index, names[index] ?? '', rows)))
  const roles: ColumnRole[] = columns.map(() => 'ignored')
  const give = (column: Column | undefined, role: ColumnRole): void => {
    if (column) roles[column.index] = role
  }
  const free = (): Column[] => columns.filter((column) => roles[column.index] === 'ignored')

  const dates = columns.filter((column) => column.isDate)
  // A day of no known name may be the booking's; that of the value is known by its name.
  const date = best(dates, 'date', 2) ?? dates.find((column) => headerFit(column.header, 'date') === 0) ?? best(dates, 'date')
  give(date, 'date')
  const isDateSure =
    date !== undefined &&
    (headerFit(date.header, 'date') > 0 || dates.every((other) => other.cells.every((cell, row) => cell === date.cells[row])))

  const { isSure, ...money } = moneyOf(columns, date, rows, names)
  for (const role of ['amount', 'debit', 'credit', 'direction', 'balance'] as const) give(money[role], role)
  const hasAmount = money.amount ?? money.debit ?? money.credit
  giveCurrency(free(), money.amount ?? money.debit ?? money.credit, rows.length, give)
  giveStatus(free(), rows.length, give)
  giveTexts(
    free().filter(
      (column) =>
        !isOfFlags(column) && (!column.isDate || isNamedText(column)) && !(saysDirection(column) && headerFit(column.header, 'payee') < 4),
    ),
    rows.length,
    goBothWays(money),
    give,
  )
  const numbers = columns.filter((column) => column.isAmount && column.hasDecimals && !isBeside(column)).map(({ index }) => index)
  const areFlagsOpen = columns.some((column) => roles[column.index] !== 'status' && mayBeFlags(column))
  const isPassing = money.amount !== undefined && hasTwin(money.amount, columns)
  return {
    roles,
    numbers,
    isPassing,
    is_open: !date || !hasAmount || !isDateSure || !isSure || areFlagsOpen || isWiderThan(header, columns),
  }
}

/** Whether some money comes in and some goes out, by signs, by words or in columns of their own. */
function goBothWays({ amount, direction, debit, credit }: Omit<MoneyColumns, 'isSure'>): boolean {
  if (amount === undefined) return (debit?.filled ?? 0) > 0 && (credit?.filled ?? 0) > 0
  const signs = new Set(amount.cents.map((cents) => Math.sign(cents ?? 0)))
  const ways = new Set(direction?.cells.map(directionOf))
  return (signs.has(1) && signs.has(-1)) || (ways.has('in') && ways.has('out'))
}

/** The columns of money; where a balance is not explained, by the rows that are booked: it counts no others. */
function moneyOf(columns: readonly Column[], date: Column | undefined, rows: readonly string[][], names: readonly string[]): MoneyColumns {
  const isNone = columns.map((column) => column.isDate || isOfFlags(column))
  // One column of numbers has no balance beside it, which alone needs the days.
  const hasSeveral = columns.filter((column) => column.isAmount).length > 1
  const found = moneyColumns(
    columns.filter(({ index }) => !isNone[index]),
    date && hasSeveral ? daysOf(date) : [],
  )
  if (found.isSure || !found.balance) return found
  const booked = bookedRows(columns, date, rows)
  if (booked.length === rows.length || booked.length < 2) return found
  const own = inOneUnit(columns.map(({ index }) => columnOf(index, names[index] ?? '', booked)))
  const again = moneyColumns(
    own.filter(({ index }) => !isNone[index]),
    date ? daysOf(own[date.index]!) : [],
  )
  return again.isSure ? again : found
}

function bookedRows(columns: readonly Column[], date: Column | undefined, rows: readonly string[][]): string[][] {
  let states: Column | undefined
  giveStatus(
    columns.filter((column) => !column.isDate && (!column.isAmount || isOfFlags(column))),
    rows.length,
    (column) => (states = column),
  )
  const flagOf = states && flagStates(states.header, states.cells)
  const stateAt = (row: number): Booking | null =>
    states ? (flagOf?.(states.cells[row]!) ?? stateOf(states.cells[row]!, states.header.trim())) : null
  return rows.filter(
    (cells, row) =>
      (stateAt(row) ?? 'booked') === 'booked' &&
      (date === undefined || bookingOf(date.cells[row]!) !== 'pending') &&
      cells.every((cell) => saidBy(cell) === null),
  )
}

/** Balances whose name says nothing and that have no cents count the smallest unit where amounts do. */
function inOneUnit(columns: readonly Column[]): readonly Column[] {
  if (!columns.some(({ unit, isAmount, header }) => unit === 'minor' && isAmount && headerFit(header, 'balance') === 0)) return columns
  return columns.map((column) =>
    column.isAmount && column.unit === 'whole' && headerFit(column.header, 'balance') > 0 && decimalsOf(column.cells) !== 'decimals'
      ? { ...column, unit: 'minor', cents: column.cents.map((cents) => (cents === null ? null : cents / 100)) }
      : column,
  )
}

/** A, B, C as a spreadsheet names its columns: C and D say nothing of credits and debits. */
const areLetters = (header: readonly string[]): boolean => header.length > 2 && header.every((name) => /^[A-Z]$/i.test(name.trim()))

/** A text by its name, though the few words in it could be read as a day. */
const isNamedText = ({ header }: Column): boolean =>
  headerFit(header, 'date') === 0 && (['payee', 'memo'] as const).some((role) => headerFit(header, role) > 0)

/** Rates, fees and sums in another currency stand beside an amount and are none themselves. */
const isBeside = ({ header }: Column): boolean => (['rates', 'fees', 'foreign'] as const).some((kind) => isNamed(header, kind))

/** In whichever order they can be read; for balances day by day, the order of day and month makes little difference. */
function daysOf({ cells }: Column): (string | null)[] {
  const { order } = inferDateOrder(cells, 'dmy')
  return cells.map((cell) => readDate(cell.trim(), order))
}

/** Rows with more cells than names, as where commas part both columns and cents. */
const isWiderThan = (header: readonly string[] | null, columns: readonly Column[]): boolean =>
  header !== null && columns.some(({ index, filled }) => index >= header.length && filled > 0)
