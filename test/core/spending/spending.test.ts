import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../core/limits.ts'
import { paidAmount } from '../../../core/payments/part-payments.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { estimateSpending, levelOfWeeks } from '../../../core/spending/estimate-spending.ts'
import { forecastError, statesToAsk } from '../../../core/spending/forecast-error.ts'
import { billForPayment, categoryOfBill, isSpentByKind, periodOn, spendingProposals } from '../../../core/spending/spending-bills.ts'
import { spendingCategoryOf } from '../../../core/spending/spending-words.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { blank, grown, ids } from '../arbitraries.ts'
import { anyPlan, planOf, projected } from '../projectionPlans.ts'
import { manyRuns, runs } from '../runs.ts'
import { later } from '../schedule-reference.ts'
import { withSpent } from './noting.ts'

const today = '2026-06-29'
/** Thirteen weeks of which all is known. */
const known = { today, from: '2026-03-30', until: today }
let nth = 0
const paid = (date: string, amount_cents: number, payee: string): AccountTransaction => ({
  id: `t${(nth += 1)}`,
  date,
  amount_cents,
  payee,
  memo: '',
})
/** So many weeks before today, from the oldest on: one payment each. */
const weekly = (payee: string, ...cents: number[]): AccountTransaction[] =>
  cents.flatMap((amount, week) => (amount === 0 ? [] : [paid(later(today, -7 * (cents.length - week) + 2), -amount, payee)]))
const flat = (cents: number, weeks = 13): number[] => Array.from({ length: weeks }, () => cents)

describe('everyday spending of a week', () => {
  it('is told for groceries, fuel, eating out and the rest, with the range of eight weeks in ten', () => {
    const found = estimateSpending(
      [
        ...weekly('LIDL 4411 BERLIN', 9_000, 11_000, 10_000, 9_500, 10_500, 10_000, 10_000, 9_000, 11_000, 10_000, 10_000, 10_500, 9_500),
        ...weekly('SHELL 1234', 0, 0, 6_000, 0, 0, 6_000, 0, 0, 6_000, 0, 0, 6_000, 0),
        ...weekly('PIZZERIA ROMA', ...flat(2_500)),
        ...weekly('SOME SHOP', ...flat(3_000)),
      ],
      known,
    )!
    expect(
      found.categories.map(({ category, weekly_cents, low_cents, high_cents }) => [category, weekly_cents, low_cents, high_cents]),
    ).toEqual([
      ['groceries', 10_000, 9_500, 10_500],
      ['rest', 3_000, 3_000, 3_000],
      ['eating_out', 2_500, 2_500, 2_500],
      ['fuel', 1_846, 0, 6_000],
    ])
    expect(found).toMatchObject({ from: '2026-03-30', until: '2026-06-29', weekly_cents: 17_346 })
    // 130,000 of groceries, 24,000 of fuel, 32,500 and 39,000 of the others: a level leaves out what is outermost, this does not.
    expect(found.left_cents).toBe(225_500)
  })
  it('is not bent by a laptop, by two weeks of holiday, or by years that are over', () => {
    const usual = weekly('REWE', ...flat(8_000))
    const level = (more: AccountTransaction[]): number =>
      estimateSpending([...usual, ...more], { ...known, from: '2022-01-01' })!.weekly_cents
    expect(level([])).toBe(8_000)
    expect(level([paid('2026-05-05', -189_900, 'LAPTOPS DIRECT')])).toBe(8_000)
    expect(level([paid('2026-05-05', -90_000, 'REWE'), paid('2026-05-12', -120_000, 'REWE')])).toBe(8_000)
    expect(level(Array.from({ length: 200 }, (_, week) => paid(later('2026-03-20', -7 * week), -40_000, 'REWE')))).toBe(8_000)
  })
  it('takes off what went back from where it was spent, and counts no pay', () => {
    const all = [...weekly('REWE', ...flat(8_000)), paid('2026-06-10', 3_000, 'REWE'), paid('2026-06-01', 250_000, 'EMPLOYER')]
    expect(estimateSpending(all, known)!.categories[0]!.weeks).toEqual([...flat(8_000, 10), 5_000, 8_000, 8_000])
  })
  it('is not told of less than four weeks; weeks that nobody knows are none', () => {
    expect(estimateSpending(weekly('REWE', 8_000, 8_000, 8_000), { today })).toBeNull()
    expect(estimateSpending([], { today })).toBeNull()
    expect(estimateSpending(weekly('REWE', ...flat(8_000, 5)), { ...known, from: '2026-05-25' })).toMatchObject({
      from: '2026-05-25',
      weekly_cents: 8_000,
    })
  })
  it('lies within its range and between the third least and the third largest of thirteen weeks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500_000), { minLength: 13, maxLength: 13 }), (weeks) => {
        const { weekly_cents, low_cents, high_cents } = levelOfWeeks(weeks)
        const sorted = weeks.toSorted((a, b) => a - b)
        expect(weekly_cents >= sorted[2]! && weekly_cents <= sorted[10]! && low_cents <= weekly_cents && weekly_cents <= high_cents).toBe(
          true,
        )
      }),
      { numRuns: manyRuns(2_000) },
    )
  })
  it('is raised by one purchase, however large, no further than by another week as dear as the dearest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500_000), { minLength: 3, maxLength: 26 }), fc.nat(26), fc.nat(9_000_000), (others, at, more) => {
        const dearest = Math.max(...others)
        const level = (week: number): number => levelOfWeeks(others.toSpliced(at % others.length, 0, week)).weekly_cents
        expect(level(dearest + more)).toBe(level(dearest))
      }),
      { numRuns: manyRuns(2_000) },
    )
  })
  it('keeps what the weeks of a year came to, dear ones too, as long as the last ones are about as high', () => {
    const [usual, year] = [flat(8_000, 52), { ...known, from: '2025-06-30' }]
    const dear = usual.with(10, 90_000)
    expect(estimateSpending(weekly('REWE', ...dear), year)!.categories[0]!.seen).toEqual(dear)
    const moved = [...flat(40_000, 39), ...flat(8_000)]
    expect(estimateSpending(weekly('REWE', ...moved), year)!.categories[0]).toMatchObject({ weekly_cents: 8_000, seen: flat(8_000) })
  })
  it('is told apart by words that hardly mislead', () => {
    expect(
      ['SHELL 0412', 'STARBUCKS STORE 1', 'TESCO STORES', 'SHELL ENERGY', 'CASH WITHDRAWAL'].map((payee) =>
        spendingCategoryOf({ payee, memo: '' }),
      ),
    ).toEqual(['fuel', 'eating_out', 'groceries', 'rest', 'rest'])
  })
})

