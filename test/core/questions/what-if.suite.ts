/** What if: the payments of a plan as it would be, held against those of the plan as it is. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { incomeLost } from '../../../core/questions/what-if.ts'
import { eventsBetween } from '../../../core/projection/events.ts'
import type { ProjectionEvent } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { anyToday, projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { anyHousehold, edited } from './asking.ts'

const asked = fc.record({
  scenario: anyHousehold,
  today: anyToday,
  nth: fc.nat(9),
  days: fc.integer({ min: 0, max: 400 }),
  length: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 1 }),
})

/** Three years of payments, as they are told. */
function paymentsOf(scenario: Scenario, today: string): ProjectionEvent[] {
  const until = later(today > scenario.start_date ? today : scenario.start_date, 1_100)
  return eventsBetween(projected(scenario, today, until), scenario.start_date, until)
}

const incomesOf = (events: readonly ProjectionEvent[]) =>
  events.flatMap(({ kind, id, date, nominal_date, amount_cents }) =>
    kind === 'income' ? [`${id} ${nominal_date} ${date} ${amount_cents}`] : [],
  )

export function lossSuite(runs: number): void {
  fc.assert(
    fc.property(asked, ({ scenario, today, nth, days, length }): void => {
      const income = scenario.incomes[nth % Math.max(1, scenario.incomes.length)]
      if (income === undefined) return
      const now = today > scenario.start_date ? today : scenario.start_date
      const from = later(now, days)
      const to = length === null ? null : later(from, length)
      const found = incomeLost(income, { today: now, from, to })
      const events = paymentsOf(scenario, today)
      const isLost = ({ id, date }: ProjectionEvent): boolean => id === income.id && date >= from && (to === null || date <= to)
      if (!found.ok) return void expect(events.filter(isLost)).toEqual([])
      expect(incomesOf(paymentsOf(edited(scenario, found.edit), today))).toEqual(incomesOf(events.filter((event) => !isLost(event))))
    }),
    { numRuns: runs },
  )
}
