/** Every dated payment in a window, also those a projection does not count: paid ones, and ones before the plan begins. */
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
  /** settled: paid already. past: before start_date, so not counted. */
  state: 'planned' | 'settled' | 'past'
}

/** By date, on a day incomes first, each in list order. The window is [from, until) of effective dates. */
export function paymentsBetween({ incomes, bills, start_date }: Pick<Scenario, 'incomes' | 'bills' | 'start_date'>, from: string, until: string): DatedPayment[] {
  const of = (collection: 'bills' | 'incomes'): DatedPayment[] =>
    (collection === 'incomes' ? incomes : bills).flatMap((row) => {
      if (row.due_date === null) return []
      const { id, name, predicted } = row
      const settled = new Set(row.settled)
      return occurrences(row.schedule, row.due_date, from, until).map(({ date, nominal_date, amount_cents }): DatedPayment => ({
        collection, id, name, predicted, date, nominal_date,
        amount_cents: amount_cents ?? row.amount_cents,
        state: settled.has(nominal_date) ? 'settled' : date < start_date ? 'past' : 'planned',
      }))
    })
  return [...of('incomes'), ...of('bills')].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
