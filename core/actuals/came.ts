/** What is known to be paid of the dates of a plan, by this device's matches and the plan's own notes. */
import { sumOf } from '../money/money.ts'
import { paidAmount } from '../payments/part-payments.ts'
import { paymentKey } from '../payments/payments-ahead.ts'
import type { Came } from '../payments/payments-came.ts'
import type { DatedCollection, Payment, Scenario } from '../scenario.ts'
import { ruledDate } from '../schedule/schedule.ts'
import { paidDates, type KeptOfPlan } from './kept.ts'

type Lists = Pick<Scenario, DatedCollection | 'accounts'>

/** By `paymentKey`. Of a date that came in parts their sum, on the day of the last; of a card's what the plan had is not known. */
export function cameOf(scenario: Lists, kept: KeptOfPlan | null): ReadonlyMap<string, Came> {
  const came = new Map<string, Came>()
  const matches = Map.groupBy(kept?.matches ?? [], ({ row }) => row.id)
  for (const collection of ['bills', 'incomes', 'transfers'] as const) {
    for (const row of scenario[collection] as readonly Payment[]) {
      const of_row = kept && { ...kept, matches: matches.get(row.id) ?? [] }
      for (const [nominal_date, parts] of Map.groupBy(paidDates(row, of_row), ({ scheduled_date }) => scheduled_date)) {
        const [first, last] = [parts[0]!, parts.at(-1)!]
        came.set(paymentKey({ collection, id: row.id, nominal_date }), {
          paid_on: last.paid_on,
          paid_cents: sumOf(parts.map(({ paid_cents }) => paid_cents)),
          planned: { date: plannedDay(row, nominal_date, first.date), amount_cents: first.amount_cents },
        })
      }
    }
  }
  for (const { id, exceptions } of scenario.accounts) {
    for (const [nominal_date, { paid }] of Object.entries(exceptions)) {
      if (!paid?.length) continue
      const paid_on = paid
        .map(({ date }) => date)
        .toSorted()
        .at(-1)!
      came.set(paymentKey({ collection: 'accounts', id, nominal_date }), {
        paid_on,
        paid_cents: paidAmount({ exceptions }, nominal_date),
        planned: null,
      })
    }
  }
  return came
}

/** The day by its rule, where no other is known: a date that falls on a weekend may leave it. */
const plannedDay = (row: Payment, nominal_date: string, date: string): string =>
  date === nominal_date && row.due_date !== null && row.exceptions[nominal_date]?.moved_to !== date ? ruledDate(row, nominal_date) : date
