import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import type { BillInput, VariedAmounts } from '../../../core/scenario.ts'
import { planOf } from '../projectionPlans.ts'
import { rangesOf } from './ranges.suite.ts'

const today = '2026-01-01'
const weekly = { every: 1, unit: 'week' as const }
/** Seven weeks of ten nothing, then 100, 200 and 400. */
const seen_cents = [0, 0, 10_000, 0, 0, 40_000, 0, 0, 20_000, 0]

function spending(varied: Partial<VariedAmounts>, fields: Partial<BillInput> = {}): BillInput {
  const amounts = { amount_cents: 6_000, amount_low_cents: 0, amount_high_cents: 20_000 }
  const said = { amount_cents: 6_000, low_cents: 0, high_cents: 20_000, seen_cents, least_balance_cents: null, ...varied }
  const evidence = { payee: 'everyday rest', confidence: 1, charges: 10, first_date: '2025-10-01', last_date: '2025-12-31', varied: said }
  return { name: 'Cash', due_date: today, schedule: weekly, spread: true, ...amounts, evidence, ...fields }
}
const bandOn = (bill: BillInput, day: number, balance = 500_000): number[] => {
  const { days } = rangesOf(planOf({ balance, bills: [bill] }), today, { until: addDays(today, 60), runs: 1_000 }).main
  return [days.low_cents[day]!, days.middle_cents[day]!, days.high_cents[day]!]
}

describe('spending that varies as it did', () => {
  it('is nothing in most weeks and much in a few, where it was', () => {
    const [low, middle, high] = bandOn(spending({}), 6)
    expect([middle, high]).toEqual([500_000, 500_000])
    expect(500_000 - low!).toBeGreaterThan(20_000)
    expect(500_000 - low!).toBeLessThanOrEqual(40_000)
  })
  it('comes over some weeks to what those weeks come to', () => {
    const [low, middle, high] = bandOn(spending({}), 55).map((cents) => 500_000 - cents)
    // Eight weeks of 70 in the mean.
    expect(Math.abs(middle! - 54_000)).toBeLessThan(9_000)
    expect([high! >= 5_000 && high! <= 30_000, low! >= 80_000 && low! <= 120_000]).toEqual([true, true])
  })
  it('is no more than ever in any run', () => {
    const { days } = rangesOf(planOf({ balance: 500_000, bills: [spending({})] }), today, { until: addDays(today, 7), runs: 1_000 }).main
    expect(Math.min(...days.low_cents)).toBeGreaterThanOrEqual(460_000)
  })
  it('leaves in as many payments as there were, so that a day may have none or all of it', () => {
    const steady = spending({ seen_cents: [7_000] }, {})
    const evenly = { ...steady, evidence: { ...steady.evidence!, charges: 10_000 } }
    // A week of 70.00 in one payment: on its second day six runs in seven have spent nothing, or all of it.
    expect(bandOn(steady, 0)).toEqual([493_000, 500_000, 500_000])
    expect(bandOn(steady, 6)).toEqual([493_000, 493_000, 493_000])
    expect(bandOn(evenly, 0)).toEqual([499_000, 499_000, 499_000])
  })
  it('follows the range instead once the person has said another amount or range', () => {
    const [low, middle] = bandOn(spending({}, { amount_cents: 8_000 }), 6)
    expect([Math.abs(500_000 - middle! - 8_000) < 100, Math.abs(500_000 - low! - 20_000) < 100]).toEqual([true, true])
    expect(bandOn(spending({}, { amount_high_cents: 9_000 }), 6)[0]).toBeGreaterThan(490_000)
  })
  it('follows the range where no amounts are known', () => {
    expect(bandOn(spending({ seen_cents: [] }), 6)).toEqual(bandOn({ ...spending({}), evidence: null }, 6))
  })
})

describe('spending that gives way where money is short', () => {
  const rent = { name: 'Rent', amount_cents: 30_000, due_date: '2026-01-20', schedule: null }
  const lowest = (balance: number, bills: BillInput[]) =>
    rangesOf(planOf({ balance, bills, floor_cents: 0 }), today, { until: addDays(today, 60), runs: 1_000 }).main.lowest

  it('brings the account no lower than it ever was', () => {
    expect(lowest(50_000, [spending({})]).low_cents).toBeLessThan(-20_000)
    expect(lowest(50_000, [spending({ least_balance_cents: 15_000 })]).low_cents).toBe(15_000)
  })
  it('does not keep a bill from being paid', () => {
    expect(lowest(50_000, [spending({ least_balance_cents: 45_000 }), rent]).low_cents).toBeLessThan(45_000 - 25_000)
  })
  it('holds of today where there is less than ever before', () => {
    expect(lowest(10_000, [spending({ least_balance_cents: 15_000 })]).low_cents).toBe(10_000)
  })
  it('does not give way once the person has said another amount', () => {
    expect(lowest(50_000, [spending({ least_balance_cents: 15_000 }, { amount_cents: 9_000 })]).low_cents).toBeLessThan(0)
  })
})
