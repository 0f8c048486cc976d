/** The dated payments of a window as the days work them out: transfers at what they move, and the payments of cards. */
import { cardDues } from '../accounts/card-dates.ts'
import { dateOf, dayOf } from '../calendar.ts'
import { paymentsBetween, skippedBetween, type DatedPayment, type SkippedPayment } from './payments-between.ts'
import type { RowRef } from '../projection/explanation.ts'
import { movementsBetween, type Movement } from '../projection/movements.ts'
import type { Projection } from '../projection/projection.ts'
import { asTaken, takenIn } from '../projection/taken.ts'
import type { Account, Scenario } from '../scenario.ts'

export const paymentKey = ({ collection, id, nominal_date }: RowRef): string => `${collection} ${id} ${nominal_date}`

/** What moves money between accounts on its dates. */
export const isBetweenAccounts = ({ kind }: Movement): boolean => kind === 'transfer' || kind === 'card_payment'

/**
 * As paymentsBetween, and then the payments of cards. A loan takes no more than is owed: of a transfer the amount is what it moves, and one
 * that moves nothing any more is none. `movements`: those of these days, where they are there already. Of a card's payment that is settled
 * and whose amount is not known it is 0.
 */
export function paymentsAhead(projection: Projection, from: string, until: string, movements?: readonly Movement[]): DatedPayment[] {
  const { scenario } = projection
  const payments = paymentsBetween(scenario, from, until, projection.today)
  if (scenario.accounts.length === 0) return payments
  const between = (movements ?? movementsBetween(projection, from, until)).filter(isBetweenAccounts)
  const moved = new Map(between.map((movement) => [paymentKey(movement.row!), amountOf(movement)]))
  const rows = asTaken(payments, takenIn(projection, from, until))
  const cards = scenario.accounts.flatMap((account) =>
    duesOf(account, scenario, from, until).flatMap(({ state, said_cents, ...payment }): DatedPayment[] => {
      const amount_cents = moved.get(paymentKey(payment)) ?? (state === 'settled' ? said_cents : 0)
      return state === 'settled' || (state === 'due' && amount_cents > 0)
        ? [{ ...payment, amount_cents, state: state === 'due' ? 'planned' : 'settled' }]
        : []
    }),
  )
  return inOrder([...rows, ...cards])
}

/** As skippedBetween, and the payments of cards that are left out. */
export function skippedAhead(scenario: Scenario, from: string, until: string, today?: string): SkippedPayment[] {
  const cards = scenario.accounts.flatMap((account) =>
    duesOf(account, scenario, from, until).flatMap(({ state, said_cents: _said, ...payment }) =>
      state === 'skipped' ? [{ ...payment, amount_cents: 0 }] : [],
    ),
  )
  return inOrder([...skippedBetween(scenario, from, until, today), ...cards])
}

type CardPayment = Omit<DatedPayment, 'amount_cents' | 'state'> & { state: 'due' | 'skipped' | 'settled'; said_cents: number }

function duesOf({ id, name, card, exceptions }: Account, { start_date }: Scenario, from: string, until: string): CardPayment[] {
  const first = from < start_date ? start_date : from
  if (!card || first >= until) return []
  return cardDues(card, exceptions, dayOf(first)!, dayOf(until)!).map(({ day, scheduled_day, state, amount_cents }) => ({
    collection: 'accounts' as const,
    id,
    name,
    predicted: false,
    date: dateOf(day),
    nominal_date: dateOf(scheduled_day),
    account_id: card.paid_from_account_id,
    to_account_id: id,
    state,
    said_cents: amount_cents ?? 0,
  }))
}

/** Between two accounts what the one gives is what the other gets; where one of them is the main account, the other alone says it. */
const amountOf = ({ accounts }: Movement): number => Math.max(...accounts.map(({ cents }) => Math.abs(cents)))

const inOrder = <P extends { date: string }>(payments: P[]): P[] =>
  payments.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
