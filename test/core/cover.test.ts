import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameContent } from '../../core/comparison/content.ts'
import { coverings } from '../../core/payments/cover.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { anyPlan, at, idOf, planOf, projected } from './projectionPlans.ts'
import { leastSaid, runs } from './runs.ts'

const until = '2026-06-01'
const rent = { name: 'Rent', amount_cents: 40_000, due_date: '2026-01-20' }
const pay = { name: 'Pay', amount_cents: 100_000, due_date: '2026-01-10', schedule: { every: 1, unit: 'month' as const } }
const told = (plan: Parameters<typeof planOf>[0]) =>
  coverings(projected(planOf(plan), '2026-01-01', until)).map(
    ({ name, how, cents, is_enough }) => `${how} ${name} ${cents}${is_enough ? '' : ', not enough'}`,
  )

describe('covering from a pot', () => {
  it('takes what is missing from a pot that holds it, whichever filled it', () => {
    expect(told({ balance: 60_000, bills: [rent], opening_pots: [{ target: 'savings:Rainy day', amount_cents: 30_000 }] })).toEqual([
      'take Rainy day 10000',
    ])
    expect(
      told({ balance: 60_000, bills: [rent], allocations: [{ target: 'savings:Rainy day', kind: 'percent', value: 50, base: 'balance' }] }),
    ).toEqual(['take Rainy day 10000'])
  })
  it('where paydays fill the pot, less is set aside, as little less as is enough', () => {
    const plan = planOf({
      balance: 0,
      incomes: [pay],
      bills: [{ ...rent, amount_cents: 95_000 }],
      allocations: [{ target: 'savings:Car', kind: 'fixed', value: 20_000, base: 'income' }],
    })
    const [way] = coverings(projected(plan, '2026-01-01', until))
    expect(way).toMatchObject({
      how: 'set_aside_less',
      cents: 15_000,
      is_enough: true,
      edit: { type: 'put_row', collection: 'allocations', row: { id: idOf(3, 0), value: 5_000 } },
    })
  })
  it('says what comes of pots that are not enough, those that give more first; a bill’s own pot last of equals', () => {
    expect(
      told({
        balance: 50_000,
        bills: [rent, { name: 'Tax', amount_cents: 9_000, due_date: '2026-05-01' }],
        opening_pots: [
          { target: `bill:${idOf(1, 1)}`, amount_cents: 9_000 },
          { target: 'savings:Car', amount_cents: 8_000 },
          { target: 'savings:Boat', amount_cents: 9_000 },
        ],
      }),
    ).toEqual(['take Boat 9000, not enough', 'take Tax 9000, not enough', 'take Car 8000, not enough'])
    expect(
      told({
        balance: 50_000,
        bills: [{ ...rent, amount_cents: 60_000 }],
        opening_pots: [
          { target: 'savings:Car', amount_cents: 3_000 },
          { target: 'savings:Boat', amount_cents: 6_000 },
        ],
      }),
    ).toEqual(['take Boat 6000, not enough', 'take Car 3000, not enough'])
  })
  it('offers nothing where nothing is missing, no pot holds anything, or the pot pays the very bill that is meant', () => {
    expect(told({ balance: 90_000, bills: [rent], opening_pots: [{ target: 'savings:Car', amount_cents: 5_000 }] })).toEqual([])
    expect(told({ balance: 30_000, bills: [rent] })).toEqual([])
    expect(told({ balance: 30_000, bills: [rent], opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 20_000 }] })).toEqual([])
  })
  it('each way does what it says in any plan, leaves the account as it is, and undo takes it back', () => {
    let offered = 0
    fc.assert(
      fc.property(anyPlan, (scenario) => {
        const before = projected(scenario, '2026-01-01', until)
        for (const { edit, cents, is_enough } of coverings(before)) {
          offered += 1
          const applied = applyEdit(scenario, edit, at)
          if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
          const after: Projection = projected(applied.scenario, '2026-01-01', until)
          expect(after.safe_to_spend_cents).toBe(before.safe_to_spend_cents + cents)
          expect(is_enough).toBe(after.safe_to_spend_cents >= 0)
          expect(after.total_cents).toEqual(before.total_cents)
          const back = applyEdit(applied.scenario, applied.inverse, at)
          expect(back.ok && isSameContent(back.scenario, scenario)).toBe(true)
        }
      }),
      { numRuns: runs(400) },
    )
    expect(offered).toBeGreaterThanOrEqual(leastSaid)
  })
})
