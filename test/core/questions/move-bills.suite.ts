/** The fewest moves, held against projections of the plan with them, and against trying every day of every bill. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { checkScenario } from '../../../core/edit/check-scenario.ts'
import { moveBills, type BillsMoved } from '../../../core/questions/move-bills.ts'
import type { Bill, Scenario } from '../../../core/scenario.ts'
import { anyToday, laterChanges, planOf, sound } from '../projectionPlans.ts'
import { later } from '../schedule-reference.ts'
import { anyHousehold, edited, lowestFrom, lowestOn } from './asking.ts'

const today = '2026-01-01'
const monthly = { every: 1, unit: 'month' as const }

/** The same with bills that are due once a month, so that they can move. */
const monthlyHousehold = fc
  .tuple(
    anyHousehold,
    fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 30 }),
        shift: fc.constantFrom(undefined, 'before' as const, 'after' as const),
        changes: laterChanges,
      }),
      { minLength: 7, maxLength: 7 },
    ),
  )
  .map(([plan, days]): Scenario => ({
    ...plan,
    bills: plan.bills.map((bill, nth) =>
      sound(
        {
          ...bill,
          account_id: null,
          spread: false,
          changes: [],
          due_date: later('2026-01-01', days[nth]!.day),
          schedule: { ...monthly, ...(days[nth]!.shift && { shift: days[nth]!.shift }) },
        },
        days[nth]!.changes,
      ),
    ),
  }))
  .filter((scenario) => checkScenario(scenario).length === 0)

const asked = fc.record({
  plan: fc.oneof(anyHousehold, { weight: 3, arbitrary: monthlyHousehold }),
  above: fc.integer({ min: -5_000, max: 30_000 }),
  today: anyToday,
  wait: fc.integer({ min: 0, max: 70 }),
  days: fc.integer({ min: 0, max: 150 }),
  span: fc.constantFrom([1, 28], [1, 31], [10, 20]),
})

const lowestUntil = (scenario: Scenario, today: string, until: string, from = '0000-00-00'): number =>
  lowestFrom(scenario, today, [today, scenario.start_date, from].sort().at(-1)!, later(until, 1))

/** Any plan: what is answered is what the plan with the moves in it is; each move is needed, and nothing is on another day before it can be. Answers how many had moves. */
export function moveBillsSuite(runs: number): number {
  let moved = 0
  fc.assert(
    fc.property(asked, ({ plan, above, today, wait, days, span: [first_day, last_day] }) => {
      const now = today > plan.start_date ? today : plan.start_date
      const [from, until] = [later(now, wait), later(now, days)]
      // Just tight enough for moves to matter.
      const scenario = { ...plan, floor_cents: lowestUntil(plan, today, until) + above }
      const found = moveBills(scenario, { today, from, until, first_day, last_day })
      if (!found.ok) throw new Error(JSON.stringify(found.problems))
      const { answer, edits } = found
      const { held_from } = answer
      expect(lowestUntil(scenario, today, until, held_from)).toBe(answer.before.available_cents)
      const before = lowestOn(scenario, today, now, held_from)
      expect(answer.below_before).toEqual(before && before.available_cents < scenario.floor_cents ? before : null)
      const all = edited(scenario, { type: 'batch', edits: [...edits.values()] })
      expect(lowestUntil(all, today, until, held_from)).toBe(answer.lowest.available_cents)
      expect(lowestOn(all, today, now, held_from)).toEqual(before)
      expect(answer.short_cents).toBe(Math.max(0, scenario.floor_cents - answer.lowest.available_cents))
      expect(answer.is_proven).toBe(true)
      if (answer.before.available_cents >= scenario.floor_cents) expect(answer.moves).toEqual([])
      expect(answer.moves.length > 0).toBe(answer.lowest.available_cents > answer.before.available_cents)
      for (const { bill_id, without, date, to } of answer.moves) {
        const others = edited(scenario, { type: 'batch', edits: [...edits].flatMap(([id, edit]) => (id === bill_id ? [] : [edit])) })
        expect(lowestUntil(others, today, until, held_from)).toBe(without.available_cents)
        expect(without.available_cents).toBeLessThan(
          Math.min(scenario.floor_cents, answer.lowest.available_cents + (answer.short_cents > 0 ? 1 : 0)),
        )
        expect([date >= from, to >= from]).toEqual([true, true])
      }
      if (answer.one_fewer)
        expect(answer.one_fewer.cents).toBeLessThan(answer.short_cents > 0 ? answer.lowest.available_cents : scenario.floor_cents)
      moved += Number(answer.moves.length > 0)
    }),
    { numRuns: runs },
  )
  return moved
}

