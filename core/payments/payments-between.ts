/** Every dated payment in a window, also those a projection does not count: paid ones, and ones before the plan begins. */
import { exceptionDays, withoutFields } from '../schedule/exceptions.ts'
import { asDue, isSettled, paidAmount } from './part-payments.ts'
import { amountOn } from '../schedule/row-parts.ts'
import type { DatedCollection, ExceptionCollection, Payment, Scenario } from '../scenario.ts'
import { occurrences } from '../schedule/schedule.ts'

export interface DatedPayment {
  /** Of accounts: a card, whose payments are dates too (core/payments/payments-ahead.ts). */
  collection: ExceptionCollection
  id: string
  name: string
  predicted: boolean
  /** The effective date. */
  date: string
  nominal_date: string
  /** What is due of it: of one that is paid in part what is left. Of a settled one what it cost. */
  amount_cents: number
  /** The account that it leaves, of an income the one that it comes to; null: the main one. */
  account_id: string | null
  /** Of a transfer or a card's payment, the account that it comes to; null: the main one. */
  to_account_id?: string | null
  /** settled: paid already. past: before start_date, so not counted. */
  state: 'planned' | 'settled' | 'past'
}

type Lists = Pick<Scenario, DatedCollection | 'start_date'>

/** In the order in which a day has them. */
const ofDay = ['incomes', 'bills', 'transfers'] as const

/**
 * By date, on a day incomes first, then bills, then transfers, each in list order. The window is [from, until) of effective dates. What is
 * left of a date that is paid in part or said to be open is due on `today` at the earliest. A bill that leaves over the days is there once
 * a period, on its first day.
 */
export const paymentsBetween = (lists: Lists, from: string, until: string, today = lists.start_date): DatedPayment[] =>
  payments(lists, [from, until], today, () => undefined)

/** Those of them that are settled. */
export const settledBetween = (lists: Lists, from: string, until: string): DatedPayment[] =>
  payments(lists, [from, until], lists.start_date, ({ exceptions }) => exceptionDays(exceptions).settled)

/** `only`: the scheduled days of a row that are told. */
function payments(
  lists: Lists,
  [from, until]: readonly [string, string],
  today: string,
  only: (row: Payment) => ReadonlySet<number> | undefined,
): DatedPayment[] {
  const { start_date } = lists
  return eachRow(lists, today, (row, of, whole) =>
    occurrences(row, from, until, only(row)).map(({ date, nominal_date, amount_cents }): DatedPayment => {
      const state = isSettled(row, nominal_date) ? 'settled' : date < start_date ? 'past' : 'planned'
      // Of what is paid, what was paid, where that is noted.
      const paid_cents = state === 'settled' && whole.exceptions[nominal_date]?.paid?.length ? paidAmount(whole, nominal_date) : null
      return { ...of, date, nominal_date, amount_cents: paid_cents ?? amount_cents ?? amountOn(row, nominal_date), state }
    }),
  )
}

/** A date that is left out: of what and when it would be. */
export type SkippedPayment = Omit<DatedPayment, 'state'>

/** The dates in a window that are left out, by the day on which each would fall, each in list order; as paymentsBetween. */
export function skippedBetween(lists: Lists, from: string, until: string, today = lists.start_date): SkippedPayment[] {
  return eachRow(lists, today, (row, of) => {
    const isSkipped = (date: string): boolean => row.exceptions[date]?.skipped === true
    if (!Object.keys(row.exceptions).some(isSkipped)) return []
    return occurrences({ ...row, exceptions: withoutFields(row.exceptions, 'skipped') }, from, until).flatMap(
      ({ date, nominal_date, amount_cents }) =>
        isSkipped(nominal_date) ? [{ ...of, date, nominal_date, amount_cents: amount_cents ?? amountOn(row, nominal_date) }] : [],
    )
  })
}

type OfRow = Pick<DatedPayment, 'collection' | 'id' | 'name' | 'predicted' | 'account_id' | 'to_account_id'>

/** Each row by what is still due of it, and as it is. */
function eachRow<P extends { date: string }>(lists: Lists, today: string, tell: (row: Payment, of: OfRow, whole: Payment) => P[]): P[] {
  const now = today > lists.start_date ? today : lists.start_date
  const told = ofDay.flatMap((collection) =>
    (lists[collection] as readonly Payment[]).flatMap((row) => tell(asDue(row, now), ofRow(collection, row), row)),
  )
  return told.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** What its payments say of a row. */
export function ofRow(collection: DatedCollection, row: Payment): OfRow {
  const { id, name, predicted } = row
  const accounts =
    'account_id' in row ? { account_id: row.account_id } : { account_id: row.from_account_id, to_account_id: row.to_account_id }
  return { collection, id, name, predicted, ...accounts }
}
