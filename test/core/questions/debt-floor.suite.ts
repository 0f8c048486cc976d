/** The floor with an order of debts, held against a projection of the plan with its edit in it. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { orderNames, type DebtsOrdered, type OrderName, type PutOrder } from '../../../core/questions/debts.ts'
import { eventsBetween } from '../../../core/projection/events.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { projected } from '../projectionPlans.ts'
import { edited, lowestOn, watchedFrom } from './asking.ts'
import { ordered, planOfDebts, rowOf, someDebts } from './debts.suite.ts'

/** The floor with an order is that of the plan with its own edit in it, from the first payment of it on, for as long as the plan is watched. */
function keepsFloor(scenario: Scenario, today: string, answer: DebtsOrdered, put: PutOrder, name: OrderName): void {
  const edit = put(name, rowOf)
  const after = edit ? edited(scenario, edit) : scenario
  const extra = new Set(answer.orders!.best.debts.map(({ account_id }) => rowOf(account_id).id))
  const farthest = addDays(today, 12_000)
  const paid = edit && eventsBetween(projected(after, today, farthest), today, farthest).find(({ id }) => extra.has(id))
  const first = paid?.date ?? answer.from
  const lowest = lowestOn(after, today, first, watchedFrom(scenario, first))
  const order = answer.orders![name]
  expect([name, order.lowest, order.keeps_floor]).toEqual([name, lowest, lowest!.available_cents >= scenario.floor_cents])
  if (name !== 'best') return
  const before = lowestOn(scenario, today, today, first)
  expect(answer.planned_lowest).toEqual(lowestOn(scenario, today, first, watchedFrom(scenario, first)))
  expect(answer.below_before).toEqual(before && before.available_cents < scenario.floor_cents ? before : null)
}

/** As many days as a plan may be watched, and whatever is there: the floor of each order. */
export function floorSuite(runs: number): { kept: number; broken: number } {
  const seen = { kept: 0, broken: 0 }
  const asked = fc.record({
    some: someDebts(1, 3),
    safety_days: fc.integer({ min: 1, max: 90 }),
    balance: fc.integer({ min: 0, max: 400_000 }),
    floor_cents: fc.integer({ min: -20_000, max: 60_000 }),
    wait: fc.integer({ min: 0, max: 60 }),
    extra_cents: fc.integer({ min: 0, max: 300_000 }),
  })
  fc.assert(
    fc.property(asked, ({ some, safety_days, balance, floor_cents, wait, extra_cents }) => {
      const made = planOfDebts(some.debts, some.payday)
      const scenario = { ...made, safety_days, planning_balance_cents: balance, floor_cents }
      const today = addDays(scenario.start_date, wait)
      const { answer, put } = ordered(scenario, { today, extra_cents })
      if (!answer.orders) return
      for (const name of orderNames) keepsFloor(scenario, today, answer, put, name)
      seen[answer.orders.best.keeps_floor ? 'kept' : 'broken'] += 1
    }),
    { numRuns: runs },
  )
  return seen
}
