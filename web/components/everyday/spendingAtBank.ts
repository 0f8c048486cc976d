/** What the files on this device say of everyday spending: of the main account, without all that a date or a proposal stands for. */
import { heldAgainst, heldOnce } from '../../../core/actuals/linked.ts'
import { standing } from '../../../core/actuals/kept.ts'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import { reconcile } from '../../../core/prediction/reconcile.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { estimateSpending, type EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { linksOf } from '../../services/bank/accountLinks.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { useMatching } from '../bank/matching.ts'
import { ofPlans } from '../bank/planDevice.ts'

/** null: too little is known. What was dismissed as a bill is spent all the same. */
export async function spendingAtBank(scenario: Scenario, stored: readonly StoredBankAccount[], proposals: readonly Proposal[], today: string): Promise<EstimatedSpending | null> {
  const accounts = stored.filter(({ currency }) => currency === scenario.currency_code)
  const kept = await (await ofPlans()).ofPlan(scenario)
  const links = await linksOf(scenario.bank_links, accounts.map(({ account }) => account), kept.links)
  const { main, transactions } = heldAgainst(scenario, heldOnce(accounts, links), links, today)
  const { run } = useMatching.getState()
  const explained = new Set([
    ...ownMoney(transactions),
    ...reconcile(proposals, scenario).flatMap(({ kind, proposal }) => (kind === 'dismissed' ? [] : proposal.transaction_ids)),
    ...standing(scenario, kept).matches.flatMap((match) => match.transactions),
    ...(run?.plan_id === scenario.id ? run.asked.flatMap((match) => match.transactions) : []),
  ])
  return estimateSpending(main.filter(({ id }) => !explained.has(id)), { today })
}
