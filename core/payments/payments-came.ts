/** Days as they were: what was paid stands on the day on which it was paid, at what was paid, with the plan beside it. */
import { addDays, dayOf } from '../calendar.ts'
import type { Account, Scenario } from '../scenario.ts'
import { paymentKey } from './payments-ahead.ts'
import type { DatedPayment } from './payments-between.ts'

/** What was paid of a date, and what the plan had of it, where that is known; minor units. */
export interface Came {
  paid_on: string
  paid_cents: number
  planned: { date: string; amount_cents: number } | null
}

export interface CamePayment extends DatedPayment {
  /** Of what was paid on another day or at another sum; minor units. null: as it was planned. Left out: nothing is known to have paid it. */
  planned?: { date: string; amount_cents: number } | null
}

/** What was paid so many days from its own at most stands on the day of payment; else on its own. */
const days_apart = 92

/**
 * The payments of a window, `between` telling those whose dates lie in one; payments of cards from before the plan's start date too. What
 * is still due, and what nothing is known to have paid, stays on its own day.
 */
export function paymentsCame(
  scenario: Pick<Scenario, 'start_date' | 'accounts'>,
  [from, until]: readonly [string, string],
  came: ReadonlyMap<string, Came>,
  between: (from: string, until: string) => DatedPayment[],
): CamePayment[] {
  const dated = came.size === 0 ? between(from, until) : between(addDays(from, -days_apart), addDays(until, days_apart))
  const listed = new Set(dated.map(paymentKey))
  return [...dated, ...cardsBefore(scenario, came).filter((payment) => !listed.has(paymentKey(payment)))]
    .map((payment) => asCame(payment, came.get(paymentKey(payment))))
    .filter(({ date }) => date >= from && date < until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function asCame(payment: DatedPayment, paid: Came | undefined): CamePayment {
  if (payment.state === 'planned' || !paid) return payment
  const { paid_on, paid_cents, planned } = paid
  const date = Math.abs(dayOf(paid_on)! - dayOf(payment.date)!) <= days_apart ? paid_on : payment.date
  const isAsPlanned = planned?.date === paid_on && planned.amount_cents === paid_cents
  return { ...payment, date, amount_cents: paid_cents, state: 'settled', planned: isAsPlanned ? null : planned }
}

/** Payments of cards whose day is before the plan's start date, of which the plan notes what was paid. */
function cardsBefore(
  { accounts, start_date }: { accounts: readonly Account[]; start_date: string },
  came: ReadonlyMap<string, Came>,
): DatedPayment[] {
  return accounts.flatMap(({ id, name, card, exceptions }) =>
    Object.keys(exceptions).flatMap((nominal_date): DatedPayment[] => {
      const paid = came.get(paymentKey({ collection: 'accounts', id, nominal_date }))
      if (!card || !paid || nominal_date >= start_date) return []
      const accounts_of = { account_id: card.paid_from_account_id, to_account_id: id }
      const row = { collection: 'accounts' as const, id, name, predicted: false, ...accounts_of }
      return [{ ...row, date: paid.paid_on, nominal_date, amount_cents: paid.paid_cents, state: 'settled' }]
    }),
  )
}
