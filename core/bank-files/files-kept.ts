/** The files that an account of the bank was read from, each with what it held, so that one of them can be taken away again. */
import type { BankTransaction } from './bank-file.ts'
import { mergeTransactions } from './identity.ts'

/** What a file told of the balance, and its day. */
export interface ToldBalance {
  balance_cents: number | null
  balance_date: string | null
  /** Whether the amounts of the file lead to it; left out where it does not tell. */
  balance_agrees?: boolean | undefined
}

export interface KeptFile extends ToldBalance {
  id: string
  /** "" where versions before noted none. */
  name: string
  /** The day on which it was kept; null: before such days were noted. */
  kept_on: string | null
  /** Of its transactions. */
  ids: string[]
}

/** What is kept of an account. */
export interface WithFiles extends ToldBalance {
  transactions: readonly BankTransaction[]
  /** Left out by versions that did not note them. */
  files?: readonly KeptFile[] | undefined
}

/** What was kept before files were noted is one of them. */
export function filesOf(account: WithFiles & { file_name?: string | undefined }): readonly KeptFile[] {
  const { transactions, files, file_name = '', balance_cents, balance_date, balance_agrees } = account
  if (files !== undefined || transactions.length === 0) return files ?? []
  return [{ id: '', name: file_name, kept_on: null, ids: transactions.map(({ id }) => id), balance_cents, balance_date, balance_agrees }]
}

/**
 * The files of an account with one more, as its transactions are merged: a row of an earlier file that this one has under another id is
 * the one that stays. The same file again, under its name, takes its own place.
 */
export function withFile(
  files: readonly KeptFile[],
  known: readonly BankTransaction[],
  file: KeptFile,
  coming: readonly BankTransaction[],
): KeptFile[] {
  const stays = new Set(mergeTransactions(known, coming).map(({ id }) => id))
  const knownIds = new Set(known.map(({ id }) => id))
  const fresh = Map.groupBy(
    coming.filter(({ id }) => !knownIds.has(id)),
    wayOf,
  )
  const now = new Map(known.filter(({ id }) => !stays.has(id)).map((one) => [one.id, fresh.get(wayOf(one))?.shift()?.id ?? one.id]))
  const before = files.map((one) => ({ ...one, ids: one.ids.map((id) => now.get(id) ?? id) }))
  const own = new Set(file.ids)
  const isSame = ({ name, ids }: KeptFile): boolean => name === file.name && ids.length === own.size && ids.every((id) => own.has(id))
  return [...before.filter((one) => one.id !== file.id && !isSame(one)), file]
}

const wayOf = ({ date, amount_cents }: BankTransaction): string => `${date} ${amount_cents}`

/** What of the account is left without one of its files: what another one told as well stays, and so does a balance that a person said. */
export function withoutFile<A extends WithFiles & { file_name?: string | undefined }>(account: A, file_id: string): A {
  const all = filesOf(account)
  const gone = all.find(({ id }) => id === file_id)
  if (!gone) return account
  const files = all.filter((one) => one !== gone)
  const others = new Set(files.flatMap(({ ids }) => ids))
  const own = new Set(gone.ids)
  const transactions = account.transactions.filter(({ id }) => !own.has(id) || others.has(id))
  const isTold = gone.balance_date === account.balance_date && gone.balance_cents === account.balance_cents
  const last = files.at(-1)
  return { ...account, files, transactions, ...(isTold && newestOf(files)), ...(last && last.name !== '' && { file_name: last.name }) }
}

function newestOf(files: readonly KeptFile[]): ToldBalance {
  let found: ToldBalance = { balance_cents: null, balance_date: null, balance_agrees: undefined }
  for (const { balance_cents, balance_date, balance_agrees } of files)
    if (balance_cents !== null && balance_date !== null && balance_date >= (found.balance_date ?? ''))
      found = { balance_cents, balance_date, balance_agrees }
  return found
}
