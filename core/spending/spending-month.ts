/**
 * A month of everyday spending: for each bill that leaves day by day what was planned, what was spent, what is left, by period and by day.
 */
import { dateOf, dayOf } from '../calendar.ts'
import { withoutFields } from '../schedule/exceptions.ts'
import { sumOf } from '../money/money.ts'
import { asDue } from '../payments/part-payments.ts'
import { spreadDates } from '../projection/spread-dates.ts'
import type { Bill, Scenario } from '../scenario.ts'
import { isSpread, periodDays } from '../schedule/spread.ts'

/** Minor units ≥ 0. planned + over = spent + assumed + left, where `over` may be negative. */
export interface SpendingSums {
  planned_cents: number
  /** As the bank said it, or the person. */
  spent_cents: number
  /** Of days that are past and of which nothing is known: what was planned counts as spent. */
  assumed_cents: number
  /** What the balance ahead counts, from today on. */
  left_cents: number
  /** What comes to more than planned; negative: what a period left over, which is not carried on. */
  over_cents: number
}

export interface SpendingDay extends Omit<SpendingSums, 'over_cents'> {
  date: string
}

export interface SpendingPeriod extends SpendingSums {
  /** The scheduled date, and its days as far as they are of the month: [from, until). */
  scheduled_date: string
  from: string
  until: string
}

export interface SpendingOfBill extends SpendingSums {
  bill: Bill
  days: SpendingDay[]
  periods: SpendingPeriod[]
  /** What of `over_cents` is of periods that have days in the months beside it too, where the rest of it may be. */
  edge_cents: number
  /** The period that runs today is spent: the next day on which something counts again. null: something is left, or nothing runs. */
  spent_until: string | null
}

export interface SpendingMonth {
  bills: SpendingOfBill[]
  /** Of all of them together. */
  sums: SpendingSums
  /** The last day of which the bank told what was spent; null: nothing is known of what was spent in this month. */
  known_until: string | null
}

/** The days [from, until), as a person sees them on `today`. */
export function spendingOfMonth(scenario: Scenario, { from, until, today }: { from: string; until: string; today: string }): SpendingMonth {
  const span = { start_day: dayOf(from)!, until_day: dayOf(until)! }
  const start = dayOf(scenario.start_date)!
  const now = Math.max(dayOf(today)!, start)
  const known = knownDays(scenario, span, null)
  const bills = scenario.bills
    .filter((bill) => isSpread(bill) && bill.due_date !== null)
    .map((bill) => ofBill(bill, { span, start, now, known: bill.account_id === null ? known : knownDays(scenario, span, bill.account_id) }))
  const until_day = Math.max(...known)
  return {
    bills: bills.filter(({ days }) => days.length > 0),
    sums: summed(bills),
    known_until: Number.isFinite(until_day) ? dateOf(until_day) : null,
  }
}

interface Seen {
  span: { start_day: number; until_day: number }
  start: number
  now: number
  known: ReadonlySet<number>
}

/** By period, as its scheduled day, and within it by day. */
type ByPeriod = Map<number, Map<number, number>>

function ofBill(bill: Bill, { span, start, now, known }: Seen): SpendingOfBill {
  const planned = sharesOf({ ...bill, exceptions: withoutFields(bill.exceptions, 'paid', 'rest') }, span)
  const due = asDue(bill, dateOf(now))
  const counted = start < span.until_day ? sharesOf(due, { ...span, start_day: Math.max(start, span.start_day) }) : new Map()
  const spent = notedOf(bill, span)
  const periods = [...new Set([...planned.keys(), ...counted.keys(), ...spent.keys()])].sort((a, b) => a - b)
  const days = new Map<number, SpendingDay>()
  const told = periods.map((period): SpendingPeriod => {
    const own = [...new Set([planned, counted, spent].flatMap((by) => [...(by.get(period)?.keys() ?? [])]))].sort((a, b) => a - b)
    const list = own.map((day): SpendingDay => {
      const planned_cents = planned.get(period)?.get(day) ?? 0
      const ahead = counted.get(period)?.get(day) ?? 0
      const isUnknown = day < start && !known.has(day)
      return {
        date: dateOf(day),
        planned_cents,
        spent_cents: spent.get(period)?.get(day) ?? 0,
        assumed_cents: isUnknown ? planned_cents : day < now ? ahead : 0,
        left_cents: day < now ? 0 : ahead,
      }
    })
    for (const [nth, day] of own.entries()) days.set(day, plus(days.get(day), list[nth]!))
    return { ...summed(list), scheduled_date: dateOf(period), from: list[0]!.date, until: dateOf(own.at(-1)! + 1) }
  })
  const inOrder = [...days].sort(([a], [b]) => a - b).map(([, day]) => day)
  const edge_cents = sumOf(told.filter(({ scheduled_date }) => !isWithin(bill, scheduled_date, span)).map(({ over_cents }) => over_cents))
  return { bill, days: inOrder, periods: told, ...summed(told), edge_cents, spent_until: spentUntil(bill, due, now) }
}