/** Bills once a month, on any day, that go off weekends or not. */
export const fewBills = (least: number, most: number) =>
  fc.record({
    bills: fc.array(
      fc.record({
        day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(28, 29, 30, 31)),
        isLast: fc.boolean(),
        cents: fc.integer({ min: 1, max: 40_000 }),
        shift: fc.constantFrom(undefined, undefined, 'before' as const, 'after' as const),
      }),
      { minLength: least, maxLength: most, size: 'max' },
    ),
    pays: fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), cents: fc.integer({ min: 10_000, max: 120_000 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
    balance: fc.integer({ min: 0, max: 120_000 }),
    floor_cents: fc.integer({ min: -10_000, max: 30_000 }),
    wait: fc.constantFrom(0, 0, 3, 31, 62),
    days: fc.integer({ min: 20, max: 100 }),
    span: fc.constantFrom([1, 28], [1, 31], [5, 20]),
  })
type Few = ReturnType<typeof fewBills> extends fc.Arbitrary<infer Of> ? Of : never

export function planOfFew({ bills, pays, balance, floor_cents }: Few): Scenario {
  return planOf({
    balance,
    floor_cents,
    bills: bills.map(({ day, isLast, cents, shift }, nth): Partial<Bill> => ({
      name: `Bill ${nth}`,
      amount_cents: cents,
      due_date: later('2026-01-01', day - 1),
      schedule: { ...monthly, ...(isLast && day === 31 && { on: [-1] }), ...(shift && { shift }) },
    })),
    incomes: pays.map(({ day, cents }) => ({
      name: 'Pay',
      amount_cents: cents,
      due_date: later('2026-01-01', day - 1),
      schedule: monthly,
    })),
  })
}

const stamp = (month: number, day: number): number =>
  Date.UTC(2026, month, Math.min(day, new Date(Date.UTC(2026, month + 1, 0)).getUTCDate())) / 86_400_000
function weekday(day: number, shift: 'before' | 'after' | undefined): number {
  const nth = (day + 3) % 7
  return !shift || nth < 5 ? day : shift === 'before' ? day - nth + 4 : day - nth + 7
}

/** By hand: what leaves on each day from 1 January 2026 on, where the bill goes to another day as soon as it may. */
function leaves({ day, cents, shift }: Few['bills'][number], other: number | null, from: number, width: number): number[] {
  const out = Array.from({ length: width }, () => 0)
  const start = stamp(0, 1)
  const months = other === null ? 0 : other - day > 15 ? -1 : day - other > 15 ? 1 : 0
  let isMoved = false
  for (let month = 0; month < 14; month += 1) {
    const nominal = stamp(month, day)
    const goes = other === null ? nominal : stamp(month + months, other)
    isMoved ||= other !== null && Math.min(nominal, weekday(nominal, shift), goes, weekday(goes, shift)) - start >= from
    const at = weekday(isMoved ? goes : nominal, shift) - start
    if (at >= 0 && at < width) out[at]! += cents
  }
  return out
}

