import { useMemo } from 'react'
import { balanceToBegin } from '../../../core/actuals/begin-with.ts'
import { eachAccountOnce, isUnnumbered } from '../../../core/bank-files/same-account.ts'
import { dayOf } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say, sayWith } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { accountName } from './accountName.ts'
import { ending } from './AccountRead.tsx'
import { clearKept, forgetAccount } from './importing.ts'
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
  const forget = async (account: StoredBankAccount): Promise<void> => {
    const bringBack = await forgetAccount(account)
    const undo = { label: say('common.undo'), isUndo: true, run: () => void bringBack() }
    notify({ id: 'forgotten-account', tone: 'info', text: say('import.forgotten', { account: accountName(account) }), action: undo })
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
          <li
            key={`${account.account} ${account.currency}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline py-2"
          >
            <span className="min-w-48 flex-1">
              {say('import.kept.in_currency', { account: accountName(account), currency: account.currency })}
              {links && account.account in links && (
                <span className="block text-sm text-quiet">{linkWords(links[account.account]!, scenario)}</span>
              )}
              <span className="block text-sm text-quiet">{countWords(account, today)}</span>
              {sameAs.has(account) && (
                <span className="block text-sm text-quiet">{say('import.kept.same', { account: accountName(sameAs.get(account)!) })}</span>
              )}
              {account.currency !== scenario.currency_code && (
                <span className="block text-sm text-quiet">{say('import.kept.other_currency', { currency: scenario.currency_code })}</span>
              )}
            </span>
            {account.balance_cents !== null && account.balance_date !== null && (
              <span>
                {sayWith('import.kept.balance', {
                  amount: <span className="money font-semibold">{formatMoney(account.balance_cents, account.currency)}</span>,
                  date: formatDate(account.balance_date, today),
                  days: Math.max(0, dayOf(today)! - dayOf(account.balance_date)!),
                })}
                {account.balance_agrees === false && <span className="problem block">{say('import.kept.balance_disagrees')}</span>}
              </span>
            )}
            {account === offered && (
              <button type="button" className="button" onClick={() => useBalance(offered.balance_cents!, offered.balance_date!)}>
                {say('import.kept.begin_there')}
              </button>
            )}
            <button type="button" className="button button-quiet" aria-label={forgetWords(account)} onClick={() => void forget(account)}>
              {say('import.forget')}
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-2xl text-sm text-quiet">{say('import.kept.note')}</p>
      <button type="button" className="button button-danger mt-2" onClick={() => void forgetAll()}>
        {say('import.forget_all')}
      </button>
    </section>
  )
}

/** Which account of the plan it is linked to. */
function linkWords(link: string | null, { accounts }: Scenario): string {
  if (link === null) return say('import.kept.linked', { account: say('match.link.main') })
  const own = accounts.find(({ id }) => id === link)
  return own ? say('import.kept.linked', { account: own.name }) : say('match.link.none')
}

function forgetWords({ account, file_name = '' }: StoredBankAccount): string {
  const kind = !isUnnumbered(account) ? 'numbered' : file_name !== '' ? 'from_file' : 'unnumbered'
  return say('import.forget_account', { kind, number: ending(account), file: file_name })
}

function countWords({ transactions }: StoredBankAccount, today: string): string {
  const [first, last] = [transactions[0], transactions.at(-1)]
  const count = transactions.length
  if (!first || !last) return say('import.kept.transactions', { count })
  return say('import.kept.transactions_between', { count, first: formatDate(first.date, today), last: formatDate(last.date, today) })
}
