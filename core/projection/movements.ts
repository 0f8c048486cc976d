/** Every movement of a projection as a line: what comes in and goes out, and what goes into pots and comes out of them. */
import { dateOf, dayOf } from '../calendar.ts'
import { listened } from './listened.ts'
import { layOutAll, nominalDateOf } from './layout.ts'
import type { Projection } from './projection.ts'
import type { Move } from './run.ts'

export type MovementKind =
  /** The balance on start_date. */
  | 'balance'
  /** Set aside already on start_date. */
  | 'opening_pot'
  /** Set aside by a rule on the balance, or on an income. */
  | 'set_aside'
  | 'income'
  /** A bill, its whole amount. */
  | 'bill'
  /** What the bill's pot pays of it. */
  | 'from_pot'
  /** What a pot gives back that it can't keep. */
  | 'released'
export const movementKinds = ['balance', 'opening_pot', 'set_aside', 'income', 'bill', 'from_pot', 'released'] as const satisfies readonly MovementKind[]

export interface Movement {
  date: string
  kind: MovementKind
  /** Of the bill or income; of the pot where money moves into or out of one. */
  name: string
  /** The payment that it comes from; null: the balance on start_date. */
  row: { collection: 'bills' | 'incomes'; id: string; nominal_date: string } | null
  /** The pot that it moves into or out of; null: none. */
  target: string | null
  /** What it adds to available, and to what is in the pots; minor units, signed. */
  available_cents: number
  pot_cents: number
}

/**
 * The movements on the days from `from` to before `until`, in the order in which they happen. What was available as `from` began and
 * all of these is what is available as the last day ends; the same holds for the pots. Before start_date there was nothing.
 */
export const movementsBetween = (projection: Projection, from: string, until: string): Movement[] => [...eachMovement(projection, from, until)]

/** The same, one after the other. */
export function* eachMovement(projection: Projection, from: string, until: string): Generator<Movement> {
  const { start_day, day_count } = projection
  const from_day = (dayOf(from) ?? start_day) - start_day
  const end_day = Math.min((dayOf(until) ?? start_day) - start_day, day_count)
  if (end_day <= Math.max(0, from_day)) return
  for (const move of listened(projection, ({ day, available_cents, pot_cents }) => day >= from_day && (available_cents !== 0 || pot_cents !== 0), end_day)) yield* movementsOf(projection, move)
}

const kinds = { balance: 'balance', opening_pot: 'opening_pot', allocated_from_balance: 'set_aside', allocated_from_income: 'set_aside', income: 'income', bill: 'bill', released: 'released' } as const

function movementsOf({ rows, income_count, pots, setup, start_day }: Projection, { rule, day, event, pot, available_cents, pot_cents }: Move): Movement[] {
  const which = event < 0 ? -1 : layOutAll(setup.calendar).row[event]!
  const payment = which < 0 ? null : rows[which]!
  const row = payment && { collection: which < income_count ? ('incomes' as const) : ('bills' as const), id: payment.id, nominal_date: nominalDateOf(setup.calendar, day, event) }
  const date = dateOf(start_day + day)
  const kind = kinds[rule as keyof typeof kinds]
  if (rule === 'bill') {
    const bill: Movement = { date, kind, name: payment!.name, row, target: null, available_cents: available_cents + pot_cents, pot_cents: 0 }
    return pot_cents === 0 ? [bill] : [bill, { date, kind: 'from_pot', name: pots[pot]!.name, row, target: pots[pot]!.target, available_cents: -pot_cents, pot_cents }]
  }
  return [{ date, kind, name: pot < 0 ? (payment?.name ?? 'Balance') : pots[pot]!.name, row, target: pot < 0 ? null : pots[pot]!.target, available_cents, pot_cents }]
}