/** By trying every day of every set of bills: the fewest, and the highest low point of those; of so many bills at most. null: there are more. */
function tried(few: Few, most: number): { count: number; lowest: number } | null {
  const width = few.days + 1
  const [low, high] = few.span as [number, number]
  const comes = Array.from({ length: width }, () => 0)
  for (const { day, cents } of few.pays)
    for (let month = 0; month < 14; month += 1)
      if (stamp(month, day) - stamp(0, 1) < width) comes[stamp(month, day) - stamp(0, 1)]! += cents
  const plain = few.bills.map((bill) => leaves(bill, null, few.wait, width))
  const others = few.bills.map((bill) =>
    Array.from({ length: high - low + 1 }, (_, nth) => low + nth)
      .filter((day) => day !== bill.day)
      .map((other) => ({ other, out: leaves(bill, other, few.wait, width) })),
  )
  let held = 0
  const lowestOf = (flow: readonly number[]): number => {
    let [left, least] = [few.balance, Infinity]
    for (const [day, cents] of flow.entries()) {
      left += cents
      if (day >= held && left < least) least = left
    }
    return least
  }
  const flow = comes.map((cents, day) => cents - plain.reduce((sum, out) => sum + out[day]!, 0))
  const bestOf = (at: number, left: number, with_: readonly number[]): number => {
    if (left === 0 || at === few.bills.length) return lowestOf(with_)
    let best = bestOf(at + 1, left, with_)
    for (const { out } of others[at]!)
      best = Math.max(
        best,
        bestOf(
          at + 1,
          left - 1,
          with_.map((cents, day) => cents + plain[at]![day]! - out[day]!),
        ),
      )
    return best
  }
  let before = lowestOf(flow)
  if (before >= few.floor_cents) return { count: 0, lowest: before }
  // What is below the floor before the first day that some bill's latest day changes stays so.
  const firsts = few.bills.flatMap(({ day }, nth) => {
    const months = (other: number): number => (other - day > 15 ? -1 : day - other > 15 ? 1 : 0)
    const later_first = others[nth]!.toSorted((one, two) => months(two.other) - months(one.other) || two.other - one.other)
    const sums = later_first.map(({ out }) =>
      out.map((_, end) => plain[nth]!.slice(0, end + 1).reduce((sum, cents, at) => sum + cents - out[at]!, 0)),
    )
    const latest = sums.find((gains) => gains.some((cents) => cents !== 0))
    return latest?.some((cents) => cents > 0) ? [latest.findIndex((cents) => cents !== 0)] : []
  })
  let left = few.balance
  for (const [day, cents] of flow.slice(0, Math.min(...firsts, width)).entries()) {
    left += cents
    if (left < few.floor_cents && firsts.length > 0) held = day + 1
  }
  before = lowestOf(flow)
  if (before >= few.floor_cents) return { count: 0, lowest: before }
  const lows = [before]
  for (let count = 1; count <= Math.min(most, few.bills.length); count += 1) {
    before = bestOf(0, count, flow)
    lows.push(before)
    if (before >= few.floor_cents) return { count, lowest: before }
  }
  if (most < few.bills.length) return null
  return { count: lows.indexOf(before), lowest: before }
}

/** Few bills, every day: as many moves as the fewest there are, and as high a low point. Answers how many were told by trying. */
export function everyDaySuite(runs: number, bills: number, most: number): number {
  let told = 0
  fc.assert(
    fc.property(fewBills(1, bills), (few) => {
      const by_hand = tried(few, most)
      const found = moveBills(planOfFew(few), {
        today,
        from: later(today, few.wait),
        until: later(today, few.days),
        first_day: few.span[0],
        last_day: few.span[1],
      })
      if (!found.ok) throw new Error(JSON.stringify(found.problems))
      const { moves, lowest, short_cents } = found.answer
      if (!by_hand && short_cents > 0) return
      if (!by_hand) return void expect(moves.length).toBeGreaterThan(most)
      told += 1
      expect({ count: moves.length, lowest: lowest.available_cents }).toEqual(by_hand)
    }),
    { numRuns: runs },
  )
  return told
}

/** Twenty bills, and a floor that some moves reach, or none: how many answers are proven, how many moves each has, and how long the slowest took of a processor. */
export function twentyBills(runs: number): { proven: number; moves: number[]; slowest_ms: number } {
  const seen = { proven: 0, moves: [] as number[], slowest_ms: 0 }
  const drawn = fc.sample(fc.tuple(fewBills(20, 20), fc.integer({ min: 1, max: 120_000 })), { numRuns: runs })
  for (const [few, above] of drawn) {
    const plan = planOfFew(few)
    const scenario = { ...plan, floor_cents: lowestUntil(plan, today, later(today, few.days)) + above }
    const start = process.cpuUsage()
    const found = moveBills(scenario, {
      today,
      from: later(today, few.wait),
      until: later(today, few.days),
      first_day: few.span[0],
      last_day: few.span[1],
    })
    const { user, system } = process.cpuUsage(start)
    seen.slowest_ms = Math.max(seen.slowest_ms, (user + system) / 1_000)
    const answer = (found as { answer: BillsMoved }).answer
    seen.proven += Number(answer.is_proven)
    seen.moves.push(answer.moves.length)
  }
  return seen
}
