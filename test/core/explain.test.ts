import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { potByDay } from '../../core/projection/divisions.ts'
import { explain, explainDifference } from '../../core/projection/explain.ts'
import type { Contribution, Explanation } from '../../core/projection/explanation.ts'
import type { Figure } from '../../core/projection/explanations.ts'
import type { MonthSum } from '../../core/projection/figures/month-explained.ts'
import { lowestPoint } from '../../core/projection/figures/lowest-point.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { anyPlan, anyToday, idOf, planOf, projected } from './projectionPlans.ts'
import { manyRuns } from './runs.ts'
import { later } from './schedule-reference.ts'

const monthSums: MonthSum[] = [
  'in_cents',
  'out_cents',
  'out_from_pots_cents',
  'allocated_cents',
  'released_cents',
  'end_available_cents',
  'end_total_cents',
  'lowest',
]
const days = 400

/** Every figure that a page shows of a projection, with what it shows. */
function everyFigure(projection: Projection, day: number, since: number): [Figure, number | null][] {
  const date = later('2026-01-01', day)
  const from = later('2026-01-01', since)
  const available = projection.available_cents[day]!
  const lowest = projection.lowest_point.available_cents
  return [
    [{ figure: 'available', date }, available],
    [{ figure: 'available', date, since: from }, available],
    [{ figure: 'total', date }, projection.total_cents[day]!],
    [{ figure: 'total', date, since: from }, projection.total_cents[day]!],
    [{ figure: 'lowest_point' }, lowest],
    [{ figure: 'lowest_point', since: from }, lowest],
    [{ figure: 'lowest_point', from, until: later(date, 1) }, lowestPoint(projection, from, later(date, 1))?.available_cents ?? null],
    [{ figure: 'safe_to_spend' }, projection.safe_to_spend_cents],
    [{ figure: 'safe_to_spend', since: from }, projection.safe_to_spend_cents],
    [{ figure: 'next_payday' }, projection.next_payday?.amount_cents ?? null],
    [{ figure: 'due_before_payday' }, projection.due_before_payday.amount_cents],
    ...projection.pots.map(({ target }): [Figure, number] => [{ figure: 'pot', target, date }, potByDay(projection, target)![day]!]),
    ...projection.goals.map(({ id, saved_cents }): [Figure, number] => [{ figure: 'goal', id }, saved_cents]),
    ...projection.months.flatMap((month) =>
      monthSums.map((sum): [Figure, number] => [
        { figure: 'month', month: month.month, sum },
        sum === 'lowest' ? month.lowest.available_cents : month[sum],
      ]),
    ),
    [{ figure: 'undated', of: 'bills' }, projection.undated.bills.cents],
    [{ figure: 'undated', of: 'incomes' }, projection.undated.incomes.cents],
  ]
}

const sumOf = (explanation: Explanation): bigint => explanation.contributions.reduce((sum, { cents }) => sum + BigInt(cents), 0n)
const inOrder = (dates: (string | null)[]): boolean =>
  dates.every((date, index) => index === 0 || (dates[index - 1] ?? '~') <= (date ?? '~'))

