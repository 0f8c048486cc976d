/**
 * The dates of bills with pots as they were paid: each part on its own day, what is left of one is still to come, and until a date is
 * paid its pot is filled for no later one. So a pot holds the same in however many files the payments came.
 */
import { dayOf } from '../calendar.ts'
import { asDue } from '../payments/part-payments.ts'
import { sumOf } from '../money/money.ts'
import type { AccountTransaction } from '../prediction/history.ts'
import { plannedAmounts } from '../projection/due-amounts.ts'
import { amountsOf, openDates } from '../projection/open-dates.ts'
import type { DaySpan, RowDates } from '../projection/occurrence-table.ts'
import { potsOf } from '../projection/pots.ts'
import type { Prepared } from '../projection/projecting.ts'
import type { Bill, Scenario } from '../scenario.ts'
import { isSpread } from '../schedule/spread.ts'
import type { PaymentMatch } from './matched.ts'
import { spentDates, type SpentOfBills } from './pot-spent.ts'

type Setup = Prepared['setup']

/** What a bill's pot is asked for on a day. Minor units. */
interface Due {
  day: number
  scheduled: number
  cents: number
  /** Of the last part of what was paid: what is still due of the date. null: of others. */
  rest_cents: number | null
}

/**
 * What days are worked out of, of a plan whose dates lie where they were paid (`livedUntil`), with these dates part by part. `planned`:
 * the plan as it was; `later`: the day on which what has not come lies.
 */
export function withPartsPaid(
  setup: Setup,
  planned: Scenario,
  open: readonly PaymentMatch[],
  { transactions, later, spent }: { transactions: readonly AccountTransaction[]; later: string; spent: SpentOfBills },
): Setup {
  const { scenario, occurrences, pots, places, rows } = setup
  const byBill = Map.groupBy(open, ({ row }) => row.id)
  const days = new Map(transactions.map((one) => [one.id, one]))
  const bills = new Map(planned.bills.map((bill) => [bill.id, bill]))
  const dates = occurrences.dates.map((own, which): RowDates => {
    const row = rows[which]! as Bill
    const bill = bills.get(row.id)
    if (pots.of_row[which]! < 0 || !bill) return own
    if (isSpread(bill)) return bill.due_date === null ? own : spentDates(own, bill, spent, occurrences)
    return partsOf(own, bill, byBill.get(bill.id) ?? [], days, { ...occurrences, later_day: dayOf(later)!, start_date: planned.start_date })
  })
  if (dates.every((own, which) => own === occurrences.dates[which])) return setup
  const table = { ...occurrences, dates, all: null, some: null }
  const amounts = plannedAmounts(rows, table)
  return { ...setup, occurrences: table, amounts, pots: potsOf(scenario, table, amounts, places) }
}

interface Asked extends DaySpan {
  later_day: number
  start_date: string
}

function partsOf(
  own: RowDates,
  bill: Bill,
  matches: readonly PaymentMatch[],
  days: ReadonlyMap<string, AccountTransaction>,
  { start_day, until_day, later_day, start_date }: Asked,
): RowDates {
  const isOnce = bill.schedule === null
  const costOf = (index: number): number => (own.amounts === null || own.amounts[index]! < 0 ? own.row.amount_cents : own.amounts[index]!)
  const found = own.effective.flatMap((day, index): Due[] => {
    const scheduled = own.scheduled[index]!
    const match = matches.find((one) => isOnce || dayOf(one.scheduled_date) === scheduled)
    if (!match) return [{ day, scheduled, cents: costOf(index), rest_cents: null }]
    const parts = paidParts(match, days, { first: start_day, last: day, scheduled })
    const left: Due[] = match.rest_cents > 0 ? [{ day: later_day, scheduled, cents: match.rest_cents, rest_cents: null }] : []
    return [...parts, ...left]
  })
  const list = found.sort((a, b) => a.day - b.day || a.scheduled - b.scheduled)
  const needs = needsOf(list, own, bill, { start_day, until_day, start_date })
  const column = (of: 'day' | 'scheduled'): number[] => list.map((one) => one[of])
  return {
    ...own,
    effective: column('day'),
    scheduled: column('scheduled'),
    amounts: Float64Array.from(list, ({ cents }) => cents),
    needs: Float64Array.from(needs),
  }
}

/** What was paid of a date, a part a day; as one where some of it went back, or its transactions do not tell it. */
function paidParts(
  { transactions, paid_cents, rest_cents, sign }: PaymentMatch,
  known: ReadonlyMap<string, AccountTransaction>,
  { first, last, scheduled }: { first: number; last: number; scheduled: number },
): Due[] {
  const parts = transactions.flatMap((id) => known.get(id) ?? [])
  const isWhole =
    parts.every(({ amount_cents }) => sign * amount_cents > 0) && sumOf(parts.map((one) => sign * one.amount_cents)) === paid_cents
  if (!isWhole || parts.length < 2) return [{ day: last, scheduled, cents: paid_cents, rest_cents }]
  const byDay = Map.groupBy(parts, ({ date }) => Math.min(last, Math.max(first, dayOf(date)!)))
  const dues = [...byDay].map(([day, list]): Due => ({
    day,
    scheduled,
    cents: sumOf(list.map((one) => sign * one.amount_cents)),
    rest_cents: null,
  }))
  const sorted = dues.sort((a, b) => a.day - b.day)
  return sorted.map((due, nth) => (nth === sorted.length - 1 ? { ...due, rest_cents } : due))
}

/** What the pot is to hold before each of these: what is left of the first date that is not paid by then, in the order of the plan. */
function needsOf(
  list: readonly Due[],
  own: RowDates,
  bill: Bill,
  { start_day, until_day, start_date }: DaySpan & { start_date: string },
): number[] {
  const due = asDue(bill, start_date)
  const { scheduled } = openDates(due, start_day, until_day)
  const amounts = amountsOf(due, scheduled)
  // What is due once has the day on which it was paid as its date.
  const nameOf = (day: number): number => (bill.schedule === null ? 0 : day)
  const open = new Map(scheduled.map((day, nth) => [nameOf(day), amounts === null || amounts[nth]! < 0 ? due.amount_cents : amounts[nth]!]))
  // Of what was not paid it is as much as is due by then: also what is due again of it.
  const paid = new Set(list.filter(({ rest_cents }) => rest_cents !== null).map((one) => nameOf(one.scheduled)))
  for (const one of list)
    if (open.has(nameOf(one.scheduled)) && !paid.has(nameOf(one.scheduled))) open.set(nameOf(one.scheduled), one.cents)
  // What is due again of an earlier date comes first.
  const again = list.filter((one) => !open.has(nameOf(one.scheduled)))
  const isEarlier = (one: Due): boolean => scheduled.length > 0 && one.scheduled < scheduled[0]!
  const left_of = (dues: readonly Due[]): [number, number][] => dues.map((one) => [nameOf(one.scheduled), one.cents])
  const left = new Map([...left_of(again.filter(isEarlier)), ...open, ...left_of(again.filter((one) => !isEarlier(one)))])
  return list.map(({ scheduled: of, cents, rest_cents }) => {
    const [need] = left.values()
    const rest = rest_cents ?? left.get(nameOf(of))! - cents
    if (rest > 0) left.set(nameOf(of), rest)
    else left.delete(nameOf(of))
    return need ?? own.row.amount_cents
  })
}
