/** Bills that stand for what an account of the plan is paid anyhow: a card by its own statements, a loan or savings by a transfer. Both leave. */
import { eventsBetween } from '../projection/events.ts'
import type { Projection } from '../projection/projection.ts'
import type { Account, Bill, Scenario } from '../scenario.ts'
import { ownPayments } from './own-accounts.ts'

export interface PaidTwice {
  bill: Bill
  account: Account
}

/** Told of bills that are still due, by their name or the payee they were found under, the account that they leave and their day. */
export function paidTwice(projection: Projection): PaidTwice[] {
  const { scenario, today, until } = projection
  if (scenario.accounts.length === 0) return []
  const tell = ownPayments(scenario)
  const found = scenario.bills.flatMap((bill): PaidTwice[] => {
    const { id, name, amount_cents, due_date: date, account_id, evidence } = bill
    if (date === null) return []
    const own = tell({ id, date, amount_cents: 0 - amount_cents, payee: evidence?.payee ?? name, memo: '' }, account_id)
    return own?.account && isPaidAnyhow(scenario, own.account, account_id) ? [{ bill, account: own.account }] : []
  })
  // Few plans have any: the days ahead are gone through for these alone.
  if (found.length === 0) return []
  const due = new Set(eventsBetween(projection, today, until).flatMap(({ kind, id }) => (kind === 'bill' ? [id] : [])))
  return found.filter(({ bill }) => due.has(bill.id))
}

const isPaidAnyhow = ({ transfers }: Scenario, { id, card }: Account, from_account_id: string | null): boolean =>
  card !== null || transfers.some((row) => row.to_account_id === id && row.from_account_id === from_account_id && row.due_date !== null)
