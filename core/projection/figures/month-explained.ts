/** What a month's sums and balances are made of. */
import { dateOf } from '../../calendar.ts'
import { summedPostings, type Amount } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf, isAvailable, isMainAccount, isPot, type Posting, type PostingRule } from '../posting.ts'
import type { Projection } from '../projection.ts'
import type { sumNames } from '../simulate.ts'
import { explainBalance } from './balances-explained.ts'

export type MonthSum = (typeof sumNames)[number] | 'end_available_cents' | 'end_total_cents' | 'lowest'

export function explainMonth(projection: Projection, { month: name, sum }: { month: string; sum: MonthSum }): Explanation | null {
  const { start_date, start_day, until, setup } = projection
  const index = projection.months.findIndex(({ month }) => month === name)
  if (index < 0) return null
  const first = name === start_date.slice(0, 7) ? start_date : `${name}-01`
  const isIn = ({ day }: Posting): boolean => {
    const date = dateOf(start_day + day)
    return date.startsWith(name) && date < until
  }
  const of = (rules: readonly PostingRule[], amount: Amount): Explanation =>
    summedPostings(projection, (posting) => rules.includes(posting.rule) && isIn(posting), amount)
  const last = dateOf(start_day + projection.month_days[index]!.last)
  const isInPot = isPot(setup.first_pot)
  const isOnMain = isMainAccount(setup.first_pot)
  const toMain = (posting: Posting): number => changeOf(posting, isOnMain)
  switch (sum) {
    case 'in_cents':
      return of(['income'], toMain)
    case 'out_cents':
      return of(['bill'], (posting) => -toMain(posting))
    case 'moved_cents':
      return of(['transfer', 'card_payment', 'allocated_from_balance', 'allocated_from_income'], toMain)
    case 'out_from_pots_cents':
      return of(['bill'], (posting) => -changeOf(posting, isInPot))
    case 'allocated_cents':
      return of(['allocated_from_balance', 'allocated_from_income'], (posting) => changeOf(posting, isInPot))
    case 'released_cents':
      return of(['released'], (posting) => changeOf(posting, isAvailable))
    case 'end_available_cents':
      return explainBalance(projection, 'available', last, first)
    case 'end_total_cents':
      return explainBalance(projection, 'total', last, first)
    case 'lowest':
      return explainBalance(projection, 'available', projection.months[index]!.lowest.date, first)
  }
}
