/** What is to be set aside, held against projections with the level rule and against the days of the plan as it is. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays, dateOf, dayOf } from '../../../core/calendar.ts'
import { sumOf } from '../../../core/money/money.ts'
import { levelAmount } from '../../../core/questions/bill-level.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { hasDates, setAside, settingAside } from '../../../core/questions/set-aside.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { anyToday, idOf, planOf, projected } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { anyHousehold, divisionsOf, edited, lowestFrom, lowestOn, newRow } from './asking.ts'

const asked = fc.record({
  scenario: anyHousehold,
  today: anyToday,
  nth: fc.nat(9),
  days: fc.integer({ min: 0, max: 300 }),
  richer: fc.boolean(),
})

/** What is missing of a target on a day: of a goal's amount, of what a bill is paid on it. */
function missingOf(scenario: Scenario, today: string, target: string, date: string): number {
  const goal = scenario.goals.find(({ name }) => `goal:${name}` === target)
  if (goal) {
    const pot = projected(scenario, today, addDays(date, 1)).pots.find((one) => one.target === target)
    return Math.max(0, goal.target_cents - (pot?.end_cents ?? 0))
  }
  const { rows, setup, simulation } = projected(scenario, today, addDays(date, 1))
  const index = rows.findIndex(({ id }) => `bill:${id}` === target)
  const pot = setup.pots.of_row[index]!
  const missing = setup.occurrences.dates[index]!.effective.map((day, nth) => {
    const own = setup.amounts.of_dates[index]?.[nth] ?? -1
    const set_aside = pot < 0 ? 0 : simulation.paid_cents[simulation.paid_from[pot]! + nth]!
    return dateOf(day) === date ? (own < 0 ? setup.amounts.of_row[index]! : own) - set_aside : 0
  })
  return sumOf([...missing])
}

/** The first day, today at the earliest, of which less is available with a rule; null: of none until a day. */
function firstChanged(scenario: Scenario, withRule: Scenario, today: string, now: string, last: string): string | null {
  if (now > last) return null
  const until = addDays(last, 1)
  const [before, after] = [scenario, withRule].map((plan) => projected(plan, today, until)) as [Projection, Projection]
  for (let day = dayOf(now)!; day <= dayOf(last)!; day += 1) {
    const nth = day - before.start_day
    if (after.available_cents[nth]! < before.available_cents[nth]!) return dateOf(day)
  }
  return null
}

/** The first day, today at the earliest, that a rule on incomes changes: of those that come after the bill's last date before that one. */
function firstGiving(scenario: Scenario, today: string, now: string, target: string, date: string): string {
  const { rows, setup } = projected(scenario, today, addDays(date, 1))
  const dates = setup.occurrences.dates[rows.findIndex(({ id }) => `bill:${id}` === target)]?.effective ?? []
  const after = [...dates].map(dateOf).findLast((day) => day < date) ?? ''
  const giving = divisionsOf(scenario, today, date).find(
    (income) => income.date > after && fixedOf(scenario, income.shares) < income.base_cents,
  )!
  return giving.date > now ? giving.date : now
}

/** What fixed amounts take of an income. */
const fixedOf = ({ allocations }: Scenario, shares: { allocation_id: string; share_cents: number }[]): number =>
  sumOf(shares.map((share) => (allocations.find(({ id }) => id === share.allocation_id)!.kind === 'fixed' ? share.share_cents : 0)))

const cents = (max: number) => fc.integer({ min: 1, max })
const few = fc.record({
  pay: cents(300),
  side: cents(60),
  missing: cents(250),
  fixed: fc.option(cents(120), { freq: 2 }),
  percents: fc.array(fc.record({ value: fc.integer({ min: 1, max: 50 }), isOwn: fc.boolean() }), { minLength: 1, maxLength: 2 }),
  months: fc.integer({ min: 0, max: 2 }),
  isGoal: fc.boolean(),
})

/** Where percents are taken of incomes: the least amount of all that are tried one by one is the one that is told, by either way of asking. */
export function leastLevelSuite(runs: number): { found: number; less: number } {
  const seen = { found: 0, less: 0 }
  const monthly = { every: 1, unit: 'month' as const }
  fc.assert(
    fc.property(few, ({ pay, side, missing, fixed, percents, months, isGoal }): void => {
      const date = `2026-0${2 + months}-15`
      const target = isGoal ? 'goal:Boat' : `bill:${idOf(1, 0)}`
      const scenario = planOf({
        balance: 1_000,
        incomes: [
          { name: 'Pay', amount_cents: pay, due_date: '2026-01-10', schedule: monthly },
          { name: 'Side', amount_cents: side, due_date: '2026-01-20', schedule: monthly },
        ],
        ...(isGoal
          ? { goals: [{ name: 'Boat', target_cents: missing, target_date: date }] }
          : { bills: [{ name: 'Tax', amount_cents: missing, due_date: date }] }),
        allocations: [
          ...percents.map(({ value, isOwn }) => ({
            target: isOwn ? target : 'savings:Car',
            kind: 'percent' as const,
            value,
            base: 'income' as const,
          })),
          ...(fixed === null ? [] : [{ target: 'savings:House', kind: 'fixed' as const, value: fixed, base: 'income' as const }]),
        ],
      })
      const [today] = ['2026-01-01']
      const answer = setAside(scenario, { today: today!, target })
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
      const { level } = answer.answer
      const isEnough = (value: number): boolean =>
        missingOf(value === 0 ? scenario : edited(scenario, settingAside(newRow, target, value)), today!, target, date) === 0
      if (isEnough(0)) return void expect(answer.answer.missing_cents).toBe(0)
      let least = 1
      while (least <= pay + side && !isEnough(least)) least += 1
      if (least > pay + side) return void expect(level).toBeNull()
      seen.found += 1
      expect(level!.cents).toBe(least)
      if (!isGoal) expect(levelAmount(scenario, idOf(1, 0), 'income', today!)).toBe(least)
      const got = (plan: Scenario): number[] =>
        scenario.allocations.map(({ id }) =>
          sumOf(
            divisionsOf(plan, today!, date).map(({ shares }) => shares.find(({ allocation_id }) => allocation_id === id)?.share_cents ?? 0),
          ),
        )
      const [had, has] = [got(scenario), got(edited(scenario, settingAside(newRow, target, least)))]
      const isLess = has.some((share, nth) => share < had[nth]! - 2 * (months + 2))
      if (isLess) expect(level!.others_get_less).toBe(true)
      if (has.every((share, nth) => share >= had[nth]!)) expect(level!.others_get_less).toBe(false)
      if (isLess) seen.less += 1
    }),
    { numRuns: runs },
  )
  return seen
}

