/**
 * A column that says one and the same balance in every row: what is on the account when the file is made, and not what was there after
 * each row, since amounts would have changed it.
 */
import type { Column } from './column.ts'

const fewestRows = 3

/** `accountOf`: rows of several accounts tell a balance each. */
export function isStandingBalance(balances: readonly string[], accountOf: (row: number) => string): boolean {
  if (balances.length < fewestRows) return false
  const known = new Map<string, { balance: string; rows: number }>()
  for (const [row, cell] of balances.entries()) {
    const balance = cell.trim()
    const own = known.get(accountOf(row))
    if (balance === '' || (own !== undefined && own.balance !== balance)) return false
    if (own) own.rows += 1
    else known.set(accountOf(row), { balance, rows: 1 })
  }
  return [...known.values()].some(({ rows }) => rows >= fewestRows)
}

/** `accounts`: the rows of each. */
export const isStandingColumn = ({ cells }: Column, accounts: readonly (readonly number[])[]): boolean => {
  const accountOf = new Map(accounts.flatMap((rows, account) => rows.map((row) => [row, String(account)] as const)))
  return isStandingBalance(cells, (row) => accountOf.get(row) ?? '')
}
