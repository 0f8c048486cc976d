import { describe, expect, it } from 'vitest'
import { simulate } from '../../../core/ranges/ranges.ts'
import { accountOf, cardOf, accountId } from '../accountPlans.ts'
import { planOf } from '../projectionPlans.ts'
import { runs } from '../runs.ts'
import { rangesOf, rangesSuite } from './ranges.suite.ts'

const today = '2026-01-01'
const monthly = { every: 1, unit: 'month' as const }
const weekly = { every: 1, unit: 'week' as const }
const pay = { name: 'Pay', amount_cents: 200_000, due_date: '2026-01-28', schedule: monthly }
const rent = { name: 'Rent', amount_cents: 90_000, due_date: '2026-01-05', schedule: monthly }
const power = {
  name: 'Electricity',
  amount_cents: 9_000,
  due_date: '2026-01-12',
  schedule: monthly,
  amount_low_cents: 7_000,
  amount_high_cents: 14_000,
}
const food = {
  name: 'Groceries',
  amount_cents: 12_000,
  due_date: '2026-01-01',
  schedule: weekly,
  spread: true,
  amount_low_cents: 9_000,
  amount_high_cents: 16_000,
}
const plan = planOf({ balance: 150_000, floor_cents: 10_000, bills: [rent, power, food], incomes: [pay] })

describe('how sure a plan is', () => {
  it('an amount with a range lies within it eight times in ten, below and above it once each, and half of the times below what the row says', () => {
    const { main, varying } = rangesOf(planOf({ balance: 50_000, bills: [power] }), today, { until: '2026-02-01', runs: 1_000 })
    expect(varying).toBe(12)
    const at = (day: number) => [main.days.low_cents[day], main.days.middle_cents[day], main.days.high_cents[day]]
    expect(at(10)).toEqual([50_000, 50_000, 50_000])
    expect(at(11).map((cents, nth) => Math.abs(cents! - [36_000, 41_000, 43_000][nth]!) <= 25)).toEqual([true, true, true])
  })
  it('is the same to the cent in every browser and on the server', () => {
    const { main } = rangesOf(plan, today, { until: '2026-04-01', runs: 1_000 })
    // As Node 24 has it; test/journeys/ranges.test.ts has the same of Chromium.
    expect([0, 30, 59, 89].map((day) => [main.days.low_cents[day], main.days.middle_cents[day], main.days.high_cents[day]])).toEqual([
      [147_715, 148_285, 148_713],
      [187_246, 195_730, 203_119],
      [232_908, 244_540, 255_920],
      [277_985, 291_901, 305_345],
    ])
    expect([main.lowest, main.runs_below_floor]).toEqual([{ low_cents: -4_964, middle_cents: 2_695, high_cents: 10_126 }, 895])
  })
  it('what is known to be certain has no width: another amount of one date, what is paid, what was before today', () => {
    const said = planOf({ balance: 50_000, bills: [{ ...power, schedule: null, exceptions: { '2026-01-12': { amount_cents: 8_000 } } }] })
    expect(rangesOf(said, today)).toMatchObject({ varying: 0, main: { is_certain: true } })
    const paid = planOf({ balance: 50_000, bills: [{ ...power, schedule: null, exceptions: { '2026-01-12': { rest: 'dropped' } } }] })
    expect(rangesOf(paid, today).varying).toBe(0)
    expect(rangesOf(planOf({ balance: 50_000, bills: [{ ...power, schedule: null }] }), '2026-01-13').varying).toBe(0)
  })
  it('an amount from a date on has the range that was said with it, or none', () => {
    const of = (change: object) =>
      rangesOf(planOf({ balance: 500_000, bills: [{ ...power, changes: [{ from: '2026-03-12', ...change }] }] }), today, {
        until: '2026-06-01',
      })
    expect(of({ amount_cents: 10_000 }).varying).toBe(2)
    expect(of({ amount_low_cents: 8_000, amount_high_cents: 9_500 }).varying).toBe(
      rangesOf(planOf({ balance: 500_000, bills: [power] }), today, { until: '2026-06-01' }).varying,
    )
  })
  it('what varies on a card is felt where the card is paid from, and other accounts stay certain', () => {
    const card = accountOf(0, 'card', 0, { card: cardOf({}), floor_cents: -60_000 })
    const accountsOfPlan = [card, accountOf(1, 'savings', 70_000, { floor_cents: 0 })]
    const onCard = {
      ...planOf({ balance: 150_000, bills: [rent, { ...power, account_id: accountId(0) }], incomes: [pay] }),
      accounts: accountsOfPlan,
    }
    const { main, accounts } = rangesOf(onCard, today, { until: '2026-04-01', runs: 200 })
    expect([main.is_certain, ...accounts.map(({ is_certain }) => is_certain)]).toEqual([false, false, true])
    expect(accounts[1]!.lowest).toEqual({ low_cents: 70_000, middle_cents: 70_000, high_cents: 70_000 })
    expect(accounts[0]!.runs_below_floor).toBe(0)
  })
  it('says how many runs would do where so many are too much', () => {
    expect(simulate(plan, { today, until: '2026-04-01', runs: 1_000, work_at_most: 50_000 })).toMatchObject({
      ok: false,
      problems: [{ code: 'too_many_runs', path: '/runs' }],
    })
  })
  it('more runs say the same with less noise', () => {
    const lowest = (times: number, seed: number): number => rangesOf(plan, today, { runs: times, seed }).main.lowest.low_cents
    const width = rangesOf(plan, today, { runs: 1_000 }).main.lowest
    for (const seed of [1, 2])
      expect(Math.abs(lowest(500, seed) - lowest(2_000, seed))).toBeLessThan((width.high_cents - width.low_cents) / 10)
  })
})

it(
  'holds of random plans: bands in their order, width 0 without ranges, one shift by a certain bill, sums that conserve',
  () => rangesSuite(runs(12)),
  60_000,
)
