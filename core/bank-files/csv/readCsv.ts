/**
 * CSV as banks export it: lines of account data before the table, a header in any language or none, amounts in one column
 * or in two, or beside a word for their direction. Everything is inferred, told, and can be corrected.
 */
import type { Answers, ColumnRole, CsvTable, Delimiter, Question } from '../bank-file.ts'
import { croatianMonths } from '../date-words.ts'
import { lineAt } from '../encoding.ts'
import type { Findings } from '../findings.ts'
import { foldText, idOf } from '../identity.ts'
import type { Ledger } from '../ledger.ts'
import { columnRoles, columnsQuestion, delimiterQuestion, headerQuestion } from '../questions.ts'
import { looksLikeDate } from './column.ts'
import { inferColumns, type ColumnsFound } from './columns.ts'
import { asOneTable, withFurtherTables } from './further-tables.ts'
import { headOf, inferDelimiter, layoutOf, tableOf } from './layout.ts'
import type { Layout } from './table-parts.ts'
import { mendingOf, type Mend } from './mending.ts'
import { hasOtherDigits, inPlainDigits } from './other-digits.ts'
import { hasText, pick } from './picked.ts'
import { plainQuotes, withoutOuterQuotes } from './quotes.ts'
import { interpret } from './rows.ts'
import { withDoubleQuotes } from './single-quotes.ts'
import { eachRow, hasShortLines, newlineOf, quotingOf, type OnRow, type Quoting, type Row } from './table.ts'

export interface CsvRead {
  understood: Question[]
  table: CsvTable
  shape: string
}

/** The rows of the text, or of a part of it, mended. */
type RowsOf = (text: string, onRow: OnRow) => void

/** Null when the text is no table at all. */
export function readCsv(written: string, answers: Answers, ledger: Ledger, findings: Findings): CsvRead | null {
  if (!hasShortLines(written, newlineOf(written), findings)) return null
  const whole = withDoubleQuotes(withoutOuterQuotes(written))
  const inferred = answers.delimiter === undefined ? inferDelimiter(whole) : null
  const delimiter = answers.delimiter ?? inferred?.delimiter
  if (delimiter === undefined) return null
  const { text, quoting } = withoutOpenRow(plainQuotes(whole, delimiter), delimiter, findings)
  if (quoting.kind === 'broken') findings.add('bank.quote_is_out_of_place', lineAt(text, quoting.place))
  const head = inferred?.plain === text ? inferred.head : headOf(text, delimiter, quoting)
  const mend = mendingIn(text, head)
  const rowsOf: RowsOf =
    mend === null
      ? (part, onRow) => eachRow(part, delimiter, quoting, onRow)
      : (part, onRow) => eachRow(part, delimiter, quoting, (cells, line) => onRow(mend(cells), line))
  const layout = withFurtherTables(layoutOf(mend === null ? head : head.map(({ line, cells }) => ({ line, cells: mend(cells) })), answers))
  const columns = columnsOf(layout, answers, findings)
  if (columns.roles.includes('balance') && !columns.roles.some((role) => role === 'amount' || role === 'debit' || role === 'credit')) {
    findings.add('bank.file_holds_no_transactions.balances', 0)
  }
  const table = withoutCutRow(text, rowsOf, layout, columns.roles, findings)
  const picked = pick(
    (onRow) =>
      rowsOf(
        table,
        asOneTable(layout, (line) => findings.add('bank.row_is_not_readable.table', line), onRow),
      ),
    layout,
    columns.roles,
    columns.numbers.filter((index) => columns.roles[index] === 'ignored'),
    findings,
  )
  const dates = croatianMonths(picked.dates, picked.distinctDays, (layout.header ?? []).join(' '))
  if (dates !== picked.dates) Object.assign(picked, { dates, distinctDays: [...new Set(dates)] })
  const { understood, balanceAgrees, isInDoubt } = interpret(picked, layout, columns.roles, answers, ledger, findings)
  const isOpen = columns.is_open || ((balanceAgrees === false || isInDoubt) && answers.columns === undefined)
  const lines = layout.head.slice(0, 20).map((row) => row.line)
  return {
    understood: [
      delimiterQuestion(delimiter),
      headerQuestion(lines, layout.headerLine),
      columnsQuestion(columns.roles, isOpen, columns.isPassing === true),
      ...understood,
    ],
    table: tableOf(layout),
    shape: shapeOf(delimiter, layout),
  }
}

