import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overdueOf } from '../../../core/actuals/overdue.ts'
import { movementsBetween } from '../../../core/projection/movements.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { isSpread } from '../../../core/schedule/spread.ts'
import { everydayByDay, lastOfPeriod, periodOf } from '../../../core/spending/spending-days.ts'
import { anyAccountsPlan } from '../accountPlans.ts'
import { anyPlan, planOf, projected } from '../projectionPlans.ts'
import { leastSaid, runs } from '../runs.ts'
import { later } from '../schedule-reference.ts'

/** By day and bill, what a projection takes for bills that leave day by day: from their accounts and from their pots. */
function taken(scenario: Scenario, from: string, until: string, today: string): Map<string, number> {
  const spread = new Set(scenario.bills.filter(isSpread).map(({ id }) => id))
  const sums = new Map<string, number>()
  for (const { date, kind, row, available_cents, pot_cents, accounts } of movementsBetween(
    projected(scenario, today, until),
    from,
    until,
  )) {
    if (row === null || row.collection !== 'bills' || !spread.has(row.id) || (kind !== 'bill' && kind !== 'from_pot')) continue
    const key = `${date} ${row.id}`
    sums.set(key, (sums.get(key) ?? 0) - available_cents - pot_cents - accounts.reduce((sum, { cents }) => sum + cents, 0))
  }
  return new Map([...sums].filter(([, cents]) => cents !== 0))
}

const counted = (scenario: Scenario, span: { from: string; until: string; today: string }): Map<string, number> =>
  new Map(
    [...everydayByDay(scenario, span)].flatMap(([date, list]) =>
      list
        .filter(({ counted_cents }) => counted_cents > 0)
        .map(({ bill, counted_cents }) => [`${date} ${bill.id}`, counted_cents] as const),
    ),
  )

describe('everyday spending on the days of a calendar', () => {
  it('is a part of the week on each of its days, and none of it on one day', () => {
    const scenario = planOf({
      balance: 100_000,
      bills: [{ name: 'Groceries', amount_cents: 7_001, due_date: '2026-01-05', schedule: { every: 1, unit: 'week' }, spread: true }],
    })
    const days = everydayByDay(scenario, { from: '2026-01-04', until: '2026-01-12', today: '2026-01-01' })
    expect([...days].map(([date, list]) => [date, list.map(({ counted_cents }) => counted_cents)])).toEqual([
      ['2026-01-05', [1_001]],
      ...['06', '07', '08', '09', '10', '11'].map((day) => [`2026-01-${day}`, [1_000]]),
    ])
  })
  it('tells what was spent on the day on which it was, and what is left of the week on the days to come', () => {
    const scenario = planOf({
      start_date: '2026-01-07',
      balance: 100_000,
      bills: [{ name: 'Groceries', amount_cents: 7_000, due_date: '2026-01-05', schedule: { every: 1, unit: 'week' }, spread: true }],
    })
    const paid = [
      { date: '2026-01-05', amount_cents: 2_500 },
      { date: '2026-01-06', amount_cents: 0 },
      { date: '2026-01-07', amount_cents: 500 },
    ]
    const noted = { ...scenario, bills: scenario.bills.map((bill) => ({ ...bill, exceptions: { '2026-01-05': { paid } } })) }
    const days = everydayByDay(noted, { from: '2026-01-01', until: '2026-01-12', today: '2026-01-07' })
    expect([...days].map(([date, [one]]) => [date.slice(8), one!.spent_cents, one!.counted_cents])).toEqual([
      ['05', 2_500, 0],
      ['07', 500, 800],
      ['08', 0, 800],
      ['09', 0, 800],
      ['10', 0, 800],
      ['11', 0, 800],
    ])
    const period = periodOf(noted, { id: noted.bills[0]!.id, nominal_date: '2026-01-05' }, '2026-01-07')!
    expect(period).toMatchObject({ date: '2026-01-07', amount_cents: 4_000 })
    expect(lastOfPeriod(noted, period)).toBe('2026-01-11')
    // It has no day on which it should have come.
    expect(overdueOf(noted, period, '2026-01-07')).toBeNull()
  })
  it('is there with nothing left on the days of a period that is spent, and on no day that is past', () => {
    const monthly = { every: 1, unit: 'month' as const }
    const scenario = planOf({
      start_date: '2026-01-20',
      balance: 100_000,
      bills: [{ name: 'Groceries', amount_cents: 40_000, due_date: '2026-01-01', schedule: monthly, spread: true }],
    })
    const paid = [{ date: '2026-01-18', amount_cents: 40_000 }]
    const noted = { ...scenario, bills: scenario.bills.map((bill) => ({ ...bill, exceptions: { '2026-01-01': { paid } } })) }
    const days = everydayByDay(noted, { from: '2026-01-01', until: '2026-02-01', today: '2026-01-20' })
    expect([...days].map(([date, [one]]) => [date.slice(8), one!.spent_cents, one!.counted_cents])).toEqual([
      ['18', 40_000, 0],
      ...Array.from({ length: 12 }, (_, nth) => [String(20 + nth), 0, 0]),
    ])
  })
  it('sums, on each day and for each bill, to what the projection takes', () => {
    let said = 0
    const plans = fc.oneof(anyPlan, anyAccountsPlan)
    fc.assert(
      fc.property(plans, fc.integer({ min: -5, max: 40 }), fc.integer({ min: -20, max: 60 }), (scenario, age, ahead) => {
        const today = later('2026-01-01', age)
        const from = later('2026-01-01', ahead)
        const until = later(from, 42)
        const expected = until > scenario.start_date ? taken(scenario, from, until, today) : new Map<string, number>()
        expect(new Map([...counted(scenario, { from, until, today })].sort())).toEqual(new Map([...expected].sort()))
        said += expected.size
      }),
      { numRuns: runs(400) },
    )
    expect(said).toBeGreaterThanOrEqual(leastSaid)
  })
  it('knows the period of each of its days', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 40 }), (scenario, age) => {
        const today = later('2026-01-01', age)
        const until = later('2026-01-01', 120)
        if (until <= scenario.start_date) return
        for (const { kind, row } of movementsBetween(projected(scenario, today, until), scenario.start_date, until)) {
          if (kind !== 'bill' || row === null || !scenario.bills.some((bill) => bill.id === row.id && isSpread(bill))) continue
          const named = { id: row.id, nominal_date: row.nominal_date! }
          expect(periodOf(scenario, named, today)).toMatchObject(named)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
