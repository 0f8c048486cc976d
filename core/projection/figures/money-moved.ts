/**
 * What incomes bring and bills take within some days, on whichever account and from whichever pot: what comes to the household and leaves
 * it.
 */
import { dayOf } from '../../calendar.ts'
import { summedPostings } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf, main, type Place } from '../posting.ts'
import type { Simulated } from '../simulated.ts'

/** What other accounts have more, or owe less, from the first day to before the other, interest apart: what bills there take is less. */
export function explainOntoAccounts(simulated: Simulated, { from, until }: { from: string; until: string }): Explanation {
  const [first, end] = [from, until].map((date) => (dayOf(date) ?? 0) - simulated.start_day) as [number, number]
  const isOther = (place: Place): boolean => place > main && place < simulated.setup.first_pot
  return summedPostings(
    simulated,
    ({ rule, day }) => rule !== 'balance' && rule !== 'interest' && day >= first && day < end,
    (posting) => changeOf(posting, isOther),
  )
}

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
