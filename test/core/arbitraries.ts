/** Random sound scenarios and edits for property tests. */
import fc from 'fast-check'
import { applyEdit, type ScenarioEdit } from '../../core/edit.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'

export const at = '2026-03-01T12:00:00.000Z'
export const today = '2026-03-01'

/** A small pool of ids, so that edits meet. */
export const ids = Array.from({ length: 8 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`)
const id = fc.constantFrom(...ids)
const amount = fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.constantFrom(0, 1, 900_000_000_000_000))
const name = fc.constantFrom('Rent', 'Phone', 'Gym', 'Water', 'Ünïcødé 家賃')
const date = fc.constantFrom(null, '2026-03-01', '2026-12-31', '2028-02-29')
const target = fc.oneof(id.map((bill) => `bill:${bill}`), fc.constantFrom('savings:Rainy day', 'goal:Holiday'))

const billFields = fc.record({ name, amount_cents: amount, due_date: date, category: fc.constantFrom(null, 'Home', 'Food'), predicted: fc.boolean() })
const allocationFields = fc.oneof(
  fc.record({ target, kind: fc.constant('fixed' as const), value: amount }),
  fc.record({ target, kind: fc.constant('percent' as const), value: fc.integer({ min: 0, max: 100 }) }),
)

const bill = fc.tuple(id, billFields).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const allocation = fc.tuple(id, allocationFields).map(([rowId, fields]) => ({ id: rowId, ...fields }))
const position = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })

export const singleEdit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  fc.record({ type: fc.constant('set_fields' as const), fields: fc.record({ name, planning_balance_cents: fc.integer({ min: -1_000_000, max: 1_000_000 }), start_date: fc.constantFrom('2026-03-01', '2026-04-02'), currency_code: fc.constantFrom('USD', 'JPY', 'KWD', 'EUR') }, { requiredKeys: [] }) }),
  fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('bills' as const), row: bill, position }),
  fc.record({ type: fc.constant('put_row' as const), collection: fc.constant('allocations' as const), row: allocation, position }),
  fc.record({ type: fc.constant('delete_row' as const), collection: fc.constantFrom('bills' as const, 'allocations' as const), id }),
  fc.record({ type: fc.constant('put_lists' as const), bills: fc.uniqueArray(bill, { selector: (row) => row.id, maxLength: 4 }), allocations: fc.uniqueArray(allocation, { selector: (row) => row.id, maxLength: 3 }) }),
)
export const anyEdit: fc.Arbitrary<ScenarioEdit> = fc.oneof(
  { weight: 4, arbitrary: singleEdit },
  { weight: 1, arbitrary: fc.array(singleEdit, { maxLength: 4 }).map((edits) => ({ type: 'batch' as const, edits })) },
)

/** What comes of applying the edits that can be applied. */
export function grown(scenario: Scenario, edits: readonly ScenarioEdit[]): Scenario {
  return edits.reduce((current, edit) => {
    const applied = applyEdit(current, edit, at)
    return applied.ok ? applied.scenario : current
  }, scenario)
}

export const blank = (): Scenario => emptyScenario({ id: 'aaaaaaaa-0000-4000-8000-000000000000', name: 'Base plan' }, today, at)
export const anyScenario: fc.Arbitrary<Scenario> = fc.array(singleEdit, { maxLength: 14 }).map((edits) => grown(blank(), edits))

/** What a person sees of a scenario: everything but revision and times. */
export function contentOf(scenario: Scenario): unknown {
  const rows = (list: readonly { created_at: string; updated_at: string }[]) => list.map(({ created_at: _created, updated_at: _updated, ...row }) => row)
  const { revision: _revision, updated_at: _at, created_at: _created, ...fields } = scenario
  return { ...fields, bills: rows(scenario.bills), allocations: rows(scenario.allocations) }
}
