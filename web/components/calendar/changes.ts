/** What can be done with one date of a bill or an income, each as one edit with a word about it and a way back. */
import type { DatedPayment } from '../../../core/payments-between.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import { moveDate, setDateAmount, settleDate, skipDate, type RowChange } from '../../../core/schedule-changes.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatWeekday } from '../../format/date.ts'
import { tell } from '../frame/screen.ts'

const rowOf = (scenario: Scenario, { collection, id }: DatedPayment): Payment | undefined => (scenario[collection] as readonly Payment[]).find((row) => row.id === id)

/** Puts a change through; answers what was wrong, or null. */
function put(scenario: Scenario, payment: DatedPayment, change: (row: Payment) => RowChange, done: string): string | null {
  const row = rowOf(scenario, payment)
  if (!row) return 'This is no longer in the plan.'
  const changed = change(row)
  const problems = changed.ok ? planningActions().dispatch(putRow(payment.collection, { id: row.id, ...changed.fields })) : changed.problems
  const problem = problems[0]?.message ?? null
  tell({ id: 'payment', tone: problem ? 'failure' : 'info', text: problem ?? done, ...(problem ? {} : { action: { label: 'Undo', run: () => void planningActions().undo() } }) })
  return problem
}

/** Moves this date alone; whether it went through. */
export const movePayment = (scenario: Scenario, payment: DatedPayment, date: string): boolean =>
  put(scenario, payment, (row) => moveDate(row, payment.nominal_date, date), `${payment.name} is on ${formatWeekday(date)} now.`) === null

export const setPaymentAmount = (scenario: Scenario, payment: DatedPayment, amount_cents: number): string | null =>
  put(scenario, payment, (row) => setDateAmount(row, payment.nominal_date, amount_cents), `${payment.name} on ${formatWeekday(payment.date)} has an amount of its own now.`)

export const settlePayment = (scenario: Scenario, payment: DatedPayment, isSettled: boolean): string | null =>
  put(scenario, payment, (row) => settleDate(row, payment.nominal_date, isSettled), isSettled ? `${payment.name} on ${formatWeekday(payment.date)} no longer counts: it is ${payment.collection === 'bills' ? 'paid' : 'in'}.` : `${payment.name} on ${formatWeekday(payment.date)} is open again.`)

export const skipPayment = (scenario: Scenario, payment: DatedPayment): string | null =>
  put(scenario, payment, (row) => skipDate(row, payment.nominal_date), `${payment.name} on ${formatWeekday(payment.date)} is skipped.`)
