/**
 * The days of everyday spending with a pot, as it was spent: what a day's payments took, and what its pot is filled for until then. What
 * is kept of its periods decides, not what one import shows, so a pot holds the same in however many files the payments came.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import { asDue, isSettled, leftAmount } from '../payments/part-payments.ts'
import { days_ahead, openDates } from '../projection/open-dates.ts'
import type { DaySpan, RowDates } from '../projection/occurrence-table.ts'
import { spreadDates } from '../projection/spread-dates.ts'
import type { Bill } from '../scenario.ts'
import { changesMade } from '../schedule/schedule-changes.ts'
import { periodDays } from '../schedule/spread.ts'
import { notedChanges } from '../spending/spending-noted.ts'
import type { SpentAnew } from '../spending/spent-anew.ts'

/** By id of a bill; of one that is not among them nothing is known. */
export interface SpentOfBills {
  of_bill: ReadonlyMap<string, SpentAnew>
  /** Whether the plan's balances and pots have all of its first day. */
  has_first_day: boolean
}

/** What leaves on a day of a period, and what of the period is left before it; minor units. */
interface SpentDay {
  day: number
  scheduled: number
  cents: number
  left: number
}

/**
 * `own`: the days as they were planned. So they count in periods of which nothing is known; but for the plan's first day, where the plan
 * has it. What was spent before these days, or after them, counts on the first or the last.
 */
export function spentDates(
  own: RowDates,
  bill: Bill,
  { of_bill, has_first_day }: SpentOfBills,
  { start_day, until_day }: DaySpan,
): RowDates {
  const spent = of_bill.get(bill.id)
  const isKnown = (period: string): boolean => spent?.periods.includes(period) === true || (bill.exceptions[period]?.paid ?? []).length > 0
  const planned = own.effective.flatMap((day, nth): SpentDay[] => {
    const scheduled = own.scheduled[nth]!
    if (isKnown(dateOf(scheduled)) || (has_first_day && day === start_day)) return []
    return [{ day, scheduled, cents: own.amounts![nth]!, left: own.needs![nth]! }]
  })
  const known = (spent?.periods ?? []).flatMap((period) => daysSpent(bill, spent!, period, { start_day, until_day }))
  const days = [...planned, ...known].sort((a, b) => a.day - b.day || a.scheduled - b.scheduled)
  const changed = spent ? changesMade(bill, notedChanges(bill, spent)) : null
  const after = changed?.ok ? { ...bill, ...changed.fields } : bill
  const { goes_on, later_cents } = spreadDates(asDue(after, dateOf(until_day)), { start_day: until_day, until_day })
  const column = (of: 'cents' | 'left'): Float64Array => Float64Array.from(days, (one) => one[of])
  return {
    ...own,
    effective: days.map(({ day }) => day),
    scheduled: days.map(({ scheduled }) => scheduled),
    amounts: column('cents'),
    needs: column('left'),
    goes_on,
    later_cents,
  }
}

/** The days of a period of which it is known what was spent. */
function daysSpent(bill: Bill, { days, back }: SpentAnew, period: string, { start_day, until_day }: DaySpan): SpentDay[] {
  const scheduled = dayOf(period)!
  const { from, until } = periodDays(bill, period)
  const [first, last] = [Math.max(from, start_day), Math.min(until, until_day) - 1]
  const own = days
    .filter((one) => one.period === period)
    .map((one) => ({ ...one, on: Math.min(until_day - 1, Math.max(start_day, one.day)) }))
  const listed = new Set([...own.map(({ on }) => on), ...Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => first + nth)])
  const whole = leftAmount(bill, period)
  const next = nextLeft(bill, scheduled)
  return [...listed].map((day) => {
    const spent_cents = sumOf(own.filter(({ on }) => on < day).map(({ cents }) => cents))
    const back_cents = sumOf(back.filter((one) => one.period === period && one.on < day).map(({ cents }) => cents))
    const left = whole - spent_cents + back_cents
    return { day, scheduled, cents: sumOf(own.filter(({ on }) => on === day).map(({ cents }) => cents)), left: left > 0 ? left : next }
  })
}

/** What the first date after one costs of which something is still due; 0: there is none. */
function nextLeft(bill: Bill, scheduled: number): number {
  for (const days of days_ahead) {
    const found = openDates(bill, scheduled + 1, scheduled + 1 + days).scheduled.filter(
      (day) => day > scheduled && !isSettled(bill, dateOf(day)),
    )
    if (found.length > 0) return leftAmount(bill, dateOf(found[0]!))
  }
  return 0
}
