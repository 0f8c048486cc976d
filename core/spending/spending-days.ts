/** Everyday spending on the days of a calendar: what the balance ahead counts on each, and what was spent, as far as that is noted. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { paymentsBetween, type DatedPayment } from '../payments/payments-between.ts'
import type { Bill, Scenario } from '../scenario.ts'
import { daysOfPeriod, isSpread } from '../schedule/spread.ts'
import { spendingOfMonth } from './spending-month.ts'

/** A bill that leaves day by day, on one of its days. Minor units ≥ 0; both 0 on a day to come of a period that is spent. */
export interface EverydayOfDay {
  bill: Bill
  /** The scheduled date of the period that it is a day of. */
  nominal_date: string
  /** What the balance ahead counts on this day. */
  counted_cents: number
  /** What is noted of it, as the bank said it or the person: the balance has it. */
  spent_cents: number
}

/** By day, in list order of the bills; days without any are left out. What is counted sums to what the projection takes on each day. */
export function everydayByDay(scenario: Scenario, span: { from: string; until: string; today: string }): Map<string, EverydayOfDay[]> {
  const now = span.today > scenario.start_date ? span.today : scenario.start_date
  const all = spendingOfMonth(scenario, span).bills.flatMap(({ bill, days, periods }) =>
    days.map(({ date, planned_cents, spent_cents, left_cents, assumed_cents }) => ({
      date,
      bill,
      nominal_date: periods.findLast(({ from, until }) => from <= date && date < until)!.scheduled_date,
      counted_cents: date < scenario.start_date ? 0 : left_cents + assumed_cents,
      spent_cents,
      isSpent: planned_cents > 0 && left_cents === 0 && date >= now,
    })),
  )
  const told = all.filter(({ counted_cents, spent_cents, isSpent }) => counted_cents > 0 || spent_cents > 0 || isSpent)
  return new Map(
    [...Map.groupBy(told, ({ date }) => date)].map(([date, list]) => [
      date,
      list.map(({ date: _date, isSpent: _isSpent, ...of }): EverydayOfDay => of),
    ]),
  )
}

/** The days between a scheduled date and the one it is put on to take off a weekend. */
const shifted_days = 3

/** The period that a day of everyday spending is of, as the payment that it is; undefined where the plan has it no more. */
export function periodOf(
  scenario: Scenario,
  { id, nominal_date }: { id: string; nominal_date: string },
  today: string,
): DatedPayment | undefined {
  const bills = scenario.bills.filter((bill) => bill.id === id)
  const days = [nominal_date, bills[0]?.exceptions[nominal_date]?.moved_to ?? nominal_date, today].sort()
  const [from, until] = [addDays(days[0]!, -shifted_days), addDays(days[2]!, shifted_days + 1)]
  return paymentsBetween({ ...scenario, bills, incomes: [], transfers: [] }, from, until, today).find(
    (payment) => payment.nominal_date === nominal_date,
  )
}

/** The last day over which a payment leaves; null: it leaves on one day. */
export function lastOfPeriod({ bills }: Scenario, { collection, id, date, nominal_date }: DatedPayment): string | null {
  const bill = collection === 'bills' ? bills.find((one) => one.id === id && isSpread(one)) : undefined
  return bill === undefined ? null : dateOf(daysOfPeriod(bill, dayOf(nominal_date)!, dayOf(date)!).until - 1)
}
