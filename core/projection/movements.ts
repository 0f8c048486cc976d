/** Every movement of a projection as a line: what comes in and goes out, and what goes into pots and comes out of them. */
import { dateOf, dayOf } from '../calendar.ts'
import { behind } from './contributions.ts'
import { layOutAll } from './layout.ts'
import type { RowRef } from './explanation.ts'
import { changeOf, entriesOf, isAvailable, isPot, main, outside, type Place, type Posting, type PostingRule } from './posting.ts'
import { postingsOf } from './postings.ts'
import type { Projection } from './projection.ts'
import type { SimulationSetup } from './setup.ts'

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
  /** What a pot has for a bill that is charged to a card: it waits until the card is paid. */
  | 'held'
  /** Between two accounts; of those off the main one, `accounts` says what it changes. */
  | 'transfer'
  | 'card_payment'
  /** What a rule on the balance or on an income moves to another account. */
  | 'moved'
  | 'interest'
export const movementKinds = [
  'balance',
  'opening_pot',
  'set_aside',
  'income',
  'bill',
  'from_pot',
  'released',
  'held',
  'transfer',
  'card_payment',
  'moved',
  'interest',
] as const satisfies readonly MovementKind[]

export interface Movement {
  date: string
  kind: MovementKind
  /** Of the bill, income or transfer; of the pot or the account where money moves into or out of one; of the main balance none, "". */
  name: string
  /** The payment that it comes from, or the account whose card is paid or that bears interest; null: what is there on start_date. */
  row: RowRef | null
  /** The pot that it moves into or out of; null: none. */
  target: string | null
  /** What it adds to available, and to what is in the pots; minor units, signed. */
  available_cents: number
  pot_cents: number
  /** What it changes on accounts beside the main one, signed. */
  accounts: readonly AccountChange[]
}

export interface AccountChange {
  account_id: string
  cents: number
}

/**
 * The movements on the days from `from` to before `until`, in the order in which they happen. What was available as `from` began and
 * all of these is what is available as the last day ends; the same holds for the pots. Before start_date there was nothing.
 */
export const movementsBetween = (projection: Projection, from: string, until: string): Movement[] => [
  ...eachMovement(projection, from, until),
]

/** The same, one after the other. */
export function* eachMovement(projection: Projection, from: string, until: string): Generator<Movement> {
  const { start_day, day_count } = projection
  const from_day = (dayOf(from) ?? start_day) - start_day
  const end_day = Math.min((dayOf(until) ?? start_day) - start_day, day_count)
  if (end_day <= Math.max(0, from_day)) return
  const postings = postingsOf(projection, ({ day, cents }) => day >= from_day && cents !== 0, end_day)
  let day = -1
  let date = ''
  for (const entry of entriesOf(postings)) {
    if (entry[0]!.day !== day) {
      day = entry[0]!.day
      date = dateOf(start_day + day)
    }
    yield* movementsOf(projection, entry, date)
  }
}

const kinds: Record<PostingRule, MovementKind> = {
  balance: 'balance',
  opening_pot: 'opening_pot',
  allocated_from_balance: 'set_aside',
  allocated_from_income: 'set_aside',
  income: 'income',
  bill: 'bill',
  released: 'released',
  held: 'held',
  transfer: 'transfer',
  card_payment: 'card_payment',
  interest: 'interest',
}

const noChanges: readonly AccountChange[] = []

/** What an entry changes on accounts beside the main one. */
function changesOf({ places, first_pot }: SimulationSetup, entry: readonly Posting[]): readonly AccountChange[] {
  const touched: Place[] = []
  for (const { from, to } of entry) {
    if (isOther(from, first_pot) && !touched.includes(from)) touched.push(from)
    if (isOther(to, first_pot) && !touched.includes(to)) touched.push(to)
  }
  if (touched.length === 0) return noChanges
  const changes: AccountChange[] = []
  for (const touching of touched.sort((one, other) => one - other)) {
    const cents = entry.reduce((sum, posting) => sum + changeOf(posting, (place) => place === touching), 0)
    if (cents !== 0) changes.push({ account_id: places.accounts[touching - 1]!.id, cents })
  }
  return changes
}

const isOther = (place: Place, first_pot: Place): boolean => place > main && place < first_pot

function movementsOf(projection: Projection, entry: readonly Posting[], date: string): Movement[] {
  const { pots, first_pot, places, occurrences } = projection.setup
  const { rule } = entry[0]!
  const { name: own, row } = behind(projection, entry[0]!)
  const isInPot = isPot(first_pot)
  let [available_cents, pot_cents, last_place] = [0, 0, outside]
  for (const posting of entry) {
    available_cents += changeOf(posting, isAvailable)
    pot_cents += changeOf(posting, isInPot)
    last_place = Math.max(last_place, posting.from, posting.to)
  }
  const pot = last_place - first_pot
  const accounts = changesOf(projection.setup, entry)
  const line = (kind: MovementKind, pot: number, available_cents: number, pot_cents: number, changes = accounts): Movement => {
    const name = pot >= 0 ? pots.names[pot]! : kind === 'balance' && accounts.length === 0 ? '' : own
    return { date, kind, name, row, target: pots.targets[pot] ?? null, available_cents, pot_cents, accounts: changes }
  }
  const isShare = rule === 'allocated_from_balance' || rule === 'allocated_from_income'
  if (isShare && pot < 0) return [{ ...line('moved', -1, available_cents, 0), name: places.accounts[last_place - 1]!.name }]
  if ((rule !== 'bill' && rule !== 'card_payment') || pot < 0) return [line(kinds[rule], pot, available_cents, pot_cents)]
  // What a pot pays goes through what is available where the main account pays the rest; of another account's it is paid by the pot alone.
  const isOnMain = rule === 'card_payment' || places.from[layOutAll(occurrences).row[entry[0]!.event]!] === main
  const through = isOnMain ? pot_cents : 0
  return [line(kinds[rule], -1, available_cents + through, 0), line('from_pot', pot, -through, pot_cents, [])]
}
