/** How many movements a projection has to tell, and how large they are once told, counted before they are. */
import { firstFrom } from './layout.ts'
import type { Projection } from './projection.ts'
import type { Pot } from './figures/figure.ts'

/** Bytes of one movement: of a payment, and of money that goes into a pot or comes out of it. */
export interface BytesOf {
  payment: (row: { name: string }) => number
  pot: (pot: Pot) => number
}

/** At most, on all days from index `first` to before `until`: a line a payment, a share, and a payment or a release out of a pot. */
export function movementsAtMost(projection: Projection, bytesOf: BytesOf, first = 0): { count: number; bytes: number } {
  const { scenario, rows, income_count, pots, setup, start_day, day_count } = projection
  const size = { count: 1, bytes: 0 }
  const add = (count: number, bytes: number): void => {
    size.count += count
    size.bytes += count * bytes
  }
  let paydays = 0
  rows.forEach((row, which) => {
    const dates = setup.occurrences.dates[which]!
    const count = firstFrom(dates, start_day + day_count) - (first > 0 ? firstFrom(dates, start_day + first) : 0)
    const pot = setup.pots.of_row[which] ?? -1
    if (which < income_count) paydays += count
    add(count, bytesOf.payment(row))
    if (pot >= 0) add(2 * count, bytesOf.pot(pots[pot]!))
  })
  // Of each account what is there on the first day, and in each month a payment, what goes back of what was held, and interest.
  scenario.accounts.forEach((account) => add(1 + 4 * (Math.ceil(day_count / 28) + 1), bytesOf.payment(account)))
  // Of each pot on the first day: what it begins with, and gives back.
  for (const pot of pots) add(2, bytesOf.pot(pot))
  scenario.allocations.forEach(({ base }, nth) => {
    const pot = pots[setup.pots.of_allocation[nth]!]
    add(base === 'income' ? paydays : 1, pot ? bytesOf.pot(pot) : bytesOf.payment(accountOfAllocation(projection, nth)))
  })
  return size
}

/** Of a rule that moves money to an account. */
const accountOfAllocation = ({ setup }: Projection, nth: number): { name: string } =>
  setup.places.accounts[setup.places.of_allocation[nth]! - 1]!
