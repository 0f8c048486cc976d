/** Says that a payment is made: whether the balance counts it already or not, what its pot did because of it is done too. */
import { addDays } from './calendar.ts'
import { applyEdit, type ScenarioEdit } from './edit.ts'
import type { PotChange } from './edit-schema.ts'
import { isSameValue } from './fields.ts'
import { rowEdit } from './row-edits.ts'
import { sumOf } from './money.ts'
import type { DatedPayment } from './payments-between.ts'
import type { Problem } from './problem.ts'
import { movementsBetween } from './projection/movements.ts'
import { withOpeningPots, type OpeningFields } from './projection/opening-pots.ts'
import { project } from './projection/project.ts'
import type { Payment, Scenario } from './scenario.ts'
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
  const paid = rowEdit(collection, row, changed.fields)
  const adjusted = adjustments(scenario, payment, is_counted)
  return { ok: true, edit: adjusted.length === 0 ? paid : { type: 'batch', edits: [paid, ...adjusted] } }
}

/** A date that is said to be made, with its day and amount. */
export type MadePayment = Pick<DatedPayment, 'collection' | 'id' | 'nominal_date' | 'date' | 'amount_cents'> & { is_counted: boolean }

/**
 * What several dates that are said to be made at once do to the balance and the pots; none where nothing changes. For who writes the
 * dates themselves into the row otherwise, as a form does that saves a rule and its dates in one edit.
 */
export function adjustmentsOf(scenario: Scenario, made: readonly MadePayment[]): ScenarioEdit[] {
  const edits: ScenarioEdit[] = []
  let after = scenario
  for (const { is_counted, ...given } of made) {
    const row = scenario[given.collection].find(({ id }) => id === given.id)
    const payment: DatedPayment = { ...given, account_id: row?.account_id ?? null, name: '', predicted: false, state: 'planned' }
    const settled = settle(after, payment, is_counted)
    // Of a date that the form itself has made there is no trace yet: the balance alone changes.
    const adjusted = settled.ok ? adjustments(after, payment, is_counted) : [taken(payment, is_counted, [])].filter((edit) => edit.delta_cents !== 0)
    const applied = applyEdit(after, settled.ok ? settled.edit : { type: 'batch', edits: adjusted }, scenario.updated_at)
    if (!applied.ok) continue
    after = applied.scenario
    edits.push(...adjusted)
  }
  return edits
}

const taken = ({ collection, amount_cents, account_id }: DatedPayment, is_counted: boolean, pots: PotChange[]) => ({
  type: 'adjust_balance' as const,
  delta_cents: is_counted ? 0 : collection === 'incomes' ? amount_cents : 0 - amount_cents,
  ...(account_id !== null && { account_id }),
  ...(pots.length > 0 && { pots }),
})

/** What the payment does to the balance and the pots, as changes of what is there. Where it moves pots, what the rules on the balance set aside becomes theirs first. */
function adjustments(scenario: Scenario, payment: DatedPayment, is_counted: boolean): ScenarioEdit[] {
  const { pots, divided } = potChanges(scenario, payment)
  const edit = taken(payment, is_counted, pots)
  return [...(divided ? [{ type: 'set_fields' as const, fields: divided }] : []), ...(edit.delta_cents === 0 && pots.length === 0 ? [] : [edit])]
}

/** What the payment moves in the pots; `divided`: what they begin with before, where that is still to be said. */
function potChanges(scenario: Scenario, { collection, id, nominal_date, date, state }: DatedPayment): { pots: PotChange[]; divided: OpeningFields | null } {
  const none = { pots: [], divided: null }
  if (state !== 'planned' || date < scenario.start_date || scenario.allocations.length + scenario.opening_pots.length === 0) return none
  const projected = project(scenario, { today: scenario.start_date, until: addDays(date, 1) })
  if (!projected.ok) return none
  const own = movementsBetween(projected.projection, date, addDays(date, 1)).filter(({ row, pot_cents }) => pot_cents !== 0 && row?.collection === collection && row.id === id && row.nominal_date === nominal_date)
  if (own.length === 0) return none
  const pots = [...Map.groupBy(own, ({ target }) => target!)].map(([target, moved]) => ({ target, delta_cents: sumOf(moved.map(({ pot_cents }) => pot_cents)) }))
  const opening = withOpeningPots(projected.projection, new Map())
  const isDivided = isSameValue(opening.opening_pots, scenario.opening_pots) && opening.balance_allocated === scenario.balance_allocated
  return { pots, divided: isDivided ? null : opening }
}
