/** Where the table of a CSV file is: what parts its columns, which line names them, which is the first of data. */
import { limits } from '../../limits.ts'
import type { Answers, CsvTable, Delimiter } from '../bank-file.ts'
import { cleanText } from '../findings.ts'
import { isBalanceText, isCarriedText } from './balance-words.ts'
import { namesTotal } from './total-words.ts'
import { looksLikeAmount, looksLikeDate } from './column.ts'
import { headerFit, plainHeader } from './header-words.ts'
import { hasOtherDigits, inPlainDigits } from './other-digits.ts'
import { plainQuotes } from './quotes.ts'
import { eachRow, newlineOf, quotingOf, type Quoting, type Row } from './table.ts'
import type { Layout } from './table-parts.ts'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']
const sampleCharacters = 64 * 1_024
const sampleRows = 300
const cellCharacters = 200
const shownRows = 20
/** Without a date and an amount anywhere, a table is known by rows of one width. */
const fewestRows = 3
/** A header stands within so many lines of the start. */
const headerWithin = 40
/** Banks put rows without date or amount (still pending, a heading) between the names and the first row. */
const rowsAboveData = 6

/** A delimiter, and the first rows of a text that it parts. */
export interface DelimiterFound {
  delimiter: Delimiter
  /** The text they were read of; null where a line of the file says the delimiter. */
  plain: string | null
  head: Row[]
}

/** The delimiter under which most rows have a date and an amount; of those that do equally, the one with the most columns. */
export function inferDelimiter(text: string): DelimiterFound | null {
  const sample =
    text.length <= sampleCharacters ? text : text.slice(0, Math.max(text.lastIndexOf(newlineOf(text), sampleCharacters) + 1, 1))
  const told = /^\ufeff?sep=([,;\t|])\r?\n/i.exec(sample)?.[1]
  if (told !== undefined) return { delimiter: told as Delimiter, plain: null, head: [] }
  let best: DelimiterFound | null = null
  let most = 0
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue
    const plain = plainQuotes(sample, delimiter)
    const head = headOf(plain, delimiter, quotingOf(plain, delimiter))
    const rows = head.map((row) => row.cells)
    const good = head.filter(isRowOfData).map((row) => row.cells)
    const even = evenWidth(good.length > 0 ? good : rows)
    const hasHeader = rows.slice(0, headerWithin).some(isKnownHeader)
    const isTable = good.length > 0 || hasHeader || (rows.length >= fewestRows && even.count >= rows.length * 0.8)
    if (even.width < 2 || !isTable) continue
    const score =
      (good.length + (hasHeader ? 1 : 0)) * 1_000 +
      rows.filter((row) => row.length === even.width).length +
      Math.min(even.width, limits.bank_file_columns) / (limits.bank_file_columns + 1)
    if (score > most) {
      best = { delimiter, plain, head }
      most = score
    }
  }
  return best
}

export function headOf(text: string, delimiter: Delimiter, quoting: Quoting): Row[] {
  const head: Row[] = []
  const sample = text.length <= 4 * sampleCharacters ? text : text.slice(0, 4 * sampleCharacters)
  const isOther = hasOtherDigits(sample)
  eachRow(sample, delimiter, quoting, (written, line) => {
    const cells = isOther ? inPlainDigits(written) : written
    head.push({ line, cells: cells.slice(0, limits.bank_file_columns).map((cell) => cell.slice(0, cellCharacters)) })
    return head.length < sampleRows
  })
  return head
}

/** The most frequent number of cells, and how many rows have it. */
function evenWidth(rows: readonly string[][]): { width: number; count: number } {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let found = { width: 0, count: 0 }
  for (const [width, count] of counts) if (count > found.count || (count === found.count && width > found.width)) found = { width, count }
  return found
}

/** Some leave out empty cells at the end of a row; a rare width is a delimiter within a text. */
function frequentWidths(rows: readonly string[][]): number[] {
  const least = rows.length / 10
  return [...new Set(rows.map((row) => row.length))].filter((width) => rows.filter((row) => row.length === width).length >= least)
}

/**
 * A row with a date and, beside it, an amount. Six digits, also with a mark beside them, may be both; beside another date they are an
 * amount.
 */
export function isData(cells: readonly string[]): boolean {
  const first = cells.findIndex(looksLikeDate)
  if (first < 0) return false
  const isSum = (cell: string): boolean => looksLikeAmount(cell) && (!looksLikeDate(cell) || /^\D{0,5}\d{6}\D{0,5}$/.test(cell.trim()))
  if (cells.some((cell, index) => index !== first && isSum(cell))) return true
  return isSum(cells[first]!) && cells.some((cell, index) => index > first && looksLikeDate(cell))
}

/** A row is asked twice: while the delimiter is looked for, and as a row of the table. */
function isRowOfData(row: Row): boolean {
  row.isData ??= isData(row.cells)
  return row.isData
}

