/** What no date stood for, told now or before: until somebody says what it is, or puts it aside. */
import { askedKey } from '../../../core/actuals/answers.ts'
import type { LinkedAccounts } from '../../../core/actuals/bank-side.ts'
import type { MatchedPayments, Unplanned } from '../../../core/actuals/matched.ts'
import { waitingUnplanned, type KeptUnplanned } from '../../../core/actuals/unplanned-kept.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { everydayPayments } from '../../../core/spending/everyday-payments.ts'
import type { StoredBankMatches } from '../../services/records/records.ts'
import type { BankRun } from './bankRun.ts'
import type { Transactions } from './names.ts'

interface Held {
  matched: MatchedPayments
  transactions: Transactions
  accounts: LinkedAccounts
}

type ToldBefore = Pick<BankRun, 'unplanned_before' | 'put_aside'>

/**
 * What was told before, is none of what is told now, and still needs somebody to look at it: everyday spending that the plan counts does
 * not.
 */
export function unplannedBefore(scenario: Scenario, stored: StoredBankMatches, { matched, transactions, accounts }: Held): ToldBefore {
  const told = new Set([...matched.matches, ...matched.unplanned].flatMap((one) => one.transactions))
  const isHeld = ({ transactions: ids, account_id }: KeptUnplanned): boolean =>
    ids.every((id) => !told.has(id) && transactions.has(id) && accounts[transactions.get(id)!.account ?? ''] === account_id)
  const waiting = waitingUnplanned(scenario, stored.unplanned ?? [], stored).filter(isHeld)
  const { open, surprising } = everydayPayments(scenario, waiting, transactions)
  const unplanned = new Set<Unplanned>([...open, ...surprising])
  return { unplanned_before: waiting.filter((one) => unplanned.has(one)), put_aside: new Set() }
}

/** All that a run tells, but for what was put aside. */
export const unplannedOf = ({ matched, unplanned_before, put_aside }: BankRun): (Unplanned | KeptUnplanned)[] =>
  [...matched.unplanned, ...unplanned_before].filter((one) => !put_aside.has(askedKey(one)))

/** What was matched, with what was told before and waits still, so that an answer to that counts as well. */
export const withUnplannedBefore = ({ matched, unplanned_before }: BankRun): MatchedPayments =>
  unplanned_before.length === 0 ? matched : { ...matched, unplanned: [...matched.unplanned, ...unplanned_before] }
