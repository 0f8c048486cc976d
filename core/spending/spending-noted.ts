/** What was spent of everyday spending, noted in the periods of its bill. */
import { dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Bill } from '../scenario.ts'
import type { PartPayment } from '../schedule/exceptions.ts'
import { rowScheduledDates } from '../schedule/row-parts.ts'
import { payPart, settleDate, type Dated, type RowChange } from '../schedule/schedule-changes.ts'
import { endOfPeriod } from '../schedule/spread.ts'
import { periodOn } from './spending-bills.ts'
import { nameOfPayee } from './spending-words.ts'

/** As many sums as a period may note; those of the days before are one. */
const most_sums = limits.payments_of_a_date - 20

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
interface SpentOnDay {
  period: string
  day: number
  cents: number
  /** What of it went back. */
  back_cents: number
}

/**
 * What was spent on some days, noted as payments of the periods it was spent in: a sum a day, out less what went back, and 0 where nothing
 * was. What goes back is taken off the days before it, the nearest first, whether they are noted already or not; so the files in which it
 * all came make no difference. A period that is over by then is settled; of the one that runs, what is left is still due. Of one that the
 * person has settled nothing more is noted while it runs.
 */
export function spentChanges(
  bill: Bill,
  payments: readonly AccountTransaction[],
  { from, to, paid = payments }: KnownDays,
): ((row: Dated) => RowChange)[] {
  if (bill.due_date === null) return []
  const isOver = (period: string): boolean => endOfPeriod(bill, dayOf(period)!) <= dayOf(to)! + 1
  const spent = Map.groupBy(
    payments.filter((one) => one.date <= to),
    (one) => periodOn(bill, one.date),
  )
  const first = [periodOn(bill, from) ?? from, ...[...spent.keys()].filter((period) => period !== null)].sort()[0]!
  const periods = rowScheduledDates(bill, dayOf(first)!, dayOf(to)! + 1)
    .map(dateOf)
    .filter((period) => {
      const { rest, skipped } = bill.exceptions[period] ?? {}
      return !skipped && (rest !== 'dropped' || isOver(period))
    })
  const before = notedDays(bill)
  const days = periods.flatMap((period) => spentDays(period, spent.get(period) ?? []))
  takeBack(
    periods.flatMap((period) => spent.get(period) ?? []),
    paid,
    [...before, ...days],
  )
  const noted = periods.flatMap((period): [string, PartPayment[]][] => {
    const already = bill.exceptions[period]?.paid ?? []
    const told = days.filter((one) => one.period === period && one.cents > one.back_cents)
    const sums = told.map(({ day, cents, back_cents }) => ({ date: dateOf(day), amount_cents: cents - back_cents }))
    if (sums.length > 0 || already.length > 0) return [[period, atMost(sums, Math.max(1, most_sums - already.length))]]
    const last = dateOf(endOfPeriod(bill, dayOf(period)!) - 1)
    return [[period, [{ date: last < to ? last : to, amount_cents: 0 }]]]
  })
  const open = Object.keys(bill.exceptions).filter((period) => bill.exceptions[period]!.rest === 'open')
  const over = new Set([...noted.map(([period]) => period), ...open].filter(isOver))
  return [
    ...before
      .filter(({ back_cents }) => back_cents > 0)
      .map(
        ({ period, day, back_cents }) =>
          (row: Dated): RowChange =>
            lessSpent(row, back_cents, (one, of) => (of === period && one.date === dateOf(day) ? 0 : Infinity)),
      ),
    ...noted.map(
      ([period, sums]) =>
        (row: Dated): RowChange =>
          payPart(withRoom(row, period, sums.length), period, sums),
    ),
    ...[...over].map(
      (period) =>
        (row: Dated): RowChange =>
          settleDate(row, period, true),
    ),
  ]
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
function takeBack(payments: readonly AccountTransaction[], paid: readonly AccountTransaction[], days: readonly SpentOnDay[]): void {
  const came = payments.filter(({ amount_cents }) => amount_cents > 0).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  if (came.length === 0) return
  const paidOn = Map.groupBy(
    paid.filter(({ amount_cents }) => amount_cents < 0),
    nameOfPayee,
  )
  const latest = days.toSorted((a, b) => b.day - a.day)
  for (const refund of came) {
    const day = dayOf(refund.date)!
    const mayGoBack = (then: number): boolean => then <= day && day - then <= days_to_go_back
    if (!paidOn.get(nameOfPayee(refund))?.some(({ date }) => mayGoBack(dayOf(date)!))) continue
    let left = refund.amount_cents
    for (const one of latest) {
      if (left === 0) break
      if (!mayGoBack(one.day)) continue
      const cents = Math.min(left, one.cents - one.back_cents)
      one.back_cents += cents
      left -= cents
    }
  }
}

/** Takes a sum off what is noted as spent, the lowest rank first; nothing of what is ranked Infinity. More than all is not told. */
export function lessSpent(row: Dated, amount_cents: number, rank: (one: PartPayment, period: string) => number): RowChange {
  const ranked = Object.entries(row.exceptions).flatMap(([period, { paid = [] }]) => paid.map((one) => ({ one, rank: rank(one, period) })))
  const less = new Map<PartPayment, number>()
  let left = amount_cents
  for (const { one } of ranked.filter((each) => each.rank < Infinity).sort((a, b) => a.rank - b.rank)) {
    const taken = Math.min(left, one.amount_cents)
    if (taken > 0) less.set(one, taken)
    left -= taken
  }
  if (less.size === 0) return { ok: true, fields: {} }
  const exceptions = Object.entries(row.exceptions).map(
    ([period, { paid, ...said }]) =>
      [
        period,
        { ...said, ...(paid && { paid: paid.map((one) => ({ ...one, amount_cents: one.amount_cents - (less.get(one) ?? 0) })) }) },
      ] as const,
  )
  return { ok: true, fields: { exceptions: Object.fromEntries(exceptions) } }
}

/** The same sum in so many parts at most, ≥ 1: the first ones are one. */
function atMost(sums: readonly PartPayment[], most: number): PartPayment[] {
  const earlier = sums.slice(0, Math.max(0, sums.length - most + 1))
  if (earlier.length < 2) return [...sums]
  return [
    { date: earlier.at(-1)!.date, amount_cents: sumOf(earlier.map(({ amount_cents }) => amount_cents)) },
    ...sums.slice(earlier.length),
  ]
}

/** A row of whose date so many more payments can be noted, however often the bank's file is read in a period. */
function withRoom(row: Dated, date: string, more: number): Dated {
  const { paid = [], ...said } = row.exceptions[date] ?? {}
  const most = limits.payments_of_a_date - more
  return paid.length <= most ? row : { ...row, exceptions: { ...row.exceptions, [date]: { ...said, paid: atMost(paid, most) } } }
}
