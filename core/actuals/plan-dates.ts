/** The dates of a plan that a payment at the bank may be of: of every row, on which account, what is due and what is known of it. */
import { dayOf, dateOf } from '../calendar.ts'
import { asDue, dayOfDate, isSettled } from '../payments/part-payments.ts'
import { partAmong, partsOf } from '../schedule/row-parts.ts'
import { takenByLoans } from '../projection/taken-by-loans.ts'
import type { DatedCollection, Payment, Scenario, Transfer } from '../scenario.ts'
import { expand, offWeekend } from '../schedule/schedule.ts'
import type { Schedule } from '../schedule/rule.ts'
import { isSpread } from '../schedule/spread.ts'
import { sortedByDay } from './by-day.ts'

export interface RowRef {
  collection: DatedCollection
  id: string
}

/** One date of a row. */
export interface PlanDate {
  row: RowRef
  scheduled_date: string
  /** The day on which the plan has it; and its day number. */
  date: string
  day: number
  /**
   * From the day the rule names to the one it was put on; both the same where it was not moved, or only carried along to the start date
   * because it was open. As day numbers.
   */
  from_day: number
  to_day: number
  /** The account that it leaves or reaches; null: the main one. */
  account_id: string | null
  /** −1: it goes out. 1: it comes in. */
  sign: -1 | 1
  /**
   * What is due of it, ≥ 0 (of one that is paid in part what is left, of a loan's payment what the loan takes), and the range it may have;
   * minor units.
   */
  amount_cents: number
  low_cents: number
  high_cents: number
  /** open: still due. settled: nothing more is due of it. past: before start_date, so that the balance has it. */
  state: 'open' | 'settled' | 'past'
  /** About so many days lie between this date and the next one of its row. */
  gap_days: number
  /** Another row has as much on the same day. */
  has_alike: boolean
}

/** The lists of rows whose dates are matched. */
export type DatedLists = Pick<Scenario, 'bills' | 'incomes' | 'transfers'>

/** A row, the account whose transactions are looked at for it, and the way they go. */
interface DatedOnAccount {
  ref: RowRef
  row: Payment
  account_id: string | null
  sign: -1 | 1
}

/**
 * The rows whose dates are matched. Of a transfer its leg on the main account is looked at where it has one, else the one that it leaves
 * by. The one place that knows which lists there are.
 */
export function* datedRows({ bills, incomes, transfers }: DatedLists): Generator<DatedOnAccount> {
  for (const row of bills) yield { ref: { collection: 'bills', id: row.id }, row, account_id: row.account_id, sign: -1 }
  for (const row of incomes) yield { ref: { collection: 'incomes', id: row.id }, row, account_id: row.account_id, sign: 1 }
  for (const row of transfers) {
    const comesToMain = row.to_account_id === null
    yield {
      ref: { collection: 'transfers', id: row.id },
      row,
      account_id: comesToMain ? null : row.from_account_id,
      sign: comesToMain ? 1 : -1,
    }
  }
}

/**
 * The dates that lie in [from, until), given as day numbers, in one order whatever the order of the rows. Skipped ones and those of
 * nothing are none; nor are those of a loan that is paid off by then, or was as the plan begins, where what is left of others is paid on
 * `today` at the earliest.
 */
export function planDates(scenario: Scenario, from: number, until: number, today = scenario.start_date): PlanDate[] {
  const start = dayOf(scenario.start_date)!
  const takenOf = takenByLoans(scenario, dateOf(until), today)
  const paid_off = new Set(scenario.accounts.flatMap(({ id, kind, balance_cents }) => (kind === 'loan' && balance_cents >= 0 ? [id] : [])))
  const dates: PlanDate[] = []
  for (const { ref, row: stored, account_id, sign } of datedRows(scenario)) {
    // Everyday spending has no dates that a payment is of.
    if (stored.due_date === null || isSpread(stored)) continue
    const row = asDue<Payment>(stored, scenario.start_date)
    const parts = partsOf(row)
    const { scheduled, effective } = expand(row, from, until)
    for (const [index, day] of scheduled.entries()) {
      const part = partAmong(parts, day)
      const scheduled_date = dateOf(day)
      const said_cents = row.exceptions[scheduled_date]?.amount_cents
      const whole_cents = said_cents ?? part.amount_cents ?? row.amount_cents
      const amount_cents = takenOf(row.id, scheduled_date) ?? whole_cents
      if (amount_cents === 0) continue
      const isRanged =
        said_cents === undefined && amount_cents === whole_cents && (part.amount_cents === null || part.amount_low_cents !== null)
      const low_cents = isRanged ? (part.amount_low_cents ?? row.amount_low_cents ?? amount_cents) : amount_cents
      const high_cents = isRanged ? (part.amount_high_cents ?? row.amount_high_cents ?? amount_cents) : amount_cents
      const to = effective[index]!
      const ruled = offWeekend(day, part.schedule?.shift)
      const own = dayOf(stored.exceptions[scheduled_date]?.moved_to ?? '') ?? ruled
      const state = isSettled(row, scheduled_date) ? 'settled' : to < start ? 'past' : 'open'
      // Of a loan on which nothing is owed none of them is still to come.
      if (state === 'past' && ref.collection === 'transfers' && paid_off.has((stored as Transfer).to_account_id!)) continue
      dates.push({
        row: ref,
        scheduled_date,
        account_id,
        sign,
        amount_cents,
        low_cents,
        high_cents,
        date: to === day ? scheduled_date : dateOf(to),
        day: to,
        from_day: Math.min(ruled, own),
        to_day: Math.max(ruled, own),
        state,
        gap_days: gapOf(part.schedule),
        has_alike: false,
      })
    }
  }
  const sorted = sortedByDay(dates, ({ day }) => day, inOrderOfDay)
  for (const [at, date] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length && sorted[next]!.day === date.day; next += 1) {
      const other = sorted[next]!
      if (other.amount_cents === date.amount_cents && other.sign === date.sign) date.has_alike = other.has_alike = true
    }
  }
  return sorted
}

/** By what tells dates of one day apart. */
function inOrderOfDay(a: PlanDate, b: PlanDate): number {
  if (a.scheduled_date !== b.scheduled_date) return a.scheduled_date < b.scheduled_date ? -1 : 1
  if (a.row.collection !== b.row.collection) return a.row.collection < b.row.collection ? -1 : 1
  return a.row.id < b.row.id ? -1 : 1
}

const days_of_unit = { day: 1, week: 7, month: 30, year: 365 }
/** What is due once is as far from others as what comes each month. */
const gap_of_once = 30

function gapOf(schedule: Schedule | null): number {
  if (schedule === null) return gap_of_once
  return Math.max(1, Math.round((schedule.every * days_of_unit[schedule.unit]) / (schedule.on?.length ?? 1)))
}

/**
 * The day on which a date was due: its rule's own where it was only carried along to the start date because it was open. What is due once
 * has the day it was carried to as its date.
 */
export function dueDay(
  scenario: Scenario,
  { row: { collection, id }, scheduled_date, date }: Pick<PlanDate, 'row' | 'scheduled_date' | 'date'>,
): string {
  const row = (scenario[collection] as readonly Payment[]).find((one) => one.id === id)
  if (!row || date !== scenario.start_date || scheduled_date >= date) return date
  const own = dayOfDate(row, scheduled_date)
  return own < date ? own : date
}

/** Names one date of one row. */
export const dateKey = ({ id }: RowRef, scheduled_date: string): string => `${id} ${scheduled_date}`
