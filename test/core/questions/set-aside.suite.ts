/** What is to be set aside, held against projections with the level rule and against the days of the plan as it is. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { paydayDivisions } from '../../../core/projection/divisions.ts'
import { setAside, settingAside } from '../../../core/questions/set-aside.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { anyHousehold, edited, lowestFrom, newRow } from './asking.ts'

const today = '2026-01-01'
const asked = fc.record({ scenario: anyHousehold, nth: fc.nat(9), days: fc.integer({ min: 0, max: 300 }), richer: fc.boolean() })

/** What is missing of a target on a day. */
function missingOf(scenario: Scenario, target: string, date: string): number {
  const goal = scenario.goals.find(({ name }) => `goal:${name}` === target)
  if (goal) {
    const pot = projected(scenario, today, addDays(date, 1)).pots.find((one) => one.target === target)
    return Math.max(0, goal.target_cents - (pot?.end_cents ?? 0))
  }
  const projection = projected(scenario, today, addDays(date, 1))
  const { setup } = projection
  const index = projection.rows.findIndex(({ id }) => `bill:${id}` === target)
  const dates = setup.occurrences.dates[index]!.effective
  const nth = dates.findLastIndex((day) => day <= projection.start_day + projection.day_count - 1)
  const pot = setup.pots.of_row[index]!
  const own = setup.amounts.of_dates[index]?.[nth] ?? -1
  const cents = own < 0 ? setup.amounts.of_row[index]! : own
  return cents - (pot < 0 ? 0 : projection.simulation.paid_cents[projection.simulation.paid_from[pot]! + nth]!)
}

export function setAsideSuite(runs: number): number {
  let levels = 0
  fc.assert(
    fc.property(asked, ({ scenario: plan, nth, days, richer }): void => {
      const scenario = richer ? { ...plan, planning_balance_cents: plan.planning_balance_cents + 40_000_000, opening_pots: [] } : plan
      const targets = [
        ...scenario.goals.map(({ name }) => `goal:${name}`),
        ...scenario.bills.filter(({ due_date, account_id }) => due_date !== null && account_id === null).map(({ id }) => `bill:${id}`),
      ]
      const target = targets[nth % Math.max(1, targets.length)]
      if (target === undefined) return
      const found = setAside(scenario, { today, target, ...(target.startsWith('goal:') && { date: later(scenario.start_date, days) }) })
      if (!found.ok) throw new Error(JSON.stringify(found.problems))
      const { missing_cents, level, path, date, most_cents } = found.answer
      if (missing_cents === 0) return
      if (path) {
        expect(path.reduce((sum, { cents }) => sum + cents, 0)).toBe(missing_cents)
        let aside = 0
        for (const [at, step] of path.entries()) {
          aside += step.cents
          const until = path[at + 1]?.date ?? (target.startsWith('goal:') ? addDays(date, scenario.safety_days) : date)
          if (step.cents > 0 && until > step.date)
            expect(lowestFrom(scenario, today, step.date, until) - aside).toBeGreaterThanOrEqual(scenario.floor_cents)
        }
      } else expect(most_cents).toBeLessThan(missing_cents)
      const isAlone = !scenario.allocations.some(({ base, kind }) => base === 'income' && kind === 'percent')
      if (!level || !isAlone || scenario.allocations.some((rule) => rule.target === target)) return
      levels += 1
      const withRule = edited(scenario, settingAside(newRow, target, level.cents))
      if (target.startsWith('goal:')) {
        expect(missingOf(withRule, target, date)).toBe(0)
        const own = paydayDivisions(projected(withRule, today, addDays(date, 1)), today, addDays(date, 1))
          .filter(({ base_cents }) => base_cents > 0)
          .map(({ shares }) => shares.find(({ allocation_id }) => allocation_id === newRow)!)
        const short = own.filter(({ shortfall_cents }) => shortfall_cents > 0)
        expect([level.incomes, level.smaller]).toEqual([
          own.length,
          short.length === 0 ? null : { count: short.length, cents: short.reduce((sum, { share_cents }) => sum + share_cents, 0) },
        ])
      }
      if (target.startsWith('goal:') && level.cents > 0)
        expect(missingOf(edited(scenario, settingAside(newRow, target, level.cents - 1)), target, date)).toBeGreaterThan(0)
    }),
    { numRuns: runs },
  )
  return levels
}
