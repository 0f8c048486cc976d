import { useMemo } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Transfer } from '../../../core/scenario.ts'
import { projected } from '../../context/projections.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { accountName } from './AccountSelect.tsx'

/** What a transfer that is only tried does to the lowest point of the account that it leaves. */
export function LowestThen({ projection, transfer }: { projection: Projection; transfer: Transfer }) {
  const { scenario, today, until } = projection
  const { from_account_id } = transfer
  const tried = useMemo(
    () => ({ ...scenario, transfers: [...scenario.transfers.filter(({ id }) => id !== transfer.id), transfer] }),
    [scenario, transfer],
  )
  const result = projected(tried, today, until)
  if (!result.ok) return null
  const { lowest_point, first_below_floor, accounts } = result.projection
  const account = accounts.find(({ id }) => id === from_account_id)
  const lowest = account?.lowest ?? { cents: lowest_point.available_cents, date: lowest_point.date }
  const isFree = account === undefined && lowest_point.total_cents > lowest_point.available_cents
  const below = account ? account.first_below_floor : first_below_floor
  return (
    <p className={below ? 'account-wrong' : 'text-quiet'} aria-live="polite">
      {say('accounts.loan.lowest_then', {
        name: accountName(scenario.accounts, from_account_id),
        free: isFree ? 'yes' : 'no',
        amount: formatMoney(lowest.cents, scenario.currency_code),
        day: formatDate(lowest.date, today),
        below: below ? formatDate(below.date, today) : 'no',
      })}
    </p>
  )
}
