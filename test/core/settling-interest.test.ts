/** What is said to be paid bears its interest once: the days after it are those that the plan had. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../../core/edit/edit.ts'
import { editSaid } from '../../core/payments/edit-said.ts'
import { paymentsAhead } from '../../core/payments/payments-ahead.ts'
import type { DatedPayment } from '../../core/payments/payments-between.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { carriedTo, rollForward } from '../../core/payments/roll-forward.ts'
import { project } from '../../core/projection/project.ts'
import type { Account, Scenario, Transfer } from '../../core/scenario.ts'
import { accountId, accountOf, cardOf, transferOf } from './accountPlans.ts'
import { at, planOf } from './projectionPlans.ts'
import { runs } from './runs.ts'
import { later } from './schedule-reference.ts'

const end = '2027-01-01'

function changed(scenario: Scenario, made: { ok: true; edit: ScenarioEdit } | { ok: false; problems: unknown }): Scenario {
  const applied = made.ok ? applyEdit(scenario, made.edit, at) : made
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems))
  return applied.scenario
}

/** What is on the main account and on each other one at the end of every day from one on. */
function daysFrom(scenario: Scenario, date: string): number[][] {
  const found = project(scenario, { today: scenario.start_date, until: end })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  const { simulation, start_day, day_count, counted_until } = found.projection
  const first = day_count - Math.round((Date.parse(end) - Date.parse(date)) / 86_400_000)
  if (first < 0 || counted_until < end) throw new Error(`${date} is not in the plan from day ${start_day} on`)
  const tables = [simulation.available_cents, ...(simulation.accounts?.tables ?? [])]
  return tables.map((table) => [...table.subarray(first, day_count)])
}

function firstPayment(scenario: Scenario): DatedPayment {
  const found = project(scenario, { today: scenario.start_date, until: end })
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return paymentsAhead(found.projection, scenario.start_date, end).find(
    ({ state, amount_cents }) => state === 'planned' && amount_cents > 0,
  )!
}

/** Brought to a later day as the plan itself goes on. */
function brought(scenario: Scenario, today: string): Scenario {
  const carried = carriedTo(scenario, today, [])
  if (!carried.ok) throw new Error(JSON.stringify(carried.problems))
  const { planning_balance_cents } = carried
  return changed(scenario, rollForward(scenario, { today, planning_balance_cents, open: [], divides_anew: false }))
}

const planWith = (accounts: Account[], transfers: Transfer[], fields: Partial<Scenario> = {}): Scenario => ({
  ...planOf({ balance: 500_000 }),
  balance_allocated: true,
  ...fields,
  accounts,
  transfers,
})

const schedule = fc.constantFrom<Transfer['schedule']>(
  { every: 1, unit: 'month' },
  { every: 2, unit: 'week' },
  { every: 1, unit: 'week' },
  { every: 3, unit: 'month' },
  { every: 1, unit: 'month', on: [1, 15] },
)
const loanPlans = (mayBeBrought: boolean): fc.Arbitrary<Scenario> =>
  fc
    .record({
      schedule,
      off: fc.integer({ min: -70, max: 45 }),
      start: fc.integer({ min: 0, max: 90 }),
      rate_basis_points: fc.constantFrom(1, 450, 600, 1_899),
      owed: fc.integer({ min: 2_000_000, max: 9_000_000 }),
      amount_cents: fc.integer({ min: 1, max: 60_000 }),
      isBrought: mayBeBrought ? fc.boolean() : fc.constant(false),
    })
    .map(({ schedule: rule, off, start, rate_basis_points, owed, amount_cents, isBrought }) => {
      const start_date = later('2026-01-01', start)
      const pay = transferOf(0, { amount_cents, due_date: later(start_date, off), schedule: rule, to_account_id: accountId(0) })
      const loan = accountOf(0, 'loan', -owed, { interest: { rate_basis_points } })
      const plan = planWith([loan], [pay], { start_date })
      return isBrought ? brought(plan, later(start_date, 40)) : plan
    })

