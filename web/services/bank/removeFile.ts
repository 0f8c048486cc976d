/** One of the files that an account of the bank was read from is taken away. */
import { filesOf, withoutFile } from '../../../core/bank-files/files-kept.ts'
import type { Records, StoredBankAccount } from '../records/records.ts'
import { bankMemory } from './bankMemory.ts'

export interface RemovedFile {
  /** How many transactions went: those that no other file of the account holds. */
  count: number
  /** They come back beside what was read meanwhile. */
  bringBack: () => Promise<void>
}

/** An account goes with its only file. */
export const removeFile = (records: Records, owner: string, account: StoredBankAccount, file_id: string): Promise<RemovedFile> =>
  records.write(['bank_accounts'], async (writing) => {
    const key = [owner, account.account, account.currency]
    const known = (await writing.get('bank_accounts', key)) ?? account
    const left = withoutFile(known, file_id)
    if (left.transactions.length === 0) await writing.delete('bank_accounts', key)
    else await writing.put('bank_accounts', left)
    const files = filesOf(known).filter(({ id }) => id === file_id)
    const own = new Set(files.flatMap(({ ids }) => ids))
    const transactions = known.transactions.filter(({ id }) => own.has(id))
    const bringBack = async (): Promise<void> => {
      const { account: as, currency, shape, file_name } = known
      await bankMemory(records, owner).keep([{ ...known, transactions, files }], currency, { shape, file_name, as })
    }
    return { count: known.transactions.length - left.transactions.length, bringBack }
  })