describe('everyday spending in a plan', () => {
  const estimate = estimateSpending([...weekly('REWE', ...flat(8_400)), ...weekly('SOME SHOP', ...flat(3_000))], known)!
  const start: ScenarioEdit = { type: 'set_fields', fields: { start_date: today, planning_balance_cents: 100_000 } }
  const plan = grown(blank(), [
    start,
    ...spendingProposals(blank(), estimate, today).flatMap((one, index): ScenarioEdit[] =>
      one.kind === 'new' ? [{ type: 'put_row', collection: 'bills', row: { id: ids[index]!, name: one.category, ...one.bill } }] : [],
    ),
  ])
  it('is proposed as weekly bills that leave day by day, and known again afterwards', () => {
    expect(plan.bills.map((bill) => [bill.name, bill.amount_cents, bill.spread, categoryOfBill(bill)])).toEqual([
      ['groceries', 8_400, true, 'groceries'],
      ['rest', 3_000, true, 'rest'],
    ])
    expect(projected(plan, today, '2026-07-06').total_cents.at(-1)).toBe(100_000 - 11_400)
    expect(spendingProposals(plan, estimate, today).map((one) => one.kind === 'known' && one.change)).toEqual([null, null])
    const dearer = estimateSpending(weekly('REWE', ...flat(12_000)), known)!
    expect(spendingProposals(plan, dearer, today)).toMatchObject([{ kind: 'known', change: { amount_cents: 12_000 } }])
  })
  it('stands for a series of its kind that varies, and for none that has a price, is of another kind, or comes in', () => {
    const series = { direction: 'out' as const, name: 'Rewe', amount_low_cents: 7_000, amount_high_cents: 9_000 }
    expect(isSpentByKind(plan, series)).toBe(true)
    for (const other of [{ amount_high_cents: 7_000 }, { name: 'Shell' }, { name: 'Who knows' }, { direction: 'in' as const }])
      expect(isSpentByKind(plan, { ...series, ...other })).toBe(false)
  })
  const [food, rest] = plan.bills as [Scenario['bills'][0], Scenario['bills'][0]]
  const noted = (payments: AccountTransaction[], date: string) => withSpent(food, payments, date).exceptions
  it('notes what was spent of each week, a sum a day, for the bill of its kind; a week that is over is settled', () => {
    const payments = [
      paid('2026-06-28', -900, 'REWE'),
      paid('2026-06-30', -2_000, 'REWE'),
      paid('2026-06-30', -400, 'LIDL'),
      paid('2026-07-07', -1_300, 'REWE'),
    ]
    expect(payments.map((one) => billForPayment(plan.bills, one)?.name)).toEqual(['groceries', 'groceries', 'groceries', 'groceries'])
    expect(billForPayment(plan.bills, paid('2026-06-30', -1, 'WHO KNOWS'))).toBe(rest)
    expect(periodOn(food, '2026-07-05')).toBe(today)
    expect(noted(payments, '2026-07-07')).toEqual({
      [today]: { paid: [{ date: '2026-06-30', amount_cents: 2_400 }], rest: 'dropped' },
      '2026-07-06': { paid: [{ date: '2026-07-07', amount_cents: 1_300 }], rest: 'open' },
    })
    expect(noted(payments, '2026-07-04')).toEqual({ [today]: { paid: [{ date: '2026-06-30', amount_cents: 2_400 }], rest: 'open' } })
    expect(noted(payments, '2026-07-05')).toMatchObject({ [today]: { rest: 'dropped' } })
  })
  it('notes what was spent however often the bank is asked in a period', () => {
    const year = planOf({
      balance: 100_000,
      bills: [{ name: 'Clothes', amount_cents: 100_000, due_date: '2026-01-01', schedule: { every: 1, unit: 'year' }, spread: true }],
    }).bills[0]!
    const days = Array.from({ length: 100 }, (_, day) => later('2026-01-01', day))
    const bill = days.reduce((noted, day) => withSpent(noted, [paid(day, -100, 'H AND M')], day), year)
    expect(paidAmount(bill, '2026-01-01')).toBe(10_000)
    expect(bill.exceptions['2026-01-01']!.paid!.length).toBeLessThanOrEqual(limits.payments_of_a_date)
  })
  it('takes off what went back to where it was spent, and counts no other money that comes in', () => {
    const payments = [
      paid('2026-06-29', -900, 'REWE'),
      paid('2026-06-30', -2_000, 'REWE'),
      paid('2026-07-01', 2_300, 'REWE'),
      paid('2026-07-02', 50_000, 'A FRIEND'),
    ]
    expect(noted(payments, '2026-07-02')).toEqual({ [today]: { paid: [{ date: '2026-06-29', amount_cents: 600 }], rest: 'open' } })
  })
  it('knows a bill that the person wrote by its name', () => {
    const named = (name: string) => categoryOfBill({ name, evidence: null })
    expect(['Groceries', 'Lebensmittel', 'Tanken', 'Everyday spending', 'Alltag'].map(named)).toEqual([
      'groceries',
      'groceries',
      'fuel',
      null,
      null,
    ])
  })
})