const isBlank = (cell: string): boolean => cell.trim() === ''

export function layoutOf(head: Row[], answers: Answers): Layout {
  const good = head.filter(isRowOfData)
  const { width } = evenWidth((good.length > 0 ? good : head).map((row) => row.cells))
  const first = firstOf(head, good, width)
  const headerRow =
    answers.header_line === undefined ? headerAbove(head, first, width) : head.find((row) => row.line === answers.header_line)
  const firstLine = headerRow ? headerRow.line + 1 : (first?.line ?? 1)
  const samples = ofTheTable(good.filter((row) => row.line >= firstLine).map((row) => row.cells))
  return {
    head,
    headerLine: headerRow?.line ?? null,
    header: headerRow ? headerRow.cells.map(cleanText) : null,
    firstLine,
    width: Math.max(width, headerRow?.cells.length ?? 0, ...frequentWidths(samples)),
    samples: samples.slice(0, 200),
  }
}

/**
 * The first row of data: below the line of names where there is one, since what stands above that is no row of the table; else
 * the first with a date and an amount, however many cells it has.
 */
function firstOf(head: readonly Row[], good: readonly Row[], width: number): Row | undefined {
  const named = head.findLast((row) => isKnownHeader(row.cells) && row.line < (good.find(({ cells }) => cells.length === width)?.line ?? 0))
  return good.find((row) => row.line > (named?.line ?? 0))
}

/** The row above the data whose cells are names: the nearest with words that banks use, else the nearest. */
function headerAbove(head: readonly Row[], first: Row | undefined, width: number): Row | undefined {
  const end = first ? head.indexOf(first) : head.length
  const above = (first ? head.slice(Math.max(0, end - rowsAboveData), end) : head.slice(0, rowsAboveData)).toReversed()
  const names = above.filter(
    ({ cells }) =>
      cells.filter((cell) => !isBlank(cell)).length >= Math.max(2, width / 2) &&
      cells.every((cell) => isBlank(cell) || (!looksLikeDate(cell) && !looksLikeAmount(cell))),
  )
  return names.find((row) => isKnownHeader(row.cells)) ?? (first ? names[0] : undefined)
}

function beginsWithNumber(cell: string): boolean {
  const first = cell.charCodeAt(0)
  const code = first === 43 || first === 45 || first === 40 ? cell.charCodeAt(1) : first
  return code >= 48 && code <= 57
}

export function isKnownHeader(cells: readonly string[]): boolean {
  // One name is no header, and none begins with a digit; a quick look, as many rows are asked.
  if (cells.length < 2 || cells.some(beginsWithNumber)) return false
  const plain = cells.filter((cell) => !isBlank(cell)).map(plainHeader)
  return (
    plain.some((name) => headerFit(name, 'date') > 0) &&
    plain.some((name) => headerFit(name, 'amount') > 0 || headerFit(name, 'debit') > 0 || headerFit(name, 'credit') > 0)
  )
}

/**
 * Of the rows with a date and an amount those that the columns are told by: with their date where most have it. Balances above
 * and below, and totals, have columns of their own making; they are rows all the same, to be read or told of.
 */
export function ofTheTable(rows: readonly string[][]): string[][] {
  const dateOf = (cells: readonly string[]): number => cells.findIndex(looksLikeDate)
  const counts = new Map<number, number>()
  for (const cells of rows) counts.set(dateOf(cells), (counts.get(dateOf(cells)) ?? 0) + 1)
  const usual = [...counts].find(([, count]) => count * 2 > rows.length)?.[0]
  const found = rows.filter(
    (cells) => (usual === undefined || looksLikeDate(cells[usual] ?? '')) && !isBalanceTwice(cells) && !cells.some(namesTotal),
  )
  return found.length > 0 ? found : [...rows]
}

/** A row named as a balance, or as carried over, that has it in the column of sums as well: no step of the balance is its amount. */
function isBalanceTwice(cells: readonly string[]): boolean {
  if (!cells.some((cell) => isBalanceText(cell) || isCarriedText(cell))) return false
  const sums = cells.filter((cell) => looksLikeAmount(cell) && !looksLikeDate(cell)).map((cell) => cell.trim())
  return new Set(sums).size < sums.length
}

/** What a screen shows: rows up to some behind the header, each as wide as the table. */
export function tableOf({ head, header, width, firstLine }: Layout): CsvTable {
  const rows = head.filter((row) => row.line < firstLine + shownRows).slice(0, 2 * shownRows)
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), width)
  const padded = (cells: readonly string[]): string[] => Array.from({ length: columns }, (_, index) => cleanText(cells[index] ?? ''))
  return { header: header ? padded(header) : null, columns, rows: rows.map(({ line, cells }) => ({ line, cells: padded(cells) })) }
}
