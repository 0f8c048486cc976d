/** What a person says is on an account. */
import { baseSaid } from '../../../core/actuals/base-said.ts'
import { inTurn } from './inTurn.ts'
import { atBank, basesOf, holdAgainstPlan, openPlan, useMatching } from './matching.ts'
import { ofPlans } from './planDevice.ts'

/** At the end of the day that was asked about. */
export async function sayBalance(amount_cents: number): Promise<void> {
  const { offered } = useMatching.getState()
  const scenario = openPlan()
  if (!offered || !scenario) return
  await inTurn(async () => {
    const plans = await ofPlans()
    const stored = await plans.ofPlan(scenario)
    const { accounts, links } = await atBank(scenario, stored)
    const own = accounts.filter(({ account }) => (account in links ? links[account] : null) === offered.account_id)
    const transactions = own.flatMap((one) => one.transactions)
    await plans.keepOfPlan({ ...stored, bases: baseSaid(offered, amount_cents, { bases: basesOf(scenario, stored), transactions }) })
  })
  await holdAgainstPlan()
}
