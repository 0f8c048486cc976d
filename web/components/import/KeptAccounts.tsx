import { useMemo } from 'react'
import { eachAccountOnce, isUnnumbered } from '../../../core/bank-files/same-account.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { tell, tellDone } from '../frame/screen.ts'
import { ending } from './AccountRead.tsx'
import { clearKept, forgetAccount } from './importing.ts'

/** What this device keeps of the files, the balance they tell, and the way to be rid of it. */
export function KeptAccounts({ accounts, scenario, today }: { accounts: readonly StoredBankAccount[]; scenario: Scenario; today: string }) {
  /** The account that another is a second reading of. */
  const sameAs = useMemo(() => new Map(eachAccountOnce(accounts).flatMap(({ account, others }) => others.map((other) => [other, account] as const))), [accounts])
  const forget = async (account: StoredBankAccount): Promise<void> => {
    const bringBack = await forgetAccount(account)
    tell({ id: 'forgotten-account', tone: 'info', text: `${nameOf(account)} is forgotten here.`, action: { label: 'Undo', run: () => void bringBack() } })
  }
  const useBalance = (cents: number, date: string): void => {
    const problems = planningActions().dispatch({ type: 'set_fields', fields: { planning_balance_cents: cents, start_date: date, opening_pots: [], balance_allocated: false } })
    if (problems[0]) tell({ id: 'balance', tone: 'failure', text: problems[0].message })
    else tellDone('balance', `“${scenario.name}” begins with ${formatMoney(cents, scenario.currency_code)} on ${formatDate(date, today)} now.`)
  }
  return (
    <section aria-labelledby="kept-heading" className="mt-10">
      <h2 id="kept-heading" className="text-xl">
        Kept on this device
      </h2>
      <ul className="mt-1">
        {accounts.map((account) => (
          <li key={`${account.account} ${account.currency}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline py-2">
            <span className="min-w-48 flex-1">
              {nameOf(account)} in {account.currency}
              <span className="block text-sm text-quiet">{countWords(account, today)}</span>
              {sameAs.has(account) && <span className="block text-sm text-quiet">The same account as “{nameOf(sameAs.get(account)!)}” by its days and amounts: what both hold counts once.</span>}
              {account.currency !== scenario.currency_code && <span className="block text-sm text-quiet">Your plan is in {scenario.currency_code}, so nothing is proposed from this one.</span>}
            </span>
            {account.balance_cents !== null && account.balance_date !== null && (
              <span>
                Balance <span className="money font-semibold">{formatMoney(account.balance_cents, account.currency)}</span> on {formatDate(account.balance_date, today)}
                {account.balance_agrees === false && <span className="problem block">It does not agree with the amounts of its file. Type your balance on the plan’s page.</span>}
              </span>
            )}
            {account.balance_cents !== null && account.balance_date !== null && account.balance_agrees !== false && account.currency === scenario.currency_code && (
              <button type="button" className="button" onClick={() => useBalance(account.balance_cents!, account.balance_date!)}>
                Begin the plan there
              </button>
            )}
            <button type="button" className="button button-quiet" aria-label={`Forget ${nameOf(account).toLowerCase()}`} onClick={() => void forget(account)}>
              Forget
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-2xl text-sm text-quiet">Transactions stay in this browser, so that a newer file can be held against them. They are sent nowhere, also when your plans are on the server.</p>
      <button type="button" className="button button-danger mt-2" onClick={() => void clearKept()}>
        Forget all transactions
      </button>
    </section>
  )
}

const nameOf = ({ account, file_name }: StoredBankAccount): string => (isUnnumbered(account) ? `An account without a number${file_name === undefined ? '' : `, from ${file_name}`}` : `Account ${ending(account)}`)

function countWords({ transactions }: StoredBankAccount, today: string): string {
  const [first, last] = [transactions[0], transactions.at(-1)]
  const count = `${transactions.length} ${transactions.length === 1 ? 'transaction' : 'transactions'}`
  return first && last ? `${count}, ${formatDate(first.date, today)} to ${formatDate(last.date, today)}` : count
}
