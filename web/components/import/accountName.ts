/** What an account that was read is called: by the end of its number, or the file it came from. */
import type { AccountKind } from '../../../core/accounts/account.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'
import { numberedName } from './AccountRead.tsx'

type Named = Pick<StoredBankAccount, 'account' | 'ends_in' | 'kind' | 'file_name'>

/** `linked`: what the account of the plan is that it stands for. */
export const accountName = (one: Named, linked?: AccountKind): string =>
  numberedName(one, linked) ??
  (one.file_name === undefined ? say('import.account.no_number') : say('import.account.no_number_from', { file: one.file_name }))
