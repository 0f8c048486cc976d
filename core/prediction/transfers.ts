/** What moves between accounts at the bank, as money that moves between those of a plan. */
import type { Links } from '../actuals/linked.ts'
import type { Account } from '../scenario.ts'
import type { Proposal } from './proposal.ts'

/**
 * Proposals, those that reach another account with their way in the plan. What moves is left out where it is not said which account of the
 * plan one of the two is, or it is none.
 */
export function onTheirWay(proposals: readonly Proposal[], links: Links, accounts: readonly Account[]): Proposal[] {
  const known = new Set<string | null>([null, ...accounts.map(({ id }) => id)])
  return proposals.flatMap((proposal) => {
    const { account, reaches } = proposal
    if (reaches === undefined) return [proposal]
    const [from, to] = [links[account], links[reaches]]
    if (from === undefined || to === undefined || from === to || !known.has(from) || !known.has(to)) return []
    return [{ ...proposal, way: { from_account_id: from, to_account_id: to } }]
  })
}
