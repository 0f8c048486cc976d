/** Money that moved between accounts, by both of its legs: of what no date stands for, and beside what pays a date. */
import { dateOf } from '../calendar.ts'
import type { Scenario } from '../scenario.ts'
import type { BankPayment } from './bank-side.ts'
import type { Doubt, Made, PaidBefore, PaymentMatch, Transfer } from './matched.ts'
import type { RowNames } from './names.ts'
import type { PlanDate } from './plan-dates.ts'
import { pairLegs, type OtherLegs } from './transfers.ts'

/** What was looked at before; of which payments it is known which dates they are of. */
export interface LegsBefore {
  done: readonly BankPayment[]
  before: readonly PaidBefore[]
}

/**
 * Legs of transfers among what has no date; and the other leg of what has one. One leg may have come in an earlier file: what both came in
 * was told then.
 */
export function pairedLegs(
  matches: readonly Made[],
  rest: readonly BankPayment[],
  rows: Scenario['transfers'],
  { done, before }: LegsBefore,
): { matches: Made[]; transfers: Transfer[]; rest: BankPayment[] } {
  const dated = new Set(before.map(({ payment }) => payment))
  const mayBe = done.filter((payment) => payment.may_be_transfer)
  const alone = [...rest.filter((payment) => payment.may_be_transfer), ...mayBe.filter((payment) => !dated.has(payment))]
  const all = [
    ...alone,
    ...matches.flatMap(({ payment }) => (payment.may_be_transfer && payment.transactions.length === 1 ? [payment] : [])),
    ...mayBe.filter((payment) => dated.has(payment)),
  ]
  const order = [...all.keys()].sort(
    (a, b) => all[a]!.day - all[b]!.day || (all[a]!.transactions[0]!.id < all[b]!.transactions[0]!.id ? -1 : 1),
  )
  const legs = order.map((at) => all[at]!)
  const isOfDate = (place: number): boolean => order[place]! >= alone.length
  const known = new Set(mayBe)
  const isKnown = (place: number): boolean => known.has(legs[place]!)
  const paired = new Set<BankPayment>()
  const others = new Map<BankPayment, BankPayment>()
  const transfers: Transfer[] = []
  for (const { out, into } of pairLegs(legs, { isOfDate, isKnown })) {
    const [from, to] = [legs[out]!, legs[into]!]
    if (isKnown(out) && isKnown(into)) continue
    paired.add(from).add(to)
    if (isOfDate(out)) others.set(from, to)
    else if (isOfDate(into)) others.set(to, from)
    else transfers.push(transferOf(from, to))
  }
  for (const { match, payment } of matches) {
    const other = others.get(payment)
    match.other_leg = other?.transactions[0]!.id ?? null
    if (other && isBetween(rows, match, other)) withoutDoubt(match, 'payee')
  }
  return {
    matches: [...matches],
    transfers: transfers.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    rest: rest.filter((payment) => !paired.has(payment)),
  }
}

/** Tells whether a payment is a date's by the other leg of its very sum, on the transfer's other account. */
export type LegTeller = (date: PlanDate, payment: BankPayment) => boolean

/**
 * A leg says so of the payment that has the row's name, else of the nearest, or of all that are as near. `done`: those that were looked at
 * before; what came in together was told then.
 */
export function legTeller(
  rows: Scenario['transfers'],
  others: OtherLegs,
  done: readonly BankPayment[],
  names: ReadonlyMap<string, RowNames>,
): LegTeller {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(done)
  return ({ row, account_id, amount_cents }, payment) => {
    const transfer = byId.get(row.id)
    if (!transfer || payment.amount_cents !== amount_cents || payment.account_id !== account_id) return false
    const other_id = account_id === transfer.from_account_id ? transfer.to_account_id : transfer.from_account_id
    const { fits } = names.get(row.id)!
    const isNamed = ({ payee }: BankPayment): boolean => fits.has(payee) && fits.get(payee) !== 'akin'
    return (others.get(payment) ?? []).some((leg) => {
      if (leg.account_id !== other_id) return false
      const mine = (others.get(leg) ?? []).filter((one) => one.account_id === account_id)
      if (known.has(leg) && mine.some((one) => known.has(one))) return false
      const apart = (one: BankPayment): number => Math.abs(one.day - leg.day)
      return isNamed(payment) || mine.every((one) => !isNamed(one) && apart(payment) <= apart(one))
    })
  }
}

/** Whether both legs of a transfer's very sum stand on its two accounts: that says whose it is, whatever the bank calls it. */
function isBetween(rows: Scenario['transfers'], { row, account_id, reason }: PaymentMatch, { account_id: other }: BankPayment): boolean {
  const found = rows.find(({ id }) => id === row.id)
  if (!found || reason.amount !== 'same' || other === undefined) return false
  const { from_account_id: from, to_account_id: to } = found
  return account_id === from ? other === to : account_id === to && other === from
}

function withoutDoubt(match: PaymentMatch, doubt: Doubt): void {
  const doubts = match.reason.doubts.filter((one) => one !== doubt)
  match.reason = { ...match.reason, doubts }
  match.sure = doubts.length === 0
}

const transferOf = (from: BankPayment, to: BankPayment): Transfer => ({
  from_transaction: from.transactions[0]!.id,
  to_transaction: to.transactions[0]!.id,
  from_account_id: from.account_id,
  to_account_id: to.account_id,
  amount_cents: from.amount_cents,
  date: dateOf(Math.min(from.day, to.day)),
})
