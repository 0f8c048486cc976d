/** How sure a plan is belongs to the state of the plan it was worked out from, and to no other. */
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import { simulate } from '../../core/ranges/ranges.ts'
import { emptyScenario, type BillInput, type Scenario } from '../../core/scenario.ts'
import { rangesIn } from '../../web/context/ranges.ts'

const today = '2026-03-01'
const at = '2026-03-01T12:00:00.000Z'
const until = '2026-05-01'
const bill = (fields: Partial<BillInput> = {}): BillInput => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Groceries',
  amount_cents: 5_000,
  due_date: '2026-03-12',
  schedule: { every: 1, unit: 'week' },
  ...fields,
})
const before = emptyScenario({ id: '00000000-0000-4000-8000-000000000000', name: 'Plan', planning_balance_cents: 100_000 }, today, at)

function withBills(scenario: Scenario, bills: BillInput[]): Scenario {
  const found = applyEdit(scenario, { type: 'put_lists', bills }, at)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.scenario
}
function knownOf(scenario: Scenario) {
  const found = simulate(scenario, { today, until })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return { scenario, today, until, ranges: found.ranges }
}

describe('what was worked out of a plan', () => {
  const planned = withBills(before, [bill({ amount_low_cents: 3_000, amount_high_cents: 9_000 })])
  const known = knownOf(planned)

  test('is shown of that state of it, however far the picture looks', () =>
    expect(rangesIn(known, { written: planned, today })).toBe(known.ranges))
  test('is gone once it is undone, and there is none of a plan without ranges', () => {
    const undone = withBills(planned, [])
    expect(rangesIn(known, { written: undone, today })).toBeNull()
    expect(rangesIn(knownOf(undone), { written: undone, today })).toBeNull()
  })
  test('does not stand for the plan with other ranges, for another day, or where nothing is known', () => {
    expect(
      rangesIn(known, { written: withBills(planned, [bill({ amount_low_cents: 4_000, amount_high_cents: 6_000 })]), today }),
    ).toBeNull()
    expect(rangesIn(known, { written: planned, today: '2026-03-02' })).toBeNull()
    expect(rangesIn(null, { written: planned, today })).toBeNull()
  })
})
