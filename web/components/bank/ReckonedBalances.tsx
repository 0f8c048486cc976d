import { asSaid } from '../../../core/accounts/as-said.ts'
import type { ReckonedBalance } from '../../../core/actuals/reckoned.ts'
import { isDebt } from '../../../core/projection/account-places.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { askBalance } from './matching.ts'
import type { BankRun } from './bankRun.ts'

/** Which balances no file tells, with what they are reckoned from, and which a file told otherwise. */
export function ReckonedBalances({ run, scenario, today }: { run: BankRun; scenario: Scenario; today: string }) {
  return (
    <ul>
      {run.reckoned.map((one) => (
        <li key={one.account_id} className="mt-2 max-w-2xl">
          <p>{reckonedWords(one, scenario, today)}</p>
          {one.file_cents === null && (
            <button type="button" className="button mt-1" onClick={() => askBalance(one)}>
              {say('match.reckoned.other')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function reckonedWords(
  { account_id, date, amount_cents, base, count, file_cents }: ReckonedBalance,
  scenario: Scenario,
  today: string,
): string {
  const account = scenario.accounts.find(({ id }) => id === account_id)
  const money = (cents: number): string => formatMoney(account ? asSaid(account.kind, cents) : cents, scenario.currency_code)
  const told = {
    account: account?.name ?? say('match.link.main'),
    owed: account && isDebt(account) ? 'yes' : 'no',
    day: formatDate(date, today),
    amount: money(amount_cents),
  } as const
  if (file_cents !== null) return say('match.reckoned.file', { ...told, file: money(file_cents) })
  return say('match.reckoned', { ...told, count, base: money(base.amount_cents), since: formatDate(base.date, today) })
}
