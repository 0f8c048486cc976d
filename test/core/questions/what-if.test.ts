import { describe, expect, it } from 'vitest'
import { billRises, incomeLost, type WhatIf } from '../../../core/questions/what-if.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planOf, projected } from '../projectionPlans.ts'
import { edited } from './asking.ts'

const monthly = { every: 1, unit: 'month' as const }
const plan = planOf({
  balance: 100_000,
  bills: [
    { name: 'Rent', amount_cents: 50_000, due_date: '2026-01-05', schedule: monthly },
    { name: 'Tax', amount_cents: 7_000, due_date: '2026-03-01' },
  ],
  incomes: [
    { name: 'Pay', amount_cents: 80_000, due_date: '2026-01-10', schedule: monthly },
    { name: 'Gift', amount_cents: 3_000, due_date: '2026-02-02' },
  ],
})
const [rent, tax] = plan.bills as [Scenario['bills'][number], Scenario['bills'][number]]
const [pay, gift] = plan.incomes as [Scenario['incomes'][number], Scenario['incomes'][number]]
const sums = (what: WhatIf) => {
  if (!what.ok) throw new Error(JSON.stringify(what.problems))
  return projected(edited(plan, what.edit), '2026-01-01', '2026-05-01').months.map(({ in_cents, out_cents }) => [in_cents, out_cents])
}

describe('what if', () => {
  it('an income does not come from one day to another, and comes again afterwards', () => {
    expect(sums(incomeLost(pay, '2026-02-10', '2026-03-10'))).toEqual([
      [80_000, 50_000],
      [3_000, 50_000],
      [0, 57_000],
      [80_000, 50_000],
    ])
    expect(sums(incomeLost(gift, '2026-02-01', '2026-02-28'))[1]).toEqual([80_000, 50_000])
  })
  it('a bill rises from a day on', () => {
    expect(sums(billRises(rent, '2026-02-06', 65_000))).toEqual([
      [80_000, 50_000],
      [83_000, 50_000],
      [80_000, 72_000],
      [80_000, 65_000],
    ])
    expect(sums(billRises(tax, '2026-01-01', 9_000))[2]).toEqual([80_000, 59_000])
  })
  it('refuses days on which there is nothing of it', () => {
    expect(incomeLost(pay, '2026-02-11', '2026-03-09')).toMatchObject({ ok: false, problems: [{ code: 'schedule_has_no_such_date' }] })
    expect(billRises(tax, '2026-03-02', 9_000)).toMatchObject({ ok: false, problems: [{ code: 'schedule_has_no_such_date' }] })
  })
})
