/**
 * What a person says of one date of a bill, an income, a transfer, or of a card's payments: paid, open again, left out, back, on another
 * day. Wherever it is said, in the list of what comes, the calendar, a row's menu or among the dates of its schedule, it is this that
 * follows.
 */
import { cardDateSaid } from '../accounts/card-date-said.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { problem, type Problem } from '../problem.ts'
import { rowEdit } from '../edit/row-edits.ts'
import type { Account, Payment, Scenario } from '../scenario.ts'
import { moveDate, restoreDate, settleDate, skipDate, type Dated, type RowChange } from '../schedule/schedule-changes.ts'
import type { DatedPayment } from './payments-between.ts'

export type Said =
  /** `is_counted`: the balance has it already; else it is taken off it, or added. Asked wherever a date is said to be paid. */
  | { said: 'paid'; is_counted: boolean }
  /**
   * Not paid after all. `gives_back`: what was taken off the balance as it was marked is put back, or what was added taken off; else it
   * stays.
   */
  | { said: 'open'; gives_back?: boolean }
  | { said: 'skipped' }
  /** As the rule has it, after it was skipped. */
  | { said: 'back' }
  | { said: 'moved'; to: string }

/** A row with what is said of its scheduled date `date`. Of a paid one the balance and the pots are for `editSaid`, or `adjustmentsOf`. */
export function dateSaid(row: Dated, date: string, said: Said | { said: 'paid' | 'open' }): RowChange {
  switch (said.said) {
    case 'paid':
      return settleDate(row, date, true)
    case 'open':
      return settleDate(row, date, false)
    case 'skipped':
      return skipDate(row, date)
    case 'back':
      return restoreDate(row, date)
    case 'moved':
      return moveDate(row, date, said.to)
  }
}

/** A date of a plan by which something is said of it. */
export type SaidOf = Pick<DatedPayment, 'collection' | 'id' | 'nominal_date'>
export type EditOfDate = { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] }

/** The one edit of a plan that says it of the date alone; that it is paid says `editSaid`. */
export function editOfDate(
  scenario: Scenario,
  { collection, id, nominal_date }: SaidOf,
  said: Exclude<Said, { said: 'paid' }>,
): EditOfDate {
  const row = (scenario[collection] as readonly (Payment | Account)[]).find((other) => other.id === id)
  if (!row) return { ok: false, problems: [problem('is_required.payment', '/id')] }
  if (collection === 'accounts') {
    const changed = cardDateSaid(row as Account, nominal_date, said)
    return changed.ok ? { ok: true, edit: { type: 'set_dates', collection, id, dates: { [nominal_date]: changed.change } } } : changed
  }
  const changed = dateSaid(row as Payment, nominal_date, said)
  return changed.ok ? { ok: true, edit: rowEdit(collection, row as Payment, changed.fields) } : changed
}
