/**
 * What the columns of text hold: whom the money went to or came from, what else is said, the bank's reference, one's own
 * account, the currency, and whether a row is booked. By names where they say it, else by what the values are.
 */
import { isCurrencyCode } from '../../money/money.ts'
import type { ColumnRole } from '../bank-file.ts'
import { bookingOf, isKindOfPayment } from './cell-words.ts'
import { cellsWhere, saysDirection, type Column } from './column.ts'
import { awaitsFlags, isOfFlags } from './flags.ts'
import { headerFit, isNamed } from './header-words.ts'
import { everyRow } from './money-by-balance.ts'
import { stateNamedBy } from './pending-texts.ts'
import { stateOf } from './states.ts'

type Give = (column: Column | undefined, role: ColumnRole) => void

/** The column whose header fits a role best; the first of those that fit equally. */
export function best(columns: readonly Column[], role: ColumnRole, least = 0): Column | undefined {
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

/** The currency of the booked amounts: filled in each row, not that of a purchase abroad, the nearest behind the amount. */
export function giveCurrency(columns: readonly Column[], amount: Column | undefined, rows: number, give: Give): void {
  const codes = columns.filter((column) => column.filled === rows && rows > 0 && column.cells.every((cell) => isCurrencyCode(cell.trim())))
  // Beside sums in another currency or their rates a currency that changes from row to row is that of these.
  const hasForeign = columns.some((column) => isNamed(column.header, 'rates') || (column.isAmount && isNamed(column.header, 'foreign')))
  const own = codes.filter(
    (column) =>
      !isOfAnotherSum(column, amount, columns) &&
      (!isNamed(column.header, 'foreign') || /^ (?:divisa|devise) $/.test(column.header)) &&
      !(
        hasForeign &&
        column.distinct > 1 &&
        columns.some(
          (other) => other !== column && other.isAmount && !isNamed(other.header, 'rates') && headerFit(other.header, 'balance') === 0,
        )
      ),
  )
  const behind = amount && own.find((column) => column.index > amount.index)
  give(own.find((column) => isNamed(column.header, 'booked')) ?? behind ?? own[0], 'currency')
}

/**
 * A currency right beside another sum than the booked one, or behind that one's rate, is that sum's: where all was bought at home it is the
 * account's too, and in the next file, which is read as this one, it is not.
 */
function isOfAnotherSum(currency: Column, amount: Column | undefined, columns: readonly Column[]): boolean {
  if (amount === undefined) return false
  const at = (index: number): Column | undefined => columns.find((column) => column.index === index)
  const isSum = (column: Column | undefined): boolean =>
    column !== undefined &&
    column.isAmount &&
    // A currency where this has no sum is not its own.
    column.filled >= currency.filled &&
    (headerFit(column.header, 'amount') > 0 || isNamed(column.header, 'foreign')) &&
    !isNamed(column.header, 'nets') &&
    !isNamed(column.header, 'fees')
  const behind = at(currency.index - 1)
  if (isSum(behind && isNamed(behind.header, 'rates') ? at(currency.index - 2) : behind)) return true
  // Before another sum, and not right behind the booked one, unless that has a currency before it as well.
  const hasOwn = columns.some(({ index, cells }) => index === amount.index - 1 && cells.every((cell) => isCurrencyCode(cell.trim())))
  return isSum(at(currency.index + 1)) && (amount.index !== currency.index - 1 || hasOwn)
}

/** So many words a bank has for what becomes of a payment, at most; and so many of them may be unknown. */
const most_states = 40
const most_unknown_states = 6

/** A column in which each cell says booked, pending or reverted, and some say it in a column that is named so. */
export function giveStatus(columns: readonly Column[], rows: number, give: Give): void {
  const isKnown = (cell: string, { header }: Column): boolean => stateOf(cell, header.trim()) !== null
  const known = (column: Column): number => cellsWhere(column.values, (cell) => isKnown(cell, column))
  const areFewUnknown = (column: Column): boolean =>
    [...column.values.keys()].filter((cell) => !isKnown(cell, column)).length <= most_unknown_states
  const says = (column: Column): boolean =>
    column.filled > 0 && column.distinct <= most_states && [...column.values.keys()].every((cell) => isKnown(cell, column))
  // A word that is not known is told; a column of them alone is one of states only where its name can mean nothing else.
  const isOfStates = (column: Column): boolean =>
    headerFit(column.header, 'status') > 0 &&
    column.filled > 0 &&
    column.distinct <= most_states &&
    areFewUnknown(column) &&
    (known(column) * 2 >= column.filled || (isNamed(column.header, 'states') && column.distinct > 1))
  give(
    columns.find(isOfStates) ??
      columns.find(
        (column) =>
          says(column) &&
          (headerFit(column.header, 'status') > 0 ||
            (column.filled * 10 >= rows * 8 && rows > 1 && [...column.values.keys()].some((cell) => bookingOf(cell) === 'booked'))),
      ) ??
      columns.find(isOfFlags) ??
      columns.find((column) => column.filled > 0 && saysNotBooked(column)) ??
      columns.find(awaitsFlags),
    'status',
  )
}

/** A column that says which rows are not booked, and of the others nothing. */
const saysNotBooked = ({ cells, values, filled, distinct, header }: Column): boolean =>
  distinct <= 3 &&
  filled < cells.length &&
  !isNamed(header, 'checks') &&
  [...values.keys()].every((cell) => cell.length <= 40 && stateNamedBy(cell) !== null)

/** Payee, memo, reference and account. `goBothWays`: some money comes in and some goes out. */
export function giveTexts(columns: readonly Column[], rows: number, goBothWays: boolean, give: Give): void {
  const taken = new Map<Column, ColumnRole>()
  const take = (column: Column | undefined, role: ColumnRole): void => {
    if (!column || taken.has(column)) return
    taken.set(column, role)
    give(column, role)
  }
  const open = (): Column[] => columns.filter((column) => column.filled > 0 && !taken.has(column))
  take(ownAccount(open(), rows), 'account')

  // Nobody but oneself stands in each row, whether money came in or went out. Rows that name nobody are balances.
  const ofNames = open().filter((column) => headerFit(column.header, 'payee') === 4)
  const isNameless = (row: number): boolean => ofNames.every(({ cells }) => (cells[row] ?? '').trim() === '')
  const named = ofNames.length === 0 ? rows : everyRow(rows).filter((row) => !isNameless(row)).length
  const isOwnName = (column: Column): boolean =>
    column.filled === named &&
    column.distinct === 1 &&
    ((goBothWays && named >= 3) ||
      (!isNamed(column.header, 'others') &&
        columns.some((other) => other !== column && headerFit(other.header, 'payee') === 4 && isNamed(other.header, 'others'))))
  const all = open().filter((column) => namesSomebody(column))
  const texts = all.some((column) => !isOwnName(column)) ? all.filter((column) => !isOwnName(column)) : all
  // Another file of the same bank must come to the same: what the header says counts even where the first rows have nothing.
  for (const column of withoutShort(texts)) if (headerFit(column.header, 'payee') === 4) take(column, 'payee')
  for (const column of columns) if (headerFit(column.header, 'payee') === 4 && column.filled === 0) take(column, 'payee')
  const isUnnamed = (row: number): boolean =>
    ![...taken].some(([column, role]) => role === 'payee' && (column.cells[row] ?? '').trim() !== '')
  const unnamed = everyRow(rows).filter(isUnnamed)
  const fills = (column: Column): number => unnamed.filter((row) => (column.cells[row] ?? '').trim() !== '').length
  if (unnamed.length === rows) {
    const rest = texts.filter((column) => !taken.has(column) && fills(column) > 0)
    take(
      best(withoutShort(rest.filter((column) => !isNamed(column.header, 'kinds'))), 'payee', 1) ??
        mostTelling(rest.filter((column) => !isNamed(column.header, 'kinds'))) ??
        mostTelling(rest) ??
        open().find((column) => column.letters >= 2 && !saysDirection(column)),
      'payee',
    )
  }
  take(
    best(
      open().filter((column) => column.distinct > rows / 2 && isOfReferences(column)),
      'reference',
      1,
    ),
    'reference',
  )
  for (const column of columns)
    if (headerFit(column.header, 'memo') > (column.filled === 0 ? 2 : 0) && (column.filled === 0 || column.letters >= 1))
      take(column, 'memo')
}

/** Without texts beside which another of the same name says all, such as "Descrizione" beside "Descrizione completa". */
const withoutShort = (columns: readonly Column[]): Column[] =>
  columns.filter(
    (column) =>
      !columns.some((other) => other !== column && isNamed(other.header, 'full') && other.header.trim().startsWith(column.header.trim())),
  )

/** Texts of words that are neither accounts nor kinds of payment. */
function namesSomebody(column: Column): boolean {
  if (column.letters < 1) return false
  const share = (is: (cell: string) => boolean): number => cellsWhere(column.values, is) / column.filled
  return share(isAccountNumber) < 0.5 && share(isKindOfPayment) < 0.6 && share((cell) => /\p{L}{2}/u.test(cell)) >= 0.5
}

/** An IBAN, or groups of digits with a letter or two before them. */
const isAccountNumber = (cell: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9 ]{0,40}$/.test(cell) || /^[A-Z]{0,4}[\d\s*/.-]{4,40}$/i.test(cell)

/** The column that says most in words, and other words from row to row: numbers within a text name nobody. */
function mostTelling(columns: readonly Column[]): Column | undefined {
  const words = ({ values, filled, cells }: Column): number =>
    new Set([...values.keys(), ...(filled < cells.length ? [''] : [])].map((cell) => cell.replace(/[^\p{L}]/gu, ''))).size
  // What is one and the same in every row names nobody.
  const share = ({ filled, cells }: Column): number => filled / Math.max(1, cells.length)
  const score = (column: Column): number =>
    share(column) * Math.min(column.letters, 20) * Math.min(words(column), 20) - (column.distinct === 1 && column.filled > 1 ? 20 : 0)
  return columns.filter((column) => column.letters >= 2).toSorted((a, b) => score(b) - score(a))[0]
}

/**
 * One's own account: named so, filled in each row, and the same in many rows while the other side changes. A column in which
 * each account goes with one name is the other side's, and so is a bare "IBAN" beside a name or a number right behind it, unless it stays
 * the same.
 */
function ownAccount(columns: readonly Column[], rows: number): Column | undefined {
  const names = columns.filter((column) => headerFit(column.header, 'payee') > 0 && namesSomebody(column))
  const name = best(names, 'payee', 1)
  // What stands right behind a name is that name's number.
  const isOfOthers = (column: Column): boolean =>
    column.header.trim() === 'iban' ||
    (name?.index === column.index - 1 && headerFit(name.header, 'payee') === 4 && column.cells.every(isNumbered))
  const isOwn = (column: Column): boolean => {
    if (column.distinct === 1) return !isOfOthers(column) || name === undefined || name.distinct >= 5
    if (column.distinct > Math.max(3, rows / 2)) return false
    const together = new Set(column.cells.map((cell, row) => `${cell}\n${name?.cells[row] ?? ''}`)).size
    // Nobody else has several accounts under one name.
    return (
      together >= 1.5 * column.distinct ||
      (name !== undefined && name.distinct < column.distinct && !isOfOthers(column)) ||
      !column.cells.every(isNumbered)
    )
  }
  return best(
    columns.filter((column) => column.filled === rows && isOwn(column)),
    'account',
    1,
  )
}

/** The number of an account rather than its name. */
const isNumbered = (cell: string): boolean => /\d/.test(cell) && cell.replace(/[^\p{L}]/gu, '').length <= 3

/** Numbers and letters without a space, as machines write references; people's are texts. */
const isOfReferences = ({ cells, filled }: Column): boolean =>
  cells.filter((cell) => cell.length >= 6 && !cell.trim().includes(' ') && /\d/.test(cell)).length > filled / 2
