/** What was spent of everyday spending, noted in the periods of its bill. */
import { dateOf, dayOf } from '../calendar.ts'
import { limits } from '../limits.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import type { Bill } from '../scenario.ts'
import type { PartPayment } from '../schedule/exceptions.ts'
import { payPart, settleDate, type Dated, type RowChange } from '../schedule/schedule-changes.ts'
import { endOfPeriod } from '../schedule/spread.ts'
import { isOverBy, spentAnew, type KnownDays, type SpentAnew } from './spent-anew.ts'

/** As many sums as a period may note; those of the days before are one. */
const most_sums = limits.payments_of_a_date - 20

/** What its pot gave on a day for what was spent of a period; minor units. */
export type GivenOnDay = (period: string, day: number) => number

/**
 * What was spent on some days, noted as payments of the periods it was spent in: a sum a day, out less what went back, and 0 where nothing
 * was. A period that is over by then is settled; of the one that runs, what is left is still due.
 */
export const spentChanges = (bill: Bill, payments: readonly AccountTransaction[], known: KnownDays): ((row: Dated) => RowChange)[] =>
  notedChanges(bill, spentAnew(bill, payments, known))

/** The same of what was spent, with what the bill's pot gave for it. */
export function notedChanges(
  bill: Bill,
  { periods, days, before, to }: SpentAnew,
  givenOn: GivenOnDay = () => 0,
): ((row: Dated) => RowChange)[] {
  if (bill.due_date === null) return []
  const noted = periods.flatMap((period): [string, PartPayment[]][] => {
    const already = bill.exceptions[period]?.paid ?? []
    const told = days.filter((one) => one.period === period && one.cents > one.back_cents)
    const sums = told.map(({ day, cents, back_cents }) => noteOf(dateOf(day), cents - back_cents, givenOn(period, day)))
    if (sums.length > 0 || already.length > 0) return [[period, atMost(sums, Math.max(1, most_sums - already.length))]]
    const last = dateOf(endOfPeriod(bill, dayOf(period)!) - 1)
    return [[period, [{ date: last < to ? last : to, amount_cents: 0 }]]]
  })
  const open = Object.keys(bill.exceptions).filter((period) => bill.exceptions[period]!.rest === 'open')
  const over = new Set([...noted.map(([period]) => period), ...open].filter((period) => isOverBy(bill, period, to)))
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

/** A sum of a day with what of it its pot gave, never more than it is. */
function noteOf(date: string, amount_cents: number, given_cents: number): PartPayment {
  const from_pot_cents = Math.min(amount_cents, given_cents)
  return { date, amount_cents, ...(from_pot_cents > 0 && { from_pot_cents }) }
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
  const lessened = (one: PartPayment): PartPayment => noteOf(one.date, one.amount_cents - (less.get(one) ?? 0), one.from_pot_cents ?? 0)
  const exceptions = Object.entries(row.exceptions).map(
    ([period, { paid, ...said }]) => [period, { ...said, ...(paid && { paid: paid.map(lessened) }) }] as const,
  )
  return { ok: true, fields: { exceptions: Object.fromEntries(exceptions) } }
}

/** The same sum in so many parts at most, ≥ 1: the first ones are one. */
function atMost(sums: readonly PartPayment[], most: number): PartPayment[] {
  const earlier = sums.slice(0, Math.max(0, sums.length - most + 1))
  if (earlier.length < 2) return [...sums]
  const sum = (of: 'amount_cents' | 'from_pot_cents'): number => sumOf(earlier.map((one) => one[of] ?? 0))
  return [noteOf(earlier.at(-1)!.date, sum('amount_cents'), sum('from_pot_cents')), ...sums.slice(earlier.length)]
}

/** A row of whose date so many more payments can be noted, however often the bank's file is read in a period. */
function withRoom(row: Dated, date: string, more: number): Dated {
  const { paid = [], ...said } = row.exceptions[date] ?? {}
  const most = limits.payments_of_a_date - more
  return paid.length <= most ? row : { ...row, exceptions: { ...row.exceptions, [date]: { ...said, paid: atMost(paid, most) } } }
}
