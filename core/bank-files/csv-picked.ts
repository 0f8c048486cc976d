/** The cells of a CSV file that its transactions are made of, a list a role: the rows themselves are not kept. */
import { limits } from '../limits.ts'
import type { ColumnRole, Delimiter } from './bank-file.ts'
import type { Layout } from './csv-layout.ts'
import { eachRow, type Quoting } from './csv-table.ts'
import type { Findings } from './findings.ts'

/** The cells that are needed, a list a role; roles that no column has are empty lists. */
export interface Picked {
  lines: number[]
  dates: string[]
  amounts: string[]
  debits: string[]
  credits: string[]
  directions: string[]
  payees: string[]
  memos: string[]
  references: string[]
  balances: string[]
  currencies: string[]
  accounts: string[]
}

export function pick(text: string, delimiter: Delimiter, quoting: Quoting, layout: Layout, roles: readonly ColumnRole[], findings: Findings): Picked {
  const picked: Picked = { lines: [], dates: [], amounts: [], debits: [], credits: [], directions: [], payees: [], memos: [], references: [], balances: [], currencies: [], accounts: [] }
  const single: [string[], number][] = (
    [
      [picked.amounts, 'amount'], [picked.debits, 'debit'], [picked.credits, 'credit'], [picked.directions, 'direction'],
      [picked.references, 'reference'], [picked.balances, 'balance'], [picked.currencies, 'currency'], [picked.accounts, 'account'],
    ] as [string[], ColumnRole][]
  ).flatMap(([list, role]) => (roles.includes(role) ? [[list, roles.indexOf(role)] as [string[], number]] : []))
  const indexesOf = (wanted: ColumnRole): number[] => roles.flatMap((role, index) => (role === wanted ? [index] : []))
  const [payees, memos] = [indexesOf('payee'), indexesOf('memo')]
  const date = roles.indexOf('date')
  const sums = ['amount', 'debit', 'credit'].map((role) => roles.indexOf(role as ColumnRole)).filter((index) => index >= 0)
  if (date < 0 || sums.length === 0) return picked
  const interned = new Map<string, string>()
  eachRow(text, delimiter, quoting, (cells, line) => {
    if (line > limits.bank_file_rows) {
      findings.add('too_many_transactions', line, `a file may have ${limits.bank_file_rows} rows; those from here on are left out. Export a shorter period.`)
      return false
    }
    if (line < layout.firstLine || !sums.some((index) => hasText(cells[index])) || cells.length > limits.bank_file_columns) return true
    picked.lines.push(line)
    for (const [list, index] of single) list.push(cells[index] ?? '')
    picked.dates.push(once(interned, cells[date] ?? ''))
    if (payees.length > 0) picked.payees.push(cells[payees.find((index) => hasText(cells[index])) ?? payees[0]!] ?? '')
    if (memos.length === 1) picked.memos.push(cells[memos[0]!] ?? '')
    else if (memos.length > 1) picked.memos.push(memos.map((index) => (cells[index] ?? '').trim()).filter((cell) => cell !== '').join(' '))
    return true
  })
  return picked
}

/** One and the same text for equal ones: a file of a million rows has a few thousand days. */
function once(interned: Map<string, string>, text: string): string {
  const known = interned.get(text)
  if (known !== undefined) return known
  interned.set(text, text)
  return text
}

export function hasText(cell: string | undefined): boolean {
  if (cell === undefined) return false
  for (let at = 0; at < cell.length; at += 1) if (cell.charCodeAt(at) > 32) return true
  return false
}