describe('an explanation', () => {
  it('sums to its figure exactly, in the order of days, each line naming its row, its pot or its rule', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(anyPlan, anyToday, fc.nat(days - 1), fc.nat(days - 1), (scenario, today, day, since) => {
        const projection = projected(scenario, today, later('2026-01-01', days))
        for (const [figure, shown] of everyFigure(projection, day, since)) {
          const explanation = explain(projection, figure)
          expect(explanation?.cents ?? null, JSON.stringify(figure)).toBe(shown)
          if (!explanation) continue
          expect(sumOf(explanation)).toBe(BigInt(explanation.cents))
          expect(explanation.contributions.every((contribution) => contribution.cents !== 0 && isNamed(projection, contribution))).toBe(
            true,
          )
          expect(inOrder(explanation.contributions.map(({ date }) => date))).toBe(true)
        }
      }),
      { numRuns: manyRuns(200) },
    )
  })

  function isNamed({ scenario }: Projection, { name, rule, row, target, allocation_id }: Contribution): boolean {
    if (rule === 'balance' || rule === 'before' || rule === 'floor') return name !== '' && row === null
    if (rule === 'income' || rule === 'bill')
      return [...scenario.incomes, ...scenario.bills].some((other) => other.id === row?.id && other.name === name)
    if (rule === 'opening_pot') return target !== null
    if (rule === 'released') return target !== null
    return scenario.allocations.some((allocation) => allocation.id === allocation_id && allocation.target === target)
  }

  it('of a difference sums to what one projection has more than the other, and is empty of a plan and itself', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, fc.nat(days - 1), (a, b, day) => {
        const [one, other] = [a, b].map((scenario) => projected(scenario, '2026-02-01', later('2026-01-01', days))) as [
          Projection,
          Projection,
        ]
        for (const [figure, shown] of everyFigure(one, day, 0)) {
          const [inOther, difference] = [explain(other, figure), explainDifference(one, other, figure)]
          if (shown === null || !inOther) {
            expect(difference).toBeNull()
            continue
          }
          expect(BigInt(difference!.cents)).toBe(BigInt(inOther.cents) - BigInt(shown))
          expect(sumOf(difference!)).toBe(BigInt(difference!.cents))
          expect(explainDifference(one, one, figure)).toEqual({ cents: 0, contributions: [] })
        }
      }),
      { numRuns: manyRuns(100) },
    )
  })

  const plan = planOf({
    balance: 10_000,
    floor_cents: 500,
    bills: [
      { name: 'Rent', amount_cents: 4_000, due_date: '2026-01-10', schedule: { every: 1, unit: 'month' } },
      { name: 'Dentist', amount_cents: 900, due_date: null },
    ],
    incomes: [{ name: 'Pay', amount_cents: 3_000, due_date: '2026-01-20', schedule: { every: 1, unit: 'month' } }],
    allocations: [
      { target: `bill:${idOf(1, 0)}`, kind: 'fixed', value: 1_000, base: 'balance' },
      { target: 'savings:Car', kind: 'percent', value: 10, base: 'income' },
    ],
  })
  const lines = (explanation: Explanation | null) =>
    explanation?.contributions.map(({ date, name, rule, cents }) => [date, name, rule, cents])
  const projection = projected(plan, '2026-01-05', '2026-06-01')

  it('of safe to spend ends with the floor', () => {
    expect(projection.lowest_point).toMatchObject({
      date: '2026-03-10',
      available_cents: 10_000 - 1_000 - 3_000 + 2_700 - 4_000 + 2_700 - 4_000,
    })
    expect(lines(explain(projection, { figure: 'safe_to_spend', since: '2026-02-01' }))).toEqual([
      ['2026-02-01', 'Before', 'before', 8_700],
      ['2026-02-10', 'Rent', 'bill', -4_000],
      ['2026-02-20', 'Pay', 'income', 3_000],
      ['2026-02-20', 'Car', 'allocated_from_income', -300],
      ['2026-03-10', 'Rent', 'bill', -4_000],
      [null, 'Floor', 'floor', -500],
    ])
  })
  it('of a day says what of a bill its pot paid: available bears the rest', () => {
    expect(lines(explain(projection, { figure: 'available', date: '2026-01-10' }))).toEqual([
      ['2026-01-01', 'Balance', 'balance', 10_000],
      ['2026-01-01', 'Rent', 'allocated_from_balance', -1_000],
      ['2026-01-10', 'Rent', 'bill', -3_000],
    ])
    expect(lines(explain(projection, { figure: 'pot', target: `bill:${idOf(1, 0)}`, date: '2026-01-10' }))).toEqual([
      ['2026-01-01', 'Rent', 'allocated_from_balance', 1_000],
      ['2026-01-10', 'Rent', 'bill', -1_000],
    ])
    expect(lines(explain(projection, { figure: 'due_before_payday' }))).toEqual([['2026-01-10', 'Rent', 'bill', 4_000]])
    expect(lines(explain(projection, { figure: 'undated', of: 'bills' }))).toEqual([[null, 'Dentist', 'bill', 900]])
  })
  it('of a dearer bill names what each date adds, and leaves out what is the same', () => {
    const dearer = projected({ ...plan, bills: [{ ...plan.bills[0]!, amount_cents: 4_500 }, plan.bills[1]!] }, '2026-01-05', '2026-06-01')
    expect(lines(explainDifference(projection, dearer, { figure: 'available', date: '2026-02-28' }))).toEqual([
      ['2026-01-10', 'Rent', 'bill', -500],
      ['2026-02-10', 'Rent', 'bill', -500],
    ])
  })
  it('of what a projection has not is null', () => {
    const asked: Figure[] = [
      { figure: 'available', date: '2025-12-31' },
      { figure: 'available', date: '2090-01-01' },
      { figure: 'available', date: 'soon' },
      { figure: 'pot', target: 'savings:Boat', date: '2026-02-01' },
      { figure: 'goal', id: idOf(4, 0) },
      { figure: 'month', month: '2027-01', sum: 'in_cents' },
    ]
    expect(asked.map((figure) => explain(projection, figure))).toEqual(asked.map(() => null))
  })
})
