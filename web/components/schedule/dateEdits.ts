/** Changes of a row's dates as edits of the plan, each one step of undo. What they mean is core's (schedule-changes, schedule-moves). */
import type { ScenarioEdit } from '../../../core/edit.ts'
import { rowEdit as editOfRow } from '../../../core/row-edits.ts'
import type { Problem } from '../../../core/problem.ts'
import { rowFieldNames, type Payment, type RowInputs } from '../../../core/scenario.ts'
import { moveDate, setDateAmount, type Dated, type RowChange } from '../../../core/schedule-changes.ts'
import { changeDates, type DateScope, type ScopedChange } from '../../../core/schedule-moves.ts'
import { putRow } from '../../../core/store.ts'
import type { PaymentCollection } from '../sheet/collections.ts'
import type { PlannedDate } from './plannedDates.ts'

export type DateEdit = { ok: true; edit: ScenarioEdit } | { ok: false; problems: readonly Problem[] }

/** What a change of one date makes of its row. */
export const rowEdit = (collection: PaymentCollection, row: Payment, change: RowChange): DateEdit =>
  change.ok ? { ok: true, edit: editOfRow(collection, row, change.fields) } : change

/**
 * A change that reaches further. Where it cuts the row in two, the row itself goes on, so that what is set aside for it
 * still is; a new one under `pastId` keeps the dates before.
 */
export function scopedEdit(collection: PaymentCollection, row: Payment, change: ScopedChange, pastId: string): DateEdit {
  if (!change.ok) return change
  if (change.next === null) return rowEdit(collection, row, change)
  const past = { ...fieldsOf(collection, row), evidence: null, ...change.fields, id: pastId }
  return { ok: true, edit: { type: 'batch', edits: [putRow(collection, past, row.position), putRow(collection, { id: row.id, ...change.next })] } }
}

/** A row's own fields, for another one like it. */
export const fieldsOf = (collection: PaymentCollection, row: Payment): RowInputs[PaymentCollection] =>
  Object.fromEntries(rowFieldNames[collection].map((field) => [field, row[field as keyof Payment]]))

export interface WishedDate {
  date: string
  amount_cents: number
}

/** One date put on another day, at another amount, or both: it alone, it and all later ones, or all of them. */
export function changeOf(row: Dated, shown: Pick<PlannedDate, 'nominal_date' | 'date' | 'amount_cents'>, wish: WishedDate, scope: DateScope): ScopedChange {
  const { nominal_date } = shown
  const isMoved = wish.date !== shown.date
  const isPriced = wish.amount_cents !== shown.amount_cents
  if (!isMoved && !isPriced) return { ok: true, fields: {}, next: null }
  if (scope === 'this') {
    const changed = inTurn(row, [
      ...(isPriced ? [(now: Dated) => setDateAmount(now, nominal_date, wish.amount_cents)] : []),
      ...(isMoved ? [(now: Dated) => moveDate(now, nominal_date, wish.date)] : []),
    ])
    return changed.ok ? { ...changed, next: null } : changed
  }
  const moved: ScopedChange = isMoved ? changeDates(row, nominal_date, { to: wish.date }, scope) : { ok: true, fields: {}, next: null }
  if (!isPriced || !moved.ok) return moved
  // The amount of the part that was moved, or of the row as it is.
  const part = { ...row, ...moved.fields, ...moved.next }
  const priced = changeDates(part, isMoved ? wish.date : nominal_date, { amount_cents: wish.amount_cents }, moved.next ? 'all' : scope)
  if (!priced.ok) return priced
  if (moved.next) return { ...moved, next: { ...moved.next, ...priced.fields } }
  return { ok: true, fields: { ...moved.fields, ...priced.fields }, next: priced.next && { ...moved.fields, ...priced.next } }
}

/** Changes of a row one after the other. */
function inTurn(row: Dated, steps: readonly ((now: Dated) => RowChange)[]): RowChange {
  const now: Dated = { ...row }
  const fields: Partial<Dated> = {}
  for (const step of steps) {
    const changed = step(now)
    if (!changed.ok) return changed
    Object.assign(now, changed.fields)
    Object.assign(fields, changed.fields)
  }
  return { ok: true, fields }
}
