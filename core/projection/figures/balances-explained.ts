/** What is available, or available and in pots, on a day as what sums to it; of the lowest point on its day. */
import { dateOf, dayOf } from '../../calendar.ts'
import { sumOf } from '../../money/money.ts'
import { plainContribution, summed, summedPostings, type Amount } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf, isAvailable, isMainAccount } from '../posting.ts'
import { postingsOf } from '../postings.ts'
import type { Projection } from '../projection.ts'
import type { Simulated } from '../simulated.ts'
import { lowestPoint } from './lowest-point.ts'

/** With `since`, what was there before that day is one contribution. */
export interface BalanceAsked {
  date: string
  since?: string
}

export const explainAvailable = (simulated: Simulated, { date, since }: BalanceAsked): Explanation | null =>
  explainBalance(simulated, 'available', date, since)
export const explainTotal = (simulated: Simulated, { date, since }: BalanceAsked): Explanation | null =>
  explainBalance(simulated, 'total', date, since)

/** What is on the main account, pots with it, as a day begins: of the plan's first day the balance. */
export function explainBegin(simulated: Simulated, { date }: { date: string }): Explanation {
  const first = (dayOf(date) ?? 0) - simulated.start_day
  const isThere = isMainAccount(simulated.setup.first_pot)
  return summedPostings(
    simulated,
    ({ day, rule }) => day < first || (first <= 0 && rule === 'balance'),
    (posting) => changeOf(posting, isThere),
  )
}

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

/** The headline's; or the least available from `from` to before `until`. */
export interface LowestAsked {
  from?: string
  until?: string
  since?: string
}

export function explainLowestPoint(projection: Projection, { from, until, since }: LowestAsked): Explanation | null {
  const isHeadline = from === undefined && until === undefined
  const lowest = isHeadline ? projection.lowest_point : lowestPoint(projection, from ?? projection.start_date, until ?? projection.until)
  return lowest && explainBalance(projection, 'available', lowest.date, since)
}

export function explainSafeToSpend(projection: Projection, { since }: { since?: string }): Explanation | null {
  const lowest = explainBalance(projection, 'available', projection.lowest_point.date, since)
  const floor = plainContribution({ date: null, name: 'Floor', cents: -projection.scenario.floor_cents, rule: 'floor' })
  return lowest && summed([...lowest.contributions, floor])
}
