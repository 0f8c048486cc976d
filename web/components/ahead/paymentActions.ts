/** What can be done with one date of a bill or an income from the list of what comes: paid or not, left out. */
import { rowEdit } from '../../../core/row-edits.ts'
import type { DatedPayment, SkippedPayment } from '../../../core/payments-between.ts'
import type { Problem } from '../../../core/problem.ts'
import { restoreDate, settleDate, skipDate, type Dated, type RowChange } from '../../../core/schedule-changes.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { tell, tellDone } from '../frame/screen.ts'

export type Payment = DatedPayment

interface Words {
  /** The day of the payment, as the person reads it. */
  day: string
}

/** Says that a payment is open again; that it is made is asked about (`askPaid`), since the balance may count it or not. */
export const reopen = (payment: Payment): void => void change(payment, (row) => settleDate(row, payment.nominal_date, false))

/** Leaves one payment out. */
export function skip(payment: Payment, { day }: Words): void {
  if (!change(payment, (row) => skipDate(row, payment.nominal_date))) return
  tellDone('payment', `${payment.name} of ${day} is skipped.`)
}

/** One that was left out happens after all. */
export function bringBack(payment: SkippedPayment, { day }: Words): void {
  if (change(payment, (row) => restoreDate(row, payment.nominal_date))) tellDone('payment', `${payment.name} of ${day} is back.`)
}

const openScenario = () => planning().store.getState().scenario

function change({ collection, id }: SkippedPayment, how: (row: Dated) => RowChange): boolean {
  const row = openScenario()?.[collection].find((other) => other.id === id)
  if (!row) return false
  const changed = how(row)
  return told(changed.ok ? planningActions().dispatch(rowEdit(collection, row, changed.fields)) : changed.problems)
}

/** False where there was a problem, which is said. */
function told([first]: readonly Problem[]): boolean {
  if (first) tell({ id: 'payment', tone: 'failure', text: first.message })
  return !first
}
