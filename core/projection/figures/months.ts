/** Figures by the month: what came in, went out, was set aside and came back, and what is there at its end. */
import { dateOf, daysInMonth } from '../../calendar.ts'
import { summedPostings, type Amount } from '../contributions.ts'
import type { Explanation } from '../explanation.ts'
import { changeOf, isAvailable, isMainAccount, isPot, type Posting, type PostingRule } from '../posting.ts'
import type { Month, Projection, Simulated } from '../projection.ts'
import { sumNames } from '../simulate.ts'
import { explainBalance, leastDay } from './balances.ts'

/** The days of one month, as indexes; the first begins with start_date, the last may end before its end. */
export interface MonthDays {
  /** YYYY-MM */
  month: string
  /** What to add to an index for the day of the month. */
  offset: number
  last: number
}

export function monthsWithin(start_date: string, day_count: number): MonthDays[] {
  let [year, number, offset] = start_date.split('-').map(Number) as [number, number, number]
  const months: MonthDays[] = []
  for (;;) {
    const end = daysInMonth(year, number) - offset
    months.push({ month: `${String(year).padStart(4, '0')}-${twoDigits(number)}`, offset, last: Math.min(end, day_count - 1) })
    if (end >= day_count - 1) return months
    offset = -end
    number = number === 12 ? 1 : number + 1
    if (number === 1) year += 1
  }
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

export function readMonths({ month_days, simulation }: Simulated): Month[] {
  const { sums, available_cents, total_cents } = simulation
  return month_days.map(({ month, offset, last }, index) => {
    const lowest = leastDay(available_cents, index === 0 ? 0 : month_days[index - 1]!.last + 1, last + 1)
    const at = index * sumNames.length
    const sum = (nth: number): number => sums[at + nth]! - (index === 0 ? 0 : sums[at - sumNames.length + nth]!)
    return {
      month,
      in_cents: sum(0),
      out_cents: sum(1),
      out_from_pots_cents: sum(2),
      allocated_cents: sum(3),
      released_cents: sum(4),
      moved_cents: sum(5),
      end_available_cents: available_cents[last]!,
      end_total_cents: total_cents[last]!,
      lowest: {
        date: `${month}-${twoDigits(lowest + offset)}`,
        available_cents: available_cents[lowest]!,
        total_cents: total_cents[lowest]!,
      },
    }
  })
}

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

