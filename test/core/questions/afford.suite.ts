/** The answers about a purchase, held against projections of the plan with it. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { dateOf, dayOf } from '../../../core/calendar.ts'
import { paydayDivisions } from '../../../core/projection/divisions.ts'
import { afford, purchase } from '../../../core/questions/afford.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { DayBalance } from '../../../core/projection/figures/figure.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { anyToday, projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { anyHousehold, edited, lowestFrom, lowestOn, newRow, watchedFrom } from './asking.ts'

const asked = fc.record({
  scenario: anyHousehold,
  today: anyToday,
  days: fc.integer({ min: 0, max: 300 }),
  amount_cents: fc.oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.constant(0)),
})

/** Whether a plan stays at its floor from a day on, with so much paid on it. */
function holds(scenario: Scenario, today: string, date: string, amount_cents: number): boolean {
  const paid = edited(scenario, purchase(newRow, 'Purchase', { date, amount_cents }))
  return lowestFrom(paid, today, date, watchedFrom(scenario, date)) >= scenario.floor_cents
}

/**
 * The first day from one on that is below the floor, as far as a year and the days watched after the day asked about; of a plan that is
 * otherwise than another one, a day that is not below it there.
 */
function firstBelow(scenario: Scenario, without: Scenario, today: string, from: string): DayBalance | null {
  const until = later(from, 366)
  const [seen, had] = [scenario, without].map((plan) => projected(plan, today, until)) as [Projection, Projection]
  for (let day = dayOf(from)! - seen.start_day; day < dayOf(until)! - seen.start_day; day += 1) {
    const available_cents = seen.available_cents[day]!
    const isNew = scenario === without || had.available_cents[day]! >= scenario.floor_cents
    if (available_cents < scenario.floor_cents && isNew)
      return { date: dateOf(seen.start_day + day), available_cents, total_cents: seen.total_cents[day]! }
  }
  return null
}

/** `everyDay`: each day before the earliest one is projected too, not only the day before it. */
export function affordSuite(runs: number, everyDay: boolean): void {
  fc.assert(
    fc.property(asked, ({ scenario, today, days, amount_cents }) => {
      const now = today > scenario.start_date ? today : scenario.start_date
      const date = later(now, days)
      const found = afford(scenario, { today, date, amount_cents })
      if (!found.ok) throw new Error(JSON.stringify(found.problems))
      const {
        is_affordable,
        most_cents,
        lowest,
        earliest,
        spend_less,
        tried_until,
        watched_until,
        below_before,
        below_anyway,
        below_later,
      } = found.answer
      const paid = edited(scenario, purchase(newRow, 'Purchase', { date, amount_cents }))
      expect(lowestFrom(paid, today, date, watchedFrom(scenario, date))).toBe(lowest.available_cents)
      const below = (lowest_day: DayBalance | null) => (lowest_day && lowest_day.available_cents < scenario.floor_cents ? lowest_day : null)
      expect(below_before).toEqual(below(lowestOn(scenario, today, now, date)))
      expect(below_anyway).toEqual(firstBelow(scenario, scenario, today, watched_until))
      expect(below_later).toEqual(firstBelow(paid, scenario, today, watched_until))
      expect(is_affordable).toBe(holds(scenario, today, date, amount_cents))
      if (most_cents >= 0) {
        expect(holds(scenario, today, date, most_cents)).toBe(true)
        expect(holds(scenario, today, date, most_cents + 1)).toBe(false)
      } else expect(holds(scenario, today, date, 0)).toBe(false)
      if (earliest) {
        expect(holds(scenario, today, earliest.date, amount_cents)).toBe(true)
        if (is_affordable) expect(earliest.date <= date).toBe(true)
        if (earliest.fails_before) expect(holds(scenario, today, earliest.fails_before.date, amount_cents)).toBe(false)
        else expect(earliest.date).toBe(now)
      }
      const before = earliest?.date ?? later(tried_until, 1)
      for (let day = now; everyDay && day < before; day = later(day, 1)) expect(holds(scenario, today, day, amount_cents)).toBe(false)
      if (spend_less) {
        expect(is_affordable).toBe(false)
        expect(spend_less.cents).toBeGreaterThan(0)
        const landed = Map.groupBy(
          paydayDivisions(projected(scenario, today, later(date, 1)), now, later(date, 1)),
          (income) => income.date,
        )
        const paydays = [...landed.values()]
          .map((incomes) => incomes.reduce((sum, { base_cents }) => sum + base_cents, 0))
          .filter((cents) => cents > 0)
        const sparedBy = (cents: number): number => paydays.reduce((sum, payday) => sum + Math.min(payday, cents), 0)
        expect([
          sparedBy(spend_less.cents) >= amount_cents - most_cents,
          sparedBy(spend_less.cents - 1) >= amount_cents - most_cents,
        ]).toEqual([true, false])
        const smaller = paydays.filter((payday) => payday < spend_less.cents)
        expect([spend_less.paydays, spend_less.smaller]).toEqual([
          paydays.length,
          smaller.length === 0 ? null : { count: smaller.length, cents: smaller.reduce((sum, cents) => sum + cents, 0) },
        ])
      }
    }),
    { numRuns: runs },
  )
}
