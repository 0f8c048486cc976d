/**
 * CSV text as rows, one at a time, so that a row takes memory only while it is looked at. Quotes are checked first, in one pass: a stray
 * one would swallow the rest of a file, so where there is one a line is a row.
 */
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
export type Quoting = { kind: 'none' } | { kind: 'sound' } | { kind: 'broken'; place: number }

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
  let open = nextOpening(text, 0, delimiter)
  if (open < 0) return { kind: 'none' }
  while (open >= 0) {
    const close = closingOf(text, open, delimiter)
    if (close < 0) return { kind: 'broken', place: open }
    open = nextOpening(text, close + 1, delimiter)
  }
  return { kind: 'sound' }
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
  if (quoting.kind === 'none') eachPlainRow(text, delimiter, onRow)
  else if (quoting.kind === 'sound') eachQuotedRow(text, delimiter, onRow)
  else eachBrokenRow(text, delimiter, onRow)
}

const firstPlace = (text: string): number => (text.startsWith('\ufeff') ? 1 : 0)

/** Where quotes part nothing a line is a row. Most rows have as many cells as the one before: room for them is made at once. */
function eachPlainRow(text: string, delimiter: Delimiter, onRow: OnRow): void {
  const newline = newlineOf(text)
  const mark = delimiter.charCodeAt(0)
  let start = firstPlace(text)
  let parting = text.indexOf(delimiter)
  let width = 1
  for (let line = 1; start < text.length; line += 1) {
    const next = text.indexOf(newline, start)
    const end = next < 0 ? text.length : next
    // oxlint-disable-next-line unicorn/no-new-array -- a million rows: Array.from fills the room first, an empty list grows
    const cells = new Array<string>(width)
    let count = 0
    while (parting >= 0 && parting < end) {
      cells[count] = parting === start ? '' : text.slice(start, parting)
      count += 1
      start = parting + 1
      // Empty cells stand side by side: looking is quicker than searching.
      parting = start < text.length && text.charCodeAt(start) === mark ? start : text.indexOf(delimiter, start)
    }
    cells[count] = start === end ? '' : text.slice(start, end)
    width = count + 1
    if (cells.length > width) cells.length = width
    if (!onRow(cells, line)) return
    start = end + 1
  }
}

/** With all quotes in their places: what they enclose is one cell, also over several lines. A carriage return behind one ends the row too. */
function eachQuotedRow(text: string, delimiter: Delimiter, onRow: OnRow): void {
  const newline = newlineOf(text)
  let start = firstPlace(text)
  let [parting, ending] = [text.indexOf(delimiter), text.indexOf(newline)]
  let line = 1
  while (start < text.length) {
    const cells: string[] = []
    const begun = line
    for (let isLast = false; !isLast;) {
      const close = start < text.length && text.charCodeAt(start) === quote ? closingOf(text, start, delimiter) : -1
      const from = close < 0 ? start : close + 1
      if (parting >= 0 && parting < from) parting = text.indexOf(delimiter, from)
      for (; ending >= 0 && ending < from; line += 1) ending = text.indexOf(newline, ending + 1)
      const isReturn = close >= 0 && isLoneReturn(text, from, parting, ending)
      isLast = isReturn || parting < 0 || (ending >= 0 && ending < parting)
      const end = isReturn ? from : !isLast ? parting : ending < 0 ? text.length : ending
      cells.push(close < 0 ? text.slice(start, end) : enclosed(text, start, close))
      start = end + 1
    }
    if (!onRow(cells, begun)) return
    line += 1
    if (ending >= 0 && ending < start) ending = text.indexOf(newline, start)
  }
}

/** A line end of its own, and no blank before the next delimiter, or the beginning of the line end that the file has. */
const isLoneReturn = (text: string, at: number, parting: number, ending: number): boolean =>
  at < text.length && text.charCodeAt(at) === carriageReturn && ending !== at && parting !== at + 1 && ending !== at + 1

function enclosed(text: string, open: number, close: number): string {
  const own = text.slice(open + 1, close)
  return own.includes('"') ? own.replaceAll('""', '"') : own
}

/** With a quote out of place a line is a row, in which the quotes that are in their places count. */
function eachBrokenRow(text: string, delimiter: Delimiter, onRow: OnRow): void {
  const newline = newlineOf(text)
  let start = firstPlace(text)
  for (let line = 1; start < text.length; line += 1) {
    const next = text.indexOf(newline, start)
    const end = next < 0 ? text.length : next
    const own = text.slice(start, end)
    if (!onRow(own.includes('"') ? cellsOf(own, delimiter) : own.split(delimiter), line)) return
    start = end + 1
  }
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length;) {
    const close = at < line.length && line.charCodeAt(at) === quote ? closingOf(line, at, delimiter) : -1
    const next = close < 0 ? line.indexOf(delimiter, at) : close + 1
    const end = next < 0 ? line.length : next
    cells.push(withoutQuotes(line.slice(at, end)))
    at = end + 1
  }
  return cells
}

const withoutQuotes = (cell: string): string => {
  const text = cell.trim()
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : cell
}
