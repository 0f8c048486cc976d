/** Changes of a row's dates as edits of the plan, each one step of undo. What they mean is core's (schedule-changes, schedule-moves). */
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { rowEdit as editOfRow } from '../../../core/edit/row-edits.ts'
import type { Problem } from '../../../core/problem.ts'
import { rowFieldNames, type Payment, type RowInputs } from '../../../core/scenario.ts'
import { changesMade, type Dated, type RowChange } from '../../../core/schedule/schedule-changes.ts'
import { changeDates, type DateScope } from '../../../core/schedule/schedule-moves.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import type { PlannedDate } from './plannedDates.ts'

export type DateEdit = { ok: true; edit: ScenarioEdit } | { ok: false; problems: readonly Problem[] }

/** What a change of one date makes of its row. */
export const rowEdit = (collection: PaymentCollection, row: Payment, change: RowChange): DateEdit =>
  change.ok ? { ok: true, edit: editOfRow(collection, row, change.fields) } : change

/** A row's own fields, for another one like it. */
export const fieldsOf = (collection: PaymentCollection, row: Payment): RowInputs[PaymentCollection] =>
  Object.fromEntries(rowFieldNames[collection].map((field) => [field, row[field as keyof Payment]]))

export interface WishedDate {
  date: string
  amount_cents: number
}

/** One date put on another day, at another amount, or both: it alone, it and all later ones, or all of them. */
export function changeOf(
  row: Dated,
  shown: Pick<PlannedDate, 'nominal_date' | 'date' | 'amount_cents'>,
  wish: WishedDate,
  scope: DateScope,
): RowChange {
  const { nominal_date } = shown
  const isMoved = wish.date !== shown.date
  const isPriced = wish.amount_cents !== shown.amount_cents
  const moved = isMoved ? [(now: Dated) => changeDates(now, nominal_date, { to: wish.date }, scope)] : []
  const pricedOn = (date: string) => (isPriced ? [(now: Dated) => changeDates(now, date, { amount_cents: wish.amount_cents }, scope)] : [])
  // Alone it stays known by the date that the rule names; with others the rule names the new one.
  return changesMade(
    row,
    scope === 'this' ? [...pricedOn(nominal_date), ...moved] : [...moved, ...pricedOn(isMoved ? wish.date : nominal_date)],
  )
}
