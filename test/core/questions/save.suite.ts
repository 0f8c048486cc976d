/** The most that can be set aside, held against projections of the plan with it and with one more. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { onBase } from '../../../core/allocation.ts'
import { addDays } from '../../../core/calendar.ts'
import { paydayDivisions, type Share } from '../../../core/projection/divisions.ts'
import { save, saving } from '../../../core/questions/save.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { anyToday, projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { anyHousehold, edited, newRow } from './asking.ts'

const asked = fc.record({
  scenario: anyHousehold,
  today: anyToday,
  days: fc.integer({ min: 0, max: 200 }),
  by: fc.constantFrom('fixed' as const, 'percent' as const),
  richer: fc.boolean(),
})

export function saveSuite(runs: number): void {
  fc.assert(
    fc.property(asked, ({ scenario: plan, today, days, by, richer }): void => {
      const scenario = richer
        ? {
            ...plan,
            planning_balance_cents: plan.planning_balance_cents + 40_000_000,
            allocations: plan.allocations.filter(({ base }) => base === 'balance'),
          }
        : plan
      const now = today > scenario.start_date ? today : scenario.start_date
      const until = later(now, days)
      const found = save(scenario, { today, until, by })
      if (!found.ok) throw new Error(JSON.stringify(found.problems))
      const { value, binds, lowest, fails, total_cents, incomes, smaller } = found.answer
      const withMore = (more: number): ReturnType<typeof seen> =>
        seen(edited(scenario, saving(newRow, 'Put away', { by, value: more })), scenario, today, now, until)
      if (binds === 'below_already')
        return void expect(seen(scenario, scenario, today, now, until).lowest).toBeLessThan(scenario.floor_cents)
      const best = withMore(value)
      expect(best).toMatchObject({ lowest: lowest.available_cents, othersLose: false, saved: total_cents })
      // Percents are rounded together: a cent may go from the one to the other.
      expect(best.othersChange).toBeLessThanOrEqual(by === 'fixed' ? 0 : 1)
      expect(best.lowest).toBeGreaterThanOrEqual(scenario.floor_cents)
      const short = best.own.filter(({ shortfall_cents }) => shortfall_cents > 0)
      expect(smaller).toEqual(
        short.length === 0 ? null : { count: short.length, cents: short.reduce((sum, { share_cents }) => sum + share_cents, 0) },
      )
      expect(incomes).toBe(best.own.length)
      if (binds === 'no_payday') return void expect(best.own).toEqual([])
      if (binds === 'percents')
        return void expect(
          onBase(scenario.allocations, 'income').reduce((sum, { kind, value: percent }) => sum + (kind === 'percent' ? percent : 0), value),
        ).toBe(100)
      const next = withMore(value + 1)
      if (binds === 'floor') {
        expect(next.lowest).toBeLessThan(scenario.floor_cents)
        expect(next.availableOn(fails!.date)).toBe(fails!.available_cents)
      } else if (binds === 'rules') expect(next.othersLose).toBe(true)
      else if (by === 'fixed') expect(next.saved).toBe(best.saved)
      else expect(next.own.every(({ shortfall_cents }) => shortfall_cents > 0)).toBe(true)
    }),
    { numRuns: runs },
  )
}

function seen(scenario: Scenario, before: Scenario, today: string, now: string, until: string) {
  const projection = projected(scenario, today, addDays(until, 1))
  const days = Array.from({ length: projection.day_count }, (_, day) => day).filter((day) => later(scenario.start_date, day) >= now)
  const divided = (plan: Scenario) =>
    paydayDivisions(projected(plan, today, addDays(until, 1)), plan.start_date, addDays(until, 1)).filter(
      ({ base_cents }) => base_cents > 0,
    )
  const [without, withIt] = [before, scenario].map((plan) =>
    divided(plan).map(({ shares }) => shares.filter(({ allocation_id }) => allocation_id !== newRow)),
  ) as [Share[][], Share[][]]
  return {
    lowest: Math.min(...days.map((day) => projection.available_cents[day]!)),
    othersLose: withIt.some((shares, nth) =>
      shares.some(({ share_cents, shortfall_cents }, at) => shortfall_cents > 0 && share_cents < without[nth]![at]!.share_cents),
    ),
    othersChange: Math.max(
      0,
      ...withIt.flatMap((shares, nth) => shares.map(({ share_cents }, at) => Math.abs(share_cents - without[nth]![at]!.share_cents))),
    ),
    own: divided(scenario).flatMap(({ shares }) => shares.filter(({ allocation_id }) => allocation_id === newRow)),
    saved: projection.pots.find(({ target }) => target === 'savings:Put away')?.end_cents ?? 0,
    availableOn: (date: string): number | undefined =>
      days.flatMap((day) => (later(scenario.start_date, day) === date ? [projection.available_cents[day]!] : []))[0],
  }
}
