/** Changes of a date that may reach further than it, and of its amount, each as one edit with a word about it and a way back. */
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { problem, type Problem } from '../../../core/problem.ts'
import type { Payment, Scenario } from '../../../core/scenario.ts'
import type { DateScope } from '../../../core/schedule/schedule-moves.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatWeekday } from '../../format/date.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { changeOf, rowEdit, type DateEdit } from '../schedule/dateEdits.ts'
import { isOnce } from '../../../core/schedule/schedule.ts'
import { sayOfDate } from '../schedule/sayOfDate.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'

const rowOf = (scenario: Scenario, { collection, id }: DatedPayment): Payment | undefined =>
  (scenario[collection] as readonly Payment[]).find((row) => row.id === id)

/** Whether there are other dates that could be changed with this one. */
export const repeats = (scenario: Scenario, payment: DatedPayment): boolean =>
  payment.collection !== 'accounts' && !isOnce(rowOf(scenario, payment)?.schedule ?? null)

/** Puts an edit through; answers what was wrong, or null. */
export function carryOut(edit: ScenarioEdit, done: string): Problem | null {
  return told(planningActions().dispatch(edit)[0] ?? null, done)
}

function told(problem: Problem | null, done: string): Problem | null {
  if (problem) notify({ id: 'payment', tone: 'failure', text: textOf(problem) })
  else notifyDone('payment', done)
  return problem
}

function put(scenario: Scenario, payment: DatedPayment, change: (row: Payment) => DateEdit, done: string): Problem | null {
  const row = rowOf(scenario, payment)
  if (!row) return problem('is_required.payment', '')
  const changed = change(row)
  return changed.ok ? carryOut(changed.edit, done) : told(changed.problems[0]!, done)
}

function change(
  scenario: Scenario,
  payment: DatedPayment,
  wish: { date?: string; amount_cents?: number },
  scope: DateScope,
  done: string,
): Problem | null {
  const { collection } = payment
  // Of a card each payment is by itself: another day is said by sayOfDate.
  if (collection === 'accounts') {
    return carryOut(
      { type: 'set_dates', collection, id: payment.id, dates: { [payment.nominal_date]: { amount_cents: wish.amount_cents ?? null } } },
      done,
    )
  }
  return put(
    scenario,
    payment,
    (row) => rowEdit(collection, row, changeOf(row, payment, { date: payment.date, amount_cents: payment.amount_cents, ...wish }, scope)),
    done,
  )
}

/** Moves this date, alone or with all later ones; whether it went through. */
export const movePayment = (scenario: Scenario, payment: DatedPayment, date: string, scope: DateScope = 'this'): boolean =>
  scope === 'this'
    ? sayOfDate(payment, { said: 'moved', to: date })
    : change(scenario, payment, { date }, scope, say('calendar.done.moved', { name: payment.name, date: formatWeekday(date) })) === null

export const setPaymentAmount = (
  scenario: Scenario,
  payment: DatedPayment,
  amount_cents: number,
  scope: DateScope = 'this',
): Problem | null =>
  change(
    scenario,
    payment,
    { amount_cents },
    scope,
    say(scope === 'this' ? 'calendar.done.amount' : 'calendar.done.amount_from', { name: payment.name, date: formatWeekday(payment.date) }),
  )