describe('how good the plan was', () => {
  const rent = (amount_cents: number): ScenarioEdit => ({
    type: 'put_row',
    collection: 'bills',
    row: { id: ids[0]!, name: 'Rent', amount_cents, due_date: '2026-06-01', schedule: { every: 1, unit: 'month' }, category: 'Home' },
  })
  const water: ScenarioEdit = {
    type: 'put_row',
    collection: 'bills',
    row: { id: ids[1]!, name: 'Water', amount_cents: 2_300, due_date: '2026-06-25', schedule: { every: 1, unit: 'month' } },
  }
  const then = grown(blank(), [
    { type: 'set_fields', fields: { start_date: '2026-05-29', planning_balance_cents: 200_000 } },
    rent(90_000),
    water,
  ])
  it('says what was said 31 days ago for today, what is, and which rows make the difference', () => {
    const now = grown(then, [
      { type: 'set_fields', fields: { start_date: today, planning_balance_cents: 101_000 } },
      {
        type: 'set_dates',
        collection: 'bills',
        id: ids[0]!,
        dates: { '2026-06-01': { paid: [{ date: '2026-06-02', amount_cents: 95_000 }], rest: 'dropped' } },
      },
      { type: 'set_dates', collection: 'bills', id: ids[1]!, dates: { '2026-06-25': { moved_to: today } } },
    ])
    expect(forecastError([{ state: then, from: '2026-05-29' }], now, today)).toEqual([
      expect.objectContaining({ days: 7, said_cents: 107_700, actual_cents: 101_000 }),
      {
        days: 31,
        said_on: '2026-05-29',
        said_cents: 107_700,
        actual_cents: 101_000,
        cents: -6_700,
        causes: [
          { row: { collection: 'bills', id: ids[0] }, name: 'Rent', category: 'Home', cents: -5_000 },
          { row: { collection: 'bills', id: ids[1] }, name: 'Water', category: null, cents: 2_300 },
          { row: null, name: '', category: null, cents: -4_000 },
        ],
      },
    ])
    // The bank's balance is of a day's end: what was planned for that day is said with it.
    const atEnd = grown(now, [
      {
        type: 'set_dates',
        collection: 'bills',
        id: ids[1]!,
        dates: { '2026-06-25': { moved_to: null, paid: [{ date: today, amount_cents: 2_500 }], rest: 'dropped' } },
      },
    ])
    expect(
      forecastError([{ state: then, from: '2026-05-29' }], atEnd, '2026-07-02', { date: today, amount_cents: 102_500 })[1],
    ).toMatchObject({
      said_cents: 107_700,
      actual_cents: 102_500,
      cents: -5_200,
      causes: [
        { name: 'Rent', cents: -5_000 },
        { name: 'Water', cents: -200 },
      ],
    })
    expect(forecastError([{ state: then, from: '2026-06-20' }], now, today)).toMatchObject([{ days: 7 }])
    expect(forecastError([], now, today)).toEqual([])
  })
  it('asks the last state of each day that is asked about', () => {
    const kept = ['2026-05-01', '2026-05-29', '2026-05-29', '2026-06-21', '2026-06-23'].map((from, revision) => ({ from, revision }))
    expect(statesToAsk(kept, today)).toEqual([
      { from: '2026-06-21', revision: 3 },
      { from: '2026-05-29', revision: 2 },
    ])
    expect(statesToAsk(kept.slice(4), today)).toEqual([])
  })
  it('tells everyday spending by what was noted of it', () => {
    const food: ScenarioEdit = {
      type: 'put_row',
      collection: 'bills',
      row: {
        id: ids[2]!,
        name: 'Groceries',
        amount_cents: 7_000,
        due_date: '2026-05-25',
        schedule: { every: 1, unit: 'week' },
        spread: true,
      },
    }
    const before = grown(blank(), [{ type: 'set_fields', fields: { start_date: '2026-05-28', planning_balance_cents: 200_000 } }, food])
    const now = (bill: Scenario['bills'][0]) => ({ ...before, start_date: today, bills: [bill] })
    // 32 days at 10 a day were said until today's end; 350 and 31 were spent.
    const spent = withSpent(before.bills[0]!, [paid('2026-06-03', -35_000, 'REWE'), paid('2026-06-28', -3_100, 'REWE')], today)
    const [, month] = forecastError([{ state: before, from: '2026-05-28' }], now(spent), today, { date: today, amount_cents: 161_900 })
    expect(month).toMatchObject({ cents: 161_900 - (200_000 - 33_000), causes: [{ name: 'Groceries', cents: -5_100 }] })
    expect(
      forecastError([{ state: before, from: '2026-05-28' }], now(before.bills[0]!), today, { date: today, amount_cents: 167_000 })[1],
    ).toMatchObject({ cents: 0, causes: [] })
  })
  it('tells of a week that was paid in part by what was left of it on the day that is asked', () => {
    const food: ScenarioEdit = {
      type: 'put_row',
      collection: 'bills',
      row: {
        id: ids[2]!,
        name: 'Groceries',
        amount_cents: 31_000,
        due_date: '2026-05-20',
        schedule: { every: 1, unit: 'month' },
        spread: true,
      },
    }
    const plan = grown(blank(), [{ type: 'set_fields', fields: { start_date: '2026-06-01', planning_balance_cents: 100_000 } }, food])
    const before = { ...plan, bills: [withSpent(plan.bills[0]!, [paid('2026-05-28', -10_000, 'REWE')], '2026-05-31')] }
    // 210 are left: on 9 June of the eleven days until the 20th, of which eight are over by the 16th.
    const now = {
      ...before,
      start_date: '2026-06-16',
      bills: [withSpent(before.bills[0]!, [paid('2026-06-12', -14_700, 'REWE')], '2026-06-16')],
    }
    const [week] = forecastError([{ state: before, from: '2026-06-01' }], now, '2026-06-16', { date: '2026-06-16', amount_cents: 85_300 })
    expect(week).toMatchObject({ said_cents: 84_727, cents: 573, causes: [{ name: 'Groceries', cents: 573 }] })
  })
  it('sums to the difference to the cent, whatever the plans', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, fc.integer({ min: 31, max: 60 }), (one, other, days) => {
        const at = later('2026-01-01', days)
        for (const { cents, causes, said_cents, actual_cents } of forecastError([{ state: one, from: '2026-01-01' }], other, at)) {
          expect(actual_cents - said_cents).toBe(cents)
          expect(causes.reduce((sum, cause) => sum + cause.cents, 0)).toBe(cents)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
