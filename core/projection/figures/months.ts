/** Figures by the month: what came in, went out, was set aside and came back, and what is there at its end. */
import { daysInMonth } from '../../calendar.ts'
import type { MonthDays, Simulated } from '../simulated.ts'
import type { Month, Pot } from './figure.ts'
import { sumNames } from '../simulate.ts'
import { leastDay } from './balances.ts'

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
    const sum = (nth: number): number => sums[at + nth]!
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

/**
 * What went into pots in a month of a projection, less what came out of them, in minor units: of its first month without what they opened
 * with. With what comes in, goes out and is moved it is what available changes by. Money that a pot holds for a card leaves it as the card
 * is paid.
 */
export function setAsideIn(
  { months, pots }: { months: readonly Month[]; pots: readonly Pick<Pot, 'opening_cents'>[] },
  { month }: Month,
): number {
  const at = months.findIndex((other) => other.month === month)
  const inPots = ({ end_total_cents, end_available_cents }: Month): number => end_total_cents - end_available_cents
  const before = at === 0 ? pots.reduce((sum, { opening_cents }) => sum + opening_cents, 0) : inPots(months[at - 1]!)
  return inPots(months[at]!) - before
}