export function setAsideSuite(runs: number): number {
  let levels = 0
  fc.assert(
    fc.property(asked, ({ scenario: plan, today, nth, days, richer }): void => {
      const scenario = richer ? { ...plan, planning_balance_cents: plan.planning_balance_cents + 40_000_000, opening_pots: [] } : plan
      const now = today > scenario.start_date ? today : scenario.start_date
      const targets = [
        ...scenario.goals.map(({ name }) => `goal:${name}`),
        ...scenario.bills.filter(hasDates).map(({ id }) => `bill:${id}`),
      ]
      const target = targets[nth % Math.max(1, targets.length)]
      if (target === undefined) return
      const found = setAside(scenario, { today, target, ...(target.startsWith('goal:') && { date: later(now, days) }) })
      if (!found.ok) throw new Error(JSON.stringify(found.problems))
      const { missing_cents, level, path, date, most_cents, from, below_before } = found.answer
      if (missing_cents === 0) return
      const bill = scenario.bills.find(({ id }) => target === `bill:${id}`)
      const onCard = scenario.accounts.some(({ id, kind }) => id === bill?.account_id && kind === 'card')
      const last = bill && !onCard ? addDays(date, -1) : addDays(date, scenario.safety_days - 1)
      const before = lowestOn(scenario, today, now, path?.find(({ cents }) => cents > 0)?.date ?? from ?? addDays(last, 1))
      expect(below_before).toEqual(before && before.available_cents < scenario.floor_cents ? before : null)
      if (path) {
        // Nothing that is below the floor as it is lies behind the first day that is changed.
        const first = path.find(({ cents }) => cents > 0)!.date
        expect([from! <= first, path.some((step) => step.date === from)]).toEqual([true, true])
        const between = lowestOn(scenario, today, from!, addDays(last, 1))
        if (between) expect(between.available_cents).toBeGreaterThanOrEqual(scenario.floor_cents)
        expect(path.reduce((sum, { cents }) => sum + cents, 0)).toBe(missing_cents)
        let aside = 0
        for (const [at, step] of path.entries()) {
          aside += step.cents
          const until = path[at + 1]?.date ?? addDays(last, 1)
          if (step.cents > 0 && until > step.date)
            expect(lowestFrom(scenario, today, step.date, until) - aside).toBeGreaterThanOrEqual(scenario.floor_cents)
        }
      } else expect(most_cents).toBeLessThan(missing_cents)
      if (!level || scenario.allocations.some((rule) => rule.target === target)) return
      levels += 1
      const withRule = edited(scenario, settingAside(newRow, target, level.cents))
      const first = firstChanged(scenario, withRule, today, now, last) ?? firstGiving(scenario, today, now, target, date)
      const isChanged = firstChanged(scenario, withRule, today, now, last) !== null
      const lowest = lowestOn(withRule, today, first, addDays(first > last ? first : last, 1))!
      expect([level.lowest, level.keeps_floor]).toEqual([lowest, !isChanged || lowest.available_cents >= scenario.floor_cents])
      // Of two payments on one day it is one.
      const others = missingOf(scenario, today, target, date) - missing_cents
      expect(missingOf(withRule, today, target, date)).toBe(others)
      if (level.cents > 0)
        expect(missingOf(edited(scenario, settingAside(newRow, target, level.cents - 1)), today, target, date)).toBeGreaterThan(others)
      if (target.startsWith('goal:')) {
        const own = divisionsOf(withRule, today, date).map(({ shares }) => shares.find(({ allocation_id }) => allocation_id === newRow)!)
        const short = own.filter(({ shortfall_cents }) => shortfall_cents > 0)
        expect([level.incomes, level.smaller]).toEqual([
          own.length,
          short.length === 0 ? null : { count: short.length, cents: short.reduce((sum, { share_cents }) => sum + share_cents, 0) },
        ])
      }
    }),
    { numRuns: runs },
  )
  return levels
}
