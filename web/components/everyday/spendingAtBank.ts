/** What the files on this device say of everyday spending: of the main account, without all that a date or a proposal stands for. */
import { heldAgainst, heldOnce } from '../../../core/actuals/linked.ts'
import { standing } from '../../../core/actuals/kept.ts'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import { reconcile } from '../../../core/prediction/reconcile.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { everydayAhead, type EverydayAhead } from '../../../core/spending/everyday-ahead.ts'
import { linksOf } from '../../services/bank/accountLinks.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { useMatching } from '../bank/matching.ts'
import { ofPlans } from '../bank/planDevice.ts'

/** What was dismissed as a bill is spent all the same. */
export async function spendingAtBank(scenario: Scenario, stored: readonly StoredBankAccount[], proposals: readonly Proposal[], today: string): Promise<EverydayAhead> {
  const accounts = stored.filter(({ currency }) => currency === scenario.currency_code)
  const kept = await (await ofPlans()).ofPlan(scenario)
  const links = await linksOf(scenario.bank_links, accounts.map(({ account }) => account), kept.links)
  const { main, transactions, balance } = heldAgainst(scenario, heldOnce(accounts, links), links, today)
  const { run } = useMatching.getState()
  const found = reconcile(proposals, scenario).filter(({ kind }) => kind !== 'dismissed').map(({ proposal }) => proposal)
  const explained = new Set([
    ...ownMoney(transactions),
    ...found.flatMap(({ transaction_ids }) => transaction_ids),
    ...standing(scenario, kept).matches.flatMap((match) => match.transactions),
    ...(run?.plan_id === scenario.id ? run.asked.flatMap((match) => match.transactions) : []),
  ])
  const ids = new Set(main.map(({ id }) => id))
  const ofMain = found.filter(({ state, transaction_ids }) => state !== 'lapsed' && ids.has(transaction_ids[0]!))
  return everydayAhead(main, { today, balance_cents: balance?.amount_cents ?? null, explained, proposals: ofMain })
}
