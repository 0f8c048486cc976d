import { describe, expect, it } from 'vitest'
import { moveBills, type BillsMoved, type MoveBillsAsked } from '../../../core/questions/move-bills.ts'
import { accountOf } from '../accountPlans.ts'
import { idOf, planOf, projected } from '../projectionPlans.ts'
import { leastSaid, runs } from '../runs.ts'
import { edited } from './asking.ts'
import { everyDaySuite, moveBillsSuite, twentyBills } from './move-bills.suite.ts'

const monthly = { every: 1, unit: 'month' as const }
const today = '2026-01-01'
const pay = { name: 'Pay', amount_cents: 200_000, due_date: '2026-01-15', schedule: monthly }
const bill = (name: string, day: number, amount_cents: number, schedule: object = monthly) => ({
  name,
  amount_cents,
  due_date: `2026-01-${String(day).padStart(2, '0')}`,
  schedule: schedule as typeof monthly,
})

function answered(plan: Parameters<typeof planOf>[0], asked: Partial<MoveBillsAsked> = {}): BillsMoved {
  const found = moveBills(planOf(plan), { today, until: '2026-03-31', ...asked })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.answer
}

describe('which due dates should move', () => {
  // 900.00 on the 1st; on the 14th 900 − 500 − 300 = 100 are left, 100 less than the floor.
  const tight = {
    balance: 90_000,
    floor_cents: 20_000,
    bills: [bill('Rent', 3, 50_000), bill('Power', 5, 30_000), bill('Phone', 20, 2_000)],
    incomes: [pay],
  }

  it('is the fewest, as near as is enough, with the low point that each is for', () => {
    expect(answered(tight)).toMatchObject({
      before: { date: '2026-01-05', available_cents: 10_000 },
      moves: [
        {
          name: 'Rent',
          amount_cents: 50_000,
          from_day: 3,
          to_day: 15,
          date: '2026-01-03',
          to: '2026-01-15',
          without: { date: '2026-01-05', available_cents: 10_000 },
        },
      ],
      lowest: { date: '2026-01-05', available_cents: 60_000 },
      short_cents: 0,
      one_fewer: { cents: 10_000 },
      is_proven: true,
    })
  })
  it('does not stop at a day below the floor that comes before all that a move changes', () => {
    // 100.00 on 2 January, whatever is moved; on 5 February 900 − 800 + 2,000 − 1,800 − 150 = 150 are left, 50 less than the floor.
    const bills = [
      { name: 'Fine', amount_cents: 80_000, due_date: '2026-01-02' },
      bill('Rent', 20, 180_000),
      { ...bill('Power', 5, 15_000), due_date: '2026-02-05' },
    ]
    expect(answered({ ...tight, bills }, { until: '2026-02-28' })).toMatchObject({
      held_from: '2026-01-15',
      below_before: { date: '2026-01-02', available_cents: 10_000 },
      before: { date: '2026-02-05', available_cents: 15_000 },
      moves: [{ name: 'Power', to: '2026-02-15' }],
      lowest: { date: '2026-01-20', available_cents: 30_000 },
      short_cents: 0,
      one_fewer: { cents: 15_000 },
    })
    // Where nothing has to move behind it, it is told all the same.
    expect(answered({ ...tight, bills: [bills[0]!, { ...bills[2]!, amount_cents: 1_000 }] }, { until: '2026-02-28' })).toMatchObject({
      held_from: '2026-01-15',
      below_before: { date: '2026-01-02', available_cents: 10_000 },
      moves: [],
      short_cents: 0,
    })
  })
  it('is part of the plan by one edit, and nothing else is', () => {
    const found = moveBills(planOf(tight), { today, until: '2026-03-31' })
    if (!found.ok) throw new Error(JSON.stringify(found.problems))
    const moved = edited(planOf(tight), { type: 'batch', edits: [...found.edits.values()] })
    expect(projected(moved, today, '2026-03-31').lowest_point).toMatchObject({ date: '2026-01-05', available_cents: 60_000 })
    expect(moved.bills.map(({ due_date }) => due_date)).toEqual(['2026-01-15', '2026-01-05', '2026-01-20'])
  })
  it('is none where the floor holds', () => {
    expect(answered({ ...tight, floor_cents: 10_000 })).toMatchObject({ moves: [], short_cents: 0, one_fewer: null })
  })
  it('says how near moves come where none keep the floor', () => {
    expect(answered({ ...tight, floor_cents: 100_000 })).toMatchObject({
      moves: [{ name: 'Rent' }, { name: 'Power' }],
      lowest: { available_cents: 90_000 },
      short_cents: 10_000,
    })
    expect(answered({ balance: 10_000, floor_cents: 20_000, bills: [bill('Rent', 3, 5_000, { every: 1, unit: 'week' })] })).toMatchObject({
      moves: [],
      one_fewer: null,
      is_proven: true,
    })
  })
  it('counts the month in which a move begins: a payment that comes too soon stays where it is', () => {
    const answer = answered({ ...tight, balance: 140_000 }, { from: '2026-02-04' })
    expect(answer.moves).toEqual([])
    // The payments of February are before that day, and keep the floor: 420.00 are missing on the 5th; a month later it would be 540.00.
    expect(
      answered({ ...tight, balance: 50_000, floor_cents: -50_000, incomes: [{ ...pay, amount_cents: 70_000 }] }, { from: '2026-02-06' }),
    ).toMatchObject({
      moves: [{ name: 'Rent', date: '2026-03-03', to: '2026-03-15', without: { date: '2026-03-05', available_cents: -54_000 } }],
      lowest: { date: '2026-02-05', available_cents: -42_000 },
    })
  })
  it('goes to the next month where that is nearer, and no farther than half a month', () => {
    const before_pay = { balance: 50_000, floor_cents: 0, bills: [bill('Card', 25, 60_000)], incomes: [{ ...pay, due_date: '2026-02-02' }] }
    expect(answered(before_pay).moves).toMatchObject([{ from_day: 25, to_day: 2, date: '2026-01-25', to: '2026-02-02' }])
    const far = { ...before_pay, bills: [bill('Card', 10, 60_000)] }
    expect(answered(far)).toMatchObject({ moves: [], short_cents: 10_000 })
  })
  it('knows months that lack a day', () => {
    const late = { balance: 50_000, floor_cents: 0, bills: [bill('Rent', 20, 60_000)], incomes: [{ ...pay, due_date: '2026-01-31' }] }
    // To the 31st, which is 28 February, as the pay is.
    const answer = answered(late, { first_day: 1, last_day: 31, until: '2026-04-29' })
    expect(answer.moves).toMatchObject([{ to_day: 31, to: '2026-01-31' }])
    expect(answer.lowest.available_cents).toBeGreaterThanOrEqual(0)
    const last = answered({
      ...late,
      bills: [bill('Rent', 31, 60_000, { ...monthly, on: [-1] })],
      incomes: [{ ...pay, due_date: '2026-02-03' }],
    })
    expect(last.moves).toMatchObject([{ from_day: 31, to_day: 3, date: '2026-01-31', to: '2026-02-03' }])
  })
  it('moves the dates of one rule: those of a later one have days of their own', () => {
    const changes = [
      { from: '2026-03-12', due_date: '2026-03-31', schedule: { every: 2, unit: 'week' as const } },
      { from: '2026-04-12', due_date: '2026-04-12', schedule: monthly },
    ]
    expect(
      answered(
        { balance: 50_000, floor_cents: 45_000, bills: [{ ...bill('Gym', 12, 6_000), changes }] },
        { from: '2026-02-09', until: '2026-06-15', first_day: 31, last_day: 31 },
      ),
    ).toMatchObject({ moves: [], is_proven: true })
  })
  it('leaves what cannot move, and says why', () => {
    const loan = accountOf(0, 'checking', 50_000)
    const { stays, moves } = answered(
      {
        balance: 1_000,
        floor_cents: 0,
        accounts: [loan],
        incomes: [pay],
        bills: [
          bill('Groceries', 2, 1_000, { every: 1, unit: 'week' }),
          bill('Insurance', 3, 1_000, { every: 1, unit: 'year' }),
          { name: 'Sofa', amount_cents: 1_000, due_date: '2026-01-04' },
          { ...bill('Gym', 5, 1_000), account_id: loan.id },
          { ...bill('Fuel', 6, 1_000), spread: true },
          bill('Old', 7, 1_000, { ...monthly, until: '2026-01-10' }),
        ],
      },
      { from: '2026-01-10' },
    )
    expect(moves).toEqual([])
    expect(stays.map(({ name, because }) => `${name} ${because}`)).toEqual([
      'Groceries rhythm',
      'Insurance rhythm',
      'Sofa once',
      'Gym account',
      'Fuel spread',
      'Old too_late',
    ])
  })
  it('counts what a pot pays, and what it takes of incomes', () => {
    const rules = [{ target: `bill:${idOf(1, 0)}`, kind: 'fixed' as const, value: 20_000, base: 'income' as const }]
    const { moves, lowest, before } = answered({
      ...tight,
      allocations: rules,
      opening_pots: [{ target: `bill:${idOf(1, 0)}`, amount_cents: 50_000 }],
    })
    expect(before.available_cents).toBe(10_000)
    expect(moves.map(({ name }) => name)).toEqual(['Power'])
    expect(lowest.available_cents).toBe(40_000)
  })
  it('refuses days that are none', () => {
    const codes = (asked: Partial<MoveBillsAsked>): unknown => {
      const found = moveBills(planOf(tight), { today, ...asked })
      return found.ok ? null : found.problems.map(({ says, path }) => `${says} ${path}`)
    }
    expect(codes({ from: 'soon' })).toEqual(['date_must_be_a_calendar_day /from'])
    expect(codes({ until: '2025-12-31' })).toEqual(['window_is_not_valid.passed /until'])
    expect(codes({ first_day: 20, last_day: 10 })).toEqual(['value_is_not_valid /last_day'])
  })
  it('is what the plan with the moves in it says, in any plan', () => expect(moveBillsSuite(runs(120))).toBeGreaterThanOrEqual(leastSaid))
  it('is the fewest and the highest by trying every day of every bill', () =>
    expect(everyDaySuite(runs(40), 3, 3)).toBeGreaterThanOrEqual(leastSaid))
  it('is proven for twenty bills', () => expect(twentyBills(runs(40))).toMatchObject({ proven: runs(40) }))
})
