/** Says that a payment is made: whether the balance counts it already or not, what its pot did because of it is done too. */
import { addDays } from './calendar.ts'
import type { ScenarioEdit } from './edit.ts'
import { rowEdit } from './row-edits.ts'
import { sumOf } from './money.ts'
import type { DatedPayment } from './payments-between.ts'
import type { Problem } from './problem.ts'
import { movementsBetween } from './projection/movements.ts'
import { withOpeningPots } from './projection/opening-pots.ts'
import { project } from './projection/project.ts'
import type { Payment, Scenario, ScenarioFields } from './scenario.ts'
import { settleDate } from './schedule-changes.ts'

export type Settled = { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] }

/**
 * The one edit that settles a date. `is_counted`: the balance counts it already, so it stays; else the bill is taken off it, or the
 * income added. A bill's pot pays its part, and the pots of an income get theirs, as they would have on the date itself.
 */
export function settle(scenario: Scenario, payment: DatedPayment, is_counted: boolean): Settled {
  const { collection, id, nominal_date, amount_cents } = payment
  const row = (scenario[collection] as readonly Payment[]).find((other) => other.id === id)
  if (!row) return { ok: false, problems: [] }
  const changed = settleDate(row, nominal_date, true)
  if (!changed.ok) return changed
  const fields = { ...(!is_counted && { planning_balance_cents: scenario.planning_balance_cents + (collection === 'incomes' ? amount_cents : -amount_cents) }), ...potsAfter(scenario, payment) }
  const paid = rowEdit(collection, row, changed.fields)
  return { ok: true, edit: Object.keys(fields).length === 0 ? paid : { type: 'batch', edits: [paid, { type: 'set_fields', fields }] } }
}

/** What the pots begin with once the payment has done its part; nothing where it has none. */
function potsAfter(scenario: Scenario, { collection, id, nominal_date, date, state }: DatedPayment): Partial<ScenarioFields> {
  if (state !== 'planned' || date < scenario.start_date || scenario.allocations.length + scenario.opening_pots.length === 0) return {}
  const projected = project(scenario, { today: scenario.start_date, until: addDays(date, 1) })
  if (!projected.ok) return {}
  const own = movementsBetween(projected.projection, date, addDays(date, 1)).filter(({ row, pot_cents }) => pot_cents !== 0 && row?.collection === collection && row.id === id && row.nominal_date === nominal_date)
  if (own.length === 0) return {}
  return withOpeningPots(projected.projection, new Map([...Map.groupBy(own, ({ target }) => target!)].map(([target, moved]) => [target, sumOf(moved.map(({ pot_cents }) => pot_cents))])))
}
