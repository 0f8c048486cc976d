/** What an offer changes, when it is taken: the row from its next date on, or its end. */
import { addDays, dateOf, dayOf } from '../calendar.ts'
import { withFields } from '../schedule/dated-changes.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { Problem } from '../problem.ts'
import { rowEdit } from '../edit/row-edits.ts'
import { amountOn, rowScheduledDates } from '../schedule/row-parts.ts'
import type { Payment, Scenario } from '../scenario.ts'
import { endBefore, hasEarlier, noSuchDate } from '../schedule/schedule-changes.ts'
import { changeDates } from '../schedule/schedule-moves.ts'
import type { Drift } from './drift.ts'

type Fields = Parameters<typeof rowEdit>[2]
type Changed = { ok: true; fields: Fields } | { ok: false; problems: Problem[] }

/** Days after a date within which the next one of its row is looked for. */
const most_days_apart = 800

export function driftEdit(scenario: Scenario, drift: Drift): { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] } {
  const { collection, id } = drift.row
  const row = (scenario[collection] as readonly Payment[]).find((one) => one.id === id)
  if (!row) return { ok: false, problems: [] }
  const changed = changedRow(row, drift)
  return changed.ok ? { ok: true, edit: rowEdit(collection, row, changed.fields) } : changed
}

function changedRow(row: Payment, drift: Drift): Changed {
  if (drift.kind === 'day') return changeDates(row, drift.from, { to: addDays(drift.from, drift.days) }, 'later')
  if (drift.kind === 'amount') {
    // A row that had a range has the one amount from then on.
    const isRanged = row.amount_low_cents !== null || row.changes.some(({ amount_low_cents }) => amount_low_cents !== undefined)
    const { amount_cents } = drift
    return isRanged
      ? withRange(row, drift.from, amount_cents, amount_cents, amount_cents)
      : changeDates(row, drift.from, { amount_cents }, 'later')
  }
  if (drift.kind === 'range') return withRange(row, drift.from, drift.amount_cents, drift.low_cents, drift.high_cents)
  const day = dayOf(drift.last)!
  const [next] = rowScheduledDates(row, day + 1, day + most_days_apart)
  return next === undefined ? noSuchDate(drift.last) : (endBefore(row, dateOf(next)) ?? noSuchDate(drift.last))
}

/** Amount and range from a date on; the row's own where nothing comes before it. */
function withRange(row: Payment, from: string, amount_cents: number, amount_low_cents: number, amount_high_cents: number): Changed {
  if (!hasEarlier(row, from)) return { ok: true, fields: { amount_cents, amount_low_cents, amount_high_cents } }
  const isOther = amountOn(row, dateOf(dayOf(from)! - 1)) !== amount_cents
  const change = { ...(isOther && { amount_cents }), amount_low_cents, amount_high_cents }
  return { ok: true, fields: { changes: withFields(row.changes, { [from]: change }) } }
}
