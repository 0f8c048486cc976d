/** On which account of the plan something is that repeats at the bank. */
import { useEffect, useState } from 'react'
import { paysBills } from '../../../core/accounts/account.ts'
import { heldOnce, unlinked, type Links } from '../../../core/actuals/linked.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Account, Scenario } from '../../../core/scenario.ts'
import { linksOf } from '../../services/bank/accountLinks.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { useStored } from '../bank/keptOfPlan.ts'
import { ofPlans } from '../bank/planDevice.ts'

const linksNow = (scenario: Scenario, accounts: readonly StoredBankAccount[], onDevice: Links): Promise<Links> =>
  linksOf(
    scenario.bank_links,
    accounts.map(({ account }) => account),
    onDevice,
  )

const accountBy = (scenario: Scenario, links: Links, { account }: Proposal): Account | null =>
  scenario.accounts.find((own) => own.id === links[account] && paysBills(own)) ?? null

/** Which account of the plan each of the bank is, by the plan and by this device; null as long as it is looked up. */
export function useLinks(scenario: Scenario, accounts: readonly StoredBankAccount[]): Links | null {
  const [links, setLinks] = useState<Links | null>(null)
  const onDevice = useStored(scenario)?.links
  useEffect(() => {
    let isCurrent = true
    if (onDevice) void linksNow(scenario, accounts, onDevice).then((found) => isCurrent && setLinks(found))
    return () => {
      isCurrent = false
    }
  }, [scenario, accounts, onDevice])
  return links
}

/** The account beside the main one that a proposal's account at the bank is linked to, where bills can be paid from it: as it is shown. */
export function usePlanAccounts(scenario: Scenario, accounts: readonly StoredBankAccount[]): (proposal: Proposal) => Account | null {
  const links = useLinks(scenario, accounts) ?? {}
  return (proposal) => accountBy(scenario, links, proposal)
}

/**
 * The same looked up anew, for who takes something into the plan: null for the main account, and 'unsaid' where a person has to say first
 * which it is.
 */
export async function planAccountsOf(
  scenario: Scenario,
  accounts: readonly StoredBankAccount[],
): Promise<(proposal: Proposal) => Account | null | 'unsaid'> {
  const { links: onDevice } = await (await ofPlans()).ofPlan(scenario)
  const links = await linksNow(scenario, accounts, onDevice)
  const inCurrency = accounts.filter(({ currency }) => currency === scenario.currency_code)
  const open = new Set(unlinked(scenario, heldOnce(inCurrency, links), links).map(({ account }) => account))
  return (proposal) => (open.has(proposal.account) ? 'unsaid' : accountBy(scenario, links, proposal))
}
