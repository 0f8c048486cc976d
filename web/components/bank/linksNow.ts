/** Which account of a plan each account that was read is, by the plan and this device. */
import type { Links } from '../../../core/actuals/linked.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { linksOf } from '../../services/bank/accountLinks.ts'
import { ofPlans } from './planDevice.ts'

export async function linksNow(scenario: Scenario, accounts: readonly { account: string }[]): Promise<Links> {
  const { links } = await (await ofPlans()).ofPlan(scenario)
  const numbers = accounts.map(({ account }) => account)
  return linksOf(scenario.bank_links, numbers, links)
}