describe('a payment of a loan that is said to be made', () => {
  it('bears the interest of its month, and no other payment of that month or of the next bears it again', () => {
    const account = accountOf(0, 'loan', -1_200_000, { interest: { rate_basis_points: 600 } })
    const monthly = {
      amount_cents: 50_000,
      due_date: '2026-02-03',
      schedule: { every: 1, unit: 'month' as const },
      to_account_id: accountId(0),
    }
    const plan = planWith([account], [transferOf(0, monthly)], { start_date: '2026-03-25' })
    const paid = changed(plan, editSaid(plan, firstPayment(plan), { said: 'paid', is_counted: false }))
    expect(paid.accounts[0]).toMatchObject({ balance_cents: -1_156_000, interest: { accrued: { booked_on: '2026-04-03' } } })
    // 6,000 in April; in May a twelfth of 6 % of 11,560.00, once.
    expect(daysFrom(paid, '2026-05-03')[1]![0]).toBe(-1_156_000 - 5_780 + 50_000)
  })
  it('leaves every later day as the plan has it, whatever its rule', () => {
    fc.assert(
      fc.property(loanPlans(true), (plan) => {
        const payment = firstPayment(plan)
        const paid = changed(plan, editSaid(plan, payment, { said: 'paid', is_counted: false }))
        expect(daysFrom(paid, payment.date)).toEqual(daysFrom(plan, payment.date))
      }),
      { numRuns: runs(200) },
    )
  })
  it('said to be open again with what it took off, bears it on its day', () => {
    fc.assert(
      fc.property(loanPlans(false), (plan) => {
        const payment = firstPayment(plan)
        const paid = changed(plan, editSaid(plan, payment, { said: 'paid', is_counted: false }))
        const open = changed(paid, editSaid(paid, payment, { said: 'open', gives_back: true }))
        // Two amounts owed a cent apart can come to one with their interest.
        const off = open.accounts[0]!.balance_cents - plan.accounts[0]!.balance_cents
        expect(Math.abs(off)).toBeLessThanOrEqual(1)
        if (off === 0) expect(daysFrom(open, open.start_date)).toEqual(daysFrom(plan, plan.start_date))
      }),
      { numRuns: runs(100) },
    )
  })
  it('is one that the balances have already: its interest is in what is owed', () => {
    const account = accountOf(0, 'loan', -1_156_000, { interest: { rate_basis_points: 600 } })
    const monthly = {
      amount_cents: 50_000,
      due_date: '2026-02-03',
      schedule: { every: 1, unit: 'month' as const },
      to_account_id: accountId(0),
    }
    const plan = planWith([account], [transferOf(0, monthly)], { start_date: '2026-03-25' })
    const paid = changed(plan, editSaid(plan, firstPayment(plan), { said: 'paid', is_counted: true }))
    expect(daysFrom(paid, '2026-05-03')[1]![0]).toBe(-1_156_000 - 5_780 + 50_000)
  })
})

describe('money drawn from a loan on which nothing is owed', () => {
  const drawn = fc
    .record({
      day: fc.integer({ min: 0, max: 50 }),
      next: fc.integer({ min: 0, max: 40 }),
      rate_basis_points: fc.constantFrom(450, 1_899),
      schedule,
    })
    .map(({ day, next, rate_basis_points, schedule: rule }) => {
      const due_date = later('2026-01-01', day)
      const pay = { amount_cents: 9_000, due_date: later(due_date, next), schedule: rule, to_account_id: accountId(0) }
      const accrued = { on: '2026-01-01', cent_days: 0, carried_cents: 0, booked_on: '2025-10-01' }
      return planWith(
        [accountOf(0, 'loan', 0, { interest: { rate_basis_points, accrued } })],
        [transferOf(0, { amount_cents: 400_000, due_date, from_account_id: accountId(0) }), transferOf(1, pay)],
      )
    })
  it('bears interest from the month on in which it is, also where it is said to be paid out', () => {
    fc.assert(
      fc.property(drawn, (plan) => {
        const payment = firstPayment(plan)
        const paid = changed(plan, editSaid(plan, payment, { said: 'paid', is_counted: false }))
        expect(payment.nominal_date).toBe(plan.transfers[0]!.due_date)
        expect(daysFrom(paid, payment.date)).toEqual(daysFrom(plan, payment.date))
      }),
      { numRuns: runs(100) },
    )
  })
  it('is no interest of a loan that bears none', () => {
    const draw = transferOf(0, { amount_cents: 400_000, due_date: '2026-01-05', from_account_id: accountId(0) })
    const plan = planWith([accountOf(0, 'loan', 0)], [draw])
    const paid = changed(plan, editSaid(plan, firstPayment(plan), { said: 'paid', is_counted: false }))
    expect(paid.accounts[0]).toMatchObject({ balance_cents: -400_000, interest: null })
  })
})

describe('a payment onto a card that is said to be made', () => {
  const cardPlan = fc
    .record({
      owed: fc.integer({ min: 50_000, max: 300_000 }),
      card: fc.record({
        closing_day: fc.constantFrom(3, 15, 28, 31),
        due_day: fc.constantFrom(1, 7, 20),
        pays: fc.constantFrom('minimum' as const, 'fixed' as const),
        minimum_percent: fc.constantFrom(2, 5),
        minimum_cents: fc.constantFrom(0, 2_500),
        fixed_cents: fc.constantFrom(5_000, 40_000),
      }),
      amount_cents: fc.integer({ min: 1, max: 120_000 }),
      days: fc.integer({ min: 20, max: 90 }),
    })
    .map(({ owed, card, amount_cents, days }) => {
      const account = accountOf(0, 'card', -owed, { interest: { rate_basis_points: 1_899 }, card: cardOf(card) })
      const day = later('2026-01-01', days)
      return brought(planWith([account], [transferOf(0, { amount_cents, due_date: day, to_account_id: accountId(0) })]), day)
    })
  it('lessens what bears interest from that day on', () => {
    fc.assert(
      fc.property(cardPlan, (plan) => {
        const payment = firstPayment(plan)
        const paid = changed(plan, editSaid(plan, payment, { said: 'paid', is_counted: false }))
        expect(payment.collection).toBe('transfers')
        expect(daysFrom(paid, payment.date)).toEqual(daysFrom(plan, payment.date))
      }),
      { numRuns: runs(200) },
    )
  })
})
