/** Every dated payment in a window, also those a projection does not count: paid ones, and ones before the plan begins. */
import { isSettled, withoutFields } from './exceptions.ts'
import { amountOn } from './row-parts.ts'
import type { Scenario } from './scenario.ts'
import { occurrences } from './schedule.ts'

export interface DatedPayment {
  collection: 'bills' | 'incomes'
  id: string
  name: string
  predicted: boolean
  /** The effective date. */
  date: string
  nominal_date: string
  amount_cents: number
  /** The account that it leaves or comes to; null: the main one. */
  account_id: string | null
  /** settled: paid already. past: before start_date, so not counted. */
  state: 'planned' | 'settled' | 'past'
}

/** By date, on a day incomes first, each in list order. The window is [from, until) of effective dates. */
export function paymentsBetween({ incomes, bills, start_date }: Pick<Scenario, 'incomes' | 'bills' | 'start_date'>, from: string, until: string): DatedPayment[] {
  const of = (collection: 'bills' | 'incomes'): DatedPayment[] =>
    (collection === 'incomes' ? incomes : bills).flatMap((row) => {
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
export function skippedBetween({ incomes, bills }: Pick<Scenario, 'incomes' | 'bills'>, from: string, until: string): SkippedPayment[] {
  const of = (collection: 'bills' | 'incomes'): SkippedPayment[] =>
    (collection === 'incomes' ? incomes : bills).flatMap((row) => {
      const isSkipped = (date: string): boolean => row.exceptions[date]?.skipped === true
      if (!Object.keys(row.exceptions).some(isSkipped)) return []
      const { id, name, predicted, account_id } = row
      return occurrences({ ...row, exceptions: withoutFields(row.exceptions, 'skipped') }, from, until).flatMap(({ date, nominal_date, amount_cents }) =>
        isSkipped(nominal_date) ? [{ collection, id, name, predicted, date, nominal_date, amount_cents: amount_cents ?? amountOn(row, nominal_date), account_id }] : [],
      )
    })
  return [...of('incomes'), ...of('bills')].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
