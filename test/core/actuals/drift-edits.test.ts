/** An offer that a person takes: the row is otherwise from its next date on, and is offered no more. */
import { describe, expect, it } from 'vitest'
import { driftEdit } from '../../../core/actuals/drift-edits.ts'
import { driftsOf, type Drift } from '../../../core/actuals/drift.ts'
import type { EarlierMatch } from '../../../core/actuals/matched.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { edited, monthly, paid, plan, rowId } from './plans.ts'

const water = { id: rowId(1), name: 'Water', amount_cents: 2_800, due_date: '2026-01-05', schedule: monthly }

/** Three months paid, at these amounts and so many days late. */
function paidThrice(amounts: readonly number[], late = 0): { transactions: AccountTransaction[]; matches: EarlierMatch[] } {
  const dates = ['2026-01-05', '2026-02-05', '2026-03-05']
  const transactions = dates.map((date, nth) =>
    paid(`${date.slice(0, 8)}${String(5 + late).padStart(2, '0')}`, -amounts[nth]!, 'CITY WATERWORKS'),
  )
  return {
    transactions,
    matches: dates.map((scheduled_date, nth) => ({
      row: { collection: 'bills', id: water.id },
      scheduled_date,
      transactions: [transactions[nth]!.id],
    })),
  }
}

function taken(scenario: Scenario, drift: Drift): Scenario {
  const result = driftEdit(scenario, drift)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return edited(scenario, result.edit)
}

const start = { start_date: '2026-03-10' }

describe('an offer that is taken', () => {
  it.each([
    ['an amount', [3_120, 3_120, 3_120], 0, { changes: [{ from: '2026-04-05', amount_cents: 3_120 }] }],
    [
      'a range',
      [3_120, 3_900, 3_400],
      0,
      { changes: [{ from: '2026-04-05', amount_cents: 3_400, amount_low_cents: 3_120, amount_high_cents: 3_900 }] },
    ],
    ['a day', [2_800, 2_800, 2_800], 3, { changes: [{ from: '2026-04-05', due_date: '2026-04-08', schedule: monthly }] }],
  ])('is %s from the next date on, and is offered no more', (_what, amounts, late, fields) => {
    const scenario = plan({ bills: [water] }, start)
    const { transactions, matches } = paidThrice(amounts, late)
    const [drift, ...others] = driftsOf(scenario, matches, transactions, '2026-03-10')
    expect(others).toEqual([])
    const after = taken(scenario, drift!)
    expect(after.bills[0]).toMatchObject({ amount_cents: 2_800, due_date: '2026-01-05', ...fields })
    expect(driftsOf(after, matches, transactions, '2026-03-10')).toEqual([])
  })
  it('is the end after the last date that was paid', () => {
    const scenario = plan({ bills: [water] }, { start_date: '2026-06-10' })
    const { transactions, matches } = paidThrice([2_800, 2_800, 2_800])
    const drifts = driftsOf(scenario, matches, transactions, '2026-06-10')
    expect(drifts).toEqual([{ kind: 'end', row: { collection: 'bills', id: water.id }, last: '2026-03-05' }])
    expect(taken(scenario, drifts[0]!).bills[0]!.schedule).toEqual({ ...monthly, until: '2026-04-04' })
  })
  it('is one amount from then on of a row that had a range', () => {
    const scenario = plan({ bills: [{ ...water, amount_low_cents: 2_500, amount_high_cents: 3_000 }] }, start)
    const { transactions, matches } = paidThrice([3_120, 3_120, 3_120])
    const after = taken(scenario, driftsOf(scenario, matches, transactions, '2026-03-10')[0]!)
    expect(after.bills[0]!.changes).toEqual([
      { from: '2026-04-05', amount_cents: 3_120, amount_low_cents: 3_120, amount_high_cents: 3_120 },
    ])
    expect(driftsOf(after, matches, transactions, '2026-03-10')).toEqual([])
  })
})
