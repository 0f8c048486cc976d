/** Says something of one date, from the list of what comes, the calendar or a row's menu: one edit, one set of words, one way back. */
import { editOfDate, type EditOfDate, type Said } from '../../../core/payments/date-said.ts'
import type { DatedPayment, SkippedPayment } from '../../../core/payments/payments-between.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { formatDate, formatWeekday } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { systemClock } from '../../services/clock.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'

/** Answers whether it went through; what was wrong is told. That a date is paid, or not after all, is said by `sayPaid`. */
export const sayOfDate = (payment: DatedPayment | SkippedPayment, said: Exclude<Said, { said: 'paid' | 'open' }>): boolean =>
  saidAs(payment, said, (scenario) => editOfDate(scenario, payment, said))

/** Says it by the edit that it makes. */
export function saidAs(payment: DatedPayment | SkippedPayment, said: Said, editOf: (scenario: Scenario) => EditOfDate): boolean {
  const { scenario } = planning().store.getState()
  if (!scenario) return false
  const made = editOf(scenario)
  const [problem] = made.ok ? planningActions().dispatch(made.edit) : made.problems
  if (problem) notify({ id: 'payment', tone: 'failure', text: textOf(problem) })
  else notifyDone('payment', saidWords(payment, said, scenario, systemClock.today()))
  return !problem
}

/** What was said, as it is told. `near`: a day of the year that is left out. */
export function saidWords(
  { collection, name, date, amount_cents, account_id }: DatedPayment | SkippedPayment,
  said: Said,
  { accounts, currency_code }: Pick<Scenario, 'accounts' | 'currency_code'>,
  near: string,
): string {
  const day = formatDate(date, near)
  switch (said.said) {
    case 'paid':
      if (said.is_counted) return say('schedule.said.paid_counted', { collection, name, day })
      return say('schedule.said.paid', {
        collection,
        name,
        day,
        amount: formatMoney(amount_cents, currency_code),
        account: accounts.find(({ id }) => id === account_id)?.name ?? 'main',
      })
    case 'open':
      return say(said.gives_back ? 'schedule.said.open_back' : 'schedule.said.open', { name, day })
    case 'skipped':
    case 'back':
      return say(`schedule.said.${said.said}`, { name, day })
    case 'moved':
      return say('schedule.said.moved', { name, day: formatWeekday(said.to) })
  }
}
