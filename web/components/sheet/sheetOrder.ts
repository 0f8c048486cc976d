/** Which rows the sheet shows, and in which order: those still ahead, then those without a date, then those that are over. */
import type { Account, Payment } from '../../../core/scenario.ts'
import { accountName } from '../accounts/AccountSelect.tsx'
import { accountIn, accountFields, type AccountField, type SheetField } from './collections.ts'
import { rowStatus, type RowStatus } from './rowStatus.ts'

export type SortKey = SheetField
export interface Sort {
  key: SortKey
  direction: 1 | -1
}

export interface Filter {
  /** Words looked for in names, categories and the names of accounts; "" finds all. */
  text: string
  /** null: all of them; "": those without one. */
  category: string | null
}

export const everything: Filter = { text: '', category: null }

export type SheetGroups = Record<RowStatus['group'], readonly Payment[]>

const collator = new Intl.Collator(undefined, { numeric: true })
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Sorts and groups; dates before `from` are over. `held` is the row being worked on, as it was when the person came to it:
 * it keeps its place until they leave, so that nothing jumps from under their hands.
 */
export function sheetGroups(
  rows: readonly Payment[],
  sort: Sort,
  held: Payment | null,
  from: string,
  accounts: readonly Account[],
): SheetGroups {
  const placeOf = (row: Payment): Payment => (held?.id === row.id ? held : row)
  const byAccount = (field: AccountField) => (a: Payment, b: Payment) =>
    collator.compare(accountName(accounts, accountIn(a, field)), accountName(accounts, accountIn(b, field)))
  const compareBy: Record<SortKey, (a: Payment, b: Payment) => number> = {
    due_date: (a, b) => compareText(rowStatus(a, from).date ?? '', rowStatus(b, from).date ?? ''),
    name: (a, b) => collator.compare(a.name, b.name),
    category: (a, b) => collator.compare(a.category ?? '', b.category ?? ''),
    account_id: byAccount('account_id'),
    from_account_id: byAccount('from_account_id'),
    to_account_id: byAccount('to_account_id'),
    amount_cents: (a, b) => a.amount_cents - b.amount_cents,
  }
  const compare = compareBy[sort.key]
  const sorted = [...rows].sort((a, b) => sort.direction * compare(placeOf(a), placeOf(b)) || a.position - b.position)
  const groups: Record<RowStatus['group'], Payment[]> = { ahead: [], undated: [], over: [] }
  for (const row of sorted) groups[rowStatus(placeOf(row), from).group].push(row)
  return groups
}

/** Those that a filter finds; the one being worked on stays. */
export function filtered<P extends Payment>(
  rows: readonly P[],
  { text, category }: Filter,
  held: Payment | null,
  accounts: readonly Account[],
): readonly P[] {
  const wanted = text.trim().toLocaleLowerCase()
  if (wanted === '' && category === null) return rows
  // What is on the main account is not looked for by it: that is where most rows are.
  const onAccounts = (row: P): string =>
    accountFields
      .flatMap((field) => accountIn(row, field) ?? [])
      .map((id) => accountName(accounts, id))
      .join(' ')
  const isWanted = (row: P): boolean =>
    (category === null || (row.category ?? '') === category) &&
    (wanted === '' || `${row.name} ${row.category ?? ''} ${onAccounts(row)}`.toLocaleLowerCase().includes(wanted))
  return rows.filter((row) => row.id === held?.id || isWanted(row))
}

/** The categories in use, each once, for suggestions. */
export function categoriesOf(rows: readonly Payment[]): string[] {
  return [...new Set(rows.flatMap((row) => (row.category ? [row.category] : [])))].sort(collator.compare)
}
