/** On which account of the plan something is that repeats at the bank. */
import { useEffect, useState } from 'react'
import { paysBills } from '../../../core/accounts/account.ts'
import type { Links } from '../../../core/actuals/linked.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Account, Scenario } from '../../../core/scenario.ts'
import { linksOf } from '../../services/bank/accountLinks.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { ofPlans } from '../bank/planDevice.ts'

/** The account beside the main one that a proposal's account at the bank is linked to, where bills can be paid from it. */
export function usePlanAccounts(scenario: Scenario, accounts: readonly StoredBankAccount[]): (proposal: Proposal) => Account | null {
  const [links, setLinks] = useState<Links>({})
  useEffect(() => {
    let isCurrent = true
    const look = async (): Promise<void> => {
      const kept = await (await ofPlans()).ofPlan(scenario)
      const names = accounts.map(({ account }) => account)
      const found = await linksOf(scenario.bank_links, names, kept.links)
      if (isCurrent) setLinks(found)
    }
    void look()
    return () => {
      isCurrent = false
    }
  }, [scenario, accounts])
  return ({ account }) => scenario.accounts.find((own) => own.id === links[account] && paysBills(own)) ?? null
}
