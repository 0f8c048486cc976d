/** With which balance that the bank told a plan can begin. */
import type { Scenario } from '../scenario.ts'
import type { HeldAccount, Links } from './linked.ts'

/**
 * The account whose balance it is: the main one's, of its readings the one that tells the newest, on the plan's own day or later. What is
 * on a card or on savings is not the plan's balance; and an older one is not offered beside the newer that the plan has. null: none.
 */
export function balanceToBegin<A extends HeldAccount & { currency: string }>(
  { start_date, planning_balance_cents, currency_code }: Pick<Scenario, 'start_date' | 'planning_balance_cents' | 'currency_code'>,
  held: readonly A[],
  links: Links,
): A | null {
  const inCurrency = held.filter(({ currency }) => currency === currency_code)
  const isMain = ({ account }: A): boolean => (account in links ? links[account] === null : inCurrency.length === 1)
  const newest = inCurrency
    .filter((one) => isMain(one) && one.balance_cents !== null && one.balance_date !== null)
    .reduce<A | null>((best, one) => (best === null || one.balance_date! > best.balance_date! ? one : best), null)
  if (newest === null || newest.balance_agrees === false || newest.balance_date! < start_date) return null
  return newest.balance_date === start_date && newest.balance_cents === planning_balance_cents ? null : newest
}
