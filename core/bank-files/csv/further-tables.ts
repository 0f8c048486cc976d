/**
 * Several tables in one file, each with a line of names of its own. Their rows are read as the main table's, column by name;
 * where the names of dates and money differ, the rows are left out and told.
 */
import { isBalanceText } from './balance-words.ts'
import { namesTotal } from './total-words.ts'
import { looksLikeDate } from './column.ts'
import { headerFit, plainHeader } from './header-words.ts'
import { isData, isKnownHeader, ofTheTable } from './layout.ts'
import type { Layout } from './table-parts.ts'
import type { OnRow } from './table.ts'

/** From which column each of the main table's cells is taken; null where a table has other columns of dates or money. */
type Order = readonly number[] | null

const isOfMoneyOrDays = (name: string): boolean =>
  (['date', 'amount', 'debit', 'credit', 'balance'] as const).some((role) => headerFit(name, role) > 0)
const isOfTexts = (name: string): boolean => headerFit(name, 'payee') > 0 || headerFit(name, 'memo') > 0

function orderOf(main: readonly string[], own: readonly string[]): Order {
  const [names, others] = [main.map(plainHeader), own.map(plainHeader)]
  const found = names.map((name) => (name === '  ' ? -1 : others.indexOf(name)))
  const isFit =
    names.every((name, index) => found[index]! >= 0 || !isOfMoneyOrDays(name)) &&
    others.every((name) => !isOfMoneyOrDays(name) || names.includes(name))
  if (!isFit || new Set(names).size < names.length) return null
  // What is called otherwise is the text that is left.
  const left = others.flatMap((name, index) => (found.includes(index) || name === '  ' ? [] : [index]))
  return found.map((index, at) => {
    if (index >= 0 || !isOfTexts(names[at]!)) return index
    const text = left.findIndex((other) => isOfTexts(others[other]!))
    return text < 0 ? -1 : left.splice(text, 1)[0]!
  })
}

const inOrder = (cells: readonly string[], order: readonly number[]): string[] => order.map((index) => cells[index] ?? '')
const isSame = (order: readonly number[]): boolean => order.every((index, at) => index === at || index < 0)

/** The layout of a file with several tables: begun at the first that can be read as the main one, its samples as that has them. */
export function withFurtherTables(layout: Layout): Layout {
  const { head, header, headerLine } = layout
  if (header === null || headerLine === null) return layout
  const others = head.filter(({ line, cells }) => line !== headerLine && isKnownHeader(cells))
  if (others.length === 0) return layout
  const above = others.filter(({ line }) => line < headerLine)
  const first = above.find(({ line, cells }, index) => {
    const end = above[index + 1]?.line ?? headerLine
    return orderOf(header, cells) !== null && head.some((row) => row.line > line && row.line < end && isData(row.cells))
  })
  const whole = { ...layout, firstLine: first ? first.line + 1 : layout.firstLine }
  const samples: string[][] = []
  const onRow = asOneTable(
    whole,
    () => undefined,
    (cells, line) => {
      if (line >= whole.firstLine && isData(cells)) samples.push(cells)
      return true
    },
  )
  for (const { cells, line } of head) onRow(cells, line)
  return { ...whole, samples: ofTheTable(samples).slice(0, 200), width: Math.max(header.length, ...samples.map((cells) => cells.length)) }
}

/** Rows with the cells of each table where the main one has them; those that can't be read so are told, and left out. */
export function asOneTable({ header, headerLine, firstLine }: Layout, tell: (line: number) => void, onRow: OnRow): OnRow {
  if (header === null || headerLine === null) return onRow
  let order: Order = null
  let isOwn = false
  return (cells, line) => {
    const isHeader = line === headerLine || isKnownHeader(cells)
    if (isHeader) {
      order =
        line < firstLine - 1 && line !== headerLine ? null : line === headerLine ? header.map((_, index) => index) : orderOf(header, cells)
      isOwn = order !== null && isSame(order)
    }
    if (isHeader || order === null) {
      if (!isHeader && isTransaction(cells)) tell(line)
      return line < firstLine ? onRow(cells, line) : true
    }
    return onRow(isOwn ? cells : inOrder(cells, order), line)
  }
}

/** By its shape, a date and a sum, and no balance or total. */
const isTransaction = (cells: readonly string[]): boolean =>
  isData(cells) &&
  cells.some((cell) => /\d[.,]\d{2}\D{0,5}$/.test(cell) && !looksLikeDate(cell)) &&
  !cells.some((cell) => isBalanceText(cell) || namesTotal(cell))
