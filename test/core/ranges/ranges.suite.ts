/** What holds of the ranges of every plan, on so many random ones. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../../core/calendar.ts'
import { project } from '../../../core/projection/project.ts'
import { eachRun, simulate, varyingPlan, type AccountRanges, type Ranges } from '../../../core/ranges/ranges.ts'
import type { Bill, Payment, Scenario } from '../../../core/scenario.ts'
import { anyAccountsPlan } from '../accountPlans.ts'
import { anyPlan, anyToday, idOf, planOf } from '../projectionPlans.ts'

const runs = 40

/** With a range around some of its amounts, more to one side than to the other. */
function ranged(plan: Scenario, parts: readonly [number, number][]): Scenario {
  const around = <Row extends Payment>(row: Row, nth: number): Row => {
    const [below, above] = parts[nth % parts.length]!
    return below === 0
      ? row
      : {
          ...row,
          amount_low_cents: Math.floor((row.amount_cents * (10 - below)) / 10),
          amount_high_cents: Math.ceil((row.amount_cents * (10 + above)) / 10),
        }
  }
  return { ...plan, bills: plan.bills.map(around), incomes: plan.incomes.map(around), transfers: plan.transfers.map(around) }
}
const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 5 })
const asked = fc.record({ plan: fc.oneof(anyPlan, anyAccountsPlan), parts, today: anyToday, seed: fc.nat(1_000) })

export function rangesOf(plan: Scenario, today: string, given: { until?: string; runs?: number; seed?: number } = {}): Ranges {
  const found = simulate(plan, { today, until: addDays(today > plan.start_date ? today : plan.start_date, 120), runs, ...given })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.ranges
}

const everyAccount = ({ main, accounts }: Ranges): AccountRanges[] => [main, ...accounts]

export function rangesSuite(times: number): void {
  fc.assert(
    fc.property(asked, ({ plan: plain, parts: wished, today, seed }) => {
      const plan = ranged(plain, wished)
      const ranges = rangesOf(plan, today, { seed })
      for (const { days, lowest, runs_below_floor, is_certain } of everyAccount(ranges)) {
        days.low_cents.forEach((low, day) =>
          expect(low <= days.middle_cents[day]! && days.middle_cents[day]! <= days.high_cents[day]!).toBe(true),
        )
        expect(lowest.low_cents <= lowest.middle_cents && lowest.middle_cents <= lowest.high_cents).toBe(true)
        if (runs_below_floor !== null) expect(runs_below_floor).toBeLessThanOrEqual(runs)
        if (is_certain) expect([...days.low_cents]).toEqual([...days.high_cents])
      }
      // Once more it is the same, to the cent.
      expect(rangesOf(structuredClone(plan), today, { seed })).toEqual(ranges)
      asProjected(plain, today)
      certainBillIsOneShift(plan, today, seed)
      conserves(plan, today, seed)
    }),
    { numRuns: times },
  )
}

/** Without ranges nothing varies, and every band is the projection itself. */
function asProjected(plan: Scenario, today: string): void {
  const ranges = rangesOf(plan, today)
  const projected = project(plan, { today, until: ranges.until })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  const { projection } = projected
  const [now, lowest] = [projection.now, projection.lowest_point.available_cents]
  expect(ranges).toMatchObject({
    varying: 0,
    main: { is_certain: true, lowest: { low_cents: lowest, middle_cents: lowest, high_cents: lowest } },
  })
  for (const band of [ranges.main.days.low_cents, ranges.main.days.high_cents])
    expect([...band]).toEqual([...projection.available_cents.subarray(now)])
  expect(ranges.main.runs_below_floor).toBe(lowest < plan.floor_cents ? runs : 0)
  expect(ranges.accounts.map(({ lowest: { low_cents } }) => low_cents)).toEqual(projection.accounts.map((account) => account.lowest.cents))
}

/** One more bill without a range takes the same off every run: what differs between two plans is not an accident of the draw. */
function certainBillIsOneShift(plan: Scenario, today: string, seed: number): void {
  const [before] = [rangesOf(plan, today, { seed })]
  const bill: Bill = {
    ...planOf({ bills: [{ name: 'Certain', amount_cents: 12_345, due_date: addDays(before.from, 20) }] }).bills[0]!,
    id: idOf(1, 90),
    position: plan.bills.length,
  }
  const after = rangesOf({ ...plan, bills: [...plan.bills, bill] }, today, { seed })
  const paidByPots = plan.allocations.length > 0 || plan.opening_pots.length > 0
  for (const which of ['low_cents', 'middle_cents', 'high_cents'] as const) {
    const off = [...before.main.days[which]].map((cents, day) => cents - after.main.days[which][day]!)
    expect([...new Set(off.slice(0, 20))]).toEqual([0])
    if (!paidByPots) expect([...new Set(off.slice(20))]).toEqual([12_345])
  }
}

/** In each run the total is the balance, what came in and what went out. */
function conserves(plan: Scenario, today: string, seed: number): void {
  const found = varyingPlan(plan, { today, until: addDays(today > plan.start_date ? today : plan.start_date, 120) })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  eachRun(found.plan, { runs: 3, seed }, ({ sums, total_cents, available_cents }) => {
    const months = found.plan.prepared.months
    const last = months.at(-1)!.last
    let total = plan.planning_balance_cents
    months.forEach((_, month) => (total += sums[month * 6]! - sums[month * 6 + 1]! + sums[month * 6 + 5]!))
    expect(total_cents[last]).toBe(total)
    expect(total_cents.every((cents) => Number.isSafeInteger(cents)) && available_cents.every((cents) => Number.isSafeInteger(cents))).toBe(
      true,
    )
  })
}
