import { describe, expect, it } from 'vitest'
import { afford, type Afforded } from '../../../core/questions/afford.ts'
import { planOf, projected } from '../projectionPlans.ts'
import { manyRuns, runs } from '../runs.ts'
import { affordSuite } from './afford.suite.ts'

const pay = { name: 'Pay', amount_cents: 200_000, due_date: '2026-01-28', schedule: { every: 1, unit: 'month' as const } }
const rent = { name: 'Rent', amount_cents: 120_000, due_date: '2026-01-05', schedule: { every: 1, unit: 'month' as const } }
const food = { name: 'Food', amount_cents: 30_000, due_date: '2026-01-15', schedule: { every: 1, unit: 'month' as const } }
const plan = planOf({ balance: 200_000, floor_cents: 20_000, bills: [rent, food], incomes: [pay] })
const today = '2026-01-01'

function answered(date: string, amount_cents: number, scenario = plan): Afforded {
  const found = afford(scenario, { today, date, amount_cents })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.answer
}

describe('can I afford it', () => {
  it('today as much as is safe to spend, and not a cent more', () => {
    const safe = projected(plan, today, '2026-06-01').safe_to_spend_cents
    expect(safe).toBe(30_000)
    expect(answered(today, safe)).toMatchObject({
      is_affordable: true,
      most_cents: safe,
      lowest: { date: '2026-01-15', available_cents: 20_000 },
    })
    expect(answered(today, safe + 1)).toMatchObject({ is_affordable: false, lowest: { date: '2026-01-15', available_cents: 19_999 } })
  })
  it('says when at the earliest, and what would be too low a day sooner', () => {
    expect(answered(today, 70_000).earliest).toEqual({
      date: '2026-01-28',
      lowest: { date: '2026-02-15', available_cents: 30_000, total_cents: 30_000 },
      fails_before: { date: '2026-01-27', lowest: { date: '2026-01-27', available_cents: -20_000, total_cents: -20_000 } },
    })
  })
  it('says why the day is low that it fails by', () => {
    expect(answered(today, 50_000).reason).toMatchObject({ causes: [{ kind: 'bill', name: 'Rent', cents: 120_000 }] })
  })
  it('says how much less has to be spent after each payday until then, the least', () => {
    // The 28th of January and of February come before it.
    const answer = answered('2026-03-01', 175_001)
    expect(answer).toMatchObject({ is_affordable: false, most_cents: 130_000, spend_less: { cents: 22_501, paydays: 2 } })
    expect(answered(today, 50_000).spend_less).toBe(null)
  })
  it('looks from the day on: what is low before it does not stand against it', () => {
    const tight = planOf({ balance: 130_000, floor_cents: 20_000, bills: [rent], incomes: [pay] })
    expect(answered('2026-01-10', 0, tight)).toMatchObject({ is_affordable: false, most_cents: -10_000 })
    expect(answered('2026-01-28', 50_000, tight)).toMatchObject({ is_affordable: true, most_cents: 70_000 })
  })
  it('tells what is below the floor before that day, and later, even without it', () => {
    const tight = planOf({ balance: 130_000, floor_cents: 20_000, bills: [rent], incomes: [pay] })
    expect(answered('2026-01-28', 50_000, tight)).toMatchObject({
      is_affordable: true,
      below_before: { date: '2026-01-05', available_cents: 10_000 },
      below_anyway: null,
    })
    expect(answered('2026-01-05', 50_000, tight)).toMatchObject({ is_affordable: false, most_cents: -10_000, below_before: null })
    const ends = planOf({
      balance: 200_000,
      safety_days: 30,
      bills: [{ ...rent, amount_cents: 70_000, schedule: { every: 2, unit: 'month' } }],
    })
    expect(answered(today, 65_000, ends)).toMatchObject({
      is_affordable: true,
      below_before: null,
      below_anyway: { date: '2026-05-05', available_cents: -10_000 },
      below_later: { date: '2026-03-05', available_cents: -5_000 },
    })
  })
  it('tells of a later day that falls below the floor because of it', () => {
    const yearly = planOf({
      balance: 200_000,
      safety_days: 30,
      floor_cents: 0,
      bills: [{ name: 'Insurance', amount_cents: 150_000, due_date: '2026-06-01' }],
    })
    expect(answered(today, 60_000, yearly)).toMatchObject({
      is_affordable: true,
      below_later: { date: '2026-06-01', available_cents: -10_000 },
    })
    expect(answered(today, 50_000, yearly).below_later).toBe(null)
  })
  it('refuses a day that has passed, none, and one that is too far', () => {
    const codes = (date: string): unknown => {
      const found = afford(plan, { today, date, amount_cents: 1 })
      return found.ok ? null : found.problems.map(({ says, path }) => `${says} ${path}`)
    }
    expect(codes('2025-12-31')).toEqual(['window_is_not_valid.passed /date'])
    expect(codes('2026-02-30')).toEqual(['date_must_be_a_calendar_day /date'])
    expect(codes('2090-01-01')).toEqual(['window_is_not_valid.too_far /date'])
  })
  it('is what projections of the plan with the purchase say, in any plan, on any day', () => affordSuite(manyRuns(300), false))
  it('of each day before the earliest one, too', () => affordSuite(runs(20), true))
})
