/**
 * CSV text as rows: those without quotes cut at each delimiter, the others by papaparse. What guards it: quotes are checked first, in one
 * pass, since a stray quote makes the parser swallow the rest of a file, or search it again for every further one; and it gets the text in
 * blocks, so that a row takes memory only while it is looked at.
 */
import Papa from 'papaparse'
import { limits } from '../../limits.ts'
import type { Delimiter } from '../bank-file.ts'
import { lineAt } from '../encoding.ts'
import type { Findings } from '../findings.ts'

export interface Row {
  /** The line it begins on, counted from 1. */
  line: number
  cells: string[]
  /** Whether it has a date and an amount, once that was asked. */
  isData?: boolean
}

/** How the quotes of a text stand: `none`, all in their places, or one that is not, from where on. */
export type Quoting = { kind: 'none' } | { kind: 'sound'; hasBreaks: boolean } | { kind: 'broken'; place: number }

const blockCharacters = 256 * 1_024

export const newlineOf = (text: string): '\n' | '\r' => (text.includes('\n') ? '\n' : '\r')

/** False, with a problem, when a line is longer than a row of transactions can be. Looks once a limit's length, not once a line. */
export function hasShortLines(text: string, newline: string, findings: Findings): boolean {
  for (let start = 0; start + limits.bank_file_line_characters < text.length;) {
    const end = text.lastIndexOf(newline, start + limits.bank_file_line_characters)
    if (end < start) {
      findings.add('bank.line_is_too_long.table', lineAt(text, start), { most: limits.bank_file_line_characters })
      return false
    }
    start = end + 1
  }
  return true
}

export function quotingOf(text: string, delimiter: string): Quoting {
  let hasBreaks = false
  let open = nextOpening(text, 0, delimiter)
  if (open < 0) return { kind: 'none' }
  while (open >= 0) {
    const close = closingOf(text, open, delimiter)
    if (close < 0) return { kind: 'broken', place: open }
    hasBreaks ||= text.slice(open, close).includes('\n')
    open = nextOpening(text, close + 1, delimiter)
  }
  return { kind: 'sound', hasBreaks }
}

const [quote, lineFeed, carriageReturn] = [34, 10, 13]

/** The next quote that begins a field. One within a field without quotes is a character like any other. */
function nextOpening(text: string, from: number, delimiter: string): number {
  const parting = delimiter.charCodeAt(0)
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    const before = at === 0 ? lineFeed : text.charCodeAt(at - 1)
    if (before === parting || before === lineFeed || before === carriageReturn) return at
  }
  return -1
}

/** Where the quote that opens here is closed: before a delimiter, a line end or the end. −1 when it isn't. */
function closingOf(text: string, open: number, delimiter: string): number {
  const parting = delimiter.charCodeAt(0)
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (at + 1 >= text.length) return at
    const after = text.charCodeAt(at + 1)
    if (after === quote) at += 1
    else return after === parting || after === lineFeed || after === carriageReturn ? at : -1
  }
  return -1
}

/** Called with each row and the line it begins on; false ends it. */
export type OnRow = (cells: string[], line: number) => boolean

/** The rows of a text, or its first ones. With broken quotes a line is a row, in which the quotes that are in their places still count. */
export function eachRow(text: string, delimiter: Delimiter, quoting: Quoting, onRow: OnRow): void {
  if (quoting.kind === 'sound') eachQuotedRow(text, delimiter, quoting.hasBreaks, onRow)
  else if (quoting.kind === 'none') eachPlainRow(text, delimiter, onRow)
  else eachPlainRow(text, delimiter, (cells, line) => onRow(sewn(cells, delimiter).map(withoutQuotes), line))
}

/** Where quotes part nothing a line is a row, and needs no parser; one row at a time takes no memory. */
function eachPlainRow(text: string, delimiter: Delimiter, onRow: OnRow): void {
  const newline = newlineOf(text)
  let start = text.startsWith('\ufeff') ? 1 : 0
  let parting = text.indexOf(delimiter)
  for (let line = 1; start < text.length; line += 1) {
    const next = text.indexOf(newline, start)
    const end = next < 0 ? text.length : next
    const cells: string[] = []
    while (parting >= 0 && parting < end) {
      cells.push(text.slice(start, parting))
      start = parting + 1
      parting = text.indexOf(delimiter, start)
    }
    cells.push(text.slice(start, end))
    if (!onRow(cells, line)) return
    start = end + 1
  }
}

function eachQuotedRow(text: string, delimiter: Delimiter, hasBreaks: boolean, onRow: OnRow): void {
  const newline = newlineOf(text)
  let line = 1
  for (let at = 0; at < text.length;) {
    const end = blockEnd(text, at, newline, delimiter)
    const { data } = Papa.parse<string[]>(text.slice(at, end), { delimiter, newline, header: false })
    // A block ends with a line end, behind which the parser sees one more, empty row.
    const count = end < text.length || text.endsWith(newline) ? data.length - 1 : data.length
    for (let index = 0; index < count; index += 1) {
      const cells = data[index]!
      if (!onRow(cells, line)) return
      line += hasBreaks ? 1 + breaksIn(cells) : 1
    }
    at = end
  }
}

/** The end of a block that begins here: behind a line end that is not within quotes. */
function blockEnd(text: string, start: number, newline: string, quotedBy: string): number {
  const least = start + blockCharacters
  if (least >= text.length) return text.length
  let end = text.indexOf(newline, least)
  if (end < 0) return text.length
  for (let open = nextOpening(text, start, quotedBy); open >= 0 && open < end;) {
    const close = closingOf(text, open, quotedBy)
    if (close > end) {
      end = text.indexOf(newline, close)
      if (end < 0) return text.length
    }
    open = nextOpening(text, close + 1, quotedBy)
  }
  return end + 1
}

/** The cells of one line that was parted at every delimiter, those between sound quotes put together again. */
function sewn(cells: string[], delimiter: string): string[] {
  if (!cells.some((cell) => cell.startsWith('"')) || (cells.length === 1 && closingOf(cells[0]!, 0, delimiter) < 0)) return cells
  const line = cells.join(delimiter)
  const whole: string[] = []
  for (let at = 0; at <= line.length;) {
    const close = line[at] === '"' ? closingOf(line, at, delimiter) : -1
    const next = close < 0 ? line.indexOf(delimiter, at) : close + 1
    const end = next < 0 ? line.length : next
    whole.push(line.slice(at, end))
    at = end + 1
  }
  return whole
}

const withoutQuotes = (cell: string): string => {
  const text = cell.trim()
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : cell
}

function breaksIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  }
  return count
}
