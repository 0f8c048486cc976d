/** Every movement of a projection as a line: what comes in and goes out, and what goes into pots and comes out of them. */
import { dateOf, dayOf } from '../calendar.ts'
import { layOutAll, nominalDateOf } from './layout.ts'
import { changeOf, entriesOf, isAvailable, isPot, type Posting, type PostingRule } from './posting.ts'
import { postingsOf } from './postings.ts'
import type { Projection } from './projection.ts'

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
  /** Of the bill or income; of the pot where money moves into or out of one; of the balance none, "". */
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
  const postings = postingsOf(projection, ({ day, cents }) => day >= from_day && cents !== 0, end_day)
  for (const entry of entriesOf(postings)) yield* movementsOf(projection, entry)
}

const kinds: Record<PostingRule, MovementKind> = {
  balance: 'balance',
  opening_pot: 'opening_pot',
  allocated_from_balance: 'set_aside',
  allocated_from_income: 'set_aside',
  income: 'income',
  bill: 'bill',
  released: 'released',
}

function movementsOf({ rows, income_count, setup, start_day }: Projection, entry: readonly Posting[]): Movement[] {
  const { pots, first_pot, calendar } = setup
  const { rule, day, event } = entry[0]!
  const which = event < 0 ? -1 : layOutAll(calendar).row[event]!
  const payment = which < 0 ? null : rows[which]!
  const collection = which < income_count ? ('incomes' as const) : ('bills' as const)
  const row = payment && { collection, id: payment.id, nominal_date: nominalDateOf(calendar, day, event) }
  const date = dateOf(start_day + day)
  const kind = kinds[rule]
  const sum = (isThere: (place: number) => boolean): number => entry.reduce((cents, posting) => cents + changeOf(posting, isThere), 0)
  const [available_cents, pot_cents] = [sum(isAvailable), sum(isPot(first_pot))]
  const pot = Math.max(...entry.flatMap(({ from, to }) => [from, to])) - first_pot
  const line = (named: MovementKind, pot: number, available_cents: number, pot_cents: number): Movement => {
    const name = pot < 0 ? (payment?.name ?? '') : pots.names[pot]!
    return { date, kind: named, name, row, target: pots.targets[pot] ?? null, available_cents, pot_cents }
  }
  if (rule !== 'bill') return [line(kind, pot, available_cents, pot_cents)]
  const bill = line(kind, -1, available_cents + pot_cents, 0)
  return pot_cents === 0 ? [bill] : [bill, line('from_pot', pot, -pot_cents, pot_cents)]
}
