/** What becomes of rows and their dates once it is known what was paid, as the edits that make it so. */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { rowEdits } from '../edit/row-edits.ts'
import { dayOfDate, isSettled } from '../payments/part-payments.ts'
import type { Problem } from '../problem.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { changesMade, isDateOf, moveDate, payPart, settleDate, takeBack, type RowChange } from '../schedule/schedule-changes.ts'
import type { PaymentMatch, Refund } from './matched.ts'
import { datedRows, type RowRef } from './plan-dates.ts'

export type ChangeOfRow = (row: Payment) => RowChange
export type RowChanges = [RowRef, ChangeOfRow[]]

/**
 * What was paid of a date is noted with its day, and what of it its pot gave; minor units. All of it settles the date; of one that was paid
 * in part the rest is still due.
 */
export function paidChanges({ rest_cents, paid_on, paid_cents }: PaymentMatch, scheduled_date: string, from_pot_cents = 0): ChangeOfRow[] {
  const paid = { date: paid_on, amount_cents: paid_cents, ...(from_pot_cents > 0 && { from_pot_cents }) }
  const noted: ChangeOfRow = (row) => payPart(row, scheduled_date, [paid])
  return rest_cents === 0 ? [noted, (row) => settleDate(row, scheduled_date, true)] : [noted]
}

/** What has not come by the day of the balance is said to be open: it is due then, and on each day after it until something is said of it. */
export const stillDue = (scheduled_date: string, date: string, day: string): ChangeOfRow[] => [
  (row) => payPart(row, scheduled_date, []),
  (row) => (date < day ? onceCarried(row, scheduled_date, day) : unchanged),
]

const unchanged: RowChange = { ok: true, fields: {} }

/** What is due once has the day to which it is carried along as its date; a date of a rule keeps its own, and is due since it is open. */
export const onceCarried = (row: Payment, date: string, day: string): RowChange =>
  row.schedule === null ? moveDate(row, date, day) : unchanged

/**
 * What went back of a date that was known to be paid; where it is due again, it is from a day on. Of a date that is not noted as paid
 * nothing changes.
 */
export function takenBack({ scheduled_date, amount_cents, due }: Refund, day: string): ChangeOfRow {
  return (row) => {
    // What is due once has the day it was carried to as its date.
    const date = row.schedule === null ? (row.due_date ?? scheduled_date) : scheduled_date
    const { paid = [] } = row.exceptions[date] ?? {}
    const isKnown = paid.length > 0 || (due === 'all' && isSettled(row, date))
    if (!isKnown || !isDateOf(row, date)) return { ok: true, fields: {} }
    const taken = takeBack(row, date, amount_cents, due !== 'nothing')
    const said = taken.ok ? taken.fields.exceptions?.[date] : undefined
    const due_on = dayOfDate(row, date)
    if (!taken.ok || said?.paid !== undefined || due_on > day) return taken
    return changesMade(row, [() => taken, ...stillDue(date, due_on, day)])
  }
}

/** Rows with some changes, one after the other, as the edits that make them. */
export function rowsChanged(
  scenario: Scenario,
  changes: readonly RowChanges[],
  more: (row: Payment) => Partial<Payment> = () => ({}),
): { ok: true; edits: ScenarioEdit[] } | { ok: false; problems: Problem[] } {
  const byRow = Map.groupBy(changes, ([{ id }]) => id)
  const edits: ScenarioEdit[] = []
  for (const { ref, row } of datedRows(scenario)) {
    const changed: Payment = { ...row }
    for (const change of (byRow.get(row.id) ?? []).flatMap(([, list]) => list)) {
      const next = change(changed)
      if (!next.ok) return next
      Object.assign(changed, next.fields)
    }
    if (!byRow.has(row.id) && row.changes.length === 0) continue
    const { amount_cents, due_date, exceptions } = changed
    edits.push(
      ...rowEdits(ref.collection, row, {
        ...(amount_cents !== row.amount_cents && { amount_cents }),
        due_date,
        exceptions,
        ...more(changed),
      }),
    )
  }
  return { ok: true, edits }
}
