/** What is known of one column of a CSV file from its first rows. */
import { inferDecimal, saysNoSum, readCents, type AmountReading } from '../read-amounts.ts'
import { isDate } from '../read-dates.ts'
import { bookingOf, directionOf } from './cell-words.ts'
import { headerFit, plainHeader } from './header-words.ts'
import { digitsIn, unitOf, withDecimals, type Unit } from './units.ts'

export interface Column {
  index: number
  /** In plain letters, a space at each end. */
  header: string
  cells: string[]
  filled: number
  isDate: boolean
  isAmount: boolean
  hasDecimals: boolean
  hasMinus: boolean
  /** What its numbers count. */
  unit: Unit
  /** Minor units by two digits; null where a cell is no amount. */
  cents: (number | null)[]
  /** What stands in its cells, trimmed, and how often. */
  values: ReadonlyMap<string, number>
  distinct: number
  /** Letters a filled cell has, a hundred at most. */
  letters: number
}

export function looksLikeDate(cell: string): boolean {
  const text = cell.trim()
  return text.length >= 5 && text.length <= 40 && isDate(text)
}

const reading = (decimal: '.' | ',', digits = 2): AmountReading => ({ digits, decimal, rounded: 0 })

const [withPoint, withComma] = [reading('.'), reading(',')]

export function looksLikeAmount(cell: string): boolean {
  const text = cell.trim()
  if (text.length === 0 || text.length > 30) return false
  return readCents(text, withPoint) !== null || (/[.,]/.test(text) && readCents(text, withComma) !== null)
}

export function columnOf(index: number, header: string, rows: readonly string[][]): Column {
  const cells = rows.map((row) => row[index] ?? '')
  const full = filledOf(header, cells)
  const values = countsOf(full)
  const plain = plainHeader(header)
  const days = cellsWhere(values, looksLikeDate)
  // Some write that a payment is pending in place of its day.
  const isDate =
    days > 0 && !isNamedSum(plain, full) && days >= cellsWhere(values, (cell) => looksLikeDate(cell) || bookingOf(cell) !== 'pending') * 0.8
  const { decimal } = inferDecimal(full, 2)
  const unit = unitOf(header, full)
  const how = reading(decimal, digitsIn(unit, 2))
  let [amounts, hasMinus] = [0, false]
  const cents = cells.map((cell) => {
    const text = cell.trim()
    const own = text.length > 30 ? null : readCents(text, how)
    if (own !== null) amounts += 1
    if (own !== null && own < 0) hasMinus = true
    return own
  })
  const isLong = cellsWhere(values, (cell) => cell.length >= 10 && !/[.,\s]/.test(cell)) > full.length / 2
  return {
    index,
    header: plain,
    cells,
    filled: full.length,
    isDate,
    isAmount: !isDate && full.length > 0 && amounts >= full.length * 0.9 && !isLong,
    hasDecimals: cellsWhere(values, (cell) => withDecimals.test(cell)) > full.length / 3,
    hasMinus,
    unit,
    cents,
    values,
    distinct: values.size,
    letters: lettersOf(values) / Math.max(1, full.length),
  }
}

/** Letters of all cells, a hundred of each at most. */
function lettersOf(values: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [cell, count] of values) sum += count * Math.min(100, lettersIn(cell))
  return sum
}

/** The texts of a column. A dash or "n/a" beside numbers, or under a name for money out or in, says that there is none. */
function filledOf(header: string, cells: readonly string[]): string[] {
  const full = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (!full.some(saysNoSum)) return full
  const others = full.filter((cell) => !saysNoSum(cell))
  const plain = plainHeader(header)
  const isOfMoney = headerFit(plain, 'debit') > 0 || headerFit(plain, 'credit') > 0
  return (others.length > 0 || isOfMoney) && others.every(looksLikeAmount) ? others : full
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** How many cells have a text of which something holds. */
export function cellsWhere(values: ReadonlyMap<string, number>, holds: (text: string) => boolean): number {
  let sum = 0
  for (const [text, count] of values) if (holds(text)) sum += count
  return sum
}

/** Most are of ASCII, and counted without an expression. */
function lettersIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 127) return text.replace(/[^\p{L}]/gu, '').length
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) count += 1
  }
  return count
}

/** Bare digits under a name for money: 180913 may be a day, and is a sum there. */
const isNamedSum = (header: string, full: readonly string[]): boolean =>
  headerFit(header, 'date') === 0 &&
  (['amount', 'debit', 'credit', 'balance'] as const).some((role) => headerFit(header, role) > 0) &&
  full.every((cell) => /^\d{6,8}$/.test(cell))

/** Whether all that stands in a column is a word for in or out. */
export const saysDirection = ({ filled, distinct, values }: Column): boolean =>
  filled > 0 && distinct <= 4 && [...values.keys()].every((cell) => directionOf(cell) !== null)

/** Whether both words stand in a column, beside a few others that say neither, as of transfers between one's own accounts. */
export function mostlySaysDirection({ filled, distinct, values }: Column): boolean {
  if (distinct > 6) return false
  const ways = new Set([...values.keys()].map(directionOf))
  return ways.has('in') && ways.has('out') && cellsWhere(values, (cell) => directionOf(cell) !== null) * 2 >= filled
}
