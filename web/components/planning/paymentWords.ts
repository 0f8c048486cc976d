/** What stands beside a payment wherever a day is listed: what it changes on the main account, and which other accounts it is about. */
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { Account } from '../../../core/scenario.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { accountName } from '../accounts/AccountSelect.tsx'

type Paid = Pick<DatedPayment, 'collection' | 'account_id' | 'to_account_id' | 'amount_cents'>

/** Whether the main account is no end of it. */
export const isElsewhere = ({ account_id, to_account_id }: Paid): boolean => account_id !== null && to_account_id !== null

/** "-$70.00" as it changes the main account, the bare amount of what passes it by; '' where no amount is known. */
export function changeText(payment: Paid, currency_code: string): string {
  const { collection, account_id, amount_cents } = payment
  if (collection === 'accounts' && amount_cents === 0) return ''
  if (isElsewhere(payment) && collection !== 'incomes') return formatMoney(amount_cents, currency_code)
  const comesIn = collection === 'incomes' || account_id !== null
  return formatChange(comesIn ? amount_cents : -amount_cents, currency_code)
}

/** "on Visa", "to Savings", "Joint account → Car loan", "card payment"; '' of what is on the main account alone. */
export function accountNote({ collection, account_id, to_account_id }: Paid, accounts: readonly Account[]): string {
  const from = accountName(accounts, account_id)
  if (collection === 'accounts') return say('plan.on.card', { from: account_id === null ? 'main' : from })
  if (to_account_id === undefined) return account_id === null ? '' : say('plan.on.account', { account: from })
  const to = accountName(accounts, to_account_id)
  return say('plan.on.way', { way: account_id === null ? 'out' : to_account_id === null ? 'in' : 'between', from, to })
}
