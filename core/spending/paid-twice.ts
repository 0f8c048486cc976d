/** Bills that stand for what an account of the plan is paid anyhow: a card by its own statements, a loan or savings by a transfer. Both leave. */
import { monthlyInterest } from '../accounts/interest.ts'
import { dayOf } from '../calendar.ts'
import { tellingWords } from '../prediction/payees.ts'
import { eventsBetween, type ProjectionEvent } from '../projection/events.ts'
import type { Projection } from '../projection/projection.ts'
import type { Account, Bill, Transfer } from '../scenario.ts'
import { ownPayments, saysOnly } from './own-accounts.ts'

export interface PaidTwice {
  bill: Bill
  account: Account
}

/**
 * Told of bills that are still due, by their name or the payee they were found under, the account that they leave and their day; of a loan
 * as well by what its transfer comes to and when.
 */
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
  const payers = scenario.transfers.flatMap((row): Payer[] => {
    const loan = scenario.accounts.find(({ id, kind }) => id === row.to_account_id && kind === 'loan')
    return loan && row.schedule !== null ? [{ row, loan }] : []
  })
  const others = scenario.bills.filter((bill) => bill.schedule !== null && !bill.spread && !named.some((one) => one.bill === bill))
  const alike = others.flatMap((bill) => payers.filter((payer) => costsAlike(bill, payer)).map((payer) => ({ bill, ...payer })))
  // Few plans have any: the days ahead are gone through for these alone.
  if (named.length + alike.length === 0) return []
  const ahead = eventsBetween(projection, today, until).filter(({ amount_cents }) => amount_cents > 0)
  const byName = named.filter(({ bill, account }) => {
    const due = ahead.filter(({ kind, id }) => kind === 'bill' && id === bill.id).length
    if (due === 0 || account.card !== null) return due > 0 && paysSomething(projection, account)
    // Of two that are paid alike often, one may have a date more among the days ahead.
    const paid = transfersTo(projection, account, bill, ahead)
    return paid > 0 && paid >= due - 1
  })
  const byDates = alike.filter(({ bill, row }) => areOnSameDays(bill, row, ahead)).map(({ bill, loan }) => ({ bill, account: loan }))
  return [...byName, ...byDates.filter(({ bill }, nth) => byDates.findIndex((one) => one.bill === bill) === nth)]
}

interface Payer {
  row: Transfer
  loan: Account
}

/** What a person writes down, or the bank takes, is off by a month's interest, or by so much where the names have a word in common. */
const like_percent = 5
const days_apart = 3

/** A bill that leaves the account which pays a loan, of about as much; found at the bank under another name it is of just as much. */
function costsAlike({ name, evidence, amount_cents, account_id }: Bill, { row, loan }: Payer): boolean {
  if (row.from_account_id !== account_id) return false
  const apart = Math.abs(row.amount_cents - amount_cents)
  if (apart === 0 && evidence !== null) return amount_cents > 0
  const known = new Set(tellingWords(`${row.name} ${row.evidence?.payee ?? ''} ${loan.name}`))
  if (!tellingWords(`${name} ${evidence?.payee ?? ''}`).some((word) => known.has(word))) return false
  const interest = monthlyInterest(Math.max(0, 0 - loan.balance_cents), loan.interest?.rate_basis_points ?? 0, 1)
  return apart <= interest || apart * 100 <= like_percent * Math.max(row.amount_cents, amount_cents)
}

/** Each of the bill's dates lies near one of the transfer's, two at least; one of both may have a date more. */
function areOnSameDays(bill: Bill, row: Transfer, ahead: readonly ProjectionEvent[]): boolean {
  const daysOf = (id: string): number[] => ahead.filter((event) => event.id === id).map(({ date }) => dayOf(date)!)
  const [own, theirs] = [daysOf(bill.id), daysOf(row.id)]
  const near = own.filter((day) => theirs.some((other) => Math.abs(other - day) <= days_apart))
  return near.length > 1 && near.length >= own.length - 1 && near.length >= theirs.length - 1
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
