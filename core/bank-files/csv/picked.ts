/** The cells of a CSV file that its transactions are made of, a list a role: the rows themselves are not kept. */
import { limits } from '../../limits.ts'
import type { ColumnRole, Delimiter } from '../bank-file.ts'
import type { Findings } from '../findings.ts'
import { bookingOf } from './cell-words.ts'
import { looksLikeAmount, looksLikeDate } from './column.ts'
import { isNamed, plainHeader } from './header-words.ts'
import type { Layout } from './layout.ts'
import { eachRow, type Quoting } from './table.ts'

/** The cells that are needed, a list a role; roles that no column has are empty lists. */
export interface Picked {
  lines: number[]
  dates: string[]
  amounts: string[]
  debits: string[]
  credits: string[]
  directions: string[]
  /** Who paid, where a file names both sides in columns of their own; else empty. */
  payers: string[]
  /** Who was paid, where a file names both sides; else the other side, whichever it is. */
  payees: string[]
  memos: string[]
  references: string[]
  balances: string[]
  currencies: string[]
  accounts: string[]
  statuses: string[]
  /** Under a heading of pending rows, such as "Pending transactions". */
  isUnderPending: boolean[]
  /** A number of the row that no role takes, where its sum is empty; "" elsewhere. */
  unused: string[]
}

const singles = { amounts: 'amount', debits: 'debit', credits: 'credit', directions: 'direction', references: 'reference', balances: 'balance', currencies: 'currency', accounts: 'account', statuses: 'status' } as const

/** `numbers`: columns of numbers that have no role. A row that has one and no sum is told of, not dropped. */
export function pick(text: string, delimiter: Delimiter, quoting: Quoting, layout: Layout, roles: readonly ColumnRole[], numbers: readonly number[], findings: Findings): Picked {
  const picked: Picked = { lines: [], dates: [], amounts: [], debits: [], credits: [], directions: [], payers: [], payees: [], memos: [], references: [], balances: [], currencies: [], accounts: [], statuses: [], isUnderPending: [], unused: [] }
  const single = (Object.keys(singles) as (keyof typeof singles)[]).flatMap((list): [string[], number][] => (roles.includes(singles[list]) ? [[picked[list], roles.indexOf(singles[list])]] : []))
  const memos = roles.flatMap((role, index) => (role === 'memo' ? [index] : []))
  const { payers, payees } = sidesOf(layout, roles)
  const date = roles.indexOf('date')
  const sums = (['amount', 'debit', 'credit'] as const).map((role) => roles.indexOf(role)).filter((index) => index >= 0)
  if (date < 0 || sums.length === 0) return picked
  const interned = new Map<string, string>()
  const firstFilled = (cells: readonly string[], indexes: readonly number[]): string => cells[indexes.find((index) => hasText(cells[index])) ?? indexes[0]!] ?? ''
  let isUnderPending = false
  eachRow(text, delimiter, quoting, (cells, line) => {
    if (line > limits.bank_file_rows) {
      findings.add('too_many_transactions', line, `a file may have ${limits.bank_file_rows} rows; those from here on are left out. Export a shorter period.`)
      return false
    }
    const heading = headingOf(cells)
    if (heading !== null) isUnderPending = heading === 'pending'
    if (line < layout.firstLine || cells.length > limits.bank_file_columns) return true
    const unused = sums.some((index) => hasText(cells[index])) ? '' : hasText(cells[date]) ? (cells[numbers.find((index) => hasText(cells[index])) ?? -1] ?? strayAmount(cells, roles)) : null
    if (unused === null || (unused === '' && !sums.some((index) => hasText(cells[index])))) {
      if (unused !== null && looksLikeDate(cells[date]!)) findings.add('amount_is_not_readable', line, () => 'the row has a date and no amount. It was left out.')
      return true
    }
    picked.lines.push(line)
    picked.unused.push(unused)
    picked.isUnderPending.push(isUnderPending)
    for (const [list, index] of single) list.push(cells[index] ?? '')
    picked.dates.push(once(interned, cells[date] ?? ''))
    if (payers.length > 0) picked.payers.push(firstFilled(cells, payers))
    if (payees.length > 0) picked.payees.push(firstFilled(cells, payees))
    if (memos.length === 1) picked.memos.push(cells[memos[0]!] ?? '')
    else if (memos.length > 1) picked.memos.push(memos.map((index) => (cells[index] ?? '').trim()).filter((cell) => cell !== '').join(' '))
    return true
  })
  return picked
}

