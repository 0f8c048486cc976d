/** What can be done with one date of a bill or an income from the list of what comes: paid or not, left out. */
import type { DatedPayment } from '../../../core/payments-between.ts'
import type { Problem } from '../../../core/problem.ts'
import { settleDate, skipDate, type Dated, type RowChange } from '../../../core/schedule-changes.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { formatMoney } from '../../format/money.ts'
import { tell } from '../frame/screen.ts'

export type Payment = DatedPayment

interface Words {
  /** The day of the payment, as the person reads it. */
  day: string
  currency_code: string
}

/** Says that a payment is made, or open again. Paid ones are in the balance already; whose balance is older can take it off in one step. */
export function setSettled(payment: Payment, isSettled: boolean, { day, currency_code }: Words): void {
  const { name, collection, nominal_date, amount_cents } = payment
  if (!change(payment, (row) => settleDate(row, nominal_date, isSettled)) || !isSettled || amount_cents === 0) return
  const isIncome = collection === 'incomes'
  const money = formatMoney(amount_cents, currency_code)
  tell({
    id: 'settled',
    tone: 'info',
    text: `${name} of ${day} ${isIncome ? 'has arrived' : 'is paid'}. Your balance stays as it is: it should count that already.`,
    action: { label: isIncome ? `Add ${money} to it` : `Take ${money} off it`, run: () => addToBalance(isIncome ? amount_cents : -amount_cents) },
  })
}

/** Leaves one payment out. */
export function skip(payment: Payment, { day }: Words): void {
  if (!change(payment, (row) => skipDate(row, payment.nominal_date))) return
  tell({ id: 'skipped', tone: 'info', text: `${payment.name} of ${day} is skipped.`, action: { label: 'Undo', run: () => void planningActions().undo() } })
}

const openScenario = () => planning().store.getState().scenario

function change({ collection, id }: Payment, how: (row: Dated) => RowChange): boolean {
  const row = openScenario()?.[collection].find((other) => other.id === id)
  if (!row) return false
  const changed = how(row)
  return told(changed.ok ? planningActions().dispatch(putRow(collection, { id, ...changed.fields })) : changed.problems)
}

function addToBalance(cents: number): void {
  const scenario = openScenario()
  if (scenario) told(planningActions().dispatch({ type: 'set_fields', fields: { planning_balance_cents: scenario.planning_balance_cents + cents } }))
}

/** False where there was a problem, which is said. */
function told([first]: readonly Problem[]): boolean {
  if (first) tell({ id: 'payment', tone: 'failure', text: first.message })
  return !first
}
