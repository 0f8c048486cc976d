/** What if: the payments of a plan as it would be, held against those of the plan as it is. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { hasDates } from '../../../core/questions/set-aside.ts'
import { billRises, incomeLost } from '../../../core/questions/what-if.ts'
import { eventsBetween, type ProjectionEvent } from '../../../core/projection/events.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { dateOf, dayOf } from '../../../core/calendar.ts'
import { partOn } from '../../../core/schedule/row-parts.ts'
import { offWeekend } from '../../../core/schedule/schedule.ts'
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

/** Nothing else decides when an income comes, nor what it is. */
const withIncomesAlone = (scenario: Scenario): Scenario => ({ ...scenario, bills: [], transfers: [], allocations: [], opening_pots: [] })

const withoutIncomes = ({ bills, transfers, allocations, opening_pots, goals, accounts }: Scenario) => [
  bills,
  transfers,
  allocations,
  opening_pots,
  goals,
  accounts,
]

const told = (events: readonly ProjectionEvent[]) =>
  events.map(({ kind, id, date, nominal_date, amount_cents }) => `${kind} ${id} ${nominal_date} ${date} ${amount_cents}`)

export function lossSuite(runs: number): void {
  fc.assert(
    fc.property(asked, ({ scenario, today, nth, days, length }): void => {
      const income = scenario.incomes[nth % Math.max(1, scenario.incomes.length)]
      if (income === undefined) return
      const now = today > scenario.start_date ? today : scenario.start_date
      const from = later(now, days)
      const to = length === null ? null : later(from, length)
      const found = incomeLost(income, { today: now, from, to })
      const events = paymentsOf(withIncomesAlone(scenario), today)
      const isLost = ({ id, date }: ProjectionEvent): boolean => id === income.id && date >= from && (to === null || date <= to)
      if (!found.ok) return void expect(events.filter(isLost)).toEqual([])
      const after = edited(scenario, found.edit)
      expect(withoutIncomes(after)).toEqual(withoutIncomes(scenario))
      expect(told(paymentsOf(withIncomesAlone(after), today))).toEqual(told(events.filter((event) => !isLost(event))))
    }),
    { numRuns: runs },
  )
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const risen = fc.record({
  scenario: anyHousehold,
  today: anyToday,
  nth: fc.nat(9),
  days: fc.oneof(fc.constant(0), fc.integer({ min: -60, max: 400 })),
  amount_cents: fc.integer({ min: 0, max: 90_000 }),
})

/** What a bill costs on each of its dates, and what all else comes to: a bill that costs more leaves every other date as it was. */
export function riseSuite(runs: number): number {
  let said = 0
  fc.assert(
    fc.property(risen, ({ scenario, today, nth, days, amount_cents }): void => {
      const bills = scenario.bills.filter(hasDates)
      const bill = bills[nth % Math.max(1, bills.length)]
      if (bill === undefined) return
      const now = today > scenario.start_date ? today : scenario.start_date
      const from = later(now, days)
      const found = billRises(bill, { from, amount_cents })
      const paid = (plan: Scenario) =>
        paymentsOf(plan, today).map(({ id, date, nominal_date, kind, ...event }) => ({
          id,
          date,
          nominal_date,
          kind,
          cents: event.amount_cents,
        }))
      const before = paid(scenario)
      // What is left of a date that has passed is due today; it is of its own day all the same.
      const ruleDay = (date: string): string => dateOf(offWeekend(dayOf(date)!, partOn(bill, date).schedule?.shift))
      const ownDay = (date: string): string => bill.exceptions[date]?.moved_to ?? ruleDay(date)
      const rising = before.filter(({ id, nominal_date }) => id === bill.id && ownDay(nominal_date) >= from)
      if (!found.ok) return void expect(rising).toEqual([])
      if (rising.length === 0) return
      said += 1
      const [first] = rising.toSorted(
        (a, b) => order(ownDay(a.nominal_date), ownDay(b.nominal_date)) || order(a.nominal_date, b.nominal_date),
      )
      // Of one date alone another amount may have been said, and what was paid of a date is off it.
      const costs = (date: string): number => {
        const { amount_cents: own, paid = [] } = bill.exceptions[date] ?? {}
        const whole = (date === first!.nominal_date ? undefined : own) ?? amount_cents
        return whole - paid.reduce((sum, part) => sum + part.amount_cents, 0)
      }
      const own = (events: typeof before) => events.filter(({ id }) => id === bill.id)
      const after = own(paid(edited(scenario, found.edit)))
      const had = new Map(own(before).map((event) => [event.nominal_date, event]))
      const has = new Map(after.map((event) => [event.nominal_date, event]))
      for (const date of new Set([...had.keys(), ...has.keys()])) {
        const [old, event] = [had.get(date), has.get(date)]
        if (ownDay(date) < from) expect(event).toEqual(old)
        // What was paid whole is due again where it costs more, and is due no more where so much was paid.
        else if (old === undefined || event === undefined)
          expect([bill.exceptions[date]?.paid === undefined, costs(date) > 0]).toEqual([false, event !== undefined])
        else expect(event).toEqual({ ...old, cents: costs(date) })
      }
    }),
    { numRuns: runs },
  )
  return said
}
