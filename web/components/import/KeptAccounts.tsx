import { useMemo } from 'react'
import { balanceToBegin } from '../../../core/actuals/begin-with.ts'
import { eachAccountOnce } from '../../../core/bank-files/same-account.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'
import { useMatching } from '../bank/matching.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { clearKept, forgetAccount } from './importing.ts'
import { KeptAccount } from './KeptAccount.tsx'
import { useLinks } from './planAccounts.ts'
import { textOf } from '../../words/problems.ts'

/** What this device keeps of the files, the balance they tell, and the way to be rid of it. */
export default function KeptAccounts({
  accounts,
  scenario,
  today,
}: {
  accounts: readonly StoredBankAccount[]
  scenario: Scenario
  today: string
}) {
  /** The account that another is a second reading of. */
  const sameAs = useMemo(
    () => new Map(eachAccountOnce(accounts).flatMap(({ account, others }) => others.map((other) => [other, account] as const))),
    [accounts],
  )
  const links = useLinks(scenario, accounts)
  const offered = useMemo(() => links && balanceToBegin(scenario, accounts, links), [scenario, accounts, links])
  const forget = async (account: StoredBankAccount, name: string): Promise<void> => {
    const bringBack = await forgetAccount(account)
    const undo = { label: say('common.undo'), isUndo: true, run: () => void bringBack() }
    notify({ id: 'forgotten-account', tone: 'info', text: say('import.forgotten', { account: name }), action: undo })
  }
  const forgetAll = async (): Promise<void> => {
    const bringBack = await clearKept()
    const undo = { label: say('common.undo'), isUndo: true, run: () => void bringBack() }
    notify({ id: 'forgotten-account', tone: 'info', text: say('import.forgotten_all'), action: undo })
  }
  const useBalance = (cents: number, date: string): void => {
    const [found] = planningActions().dispatch({
      type: 'set_fields',
      fields: { planning_balance_cents: cents, start_date: date, opening_pots: [], balance_allocated: false },
    })
    if (found) return notify({ id: 'balance', tone: 'failure', text: textOf(found) })
    const now = { plan: scenario.name, amount: formatMoney(cents, scenario.currency_code), date: formatDate(date, today) }
    notifyDone('balance', say('import.balance_is_now', now))
  }
  return (
    <section aria-labelledby="kept-heading" className="mt-10">
      <h2 id="kept-heading" className="text-xl">
        {say('import.kept')}
      </h2>
      <ul className="mt-1">
        {accounts.map((account) => (
          <KeptAccount
            key={`${account.account} ${account.currency}`}
            account={account}
            sameAs={sameAs.get(account)}
            link={links?.[account.account]}
            scenario={scenario}
            today={today}
            onBegin={account === offered ? () => useBalance(offered.balance_cents!, offered.balance_date!) : null}
            onForget={(name) => void forget(account, name)}
          />
        ))}
      </ul>
      {accounts.some(({ currency }) => currency === scenario.currency_code) && (
        <button type="button" className="button mt-3" onClick={relink}>
          {say('match.relink')}
        </button>
      )}
      <p className="mt-2 max-w-2xl text-sm text-quiet">{say('import.kept.note')}</p>
      <button type="button" className="button button-danger mt-2" onClick={() => void forgetAll()}>
        {say('import.forget_all')}
      </button>
    </section>
  )
}

/** Where the bank is held against the plan, which account is which can be changed. */
function relink(): void {
  useMatching.setState({ isRelinking: true })
  requestAnimationFrame(() => document.getElementById('match-heading')?.scrollIntoView())
}
