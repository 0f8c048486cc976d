/** Days that the plan's balance has behind it, as they were: what was paid stands on the day on which it was paid. */
import { addDays } from '../calendar.ts'
import type { DatedPayment } from './payments-between.ts'
import type { Payment, Scenario } from '../scenario.ts'

/** So many days from its own at most is a payment looked for. */
const days_apart = 60

/**
 * The payments of a window, `between` telling those whose dates lie in one: before the plan's start date with what the plan notes of them.
 * One of which no payment is noted stays on its own day; so does one that was paid since.
 */
export function paymentsCame(
  scenario: Pick<Scenario, 'bills' | 'incomes' | 'transfers' | 'start_date'>,
  from: string,
  until: string,
  between: (from: string, until: string) => DatedPayment[],
): DatedPayment[] {
  const { start_date } = scenario
  if (from >= start_date) return between(from, until)
  const rows = new Map([...scenario.bills, ...scenario.incomes, ...scenario.transfers].map((row): [string, Payment] => [row.id, row]))
  const cameOn = (payment: DatedPayment): string => {
    const paid = payment.state === 'settled' ? rows.get(payment.id)?.exceptions[payment.nominal_date]?.paid : undefined
    const last = paid?.reduce((latest, { date }) => (date > latest ? date : latest), '') ?? ''
    return last === '' || last >= start_date || payment.date >= start_date ? payment.date : last
  }
  // What is due from the start date on stays on its day, so that no more has to be looked at.
  const last = until >= start_date ? until : addDays(until, days_apart) < start_date ? addDays(until, days_apart) : start_date
  return between(addDays(from, -days_apart), last)
    .map((payment) => ({ ...payment, date: cameOn(payment) }))
    .filter(({ date }) => date >= from && date < until)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
