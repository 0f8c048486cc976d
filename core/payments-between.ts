/** Every dated payment in a window, also those a projection does not count: paid ones, and ones before the plan begins. */
import { withoutFields } from './exceptions.ts'
import { asDue, isSettled } from './part-payments.ts'
import { amountOn } from './row-parts.ts'
import type { Bill, Income, Scenario } from './scenario.ts'
import { occurrences } from './schedule.ts'

export interface DatedPayment {
  collection: 'bills' | 'incomes'
  id: string
  name: string
  predicted: boolean
  /** The effective date. */
  date: string
  nominal_date: string
  /** What is due of it: of one that is paid in part what is left. Of a settled one what it cost. */
  amount_cents: number
  /** The account that it leaves or comes to; null: the main one. */
  account_id: string | null
  /** settled: paid already. past: before start_date, so not counted. */
  state: 'planned' | 'settled' | 'past'
}

/**
 * By date, on a day incomes first, each in list order. The window is [from, until) of effective dates. What is left of a date that is paid
 * in part or said to be open is due on `today` at the earliest. A bill that leaves over the days is there once a period, on its first day.
 */
export function paymentsBetween({ incomes, bills, start_date }: Pick<Scenario, 'incomes' | 'bills' | 'start_date'>, from: string, until: string, today = start_date): DatedPayment[] {
  const now = today > start_date ? today : start_date
  const of = (collection: 'bills' | 'incomes'): DatedPayment[] =>
    (collection === 'incomes' ? incomes : bills).flatMap((stored) => {
      const row = asDue<Bill | Income>(stored, now)
      const { id, name, predicted, account_id } = row
      return occurrences(row, from, until).map(({ date, nominal_date, amount_cents }): DatedPayment => ({
        collection, id, name, predicted, date, nominal_date,
        amount_cents: amount_cents ?? amountOn(row, nominal_date),
        account_id,
        state: isSettled(row, nominal_date) ? 'settled' : date < start_date ? 'past' : 'planned',
      }))
    })
  return [...of('incomes'), ...of('bills')].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** A date that is left out: of what and when it would be. */
export type SkippedPayment = Omit<DatedPayment, 'state'>

/** The dates in a window that are left out, by the day on which each would fall, each in list order; as paymentsBetween. */
export function skippedBetween({ incomes, bills, start_date }: Pick<Scenario, 'incomes' | 'bills' | 'start_date'>, from: string, until: string, today = start_date): SkippedPayment[] {
  const now = today > start_date ? today : start_date
  const of = (collection: 'bills' | 'incomes'): SkippedPayment[] =>
    (collection === 'incomes' ? incomes : bills).flatMap((stored) => {
      const row = asDue<Bill | Income>(stored, now)
      const isSkipped = (date: string): boolean => row.exceptions[date]?.skipped === true
      if (!Object.keys(row.exceptions).some(isSkipped)) return []
      const { id, name, predicted, account_id } = row
      return occurrences({ ...row, exceptions: withoutFields(row.exceptions, 'skipped') }, from, until).flatMap(({ date, nominal_date, amount_cents }) =>
        isSkipped(nominal_date) ? [{ collection, id, name, predicted, date, nominal_date, amount_cents: amount_cents ?? amountOn(row, nominal_date), account_id }] : [],
      )
    })
  return [...of('incomes'), ...of('bills')].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
