/** The days of bills that leave evenly over the days of their periods. */
import { evenlyLeft, evenShare } from '../allocation.ts'
import { exceptionDays } from '../schedule/exceptions.ts'
import type { Payment } from '../scenario.ts'
import { daysOfPeriod, periodsBegun } from '../schedule/spread.ts'
import { amountsOf, days_ahead, isDueFrom, laterAmount, openDates } from './open-dates.ts'
import type { DaySpan, RowDates } from './occurrence-table.ts'

/** Of a row that leaves evenly over the days of its periods: each of these days is a date with its share. */
export function spreadDates(row: Payment, { start_day, until_day }: DaySpan): RowDates {
  const days: { day: number; scheduled: number; cents: number; left: number }[] = []
  const { effective, scheduled } = openDates(row, firstPeriod(row, start_day), until_day)
  const own = amountsOf(row, scheduled)
  let later_cents = -1
  for (const [index, day] of scheduled.entries()) {
    const { from, until } = daysOfPeriod(row, day, effective[index]!)
    const whole = own === null || own[index]! < 0 ? row.amount_cents : own[index]!
    for (let at = Math.max(from, start_day); at < Math.min(until, until_day); at += 1) {
      const [count, nth] = [until - from, at - from]
      days.push({ day: at, scheduled: day, cents: evenShare(whole, count, nth), left: evenlyLeft(whole, count, nth) })
    }
    if (until > until_day && from < until_day) later_cents = evenlyLeft(whole, until - from, until_day - from)
  }
  days.sort((a, b) => a.day - b.day || a.scheduled - b.scheduled)
  const goes_on = later_cents >= 0 || isDueFrom(row, until_day)
  const column = (of: 'cents' | 'left'): Float64Array => Float64Array.from(days, (one) => one[of])
  return {
    row,
    start_day,
    until_day,
    effective: days.map(({ day }) => day),
    scheduled: days.map((one) => one.scheduled),
    amounts: column('cents'),
    goes_on,
    later_cents: later_cents >= 0 ? later_cents : goes_on ? laterAmount(row, until_day) : -1,
    needs: column('left'),
  }
}

/** From which day dates are looked for so that the period that runs on a day is among them. */
function firstPeriod(row: Payment, day: number): number {
  for (const days of [62, ...days_ahead]) {
    const last = periodsBegun(row, day - days, day).at(-1)
    if (last !== undefined)
      return [...exceptionDays(row.exceptions).moved].reduce(
        (first, [scheduled, to]) => (scheduled >= last ? Math.min(first, to) : first),
        last - 2,
      )
  }
  return day
}