/** What a heading alone on its line, such as "Pending transactions" or "Gebuchte Umsätze", says of the rows below it. */
function headingOf(cells: readonly string[]): 'pending' | 'booked' | null {
  const text = (cells[0] ?? '').trim()
  if (text === '' || text.length > 40 || /\d/.test(text) || cells.some((cell, index) => index > 0 && hasText(cell))) return null
  const words = text.split(/\s+/)
  if (words.length > 3 || (words.length > 1 && !wordsOfHeadings.test(text))) return null
  const says = bookingOf(text)
  return says === 'pending' || says === 'booked' ? says : null
}

/** With no more than three words one of which is for transactions, a line is a heading and no sentence. */
const wordsOfHeadings = /transa|ums[aä]tz|buchung|op[eé]ra|movim|mouvem|mutat|mutaci|posten|poster|tapahtum|платеж|операц|hareket|明細|交易|거래/i

/** The columns of the other side: for money in those of who paid, for money out those of who was paid; a column of either stands in both. */
function sidesOf({ header }: Layout, roles: readonly ColumnRole[]): { payers: number[]; payees: number[] } {
  const all = roles.flatMap((role, index) => (role === 'payee' ? [index] : []))
  const says = (index: number, kind: 'payers' | 'paid'): boolean => isNamed(plainHeader(header?.[index] ?? ''), kind)
  const payers = all.filter((index) => says(index, 'payers') && !says(index, 'paid'))
  const paid = all.filter((index) => says(index, 'paid') && !says(index, 'payers'))
  if (payers.length === 0 || paid.length === 0) return { payers: [], payees: all }
  return { payers: all.filter((index) => !paid.includes(index)), payees: all.filter((index) => !payers.includes(index)) }
}

/** Looks at so many rows for those to leave out. */
const rowsLookedAt = 10_000

/** The rows but for some of the first ten thousand; the same object where there are none. */
export function withoutRows(picked: Picked, isOut: (row: number) => boolean): Picked {
  const out = new Set<number>()
  for (let row = 0; row < Math.min(picked.lines.length, rowsLookedAt); row += 1) if (isOut(row)) out.add(row)
  if (out.size === 0) return picked
  return Object.fromEntries(Object.entries(picked).map(([role, list]) => [role, (list as unknown[]).filter((_, row) => !out.has(row))])) as unknown as Picked
}

/** One and the same text for equal ones: a file of a million rows has a few thousand days. */
function once(interned: Map<string, string>, text: string): string {
  const known = interned.get(text)
  if (known !== undefined) return known
  interned.set(text, text)
  return text
}

/** A sum in a row whose own columns have none, as where a delimiter stands within a text; "" where there is none. */
function strayAmount(cells: readonly string[], roles: readonly ColumnRole[]): string {
  return cells.find((cell, index) => (roles[index] === undefined || mayBeSums.has(roles[index])) && /\d[.,]\d{1,2}\D{0,5}$/.test(cell) && looksLikeAmount(cell) && !looksLikeDate(cell)) ?? ''
}

const mayBeSums: ReadonlySet<ColumnRole> = new Set(['ignored', 'payee', 'memo'])

export function hasText(cell: string | undefined): boolean {
  if (cell === undefined) return false
  for (let at = 0; at < cell.length; at += 1) if (cell.charCodeAt(at) > 32) return true
  return false
}