function isWithin(bill: Bill, period: string, { start_day, until_day }: Seen['span']): boolean {
  const own = periodDays(bill, period)
  return own.from >= start_day && own.until <= until_day
}

const plus = (a: SpendingDay | undefined, b: SpendingDay): SpendingDay =>
  a === undefined
    ? b
    : {
        date: b.date,
        planned_cents: a.planned_cents + b.planned_cents,
        spent_cents: a.spent_cents + b.spent_cents,
        assumed_cents: a.assumed_cents + b.assumed_cents,
        left_cents: a.left_cents + b.left_cents,
      }

function summed(list: readonly Omit<SpendingSums, 'over_cents'>[]): SpendingSums {
  const [planned_cents, spent_cents, assumed_cents, left_cents] = (
    ['planned_cents', 'spent_cents', 'assumed_cents', 'left_cents'] as const
  ).map((of) => sumOf(list.map((one) => one[of]))) as [number, number, number, number]
  return { planned_cents, spent_cents, assumed_cents, left_cents, over_cents: spent_cents + assumed_cents + left_cents - planned_cents }
}

function sharesOf(bill: Bill, span: Seen['span']): ByPeriod {
  const { effective, scheduled, amounts } = spreadDates(bill, span)
  const shares: ByPeriod = new Map()
  for (const [nth, day] of effective.entries()) {
    const period = shares.get(scheduled[nth]!) ?? new Map<number, number>()
    shares.set(scheduled[nth]!, period.set(day, (period.get(day) ?? 0) + amounts![nth]!))
  }
  return shares
}

/** What is noted of a bill within the days. */
function notedOf(bill: Bill, { start_day, until_day }: Seen['span']): ByPeriod {
  const noted: ByPeriod = new Map()
  for (const [period, { paid = [] }] of Object.entries(bill.exceptions)) {
    for (const { date, amount_cents } of paid) {
      const day = dayOf(date)!
      if (day < start_day || day >= until_day) continue
      const own = noted.get(dayOf(period)!) ?? new Map<number, number>()
      noted.set(dayOf(period)!, own.set(day, (own.get(day) ?? 0) + amount_cents))
    }
  }
  return noted
}

/** The days of periods of which something is noted, until the plan's balance: what no bill has noted there was not spent. */
function knownDays({ bills, start_date }: Scenario, { start_day, until_day }: Seen['span'], account_id: string | null): Set<number> {
  const days = new Set<number>()
  for (const bill of bills) {
    if (!isSpread(bill) || bill.account_id !== account_id || bill.due_date === null) continue
    for (const [period, { paid }] of Object.entries(bill.exceptions)) {
      if (!paid || paid.length === 0) continue
      const own = periodDays(bill, period)
      for (let day = Math.max(own.from, start_day); day < Math.min(own.until, until_day, dayOf(start_date)! + 1); day += 1) days.add(day)
    }
  }
  return days
}

/** Where nothing is left of the period that runs: the first later day that counts. */
function spentUntil(bill: Bill, due: Bill, now: number): string | null {
  const whole = spreadDates({ ...bill, exceptions: withoutFields(bill.exceptions, 'paid', 'rest') }, { start_day: now, until_day: now + 1 })
  if (!whole.amounts!.some((cents) => cents > 0)) return null
  const { effective, amounts } = spreadDates(due, { start_day: now, until_day: now + 366 })
  const next = effective.find((_, nth) => amounts![nth]! > 0)
  return next !== undefined && next > now ? dateOf(next) : null
}
