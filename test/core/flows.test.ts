import { describe, expect, it } from 'vitest'
import { flowsOf } from '../../core/flows.ts'
import { project } from '../../core/projection/project.ts'
import { blank, grown, ids } from './arbitraries.ts'

const plan = grown(blank(), [
  { type: 'set_fields', fields: { planning_balance_cents: 50_000 } },
  { type: 'put_row', collection: 'incomes', row: { id: ids[0]!, name: 'Salary', amount_cents: 100_000, due_date: '2026-03-15', schedule: { every: 1, unit: 'month' } } },
  { type: 'put_row', collection: 'goals', row: { id: ids[1]!, name: 'Holiday', target_cents: 25_000 } },
  { type: 'put_row', collection: 'allocations', row: { id: ids[2]!, target: 'goal:Holiday', kind: 'percent', value: 10, base: 'income' } },
  { type: 'put_row', collection: 'allocations', row: { id: ids[3]!, target: 'savings:Rainy day', kind: 'fixed', value: 2_000, base: 'income' } },
  { type: 'put_row', collection: 'allocations', row: { id: ids[4]!, target: 'savings:Rainy day', kind: 'percent', value: 20 } },
])

describe('the flow from income to targets', () => {
  const projected = project(plan, { today: '2026-03-01', until: '2026-07-01' })
  if (!projected.ok) throw new Error(projected.problems[0]!.message)
  const flows = flowsOf(projected.projection, '2026-03-01', '2026-07-01')

  it('sums what every payday and the balance give to each target, as far as it takes it', () => {
    expect(flows).toEqual([
      { source: 'balance', target: 'savings:Rainy day', cents: 10_000 },
      { source: 'balance', target: 'rest', cents: 40_000 },
      { source: ids[0], target: 'goal:Holiday', cents: 25_000 },
      { source: ids[0], target: 'savings:Rainy day', cents: 8_000 },
      { source: ids[0], target: 'rest', cents: 367_000 },
    ])
  })
  it('leaves the balance out where its day does not lie in the window', () => {
    expect(flowsOf(projected.projection, '2026-03-02', '2026-07-01').some(({ source }) => source === 'balance')).toBe(false)
  })
})
