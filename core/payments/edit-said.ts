/** What is said of a date as one edit of its plan, also that it is paid, with what that does to the balance and the pots. */
import { problem } from '../problem.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { editOfDate, type EditOfDate, type Said } from './date-said.ts'
import { dayOfDate } from './part-payments.ts'
import { givenBack, settle, type DuePayment } from './settling.ts'

/** The one edit of a plan that says it, whose inverse takes all of it back. */
export function editSaid(scenario: Scenario, payment: DuePayment, said: Said): EditOfDate {
  if (said.said === 'paid') {
    const isThere = scenario[payment.collection].some(({ id }) => id === payment.id)
    if (!isThere) return { ok: false, problems: [problem('is_required.payment', '/id')] }
    return settle(scenario, { state: 'planned', ...payment }, said.is_counted)
  }
  const changed = said.said === 'open' ? openAgain(scenario, payment, said) : editOfDate(scenario, payment, said)
  if (!changed.ok || said.said !== 'open' || !said.gives_back) return changed
  const back = givenBack(scenario, payment, changed.edit)
  return back.ok ? { ok: true, edit: { type: 'batch', edits: [changed.edit, ...back.edits] } } : back
}

/** What lies before a plan's start date is due again only where it is left open. */
function openAgain(scenario: Scenario, payment: DuePayment, said: Extract<Said, { said: 'open' }>): EditOfDate {
  const { collection, id, nominal_date } = payment
  const row = collection === 'accounts' ? undefined : (scenario[collection] as readonly Payment[]).find((one) => one.id === id)
  const changed = editOfDate(scenario, payment, said)
  if (!changed.ok || !row || dayOfDate(row, nominal_date) >= scenario.start_date) return changed
  const open: ScenarioEdit = { type: 'set_dates', collection, id, dates: { [nominal_date]: { rest: 'open' } } }
  return { ok: true, edit: { type: 'batch', edits: [changed.edit, open] } }
}
