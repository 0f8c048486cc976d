/**
 * Rows as spreadsheets and careless programs leave them: days as numbers or without their year, and more cells than names where a text
 * holds the delimiter without quotes. A row is mended only where there is one way to do so; all others stay as they are, and are asked
 * about or told.
 */
import { addDays } from '../../calendar.ts'
import { looksLikeAmount, looksLikeDate } from './column.ts'
import { headerFit, plainHeader } from './header-words.ts'
import { isData, isKnownHeader } from './layout.ts'
import type { Row } from './table.ts'
import { yearMending } from './yearless.ts'

export type Mend = (cells: string[]) => string[]

/** How the rows of a file are mended, by its first ones; null where nothing has to be. */
export function mendingOf(head: readonly Row[]): Mend | null {
  const days = yearMending(head) ?? daysMending(head)
  const surplus = surplusMending(days ? head.map(({ line, cells }) => ({ line, cells: days([...cells]) })) : head)
  return days && surplus ? (cells) => surplus(days(cells)) : (days ?? surplus)
}

/** 45731 is 2025-03-15: spreadsheets count days, from a first one that makes 1900 a leap year. */
const dayZero = '1899-12-30'
const [firstSerial, lastSerial] = [40_000, 60_000]
const fewestRows = 3

function serialOf(cell: string): number | null {
  const digits = /^\s{0,3}(\d{5})(?:[.,]\d{1,12})?\s{0,3}$/.exec(cell)?.[1]
  const days = Number(digits ?? 0)
  return days >= firstSerial && days <= lastSerial ? days : null
}

/** A column named as days, or the only such one of several rows, where nothing else in the file is a day. */
function daysMending(head: readonly Row[]): Mend | null {
  if (head.some(({ cells }) => cells.some(looksLikeDate))) return null
  const names = head.findIndex(({ cells }) => isKnownHeader(cells))
  const rows = head.slice(names + 1).filter(({ cells }) => cells.some((cell) => serialOf(cell) !== null))
  const counts = new Map<number, number>()
  for (const { cells } of rows)
    for (const [index, cell] of cells.entries()) if (serialOf(cell) !== null) counts.set(index, (counts.get(index) ?? 0) + 1)
  const isNamed = (index: number): boolean => names >= 0 && headerFit(plainHeader(head[names]!.cells[index] ?? ''), 'date') > 0
  const whole = [...counts].filter(([, count]) => count === rows.length).map(([index]) => index)
  const days = names >= 0 ? whole.filter(isNamed) : whole.length === 1 && rows.length >= fewestRows ? whole : []
  if (days.length === 0) return null
  return (cells) =>
    cells.map((cell, index) => {
      const serial = days.includes(index) ? serialOf(cell) : null
      return serial === null ? cell : addDays(dayZero, serial)
    })
}

type Kind = 'date' | 'sum' | 'decimal' | 'text'

/** What a column holds in the rows that have as many cells as there are names. */
function kindOf(cells: readonly string[]): Kind {
  const full = cells.filter((cell) => cell.trim() !== '')
  if (full.length > 0 && full.every(looksLikeDate)) return 'date'
  if (full.length > 0 && full.every(looksLikeAmount)) return full.every(hasCents) ? 'decimal' : 'sum'
  return 'text'
}

const hasCents = (cell: string): boolean => /[.,]\d{2}\D{0,5}$/.test(cell)
/** The beginning of a sum whose own delimiter parted it, such as the 1 of 1,200.00. */
const isPiece = (cell: string): boolean => /^\D{0,5}\d{1,12}$/.test(cell.trim())

function surplusMending(head: readonly Row[]): Mend | null {
  const headers = head.filter((row) => isKnownHeader(row.cells))
  // Of several tables each has rows as wide as its own names.
  if (new Set(headers.map(({ cells }) => cells.length)).size > 1) return null
  const names = headers.at(-1)
  const width = names?.cells.findLastIndex((cell) => cell.trim() !== '') ?? -1
  if (!names || width < 2 || names.cells.length !== width + 1) return null
  let known: Table | null | undefined
  return (cells) => {
    if (cells.length <= names.cells.length || cells.slice(names.cells.length).every((cell) => cell.trim() === '')) return cells
    if (known === undefined) known = tableBelow(names, head)
    return known === null ? cells : joined(cells, known)
  }
}

interface Table {
  kinds: readonly Kind[]
  /** How well the name of each column of text is that of the other side. */
  fits: readonly number[]
}

/** Null where fewer rows have as many cells as there are names than have more. */
function tableBelow(names: Row, head: readonly Row[]): Table | null {
  const rows = head.filter(({ line, cells }) => line > names.line && isData(cells))
  const whole = rows.filter(({ cells }) => cells.length === names.cells.length)
  if (whole.length === 0 || rows.filter(({ cells }) => cells.length > names.cells.length).length > whole.length) return null
  const kinds = names.cells.map((_, index) => kindOf(whole.map(({ cells }) => cells[index]!)))
  return { kinds, fits: kinds.map((kind, index) => (kind === 'text' ? headerFit(plainHeader(names.cells[index]!), 'payee') : 0)) }
}

/** The cells with those that are one text put together; as they are where the sums would be others in another way. */
function joined(cells: string[], { kinds, fits }: Table): string[] {
  const more = cells.length - kinds.length
  const ways = kinds.flatMap((kind, start) => {
    if (kind !== 'text') return []
    const pieces = cells.slice(start, start + more + 1)
    const row = [...cells.slice(0, start), pieces.map((piece) => piece.trim()).join(', '), ...cells.slice(start + more + 1)]
    const isWhole = kinds.every(
      (own, index) =>
        own === 'text' ||
        row[index]!.trim() === '' ||
        (own === 'date' ? looksLikeDate(row[index]!) : looksLikeAmount(row[index]!) && (own === 'sum' || hasCents(row[index]!))),
    )
    const hasSums =
      kinds.some((own, index) => own !== 'text' && own !== 'date' && row[index]!.trim() !== '') &&
      kinds.every((own, index) => own !== 'date' || row[index]!.trim() !== '')
    const isParted = pieces.some((piece) => isPiece(piece) || looksLikeDate(piece) || (looksLikeAmount(piece) && hasCents(piece)))
    return isWhole && hasSums && !isParted ? [{ row, fit: fits[start]! }] : []
  })
  const sums = (row: readonly string[]): string => row.filter((_, index) => kinds[index] !== 'text').join('\n')
  if (ways.length === 0 || new Set(ways.map(({ row }) => sums(row))).size > 1) return cells
  return ways.reduce((best, way) => (way.fit > best.fit ? way : best)).row
}
