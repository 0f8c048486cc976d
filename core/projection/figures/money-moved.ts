/**
 * What incomes bring and bills take within some days, on whichever account and from whichever pot: what comes to the household and leaves
 * it.
 */
import { dayOf } from '../../calendar.ts'
import { summedPostings } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import type { Simulated } from '../projection.ts'

/** From the first day to before the other. Transfers, card payments and what is set aside stay within the household. */
export function explainMoneyMoved(
  simulated: Simulated,
  { way, from, until }: { way: 'in' | 'out'; from: string; until: string },
): Explanation {
  const [first, end] = [from, until].map((date) => (dayOf(date) ?? 0) - simulated.start_day) as [number, number]
  const rule = way === 'in' ? 'income' : 'bill'
  return summedPostings(
    simulated,
    (posting) => posting.rule === rule && posting.day >= first && posting.day < end,
    ({ cents }) => cents,
  )
}
