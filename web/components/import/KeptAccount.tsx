import { dayOf } from '../../../core/calendar.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say, sayWith } from '../../words/say.ts'
import { accountName } from './accountName.ts'
import { KeptFiles } from './KeptFiles.tsx'

interface Props {
  account: StoredBankAccount
  /** The account that it is a second reading of. */
  sameAs: StoredBankAccount | undefined
  /** Which account of the plan it is; left out: that is not said. */
  link: string | null | undefined
  scenario: Scenario
  today: string
  /** Begins the plan with its balance; null: that is not offered. */
  onBegin: (() => void) | null
  /** With what it is called here. */
  onForget: (name: string) => void
}

/** One account of the bank, as it is kept on this device. */
export function KeptAccount({ account, sameAs, link, scenario, today, onBegin, onForget }: Props) {
  const name = accountName(account, scenario.accounts.find(({ id }) => id === link)?.kind)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline py-2">
      <span className="min-w-48 flex-1">
        {say('import.kept.in_currency', { account: name, currency: account.currency })}
        {link !== undefined && <span className="block text-sm text-quiet">{linkWords(link, scenario)}</span>}
        <span className="block text-sm text-quiet">{countWords(account, today)}</span>
        {sameAs && <span className="block text-sm text-quiet">{say('import.kept.same', { account: accountName(sameAs) })}</span>}
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
      {onBegin && (
        <button type="button" className="button" onClick={onBegin}>
          {say('import.kept.begin_there')}
        </button>
      )}
      <button
        type="button"
        className="button button-quiet"
        aria-label={say('import.forget_account', { account: name })}
        onClick={() => onForget(name)}
      >
        {say('import.forget')}
      </button>
      <KeptFiles account={account} today={today} />
    </li>
  )
}

/** Which account of the plan it is linked to. */
function linkWords(link: string | null, { accounts }: Scenario): string {
  if (link === null) return say('import.kept.linked', { account: say('match.link.main') })
  const own = accounts.find(({ id }) => id === link)
  return own ? say('import.kept.linked', { account: own.name }) : say('match.link.none')
}

function countWords({ transactions }: StoredBankAccount, today: string): string {
  const [first, last] = [transactions[0], transactions.at(-1)]
  const count = transactions.length
  if (!first || !last) return say('import.kept.transactions', { count })
  return say('import.kept.transactions_between', { count, first: formatDate(first.date, today), last: formatDate(last.date, today) })
}
