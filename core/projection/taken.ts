/** What loans take of the transfers that pay them: no more than is owed when they come, and nothing once they are paid off. */
import type { Scenario, Transfer } from '../scenario.ts'
import { eventsBetween } from './events.ts'
import type { Projection } from './projection.ts'

/** What a loan takes of a date of a transfer, by the date on which its rule has it; minor units. undefined: it is taken whole. */
export type TakenOf = (id: string, nominal_date: string) => number | undefined

export const takenWhole: TakenOf = () => undefined

/** As the days of a projection have it, from `from` to before `until`. */
export function takenIn(projection: Projection, from: string, until: string): TakenOf {
  const ids = new Set(loanPayers(projection.scenario).map(({ id }) => id))
  if (ids.size === 0) return takenWhole
  const events = eventsBetween(projection, from, until).filter(({ kind, id }) => kind === 'transfer' && ids.has(id))
  const taken = new Map(events.map(({ id, nominal_date, amount_cents }) => [`${id} ${nominal_date}`, amount_cents]))
  return (id, nominal_date) => taken.get(`${id} ${nominal_date}`)
}

/** Dated payments at what is taken of them; those of which nothing is are none. */
export const asTaken = <P extends { id: string; nominal_date: string; amount_cents: number }>(
  payments: readonly P[],
  takenOf: TakenOf,
): P[] =>
  payments.flatMap((payment) => {
    const amount_cents = takenOf(payment.id, payment.nominal_date) ?? payment.amount_cents
    return amount_cents === 0 && payment.amount_cents > 0 ? [] : [{ ...payment, amount_cents }]
  })

/** The transfers that pay loans. */
export function loanPayers({ transfers, accounts }: Pick<Scenario, 'transfers' | 'accounts'>): Transfer[] {
  const loans = new Set(accounts.flatMap(({ id, kind }) => (kind === 'loan' ? [id] : [])))
  return loans.size === 0 ? [] : transfers.filter(({ to_account_id, due_date }) => due_date !== null && loans.has(to_account_id!))
}