function mendingIn(text: string, head: readonly Row[]): Mend | null {
  const mend = mendingOf(head)
  if (!hasOtherDigits(text)) return mend
  return mend === null ? inPlainDigits : (cells) => mend(inPlainDigits(cells))
}

/** A last row that breaks off within quotes is cut; the quotes of the others still count. */
function withoutOpenRow(whole: string, delimiter: Delimiter, findings: Findings): { text: string; quoting: Quoting } {
  const quoting = quotingOf(whole, delimiter)
  const start = whole.lastIndexOf(newlineOf(whole)) + 1
  if (quoting.kind !== 'broken' || quoting.place < start || start === 0) return { text: whole, quoting }
  const text = cutAt(whole, start, findings)
  return { text, quoting: quotingOf(text, delimiter) }
}

function cutAt(text: string, start: number, findings: Findings): string {
  findings.add('bank.file_ends_too_early.csv', lineAt(text, text.length))
  return text.slice(0, start)
}

/** A last row that breaks off with its amount may lack that amount's last digits. */
function withoutCutRow(text: string, rowsOf: RowsOf, { width }: Layout, roles: readonly ColumnRole[], findings: Findings): string {
  const start = text.lastIndexOf(newlineOf(text)) + 1
  if (start === 0 || start === text.length) return text
  const rest = text.slice(start)
  let cells: string[] = []
  rowsOf(rest, (own) => {
    cells = own
    return false
  })
  const last = Math.max(...(['amount', 'debit', 'credit'] as const).map((role) => roles.indexOf(role)))
  if (
    cells.length >= width ||
    cells.length > last + 1 ||
    !cells.some(hasText) ||
    !beginsRow(cells, roles.indexOf('date'), text.slice(0, start))
  )
    return text
  return cutAt(text, start, findings)
}

/** Whether cells are the beginning of a row of the table, and not a line below it. */
function beginsRow(cells: readonly string[], date: number, above: string): boolean {
  if (/\n[ \t]*\r?\n$/.test(above.slice(-200))) return false
  // Without a column of days none of the rows is read.
  if (date < 0) return false
  if (date >= cells.length) return true
  return looksLikeDate(cells[date]!) || (date === cells.length - 1 && /^["\d\s./-]*$/.test(cells[date]!.slice(0, 40)))
}

function shapeOf(delimiter: string, { header, width }: Layout): string {
  const hash = { high: 1, low: 2 }
  for (const cell of header ?? [String(width)]) foldText(hash, cell)
  foldText(hash, delimiter)
  return `csv:${idOf(hash)}`
}

function columnsOf(layout: Layout, { columns }: Answers, findings: Findings): ColumnsFound {
  const found = inferColumns(layout.header, layout.samples, layout.width)
  if (columns === undefined) return found
  const roles = found.roles.map((_, index) => columns[index] ?? 'ignored')
  const count = (role: ColumnRole): number => roles.filter((own) => own === role).length
  const isKnown = roles.every((role) => columnRoles.includes(role))
  const hasAmount =
    count('amount') === 1
      ? count('debit') + count('credit') === 0
      : count('amount') === 0 && count('debit') <= 1 && count('credit') <= 1 && count('debit') + count('credit') > 0
  const areSingle = (['direction', 'reference', 'balance', 'currency', 'account', 'status'] as const).every((role) => count(role) <= 1)
  if (isKnown && count('date') === 1 && hasAmount && areSingle) return { roles, is_open: false, numbers: found.numbers }
  findings.add('bank.answer_does_not_fit.columns', 0)
  return found
}
