/** The most that can be set aside, held against projections of the plan with it and with one more. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { onBase } from '../../../core/allocation.ts'
import { addDays } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import type { Share } from '../../../core/projection/divisions.ts'
import { save, saving } from '../../../core/questions/save.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { anyToday, projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { anyHousehold, divisionsOf, edited, lowestOn, newRow } from './asking.ts'

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
      const { value, binds, from, below_before, lowest, fails, total_cents, incomes, smaller } = found.answer
      // The floor is held from the first day on that a rule can change, which what no rule takes of an income says.
      const giving = divisionsOf(scenario, today, until).find(
        ({ base_cents, shares }) => sumOf(shares.map(({ share_cents }) => share_cents)) < base_cents,
      )
      expect(from).toBe(giving === undefined ? null : giving.date > now ? giving.date : now)
      const before = lowestOn(scenario, today, now, from ?? addDays(until, 1))
      expect(below_before).toEqual(before && before.available_cents < scenario.floor_cents ? before : null)
      const withRule = (more: number): Scenario => edited(scenario, saving(newRow, 'Put away', { by, value: more }))
      const withMore = (more: number): ReturnType<typeof seen> => seen(withRule(more), scenario, today, from ?? now, until)
      const best = withMore(value)
      expect(best).toMatchObject({ lowest: lowest.available_cents, othersLose: false, saved: total_cents })
      if (binds === 'below_already')
        return void expect([value, from === null, best.lowest < scenario.floor_cents]).toEqual([0, false, true])
      // What is before is the same, whatever is saved.
      if (by === 'fixed' && from !== null) expect(lowestOn(withRule(value + 1), today, now, from)).toEqual(before)
      // Percents are rounded together: a cent may go from the one to the other.
      expect(best.othersChange).toBeLessThanOrEqual(by === 'fixed' ? 0 : 1)
      if (from !== null) expect(best.lowest).toBeGreaterThanOrEqual(scenario.floor_cents)
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
      else if (by === 'fixed' || from === null) expect(next.saved).toBe(best.saved)
      else expect(next.own.every(({ shortfall_cents }) => shortfall_cents > 0)).toBe(true)
    }),
    { numRuns: runs },
  )
}

function seen(scenario: Scenario, before: Scenario, today: string, from: string, until: string) {
  const projection = projected(scenario, today, addDays(until, 1))
  const days = Array.from({ length: projection.day_count }, (_, day) => day).filter((day) => later(scenario.start_date, day) >= from)
  const [without, withIt] = [before, scenario].map((plan) =>
    divisionsOf(plan, today, until).map(({ shares }) => shares.filter(({ allocation_id }) => allocation_id !== newRow)),
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
    own: divisionsOf(scenario, today, until).flatMap(({ shares }) => shares.filter(({ allocation_id }) => allocation_id === newRow)),
    saved: projection.pots.find(({ target }) => target === 'savings:Put away')?.end_cents ?? 0,
    availableOn: (date: string): number | undefined =>
      days.flatMap((day) => (later(scenario.start_date, day) === date ? [projection.available_cents[day]!] : []))[0],
  }
}
