/**
 * What was paid of a date so far, and what is left of it. A date is settled once its payments come to its amount, or what is left
 * of it is dropped; what is left of one that is paid in part, or said to be open, is due on its day or today, whichever is later.
 */
import { dayOf } from '../calendar.ts'
import { exceptionDays, inOrder, type DateException, type Exceptions } from '../schedule/exceptions.ts'
import { sumOf } from '../money/money.ts'
import { amountOn, isRowScheduledOn, type RuledRow } from '../schedule/row-parts.ts'
import { ruledDate } from '../schedule/schedule.ts'
import { endOfPeriod } from '../schedule/spread.ts'

/** What of a row says what its dates cost and what is paid of them. */
export interface PaidRow extends RuledRow {
  amount_cents: number
  exceptions: Exceptions
  spread?: boolean
}

/** An account, whose exceptions are said of the payments of its card: what they come to is known when they are due. */
type PaidCard = Pick<PaidRow, 'exceptions'> & { card: unknown }

/** What a date costs, minor units: its own amount, else what the row has by then. Infinity: of a card's payment that can't be said. */
export function wholeAmount(row: PaidRow | PaidCard, date: string): number {
  const own = row.exceptions[date]?.amount_cents
  if (own !== undefined || 'card' in row) return own ?? Infinity
  return row.due_date === null ? row.amount_cents : amountOn(row, date)
}

/** The sum of what was paid of a date, in minor units; 0 where no payments are noted, also of one that is settled. */
export const paidAmount = ({ exceptions }: Pick<PaidRow, 'exceptions'>, date: string): number =>
  sumOf(exceptions[date]?.paid?.map(({ amount_cents }) => amount_cents) ?? [])

/** Whether nothing more is due of a date: it is paid, or has come in. */
export function isSettled(row: PaidRow | PaidCard, date: string): boolean {
  const { paid, rest } = row.exceptions[date] ?? {}
  return rest === 'dropped' || (paid !== undefined && paid.length > 0 && paidAmount(row, date) >= wholeAmount(row, date))
}

/** Whether what is left of a date is due however long its day is past: it is paid in part, or said to be open, and not left out. */
export function isLeftOpen(row: PaidRow, date: string): boolean {
  const { paid, rest, skipped } = row.exceptions[date] ?? {}
  return !skipped && (rest === 'open' || (paid !== undefined && paid.length > 0)) && !isSettled(row, date)
}

/** The day on which a date lies by what is said of it: where it was put, else where the rule has it. */
export const dayOfDate = (row: PaidRow, date: string): string => row.exceptions[date]?.moved_to ?? ruledDate(row, date)

/** What is left of a date, in minor units; 0 where it is settled. */
export const leftAmount = (row: PaidRow, date: string): number =>
  isSettled(row, date) ? 0 : wholeAmount(row, date) - paidAmount(row, date)

/** The dates of which nothing more is due, in order. */
export const settledDates = (row: PaidRow | PaidCard): string[] => Object.keys(row.exceptions).filter((date) => isSettled(row, date))

/** What a payment of all that is left of a date adds to those that are noted; none where none are. */
export function paidInFull(row: PaidRow, date: string, on: string): Pick<DateException, 'paid'> {
  const { paid } = row.exceptions[date] ?? {}
  const amount_cents = leftAmount(row, date)
  return paid === undefined || amount_cents === 0 ? {} : { paid: [...paid, { date: on, amount_cents }] }
}

const due = new WeakMap<object, { from: string; row: object }>()

/**
 * A row by what is still due of it: dates that are paid are settled, and what is left of others is their amount, from the day `from` on at
 * the earliest. The same object where no payments are noted.
 */
export function asDue<R extends PaidRow>(row: R, from: string): R {
  if (row.due_date === null || exceptionDays(row.exceptions).part_payments === 0) return row
  const known = due.get(row)
  if (known?.from === from) return known.row as R
  const isDate = isRowScheduledOn(row)
  const exceptions = inOrder(
    Object.fromEntries(
      Object.entries(row.exceptions).map(([date, said]) => [date, isDate(dayOf(date)!) ? leftOf(row, date, said, from) : said]),
    ),
  )
  const left: R = { ...row, exceptions }
  due.set(row, { from, row: left })
  return left
}

function leftOf(row: PaidRow, date: string, { paid, rest, ...said }: DateException, from: string): DateException {
  if (isSettled(row, date)) return { ...said, rest: 'dropped' }
  const isPartPaid = paid !== undefined && paid.length > 0
  if (!isPartPaid && rest !== 'open') return said
  const day = dayOfDate(row, date)
  // A period of everyday spending that is over leaves nothing.
  if (row.spread && day < from && endOfPeriod(row, dayOf(date)!) <= dayOf(from)!) return { ...said, rest: 'dropped' }
  return { ...said, ...(isPartPaid && { amount_cents: leftAmount(row, date) }), ...(day < from && { moved_to: from }) }
}

/** A plan by what is still due of its rows. The same object where no payments are noted. */
export function planAsDue<S extends { bills: readonly PaidRow[]; incomes: readonly PaidRow[]; transfers: readonly PaidRow[] }>(
  plan: S,
  from: string,
): S {
  const isAsItIs = (rows: readonly PaidRow[]): boolean => rows.every((row) => asDue(row, from) === row)
  if (isAsItIs(plan.bills) && isAsItIs(plan.incomes) && isAsItIs(plan.transfers)) return plan
  const all = (rows: readonly PaidRow[]): PaidRow[] => rows.map((row) => asDue(row, from))
  return { ...plan, bills: all(plan.bills), incomes: all(plan.incomes), transfers: all(plan.transfers) }
}
