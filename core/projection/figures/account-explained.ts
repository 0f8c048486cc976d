/** What is on an account, and what interest comes to, as what sums to it. */
import { dateOf, dayOf } from '../../calendar.ts'
import { sumOf } from '../../money/money.ts'
import { plainContribution, summed, summedPostings } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf } from '../posting.ts'
import { postingsOf } from '../postings.ts'
import type { Projection } from '../projection.ts'
import type { Simulated } from '../simulated.ts'
import type { BalanceAsked } from './balances-explained.ts'

/** What is on an account at the end of a day. With `since`, what was there before that day is one contribution. */
export function explainAccount(simulated: Simulated, { id, date, since }: BalanceAsked & { id: string }): Explanation | null {
  const { setup, start_day, counted } = simulated
  const place = setup.places.accounts.findIndex((account) => account.id === id) + 1
  const day = (dayOf(date) ?? -Infinity) - start_day
  if (place === 0 || day < 0 || day >= counted) return null
  const isThere = (other: number): boolean => other === place
  const from = since === undefined ? 0 : Math.min(day, (dayOf(since) ?? 0) - start_day)
  const within = summedPostings(
    simulated,
    (posting) => posting.day >= from && posting.day <= day,
    (posting) => changeOf(posting, isThere),
  )
  if (from <= 0) return within
  const before = sumOf(postingsOf(simulated, (posting) => posting.day < from, from).map((posting) => changeOf(posting, isThere)))
  return summed([
    plainContribution({ date: dateOf(start_day + from), name: 'Before', cents: before, rule: 'before' }),
    ...within.contributions,
  ])
}

/** What an account bears of interest, or brings, as far as was counted; or from a day to before another. */
export function explainInterest(
  projection: Projection,
  { id, from, until }: { id: string; from?: string; until?: string },
): Explanation | null {
  const [first, end] = [from, until].map((date) => (date === undefined ? null : dayOf(date)! - projection.start_day))
  const isWithin = (day: number): boolean => day >= (first ?? 0) && day < (end ?? Infinity)
  const place = projection.setup.places.accounts.findIndex((account) => account.id === id) + 1
  return place === 0
    ? null
    : summedPostings(
        projection,
        ({ rule, day, from: out, to }) => rule === 'interest' && isWithin(day) && Math.max(out, to) === place,
        ({ cents }) => cents,
      )
}
