/** Which account of a plan one of the bank is by its balance: a proposal, to be seen before it holds. */
import type { Scenario } from '../scenario.ts'
import type { HeldAccount, Links } from './linked.ts'

/** Those of the bank whose balance is that of one account of the plan alone, to the cent, and that of no other of the bank. */
export function linksByBalance(
  { planning_balance_cents, accounts }: Pick<Scenario, 'planning_balance_cents' | 'accounts'>,
  held: readonly HeldAccount[],
): Links {
  const plan = [{ id: null, balance_cents: planning_balance_cents }, ...accounts]
  const links: Record<string, string | null> = {}
  for (const { account, balance_cents, balance_agrees } of held) {
    if (balance_cents === null || balance_cents === 0 || balance_agrees === false) continue
    const own = plan.filter((one) => one.balance_cents === balance_cents)
    const alike = held.filter((one) => one.balance_cents === balance_cents)
    if (own.length === 1 && alike.length === 1) links[account] = own[0]!.id
  }
  return links
}
