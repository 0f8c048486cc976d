import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyScenario, rowDefaults, type Bill, type Scenario } from '../../core/scenario.ts'
import { summaryFigures } from '../../web/components/planning/figures.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const times = { created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z' }

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    balance: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    bills: fc.array(fc.record({ amount_cents: fc.nat(500_000), due_date: fc.constantFrom(null, '2026-02-01', '2026-01-15') }), { maxLength: 8 }),
    fixed: fc.array(fc.nat(600_000), { maxLength: 4 }),
    percents: fc.array(fc.nat(33), { maxLength: 3 }),
  })
  .map(({ balance, bills, fixed, percents }) => ({
    ...emptyScenario({ id: id(0), name: 'Plan', planning_balance_cents: balance }, '2026-01-01', times.created_at),
    bills: bills.map((bill, position) => ({ ...(rowDefaults.bills as Bill), ...bill, ...times, id: id(position + 1), name: `Bill ${position}`, position })),
    allocations: [...fixed.map((value) => ({ kind: 'fixed' as const, value })), ...percents.map((value) => ({ kind: 'percent' as const, value }))].map((rule, position) => ({ ...rule, ...times, base: 'balance' as const, id: id(position + 100), target: `savings:${position}`, position })),
  }))

describe('the summary', () => {
  test('each figure is the sum of the lines that explain it', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const figures = summaryFigures(scenario, String, String)
        for (const name of ['balance', 'bills', 'undated', 'remaining', 'shortfall'] as const) {
          expect(figures[name].lines().reduce((sum, line) => sum + line.cents, 0), name).toBe(figures[name].cents)
        }
        if (figures.beyond.cents > 0) expect(figures.beyond.lines().reduce((sum, line) => sum + line.cents, 0)).toBe(figures.beyond.cents)
      }),
    )
  })
})
