/** What a row could be changed to, because its last payments were otherwise than planned. */
import { dayOf } from '../calendar.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { wholeAmount } from '../payments/part-payments.ts'
import { partAmong, partsOf } from '../schedule/row-parts.ts'
import type { Scenario } from '../scenario.ts'
import type { EarlierMatch, PaymentMatch } from './matched.ts'
import { totalOf } from './bank-side.ts'
import { dateKey, datedRows, planDates, type PlanDate, type RowRef } from './plan-dates.ts'

export type Drift =
  /** The last payments were another amount. Minor units. */
  | { kind: 'amount'; row: RowRef; from: string; was_cents: number; amount_cents: number }
  /** They vary, and not within what the plan says. */
  | { kind: 'range'; row: RowRef; from: string; amount_cents: number; low_cents: number; high_cents: number }
  /** They came so many days after the day, or before it when negative. */
  | { kind: 'day'; row: RowRef; from: string; days: number }
  /** Nothing came any more; `last`: the last scheduled date that was paid. */
  | { kind: 'end'; row: RowRef; last: string }

/** So many payments in a row speak for a change. */
const telling = 3
/** Of amounts that vary, off by less in a hundred is as planned; and those that differ by more have a range. */
const off_percent = 2
const range_percent = 5
/** Days off the planned one from which a day is another one. */
const telling_days = 2

/** A date that was paid as the transactions begin may lie before them. */
const most_days_late = 45
/** A row's next date lies in so many days, or is not looked at. */
const days_ahead = 800

/** One payment of a row. */
interface Paid {
  scheduled_date: string
  /** As it is planned now. */
  planned: PlanDate
  cents: number
  day: number
}

/**
 * Offers for each row whose last three payments differ from its plan, or whose last three dates were not paid. `matches` are all
 * there are, those made before and new ones; dates after `covered_until` are not known to be paid or not. Of a row that is asked about
 * nothing is offered until that is answered.
 */
export function driftsOf(
  scenario: Scenario,
  matches: readonly (EarlierMatch | PaymentMatch)[],
  transactions: readonly AccountTransaction[],
  covered_until: string,
  asked: readonly Pick<PaymentMatch, 'row'>[] = [],
): Drift[] {
  const byId = new Map(transactions.map((one) => [one.id, one]))
  const until = dayOf(covered_until)! + 1
  const first = transactions.reduce((least, { date }) => (date < least ? date : least), covered_until)
  const dates = Map.groupBy(planDates(scenario, dayOf(first)! - most_days_late, until, covered_until), ({ row }) => row.id)
  const byDate = Map.groupBy(matches, ({ row, scheduled_date }) => dateKey(row, scheduled_date))
  const nexts = nextDates(scenario, until, covered_until)
  const waiting = new Set(asked.map(({ row }) => row.id))
  return [...datedRows(scenario)].flatMap(({ ref, row }) => {
    if (waiting.has(row.id)) return []
    const own = dates.get(row.id) ?? []
    const paid = own.flatMap((planned) => paidOf(planned, byDate.get(dateKey(ref, planned.scheduled_date)) ?? [], byId))
    const next = nexts.get(row.id)
    if (next === undefined || paid.length < telling) return endOf(ref, own, paid)
    const last = paid.slice(-telling)
    // Days by another rule say nothing of those to come.
    const parts = partsOf(row)
    const ruleOf = (date: string): number => partAmong(parts, dayOf(date)!).rule_of
    const isOneRule = last.every(({ scheduled_date }) => ruleOf(scheduled_date) === ruleOf(next.scheduled_date))
    // What is left of a date, or of a loan, says nothing of the amounts to come.
    const isWhole = next.amount_cents === wholeAmount(row, next.scheduled_date)
    return [...endOf(ref, own, paid), ...changeOf(ref, last, next).filter(({ kind }) => (kind === 'day' ? isOneRule : isWhole))]
  })
}

function paidOf(
  planned: PlanDate,
  matches: readonly (EarlierMatch | PaymentMatch)[],
  byId: ReadonlyMap<string, AccountTransaction>,
): Paid[] {
  const found = matches.flatMap(({ transactions }) => transactions.flatMap((id) => byId.get(id) ?? []))
  const cents = planned.sign * totalOf(found)
  return cents <= 0
    ? []
    : [
        {
          scheduled_date: planned.scheduled_date,
          planned,
          cents,
          day: Math.max(...found.filter(({ amount_cents }) => amount_cents < 0 === planned.sign < 0).map(({ date }) => dayOf(date)!)),
        },
      ]
}

/** Of each row the first date that is still to come. */
function nextDates(scenario: Scenario, from: number, today: string): Map<string, PlanDate> {
  const open = planDates(scenario, from, from + days_ahead, today).filter(({ state }) => state === 'open')
  return new Map(open.toReversed().map((date) => [date.row.id, date]))
}

/** Its last dates, all of them long past, were not paid, though one before was. */
function endOf(row: RowRef, dates: readonly PlanDate[], paid: readonly Paid[]): Drift[] {
  const last = paid.at(-1)?.scheduled_date
  if (last === undefined) return []
  const since = dates.filter(({ scheduled_date }) => scheduled_date > last)
  return since.length >= telling ? [{ kind: 'end', row, last }] : []
}

function changeOf(row: RowRef, last: readonly Paid[], { scheduled_date: from, low_cents, high_cents, amount_cents }: PlanDate): Drift[] {
  const cents = last.map((one) => one.cents)
  const [least, most] = [Math.min(...cents), Math.max(...cents)]
  const isOne = least === most
  /** More than the range, or less; by how much where they vary by themselves. */
  const isOff = (paid: number): boolean => Math.max(low_cents - paid, paid - high_cents) * 100 > (isOne ? 0 : off_percent * amount_cents)
  const drifts: Drift[] = []
  if (cents.every(isOff)) {
    const isRange = (most - least) * 100 > range_percent * amount_cents
    if (isRange) drifts.push({ kind: 'range', row, from, amount_cents: middle(cents), low_cents: least, high_cents: most })
    else drifts.push({ kind: 'amount', row, from, was_cents: amount_cents, amount_cents: cents.at(-1)! })
  }
  const days = last.map(({ planned, day }) => day - planned.from_day)
  if (days.every((off) => off >= telling_days) || days.every((off) => off <= -telling_days))
    drifts.push({ kind: 'day', row, from, days: middle(days) })
  return drifts
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
