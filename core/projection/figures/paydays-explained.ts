/** The next payday, and what is due before it, as what sums to them. */
import { dateOf, dayOf } from '../../calendar.ts'
import { summedPostings } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf, isMainAccount, main, type Posting } from '../posting.ts'
import type { Projection } from '../projection.ts'

export function explainNextPayday(projection: Projection): Explanation | null {
  const { next_payday: payday, start_day, setup } = projection
  const isThere = isMainAccount(setup.first_pot)
  const isOnPayday = ({ rule, day, to }: Posting): boolean => rule === 'income' && to === main && dateOf(start_day + day) === payday?.date
  return payday && summedPostings(projection, isOnPayday, (posting) => changeOf(posting, isThere))
}

export function explainDueBeforePayday(projection: Projection): Explanation | null {
  const { now, start_day, due_before_payday, setup } = projection
  const until = dayOf(due_before_payday.until)! - start_day
  const isOnMain = isMainAccount(setup.first_pot)
  const isDue = ({ rule, day, from }: Posting): boolean =>
    (rule === 'bill' || rule === 'transfer' || rule === 'card_payment') && isOnMain(from) && day >= now && day < until
  return summedPostings(projection, isDue, ({ cents }) => cents)
}
