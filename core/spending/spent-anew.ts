/** What was spent anew on the days that are known, in the periods of a bill, and what of it went back. */
import { dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Bill } from '../scenario.ts'
import { endOfPeriod, periodsBegun } from '../schedule/spread.ts'
import { periodOn } from './spending-bills.ts'
import { nameOfPayee } from './spending-words.ts'

/** The days of which all payments are known, first and last included. */
export interface KnownDays {
  from: string
  to: string
  /** All that left until then, also before these days: what comes from who was paid goes back. Left out: what is to be noted. */
  paid?: readonly AccountTransaction[]
}

/** So many days after a purchase its money may go back. */
export const days_to_go_back = 60

/** What was spent on a day of a period; minor units. */
export interface SpentOnDay {
  period: string
  day: number
  cents: number
  /** What of it went back. */
  back_cents: number
}

/** What went back on a day, of what was spent in a period; minor units. */
interface WentBack {
  on: number
  period: string
  cents: number
}

export interface SpentAnew {
  /** The periods of these days, in order: of each it is noted what was spent. */
  periods: readonly string[]
  days: readonly SpentOnDay[]
  /** What was noted before. */
  before: readonly SpentOnDay[]
  back: readonly WentBack[]
  /** The last day that is known. */
  to: string
}

/** Whether a period of a bill is over as a day ends. */
export const isOverBy = (bill: Bill, period: string, to: string): boolean => endOfPeriod(bill, dayOf(period)!) <= dayOf(to)! + 1

/**
 * A sum a day. What goes back is taken off the days before it, the nearest first, whether they are noted already or not; so the files in
 * which it all came make no difference. Of a period that the person has settled nothing more is spent while it runs.
 */
export function spentAnew(bill: Bill, payments: readonly AccountTransaction[], { from, to, paid = payments }: KnownDays): SpentAnew {
  const spent = Map.groupBy(
    payments.filter((one) => one.date <= to),
    (one) => periodOn(bill, one.date),
  )
  const first = [periodOn(bill, from) ?? from, ...[...spent.keys()].filter((period) => period !== null)].sort()[0]!
  const periods = periodsBegun(bill, dayOf(first)!, dayOf(to)!)
    .map(dateOf)
    .filter((period) => {
      const { rest, skipped } = bill.exceptions[period] ?? {}
      return !skipped && (rest !== 'dropped' || isOverBy(bill, period, to))
    })
  const before = notedDays(bill)
  const days = periods.flatMap((period) => spentDays(period, spent.get(period) ?? []))
  const own = periods.flatMap((period) => spent.get(period) ?? [])
  return { periods, days, before, back: wentBack(own, paid, [...before, ...days]), to }
}

/** What left on each day of a period. */
const spentDays = (period: string, payments: readonly AccountTransaction[]): SpentOnDay[] =>
  [...Map.groupBy(payments, ({ date }) => dayOf(date)!)]
    .map(([day, list]) => ({ period, day, cents: 0 - sumOf(list.map((one) => Math.min(0, one.amount_cents))), back_cents: 0 }))
    .sort((a, b) => a.day - b.day)

/** What a bill has noted of each day. */
const notedDays = ({ exceptions }: Bill): SpentOnDay[] =>
  Object.entries(exceptions).flatMap(([period, { paid = [] }]) =>
    [...Map.groupBy(paid, ({ date }) => dayOf(date)!)].map(([day, list]) => ({
      period,
      day,
      cents: sumOf(list.map(({ amount_cents }) => amount_cents)),
      back_cents: 0,
    })),
  )

/** Takes what goes back off what was spent on the days before it, the nearest first. What is more than all of it is not told. */
function wentBack(payments: readonly AccountTransaction[], paid: readonly AccountTransaction[], days: readonly SpentOnDay[]): WentBack[] {
  const came = payments.filter(({ amount_cents }) => amount_cents > 0).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  if (came.length === 0) return []
  const paidOn = Map.groupBy(
    paid.filter(({ amount_cents }) => amount_cents < 0),
    nameOfPayee,
  )
  const latest = days.toSorted((a, b) => b.day - a.day)
  const back: WentBack[] = []
  for (const refund of came) {
    const on = dayOf(refund.date)!
    const mayGoBack = (then: number): boolean => then <= on && on - then <= days_to_go_back
    if (!paidOn.get(nameOfPayee(refund))?.some(({ date }) => mayGoBack(dayOf(date)!))) continue
    let left = refund.amount_cents
    for (const one of latest) {
      if (left === 0) break
      if (!mayGoBack(one.day)) continue
      const cents = Math.min(left, one.cents - one.back_cents)
      one.back_cents += cents
      left -= cents
      if (cents > 0) back.push({ on, period: one.period, cents })
    }
  }
  return back
}
