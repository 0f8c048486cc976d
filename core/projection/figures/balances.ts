/** Figure: what is available, or available and in pots, at the end of a day. */
import { dateOf, dayOf } from '../../calendar.ts'
import { sumOf } from '../../money.ts'
import { plainContribution, summed, summedPostings, type Amount } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf, isAvailable, isMainAccount } from '../posting.ts'
import { postingsOf } from '../postings.ts'
import type { DayBalance, Simulated } from '../projection.ts'

/** With `since`, what was there before that day is one contribution. */
export interface BalanceAsked {
  date: string
  since?: string
}

export const explainAvailable = (simulated: Simulated, { date, since }: BalanceAsked): Explanation | null =>
  explainBalance(simulated, 'available', date, since)
export const explainTotal = (simulated: Simulated, { date, since }: BalanceAsked): Explanation | null =>
  explainBalance(simulated, 'total', date, since)

export function explainBalance(simulated: Simulated, which: 'available' | 'total', date: string, since?: string): Explanation | null {
  const { start_day, counted, setup } = simulated
  const day = (dayOf(date) ?? -Infinity) - start_day
  if (day < 0 || day >= counted) return null
  const from = since === undefined ? 0 : Math.min(day, (dayOf(since) ?? 0) - start_day)
  const isThere = which === 'available' ? isAvailable : isMainAccount(setup.first_pot)
  const amount: Amount = (posting) => changeOf(posting, isThere)
  if (from <= 0) return summedPostings(simulated, (posting) => posting.day <= day, amount)
  const before = sumOf(postingsOf(simulated, (posting) => posting.day < from, from).map(amount))
  const { contributions } = summedPostings(simulated, (posting) => posting.day >= from && posting.day <= day, amount)
  return summed([plainContribution({ date: dateOf(start_day + from), name: 'Before', cents: before, rule: 'before' }), ...contributions])
}

/** The index of the least of the days [from, until), the earliest on ties; −1 of none. */
export function leastDay(available_cents: Float64Array, from: number, until: number): number {
  let least = from < until ? from : -1
  for (let day = from + 1; day < until; day += 1) {
    if (available_cents[day]! < available_cents[least]!) least = day
  }
  return least
}

/** What is there at the end of a day, given by its index. */
export function dayBalance({ start_day, simulation }: Pick<Simulated, 'start_day' | 'simulation'>, day: number): DayBalance {
  return { date: dateOf(start_day + day), available_cents: simulation.available_cents[day]!, total_cents: simulation.total_cents[day]! }
}
