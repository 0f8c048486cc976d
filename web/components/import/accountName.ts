/** What an account that was read is called: by the end of its number, or the file it came from. */
import type { AccountKind } from '../../../core/accounts/account.ts'
import { isUnnumbered } from '../../../core/bank-files/same-account.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'

type Named = Pick<StoredBankAccount, 'account' | 'ends_in' | 'kind' | 'file_name'>

/** `linked`: what the account of the plan is that it stands for. A card is called one where its file or the plan says that it is. */
export function accountName({ account, ends_in, kind, file_name }: Named, linked?: AccountKind): string {
  if (isUnnumbered(account) && ends_in === undefined)
    return file_name === undefined ? say('import.account.no_number') : say('import.account.no_number_from', { file: file_name })
  const number = isUnnumbered(account) ? `…${ends_in}` : ending(account)
  return say((kind ?? linked) === 'card' ? 'import.card' : 'import.account', { number })
}

/** The last digits tell accounts apart; the whole number is nobody's business who looks over a shoulder. */
const ending = (account: string): string => (account.length > 6 ? `…${account.slice(-4)}` : account)
