import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { hasRanges } from '../../../core/ranges/has-ranges.ts'
import { eachRun, varyingPlan } from '../../../core/ranges/ranges.ts'
import type { BillInput, Evidence, IncomeInput, Scenario } from '../../../core/scenario.ts'
import { idOf, planOf } from '../projectionPlans.ts'
import { runs as times } from '../runs.ts'
import { rangesOf } from './ranges.suite.ts'

const today = '2026-01-01'
const runs = 1_000
const evidence = (late_days: number[]): Evidence => ({
  payee: 'elm lettings',
  confidence: 1,
  charges: 12,
  first_date: '2025-01-10',
  last_date: '2025-12-10',
  late_days,
})
const rent = (late_days: number[], fields: Partial<BillInput> = {}): BillInput => ({
  name: 'Rent',
  amount_cents: 80_000,
  due_date: '2026-01-10',
  schedule: { every: 1, unit: 'month' },
  evidence: evidence(late_days),
  ...fields,
})
const pay: IncomeInput = {
  id: idOf(2, 1),
  name: 'Pay',
  amount_cents: 200_000,
  due_date: '2026-01-15',
  schedule: { every: 1, unit: 'month' },
  evidence: evidence([0, 0, -1, 1, 0]),
}
const bands = (plan: Scenario, until = 45): [number, number][] => {
  const { days } = rangesOf(plan, today, { until: addDays(today, until), runs }).main
  return Array.from(days.low_cents, (low, day) => [low, days.high_cents[day]!])
}
const wide = (plan: Scenario, until?: number): number[] => bands(plan, until).flatMap(([low, high], day) => (low === high ? [] : [day]))

describe('a payment that came a day early or late now and then', () => {
  it('is on either side of the days between, and for certain on all others', () => {
    // Of eight, two were a day early and one two days late: by the 10th (day 9) it is there seven times in eight, the day before twice.
    const plan = planOf({ balance: 500_000, bills: [rent([0, -1, 0, 2, 0, -1, 0, 0])] })
    expect(bands(plan).slice(7, 13)).toEqual([
      [500_000, 500_000],
      [420_000, 500_000],
      [420_000, 500_000],
      [420_000, 500_000],
      [420_000, 420_000],
      [420_000, 420_000],
    ])
    expect(wide(plan)).toEqual([8, 9, 10, 39, 40, 41])
    expect(rangesOf(plan, today).main.is_certain).toBe(false)
    expect(hasRanges(plan)).toBe(true)
  })

  it('comes as often on each of its days as it did', () => {
    const found = varyingPlan(planOf({ balance: 500_000, bills: [rent([0, -1, 0, 2, 0, -1, 0, 0])] }), {
      today,
      until: '2026-03-01',
    })
    if (!found.ok) throw new Error('No plan.')
    const paid = [8, 9, 10, 11].map(() => 0)
    eachRun(found.plan, { runs, seed: 3 }, ({ total_cents }) => {
      paid.forEach((_, nth) => (paid[nth]! += Number(total_cents[8 + nth] === 420_000)))
    })
    expect(paid).toEqual([250, 875, 875, 1_000])
  })

  it('never comes before today', () => {
    const plan = planOf({ balance: 500_000, bills: [rent([-4, -4, -4, 0], { due_date: '2026-01-03' })] })
    expect(wide(plan, 10)).toEqual([0, 1])
  })

  it.each<[string, Scenario]>([
    ['always came on its day', planOf({ balance: 500_000, bills: [rent([0, 0, 0])] })],
    ['has no days that are known', planOf({ balance: 500_000, bills: [rent([])] })],
    [
      'was moved by a person',
      planOf({ balance: 500_000, bills: [rent([-1, 1], { schedule: null, exceptions: { '2026-01-10': { moved_to: '2026-01-12' } } })] }),
    ],
    [
      'is paid by its pot',
      planOf({
        balance: 500_000,
        bills: [rent([-1, 1])],
        allocations: [{ target: `bill:${idOf(1, 0)}`, base: 'balance', kind: 'fixed', value: 80_000 }],
      }),
    ],
  ])('is certain where it %s', (_case, plan) => {
    expect(wide(plan)).toEqual([])
    expect(rangesOf(plan, today).varying).toBe(0)
  })
})

it('is the same in equal plans, and one more certain bill takes the same off every run', () => {
  const late = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 24 })
  fc.assert(
    fc.property(late, late, fc.nat(1_000), fc.nat(40), (one, other, seed, day) => {
      const plan = planOf({ balance: 500_000, bills: [rent(one)], incomes: [{ ...pay, evidence: evidence(other) }] })
      const more = planOf({
        balance: 500_000,
        bills: [rent(one), { name: 'Certain', amount_cents: 12_345, due_date: addDays(today, day), schedule: null }],
        incomes: [{ ...pay, evidence: evidence(other) }],
      })
      const [before, again, after] = [plan, plan, more].map((of) => rangesOf(of, today, { seed }).main)
      expect(again).toEqual(before)
      for (const which of ['low_cents', 'middle_cents', 'high_cents'] as const)
        before!.days[which].forEach((cents, at) => expect(cents - after!.days[which][at]!).toBe(at < day ? 0 : 12_345))
    }),
    { numRuns: times(60) },
  )
})
