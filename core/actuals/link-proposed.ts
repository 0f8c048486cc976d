/** Which account of a plan one of the bank is by its balance: a proposal, to be seen before it holds. */
import type { Scenario } from '../scenario.ts'
import type { HeldAccount, Links } from './linked.ts'

/**
 * Those of the bank whose balance is that of one account of the plan alone, to the cent, and that of no other of the bank: of `open`, of
 * which nothing is said yet, beside all that are kept and what is said of them.
 */
export function linksByBalance(
  { planning_balance_cents, accounts }: Pick<Scenario, 'planning_balance_cents' | 'accounts'>,
  open: readonly HeldAccount[],
  { held = open, links = {} }: { held?: readonly HeldAccount[]; links?: Links } = {},
): Links {
  const plan = [{ id: null, balance_cents: planning_balance_cents }, ...accounts]
  const taken = new Set(
    held.flatMap(({ account }) => (account in links && !open.some((one) => one.account === account) ? [links[account]] : [])),
  )
  const found: Record<string, string | null> = {}
  for (const { account, balance_cents, balance_agrees } of open) {
    if (balance_cents === null || balance_cents === 0 || balance_agrees === false) continue
    const own = plan.filter((one) => one.balance_cents === balance_cents)
    const alike = held.filter((one) => one.balance_cents === balance_cents)
    if (own.length === 1 && alike.length === 1 && !taken.has(own[0]!.id)) found[account] = own[0]!.id
  }
  return found
}
