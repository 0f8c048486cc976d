/**
 * What a payday brings, sets aside and has to carry until the next one: the same sums as core/payments/payday-table.ts, posting by posting.
 */
import { dayOf } from '../../calendar.ts'
import { summedPostings } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf, isAvailable, type PostingRule } from '../posting.ts'
import type { Simulated } from '../simulated.ts'

const rules = {
  lands: ['income'],
  set_aside: ['opening_pot', 'allocated_from_balance', 'allocated_from_income', 'released', 'held'],
  due: ['bill', 'transfer', 'card_payment', 'interest'],
} as const satisfies Record<string, readonly PostingRule[]>

/** The days are those of a row of the table, from `from` to before `until`. */
export function explainPayday(
  simulated: Simulated,
  { of, from, until }: { of: keyof typeof rules; from: string; until: string },
): Explanation {
  const [first, end] = [from, until].map((date) => (dayOf(date) ?? 0) - simulated.start_day) as [number, number]
  const sign = of === 'lands' ? 1 : -1
  const isMeant: readonly PostingRule[] = rules[of]
  return summedPostings(
    simulated,
    ({ rule, day }) => isMeant.includes(rule) && day >= first && day < end,
    (posting) => sign * changeOf(posting, isAvailable),
  )
}
