/** The lists that are kept as sheets, and the columns of each. */
import type { Account, DatedCollection, Payment } from '../../../core/scenario.ts'

export type PaymentCollection = DatedCollection

/** Those that say an account: what a bill leaves and an income comes to, the two ends of a transfer. */
export const accountFields = ['account_id', 'from_account_id', 'to_account_id'] as const
export type AccountField = (typeof accountFields)[number]
export const sheetFields = ['name', 'due_date', 'category', ...accountFields, 'amount_cents'] as const
export type SheetField = (typeof sheetFields)[number]
export const isAccountField = (field: string): field is AccountField => (accountFields as readonly string[]).includes(field)

const columns = {
  plain: ['name', 'due_date', 'category', 'amount_cents'],
  onAccounts: ['name', 'due_date', 'category', 'account_id', 'amount_cents'],
  transfers: ['name', 'due_date', 'from_account_id', 'to_account_id', 'amount_cents'],
} as const satisfies Record<string, readonly SheetField[]>

/** From left to right. While there is one account alone, no column says it. */
export function columnsOf(collection: PaymentCollection, accounts: readonly Account[]): readonly SheetField[] {
  if (collection === 'transfers') return columns.transfers
  return accounts.length > 0 ? columns.onAccounts : columns.plain
}

type OnAccounts = { id: string } & Partial<Record<AccountField, string | null>>

/** The account that a field of a row names; null: the main one. */
export const accountIn = (row: Payment | OnAccounts, field: AccountField): string | null => (row as OnAccounts)[field] ?? null

/** The fields that put a row on another account. One that goes onto the other end of its own transfer turns it round. */
export function onAccount(row: Payment | OnAccounts, field: AccountField, account_id: string | null): OnAccounts {
  if (field === 'account_id') return { id: row.id, account_id }
  const other = field === 'from_account_id' ? 'to_account_id' : 'from_account_id'
  return { id: row.id, [field]: account_id, ...(accountIn(row, other) === account_id && { [other]: accountIn(row, field) }) }
}

/** The two ends that a new transfer has to begin with. */
export const firstEnds = (accounts: readonly Account[]): { from_account_id: null; to_account_id: string | null } => ({
  from_account_id: null,
  to_account_id: accounts.at(0)?.id ?? null,
})

/** What a row to be says of accounts in its collection. */
export function accountsOf(
  collection: PaymentCollection,
  chosen: Record<AccountField, string | null>,
): Partial<Record<AccountField, string | null>> {
  const { account_id, from_account_id, to_account_id } = chosen
  return collection === 'transfers' ? { from_account_id, to_account_id } : account_id === null ? {} : { account_id }
}
