/** What an account that was read is called: by the end of its number, or the file it came from. */
import { isUnnumbered } from '../../../core/bank-files/same-account.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'
import { ending } from './AccountRead.tsx'

export function accountName({ account, ends_in, file_name }: StoredBankAccount): string {
  if (!isUnnumbered(account)) return say('import.account', { number: ending(account) })
  if (ends_in !== undefined) return say('import.card_ending', { digits: ends_in })
  return file_name === undefined ? say('import.account.no_number') : say('import.account.no_number_from', { file: file_name })
}
