/** Says something of one date, from the list of what comes, the calendar or a row's menu: one edit, one set of words, one way back. */
import { editSaid, type Said } from '../../../core/date-said.ts'
import type { DatedPayment, SkippedPayment } from '../../../core/payments-between.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { formatDate, formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { systemClock } from '../../services/clock.ts'
import { tell, tellDone } from '../frame/screen.ts'
import { undoKeys } from '../frame/shortcuts.ts'
import { textOf } from '../../words/problems.ts'

/** Answers whether it went through; what was wrong is told. That a date is paid is asked about first (`askPaid`). */
export function say(payment: DatedPayment | SkippedPayment, said: Said): boolean {
  const { scenario } = planning().store.getState()
  if (!scenario) return false
  const made = editSaid(scenario, payment, said)
  const [problem] = made.ok ? planningActions().dispatch(made.edit) : made.problems
  if (problem) tell({ id: 'payment', tone: 'failure', text: textOf(problem) })
  else tellDone('payment', `${saidWords(payment, said, scenario.currency_code, systemClock.today())} ${undoKeys()} takes it back.`)
  return !problem
}

/** What was said, as it is told. `near`: a day of the year that is left out. */
export function saidWords({ collection, name, date, amount_cents }: DatedPayment | SkippedPayment, said: Said, currency_code: string, near: string): string {
  const isIncome = collection === 'incomes'
  const what = `${name} of ${formatDate(date, near)}`
  switch (said.said) {
    case 'paid': {
      const balance = said.is_counted ? 'your balance stays' : `${formatMoney(amount_cents, currency_code)} is ${isIncome ? 'added to' : 'taken off'} your balance`
      return `${what} ${isIncome ? 'has arrived' : 'is paid'}; ${balance}.`
    }
    case 'open':
      return `${what} is open again; your balance stays.`
    case 'skipped':
      return `${what} is skipped.`
    case 'back':
      return `${what} is back.`
    case 'moved':
      return `${name} is on ${formatWeekday(said.to)} now.`
  }
}
