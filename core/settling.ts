/** Says that a payment is made: whether the balance counts it already or not, what its pot did because of it is done too. */
import { addDays } from './calendar.ts'
import { applyEdit, type ScenarioEdit } from './edit.ts'
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
  const { collection, id, nominal_date } = payment
  const row = (scenario[collection] as readonly Payment[]).find((other) => other.id === id)
  if (!row) return { ok: false, problems: [] }
  const changed = settleDate(row, nominal_date, true)
  if (!changed.ok) return changed
  const fields = { ...(!is_counted && { planning_balance_cents: balanceWith(scenario, payment) }), ...potsAfter(scenario, payment) }
  const paid = rowEdit(collection, row, changed.fields)
  return { ok: true, edit: Object.keys(fields).length === 0 ? paid : { type: 'batch', edits: [paid, { type: 'set_fields', fields }] } }
}

/** A date that is said to be made, with its day and amount. */
export type MadePayment = Pick<DatedPayment, 'collection' | 'id' | 'nominal_date' | 'date' | 'amount_cents'> & { is_counted: boolean }

/**
 * What the balance and the pots become when several dates are said to be made at once; {} where nothing changes. For who writes the dates
 * themselves into the row otherwise, as a form does that saves a rule and its dates in one edit.
 */
export function balanceAfter(scenario: Scenario, made: readonly MadePayment[]): Partial<ScenarioFields> {
  let after = scenario
  for (const { is_counted, ...payment } of made) {
    const settled = settle(after, { ...payment, name: '', predicted: false, state: 'planned' }, is_counted)
    // Of a date that the form itself has made there is no trace yet: the balance alone changes.
    const edit: ScenarioEdit = settled.ok ? settled.edit : { type: 'set_fields', fields: is_counted ? {} : { planning_balance_cents: balanceWith(after, payment) } }
    const applied = applyEdit(after, edit, scenario.updated_at)
    if (applied.ok) after = applied.scenario
  }
  const { planning_balance_cents, opening_pots, balance_allocated } = after
  return {
    ...(planning_balance_cents !== scenario.planning_balance_cents && { planning_balance_cents }),
    ...(opening_pots !== scenario.opening_pots && { opening_pots }),
    ...(balance_allocated !== scenario.balance_allocated && { balance_allocated }),
  }
}

const balanceWith = (scenario: Scenario, { collection, amount_cents }: Pick<DatedPayment, 'collection' | 'amount_cents'>): number =>
  scenario.planning_balance_cents + (collection === 'incomes' ? amount_cents : -amount_cents)

/** What the pots begin with once the payment has done its part; nothing where it has none. */
function potsAfter(scenario: Scenario, { collection, id, nominal_date, date, state }: DatedPayment): Partial<ScenarioFields> {
  if (state !== 'planned' || date < scenario.start_date || scenario.allocations.length + scenario.opening_pots.length === 0) return {}
  const projected = project(scenario, { today: scenario.start_date, until: addDays(date, 1) })
  if (!projected.ok) return {}
  const own = movementsBetween(projected.projection, date, addDays(date, 1)).filter(({ row, pot_cents }) => pot_cents !== 0 && row?.collection === collection && row.id === id && row.nominal_date === nominal_date)
  if (own.length === 0) return {}
  return withOpeningPots(projected.projection, new Map([...Map.groupBy(own, ({ target }) => target!)].map(([target, moved]) => [target, sumOf(moved.map(({ pot_cents }) => pot_cents))])))
}
