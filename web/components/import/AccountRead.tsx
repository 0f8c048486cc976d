import { useMemo } from 'react'
import type { BankAccount } from '../../../core/bank-files/bank-file.ts'
import { moneyMoved } from '../../../core/bank-files/sums.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { planCurrency } from './importing.ts'

/** What was read of an account, in sums: a wrong sign or a lost row is seen here before anything is kept. */
export function AccountRead({ account, today }: { account: BankAccount; today: string }) {
  const { in_cents, out_cents } = useMemo(() => moneyMoved(account.transactions), [account])
  const money = (cents: number): string => formatMoney(cents, account.currency ?? planCurrency())
  return (
    <li className="mt-1">
      {headWords(account, today)}
      {account.transactions.length > 0 && (
        <>
          <br />
          <span className="text-quiet">Money in</span> <span className="tabular-nums">{money(in_cents)}</span> <span className="text-quiet">· money out</span> <span className="tabular-nums">{money(out_cents)}</span>
          {account.balance_cents !== undefined && (
            <>
              {' '}
              <span className="text-quiet">· balance</span> <span className="tabular-nums">{money(account.balance_cents)}</span>
            </>
          )}
          {account.balance_agrees === true && <span className="text-quiet">, which agrees with them</span>}
          {account.balance_agrees === false && <span className="problem">, which does not agree with them</span>}
        </>
      )}
    </li>
  )
}

function headWords({ account, transactions, first_date, last_date, currency }: BankAccount, today: string): string {
  const count = `${transactions.length} ${transactions.length === 1 ? 'transaction' : 'transactions'}`
  const period = first_date && last_date ? (first_date === last_date ? ` on ${formatDate(first_date, today)}` : ` from ${formatDate(first_date, today)} to ${formatDate(last_date, today)}`) : ''
  return `${account === '' ? 'An account without a number' : `Account ${ending(account)}`}${currency ? ` in ${currency}` : ''}: ${count}${period}`
}

/** The last digits tell accounts apart; the whole number is nobody's business who looks over a shoulder. */
export const ending = (account: string): string => (account.length > 6 ? `…${account.slice(-4)}` : account)
