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
      from: '2026-01-10',
      below_before: null,
      lowest: { date: '2026-03-28', available_cents: 30_002 },
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
  it('holds the floor from the first payday on that gives something, and tells what is below it before, which no saving changes', () => {
    const phone = { name: 'Phone', amount_cents: 25_000, due_date: '2026-01-04' }
    // 5,000 on 4 January; 205,000 on the 10th, 85,000 on the 25th, 165,000 on 25 February.
    const short = { balance: 30_000, floor_cents: 10_000, bills: [rent, phone], incomes: [pay] }
    const before = { date: '2026-01-04', available_cents: 5_000 }
    expect(answered(short, { until: '2026-02-28', by: 'fixed' })).toMatchObject({
      value: 75_000,
      binds: 'floor',
      from: '2026-01-10',
      below_before: before,
      lowest: { date: '2026-01-25', available_cents: 10_000 },
      fails: { date: '2026-01-25', available_cents: 9_999 },
    })
    expect(answered(short, { until: '2026-02-28', by: 'percent' })).toMatchObject({ value: 37, binds: 'floor', below_before: before })
    // Of a payday that is set aside whole already nothing can be taken.
    const side = { name: 'Side', amount_cents: 1_000, due_date: '2026-01-03', schedule: monthly }
    const rules = [{ target: 'savings:Car', kind: 'fixed' as const, value: 1_000, base: 'income' as const }]
    expect(answered({ ...short, incomes: [pay, side], allocations: rules }, { until: '2026-02-28', by: 'fixed' })).toMatchObject({
      value: 74_000,
      binds: 'floor',
      from: '2026-01-10',
      below_before: before,
      incomes: 4,
      smaller: { count: 2, cents: 0 },
    })
    // A payday that came since the plan began, or today, is one that gives; one that is settled is not.
    const landed = { ...short, bills: [rent, { ...phone, due_date: '2026-01-12', amount_cents: 230_000 }] }
    for (const today of ['2026-01-10', '2026-01-11', '2026-01-12'])
      expect(save(planOf(landed), { today, until: '2026-01-20', by: 'fixed' })).toMatchObject({
        answer: { value: 0, binds: 'below_already', from: today, below_before: null, fails: { date: '2026-01-12', available_cents: 0 } },
      })
    const settled = { ...landed, balance: 230_000, incomes: [{ ...pay, settled: ['2026-01-10'] }] }
    expect(save(planOf(settled), { today: '2026-01-10', until: '2026-02-20', by: 'fixed' })).toMatchObject({
      answer: { from: '2026-02-10', below_before: { date: '2026-01-25', available_cents: -120_000 }, value: 70_000 },
    })
  })
  it('is nothing where the floor does not hold from that payday on as it is, and where no income lands', () => {
    const costly = { balance: 10_000, floor_cents: 30_000, incomes: [pay], bills: [{ ...rent, amount_cents: 190_000 }] }
    expect(answered(costly, { until: '2026-03-31', by: 'fixed' })).toMatchObject({
      value: 0,
      binds: 'below_already',
      from: '2026-01-10',
      below_before: { date: '2026-01-01', available_cents: 10_000 },
      fails: { date: '2026-01-25', available_cents: 20_000 },
    })
    expect(answered({ balance: 10_000, floor_cents: 30_000, incomes: [pay] }, { until: '2026-01-09', by: 'fixed' })).toMatchObject({
      value: 0,
      binds: 'no_payday',
      from: null,
      below_before: { date: '2026-01-01', available_cents: 10_000 },
      fails: null,
    })
    // Of an income of one cent a percent would be nothing; all of it is set aside already.
    const cent = { ...pay, amount_cents: 1 }
    const taken = [{ target: 'savings:Car', kind: 'fixed' as const, value: 1, base: 'income' as const }]
    expect(answered({ balance: 5, incomes: [cent], allocations: taken }, { until: '2026-01-31', by: 'percent' })).toMatchObject({
      value: 0,
      binds: 'income',
      from: null,
      below_before: null,
    })
    const all = [{ target: 'savings:Car', kind: 'percent' as const, value: 100, base: 'income' as const }]
    for (const [by, binds] of [
      ['fixed', 'rules'],
      ['percent', 'percents'],
    ] as const)
      expect(
        answered({ balance: 10_000, floor_cents: 30_000, incomes: [pay], allocations: all }, { until: '2026-03-31', by }),
      ).toMatchObject({
        value: 0,
        binds,
        from: null,
        below_before: { date: '2026-01-01', available_cents: 10_000 },
      })
    expect(answered({ balance: 50_000, floor_cents: 30_000, incomes: [pay] }, { until: '2026-01-09', by: 'fixed' })).toMatchObject({
      value: 0,
      binds: 'no_payday',
      incomes: 0,
    })
  })
  it('fits and one more does not, by projections, in any plan', () => saveSuite(manyRuns(300)))
})
