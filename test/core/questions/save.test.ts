import { describe, expect, it } from 'vitest'
import { save, type SaveAsked, type Saved } from '../../../core/questions/save.ts'
import { planOf } from '../projectionPlans.ts'
import { manyRuns } from '../runs.ts'
import { saveSuite } from './save.suite.ts'

const monthly = { every: 1, unit: 'month' as const }
const pay = { name: 'Pay', amount_cents: 200_000, due_date: '2026-01-10', schedule: monthly }
const rent = { name: 'Rent', amount_cents: 120_000, due_date: '2026-01-25', schedule: monthly }
const holiday = { name: 'Holiday', amount_cents: 150_001, due_date: '2026-03-28' }
const today = '2026-01-01'

function answered(scenario: Parameters<typeof planOf>[0], asked: Omit<SaveAsked, 'today'>): Saved {
  const found = save(planOf(scenario), { today, ...asked })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.answer
}

describe('how much can be saved', () => {
  it('is the most that keeps the floor on every day until then, and names the day and the bill that one more cent fails by', () => {
    // On 28 March, after three paydays, 3 × 80,000 − 150,001 are left.
    const answer = answered(
      { balance: 30_000, floor_cents: 30_000, bills: [rent, holiday], incomes: [pay] },
      { until: '2026-03-31', by: 'fixed' },
    )
    expect(answer).toMatchObject({
      value: 29_999,
      binds: 'floor',
      incomes: 3,
      total_cents: 89_997,
      lowest: { date: '2026-01-01', available_cents: 30_000 },
      fails: { date: '2026-03-28', available_cents: 29_999 },
      reason: { causes: [{ name: 'Holiday' }] },
    })
  })
  it('as whole percents', () => {
    expect(
      answered({ balance: 30_000, floor_cents: 30_000, bills: [rent, holiday], incomes: [pay] }, { until: '2026-03-31', by: 'percent' }),
    ).toMatchObject({ value: 14, binds: 'floor', total_cents: 84_000 })
  })
  it('takes nothing from what other rules set aside', () => {
    const rules = [{ target: 'savings:Car', kind: 'percent' as const, value: 30, base: 'income' as const }]
    expect(answered({ balance: 500_000, incomes: [pay], allocations: rules }, { until: '2026-03-31', by: 'fixed' })).toMatchObject({
      value: 140_000,
      binds: 'rules',
    })
    expect(answered({ balance: 500_000, incomes: [pay] }, { until: '2026-03-31', by: 'fixed' })).toMatchObject({
      value: 200_000,
      binds: 'income',
    })
    expect(answered({ balance: 500_000, incomes: [pay], allocations: rules }, { until: '2026-03-31', by: 'percent' })).toMatchObject({
      value: 70,
      binds: 'percents',
    })
    const side = { name: 'Side', amount_cents: 10_000, due_date: '2026-01-12', schedule: monthly }
    expect(answered({ balance: 500_000, incomes: [pay, side], allocations: rules }, { until: '2026-03-31', by: 'fixed' })).toMatchObject({
      value: 7_000,
      binds: 'rules',
    })
  })
  it('counts each income that it is taken from, since the plan begins, and those that have less free', () => {
    const side = { name: 'Side', amount_cents: 10_000, due_date: '2026-01-12', schedule: monthly }
    const found = save(planOf({ balance: 500_000, incomes: [pay, side] }), { today: '2026-02-01', until: '2026-02-11', by: 'fixed' })
    expect(found).toMatchObject({
      answer: { value: 200_000, binds: 'income', incomes: 3, smaller: { count: 1, cents: 10_000 }, total_cents: 410_000 },
    })
    expect(answered({ balance: 500_000, incomes: [pay] }, { until: '2026-03-31', by: 'fixed' })).toMatchObject({
      incomes: 3,
      smaller: null,
      total_cents: 600_000,
    })
  })
  it('as percents, is no more than some income has free, and another rule loses nothing that gets nothing either way', () => {
    const spare = { target: 'savings:Car', kind: 'fixed' as const, value: 150_000, base: 'income' as const }
    expect(answered({ balance: 500_000, incomes: [pay], allocations: [spare] }, { until: '2026-03-31', by: 'percent' })).toMatchObject({
      value: 25,
      binds: 'income',
      smaller: null,
      total_cents: 150_000,
    })
    // Of 1,000.17 the 44 % want a cent more or less by how others are rounded; they get none of it.
    const odd = { ...pay, amount_cents: 100_017 }
    const rules = [
      { ...spare, value: 100_017 },
      { ...spare, target: 'savings:Trip', kind: 'percent' as const, value: 44 },
    ]
    expect(answered({ balance: 500_000, incomes: [odd], allocations: rules }, { until: '2026-03-31', by: 'percent' })).toMatchObject({
      value: 0,
      binds: 'income',
      total_cents: 0,
    })
  })
  it('is nothing where the plan is below its floor already, and where no income lands', () => {
    expect(answered({ balance: 10_000, floor_cents: 30_000, incomes: [pay] }, { until: '2026-03-31', by: 'fixed' })).toMatchObject({
      value: 0,
      binds: 'below_already',
      fails: { date: '2026-01-01' },
    })
    expect(answered({ balance: 50_000, floor_cents: 30_000, incomes: [pay] }, { until: '2026-01-09', by: 'fixed' })).toMatchObject({
      value: 0,
      binds: 'no_payday',
      incomes: 0,
    })
  })
  it('fits and one more does not, by projections, in any plan', () => saveSuite(manyRuns(300)))
})
