import { useMemo, type ReactNode } from 'react'
import type { AccountKind } from '../../../core/accounts/account.ts'
import type { BankAccount } from '../../../core/bank-files/bank-file.ts'
import { isUnnumbered } from '../../../core/bank-files/same-account.ts'
import { moneyMoved, type MoneyMoved } from '../../../core/bank-files/sums.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say, sayWith } from '../../words/say.ts'
import { planCurrency } from './importing.ts'

/** What was read of an account, in sums: a wrong sign or a lost row is seen here before anything is kept. */
export function AccountRead({ account, today }: { account: BankAccount; today: string }) {
  const sums = useMemo(() => moneyMoved(account.transactions), [account])
  return (
    <li className="mt-1">
      {headWords(account, today)}
      {account.transactions.length > 0 && (
        <>
          <br />
          <span className="text-quiet">{sumsOf(account, sums)}</span>
        </>
      )}
    </li>
  )
}

/** Money in and out, and the balance that the file tells, with whether it agrees with them. */
function sumsOf({ balance_cents, balance_agrees, currency }: BankAccount, { in_cents, out_cents }: MoneyMoved): ReactNode {
  const amount = (cents: number): ReactNode => (
    <span className="text-ink tabular-nums">{formatMoney(cents, currency ?? planCurrency())}</span>
  )
  const moved = { in: amount(in_cents), out: amount(out_cents) }
  if (balance_cents === undefined) return sayWith('import.read.sums', moved)
  const balance = amount(balance_cents)
  if (balance_agrees === undefined) return sayWith('import.read.sums_balance', { ...moved, balance })
  if (balance_agrees) return sayWith('import.read.sums_agree', { ...moved, balance })
  const disagrees = <span className="problem">{say('import.read.disagrees')}</span>
  return sayWith('import.read.sums_disagree', { ...moved, balance, disagrees })
}

function headWords(read: BankAccount, today: string): string {
  const { transactions, first_date, last_date, currency } = read
  const told = {
    account: numberedName(read) ?? say('import.account.no_number'),
    hasCurrency: currency ? 'yes' : 'no',
    currency: currency ?? '',
    count: transactions.length,
  }
  if (first_date === null || last_date === null) return say('import.read.account', told)
  if (first_date === last_date) return say('import.read.account_on', { ...told, date: formatDate(first_date, today) })
  return say('import.read.account_between', { ...told, first: formatDate(first_date, today), last: formatDate(last_date, today) })
}

/**
 * By the end of its number, or by the digits that its file names alone; null: it has neither. It is called a card only where its file, or
 * the account of the plan it stands for, says that it is one.
 */
export function numberedName(
  { account, ends_in, kind }: { account: string; ends_in?: string | undefined; kind?: AccountKind | undefined },
  linked?: AccountKind,
): string | null {
  if (isUnnumbered(account) && ends_in === undefined) return null
  const number = isUnnumbered(account) ? `…${ends_in}` : ending(account)
  return say((kind ?? linked) === 'card' ? 'import.card' : 'import.account', { number })
}

/** The last digits tell accounts apart; the whole number is nobody's business who looks over a shoulder. */
const ending = (account: string): string => (account.length > 6 ? `…${account.slice(-4)}` : account)
