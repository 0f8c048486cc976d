/** From postings to the contributions that sum to a figure. */
import { dateOf } from '../calendar.ts'
import { sumOf } from '../money.ts'
import type { Payment } from '../scenario.ts'
import type { Contribution, Explanation } from './explanation.ts'
import { layOutAll, nominalDateOf } from './layout.ts'
import { isSamePayment, type Posting } from './posting.ts'
import { postingsOf } from './postings.ts'
import type { Simulated } from './projection.ts'

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

function contributionOf(simulated: Simulated, { rule, day, event, from, to, allocation }: Posting): Omit<Contribution, 'cents'> {
  const { scenario, rows, income_count, start_day, setup } = simulated
  const { calendar, pots, first_pot } = setup
  const which = event < 0 ? -1 : layOutAll(calendar).row[event]!
  const collection = which < income_count ? 'incomes' : 'bills'
  const row = which < 0 ? { name: 'Balance', row: null } : named(collection, rows[which]!, nominalDateOf(calendar, day, event))
  // A bill is told with its pot, whoever pays it.
  const pot = rule === 'bill' ? pots.of_row[which]! : Math.max(from, to) - first_pot
  return {
    ...row,
    name: pot < 0 || rule === 'bill' ? row.name : pots.names[pot]!,
    date: dateOf(start_day + day),
    rule,
    target: pot < 0 ? null : pots.targets[pot]!,
    allocation_id: allocation < 0 ? null : scenario.allocations[allocation]!.id,
  }
}

function named(collection: 'bills' | 'incomes', { id, name }: Payment, nominal_date: string | null): Pick<Contribution, 'name' | 'row'> {
  return { name, row: { collection, id, nominal_date } }
}
