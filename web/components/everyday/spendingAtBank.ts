/** What the files on this device say of everyday spending: of the main account, without all that a date or a proposal stands for. */
import { heldAgainst, heldOnce } from '../../../core/actuals/linked.ts'
import { heldReckoned } from '../../../core/actuals/reckoned.ts'
import { isMonthly } from '../../../core/actuals/monthly.ts'
import { standing } from '../../../core/actuals/kept.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { ownMoney } from '../../../core/prediction/own-money.ts'
import { readPayee, textOf } from '../../../core/prediction/payees.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import { reconcile } from '../../../core/prediction/reconcile.ts'
import type { Account, Scenario } from '../../../core/scenario.ts'
import { estimateSpending, type EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { accountsSpentFrom } from '../../../core/spending/everyday.ts'
import { everydayAhead, type EverydayAhead } from '../../../core/spending/everyday-ahead.ts'
import { leftOut, spentApart, type LeftOut } from '../../../core/spending/own-accounts.ts'
import { plannedPayees } from '../../../core/spending/planned-payees.ts'
import { isSpentByKind } from '../../../core/spending/spending-bills.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { explainedNow } from '../bank/answering.ts'
import { linksNow } from '../bank/linksNow.ts'
import { useMatching } from '../bank/matching.ts'
import { ofPlans } from '../bank/planDevice.ts'

export interface SpendingAtBank extends EverydayAhead {
  /** Of cards and other accounts that are spent from, as far as their files tell it. */
  accounts: { account: Account; spending: EstimatedSpending; left_out: LeftOut[] }[]
  /** What left the main account in the weeks of its level and only moves within the plan. */
  left_out: LeftOut[]
}

/** What was dismissed as a bill is spent all the same. */
export async function spendingAtBank(
  scenario: Scenario,
  stored: readonly StoredBankAccount[],
  proposals: readonly Proposal[],
  today: string,
): Promise<SpendingAtBank> {
  const accounts = stored.filter(({ currency }) => currency === scenario.currency_code)
  const kept = await (await ofPlans()).ofPlan(scenario)
  const links = await linksNow(scenario, accounts)
  // What was spent is told as well by files that end before the plan begins.
  const held = heldReckoned(scenario, heldOnce(accounts, links), links, { bases: kept.bases ?? {}, today })
  const { main, transactions, balance, read: linked } = heldAgainst(scenario, held, links, today)
  const { run } = useMatching.getState()
  const found = reconcile(proposals, scenario, new Map(main.map((one) => [one.id, one])))
    .filter(({ kind, proposal }) => kind !== 'dismissed' && (kind !== 'new' || !isSpentByKind(scenario, proposal)))
    .map(({ proposal }) => proposal)
  const monthly = main.filter((one) => isMonthly(scenario, { ...one, payee: readPayee(textOf(one)).key })).map(({ id }) => id)
  // What goes to an account that is none of the plan's leaves it.
  const inPlan = transactions.filter(({ account = '' }) => links[account] !== 'none')
  const explained = new Set([
    ...ownMoney(inPlan),
    ...found.flatMap(({ transaction_ids }) => transaction_ids),
    ...standing(scenario, kept).matches.flatMap((match) => match.transactions),
    ...(run?.plan_id === scenario.id ? explainedNow(run, scenario) : []),
    ...monthly,
    ...plannedPayees(scenario, main),
  ])
  const ids = new Set(main.map(({ id }) => id))
  const ofMain = found.filter(({ state, transaction_ids, way }) => state !== 'lapsed' && way === undefined && ids.has(transaction_ids[0]!))
  const apart = (transactions: readonly AccountTransaction[], account_id: string | null) =>
    spentApart(
      scenario,
      transactions.filter(({ id }) => !explained.has(id)),
      account_id,
    )
  const others = accountsSpentFrom(scenario).flatMap((account) => {
    const { spent, within } = apart(
      transactions.filter((one) => linked[one.account ?? ''] === account.id),
      account.id,
    )
    const spending = estimateSpending(spent, { today })
    return spending && spending.categories.length > 0 ? [{ account, spending, left_out: leftOut(within, spending) }] : []
  })
  const { within } = apart(main, null)
  const isExplained = new Set([...explained, ...within.map(({ payment }) => payment.id)])
  const ahead = everydayAhead(main, { today, balance_cents: balance?.amount_cents ?? null, explained: isExplained, proposals: ofMain })
  return { ...ahead, accounts: others, left_out: ahead.spending ? leftOut(within, ahead.spending) : [] }
}
