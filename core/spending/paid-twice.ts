/** Bills that stand for what an account of the plan is paid anyhow: a card by its own statements, a loan or savings by a transfer. Both leave. */
import { dayOf } from '../calendar.ts'
import { eventsBetween } from '../projection/events.ts'
import type { Projection, ProjectionEvent } from '../projection/projection.ts'
import type { Account, Bill } from '../scenario.ts'
import { ownPayments, saysOnly } from './own-accounts.ts'

export interface PaidTwice {
  bill: Bill
  account: Account
}

/** Told of bills that are still due, by their name or the payee they were found under, the account that they leave and their day. */
export function paidTwice(projection: Projection): PaidTwice[] {
  const { scenario, today, until } = projection
  if (scenario.accounts.length === 0) return []
  const tell = ownPayments(scenario)
  const named = scenario.bills.flatMap((bill): PaidTwice[] => {
    const { id, name, amount_cents, due_date: date, account_id, evidence } = bill
    if (date === null) return []
    const payee = evidence?.payee ?? name
    const account = tell({ id, date, amount_cents: 0 - amount_cents, payee, memo: '' }, account_id)?.account
    return account && saysOnly(account, payee) ? [{ bill, account }] : []
  })
  // Few plans have any: the days ahead are gone through for these alone.
  if (named.length === 0) return []
  const ahead = eventsBetween(projection, today, until).filter(({ amount_cents }) => amount_cents > 0)
  return named.filter(({ bill, account }) => {
    const due = ahead.filter(({ kind, id }) => kind === 'bill' && id === bill.id).length
    if (due === 0 || account.card !== null) return due > 0 && paysSomething(projection, account)
    // Of two that are paid alike often, one may have a date more among the days ahead.
    const paid = transfersTo(projection, account, bill, ahead)
    return paid > 0 && paid >= due - 1
  })
}

/** How often the account that the bill leaves pays it by itself; a single transfer pays nothing again and again. */
function transfersTo({ scenario }: Projection, { id }: Account, bill: Bill, ahead: readonly ProjectionEvent[]): number {
  const alike = scenario.transfers.filter(
    (row) => row.to_account_id === id && row.from_account_id === bill.account_id && (row.schedule !== null || bill.schedule === null),
  )
  return ahead.filter((event) => event.kind === 'transfer' && alike.some((row) => row.id === event.id)).length
}

/** Whether a card's own payments come to something; how many do is for what is charged to it to say. */
function paysSomething({ simulation, scenario, start_day, today, until }: Projection, { id }: Account): boolean {
  const [from, end] = [dayOf(today)! - start_day, dayOf(until)! - start_day]
  const payments = simulation.accounts?.payments[scenario.accounts.findIndex((account) => account.id === id)] ?? []
  return payments.some(({ day, cents }) => day >= from && day < end && cents > 0)
}
