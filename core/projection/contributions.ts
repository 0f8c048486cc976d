/** From postings to the contributions that sum to a figure. */
import { dateOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { DatedCollection, Payment, Scenario } from '../scenario.ts'
import type { Contribution, Explanation } from './explanation.ts'
import { layOutAll, scheduledDateOf } from './layout.ts'
import { isSamePayment, type Posting } from './posting.ts'
import { postingsOf } from './postings.ts'
import type { Simulated } from './simulated.ts'

/** What a posting adds to a figure; signed. */
export type Amount = (posting: Posting) => number

const nothing = { row: null, target: null, allocation_id: null }

/** Of no row and no pot. */
export const plainContribution = (given: Pick<Contribution, 'date' | 'name' | 'cents' | 'rule'>): Contribution => ({ ...nothing, ...given })

/** What the whole of a row adds, on no day. */
export function rowContribution(collection: 'bills' | 'incomes', row: Payment): Contribution {
  const rule = collection === 'bills' ? 'bill' : 'income'
  return { ...nothing, ...named(collection, row, null), date: null, cents: row.amount_cents, rule }
}

/** The contributions that add anything, and their sum. */
export function summed(contributions: readonly Contribution[]): Explanation {
  const told = contributions.filter(({ cents }) => cents !== 0)
  return { cents: sumOf(told.map(({ cents }) => cents)), contributions: told }
}

/** What the postings that pass add, those of one payment together. */
export function summedPostings(simulated: Simulated, passes: (posting: Posting) => boolean, amount: Amount): Explanation {
  const contributions: Contribution[] = []
  let before: Posting | undefined
  for (const posting of postingsOf(simulated, (found) => passes(found) && amount(found) !== 0)) {
    const last = contributions.at(-1)
    if (last && isSamePayment(before, posting)) last.cents += amount(posting)
    else contributions.push({ ...contributionOf(simulated, posting), cents: amount(posting) })
    before = posting
  }
  return summed(contributions)
}

function contributionOf(simulated: Simulated, posting: Posting): Omit<Contribution, 'cents'> {
  const { scenario, start_day, setup } = simulated
  const { rule, day, event, from, to, allocation } = posting
  const { occurrences, pots, first_pot } = setup
  const { name, row } = behind(simulated, posting)
  // A bill is told with its pot, whoever pays it; a card's payment as itself, whatever was held for it.
  const isWhole = rule === 'bill' || rule === 'card_payment'
  const pot = rule === 'bill' ? pots.of_row[layOutAll(occurrences).row[event]!]! : isWhole ? -1 : Math.max(from, to) - first_pot
  return {
    name: pot < 0 || isWhole ? name : pots.names[pot]!,
    row,
    date: dateOf(start_day + day),
    rule,
    target: pot < 0 ? null : pots.targets[pot]!,
    allocation_id: allocation < 0 ? null : scenario.allocations[allocation]!.id,
  }
}

/** The row that is behind a posting, by what it is called. */
export function behind({ scenario, rows, setup }: Simulated, posting: Posting): Pick<Contribution, 'name' | 'row'> {
  const { rule, day, event, from, to, due_day } = posting
  const { occurrences, places, pots } = setup
  const isOfAccount = rule === 'interest' || rule === 'card_payment' || due_day !== undefined
  if (isOfAccount) {
    const hold = from - setup.first_pot
    const place = rule === 'card_payment' ? to : rule === 'interest' ? Math.max(from, to) : pots.holds.indexOf(hold)
    const { id, name } = places.accounts[place - 1]!
    return { name, row: { collection: 'accounts', id, nominal_date: due_day === undefined ? null : dateOf(due_day) } }
  }
  if (event < 0) {
    const place = Math.max(from, to)
    return { name: rule === 'balance' && place > 0 ? places.accounts[place - 1]!.name : 'Balance', row: null }
  }
  const which = layOutAll(occurrences).row[event]!
  return named(collectionOf(scenario, which), rows[which]!, scheduledDateOf(occurrences, day, event))
}

/** The list of a row among all: incomes, bills, transfers. */
export function collectionOf({ incomes, bills }: Pick<Scenario, 'incomes' | 'bills'>, which: number): DatedCollection {
  if (which < incomes.length) return 'incomes'
  return which < incomes.length + bills.length ? 'bills' : 'transfers'
}

function named(collection: DatedCollection, { id, name }: Payment, nominal_date: string | null): Pick<Contribution, 'name' | 'row'> {
  return { name, row: { collection, id, nominal_date } }
}
