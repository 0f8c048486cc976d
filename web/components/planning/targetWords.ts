/** What allocations are called. */
import { parseTarget } from '../../../core/allocation.ts'
import type { Account, Bill } from '../../../core/scenario.ts'
import { say } from '../../words/say.ts'

/** The rows that a target may name. */
export interface Targets {
  bills: readonly Bill[]
  accounts?: readonly Pick<Account, 'id' | 'name'>[]
}

/** What an allocation is called: the name of the bill or account, or that of the savings or goal; and which of these it is. */
export function targetWords(
  target: string,
  { bills, accounts = [] }: Targets,
): { name: string; to: 'bill' | 'savings' | 'goal' | 'account' } {
  const parsed = parseTarget(target)
  if (parsed === null) return { name: target, to: 'savings' }
  if (parsed.to === 'account')
    return { name: accounts.find(({ id }) => id === parsed.account_id)?.name ?? say('common.a_target', { of: 'account' }), to: 'account' }
  if (parsed.to !== 'bill') return { name: parsed.name, to: parsed.to }
  return { name: bills.find((bill) => bill.id === parsed.bill_id)?.name ?? say('common.a_target', { of: 'bill' }), to: 'bill' }
}
