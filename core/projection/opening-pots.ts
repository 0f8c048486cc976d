/** What is in the pots as a plan begins, once its balance was divided; and the plan that begins with a little less or more in them. */
import { accountsAdjusted } from '../edit/account-adjusted.ts'
import { dateOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { isSameValue } from '../fields.ts'
import type { Scenario } from '../scenario.ts'
import { onBase } from '../allocation.ts'
import { movementsBetween, type Movement } from './movements.ts'
import type { Projection } from './projection.ts'

export type OpeningFields = Pick<Scenario, 'opening_pots' | 'balance_allocated'>

/** What happens before anything comes in or is paid on start_date. */
const atFirst = (projection: Projection): Movement[] =>
  movementsBetween(projection, projection.start_date, dateOf(projection.start_day + 1)).filter(({ row }) => row === null)

/** By target, before anything comes in or is paid on start_date. */
export function openingPots(projection: Projection): Map<string, number> {
  const first = atFirst(projection).filter(({ target }) => target !== null)
  return new Map(
    [...Map.groupBy(first, ({ target }) => target!)].map(([target, moved]) => [target, sumOf(moved.map(({ pot_cents }) => pot_cents))]),
  )
}

/**
 * The same plan, with so much more (or less, down to 0) in the pots as it begins: what the rules on the balance set aside stands among the
 * opening pots, and is not set aside again. Without a change it is projected the same, day by day.
 */
export function withOpeningPots(projection: Projection, changes: ReadonlyMap<string, number>): OpeningFields {
  const { scenario } = projection
  const held = openingPots(projection)
  for (const [target, cents] of changes) held.set(target, Math.max(0, (held.get(target) ?? 0) + cents))
  const opening_pots = [...held].flatMap(([target, amount_cents]) => (amount_cents > 0 ? [{ target, amount_cents }] : []))
  return { opening_pots, balance_allocated: scenario.balance_allocated || onBase(scenario.allocations, 'balance').length > 0 }
}

/** The edits to that plan, none where nothing changes: what the rules on the balance move to other accounts is there as well. */
export function openingEdits(projection: Projection, changes: ReadonlyMap<string, number>): ScenarioEdit[] {
  const { scenario } = projection
  const fields = withOpeningPots(projection, changes)
  const { opening_pots, balance_allocated } = scenario
  if (isSameValue(fields, { opening_pots, balance_allocated })) return []
  const moved = atFirst(projection).filter(({ kind }) => kind === 'moved')
  const onMain = sumOf(moved.map(({ available_cents }) => available_cents))
  const byAccount = Map.groupBy(
    moved.flatMap(({ accounts }) => accounts),
    ({ account_id }) => account_id,
  )
  const others = new Map([...byAccount].map(([id, changed]) => [id, sumOf(changed.map(({ cents }) => cents))]))
  const main: ScenarioEdit[] = onMain === 0 ? [] : [{ type: 'adjust_balance', delta_cents: onMain }]
  return [{ type: 'set_fields', fields }, ...main, ...accountsAdjusted(scenario, others)]
}
