import { describe, expect, it } from 'vitest'
import { changedPayment, loanOutlook, loanPayments } from '../../../core/accounts/loan-outlook.ts'
import { debts } from '../../../core/questions/debts.ts'
import type { Account, Scenario, Transfer } from '../../../core/scenario.ts'
import { accountOf, cardOf } from '../accountPlans.ts'
import { at, idOf, planOf, projected } from '../projectionPlans.ts'
import { leastSaid, runs } from '../runs.ts'
import { edited } from './asking.ts'
import { floorSuite } from './debt-floor.suite.ts'
import { debtsSuite, everyOrderSuite, oneDebtSuite, ordered, rowOf } from './debts.suite.ts'

const today = '2026-01-01'
const monthly = { every: 1, unit: 'month' as const }
const pay = { name: 'Pay', amount_cents: 300_000, due_date: '2026-01-28', schedule: monthly }
const paid = (nth: number, amount_cents: number, fields: Partial<Transfer> = {}): Transfer => ({
  id: idOf(6, nth),
  position: nth,
  created_at: at,
  updated_at: at,
  name: `Payment ${nth}`,
  amount_cents,
  due_date: '2026-01-05',
  category: null,
  predicted: false,
  schedule: monthly,
  amount_low_cents: null,
  amount_high_cents: null,
  exceptions: {},
  changes: [],
  evidence: null,
  from_account_id: null,
  to_account_id: idOf(5, nth),
  ...fields,
})
const planWith = (accounts: Account[], transfers: Transfer[] = [], fields: object = {}): Scenario => ({
  ...planOf({ balance: 200_000, incomes: [pay], ...fields }),
  accounts,
  transfers,
})
const loan = (nth: number, owed_cents: number, rate_basis_points: number): Account =>
  accountOf(nth, 'loan', 0 - owed_cents, { interest: { rate_basis_points } })
const card = (nth: number, owed_cents: number, rate_basis_points: number): Account =>
  accountOf(nth, 'card', 0 - owed_cents, {
    interest: { rate_basis_points },
    card: cardOf({ pays: 'minimum', minimum_percent: 2, minimum_cents: 2_500 }),
  })

describe('in which order debts are paid off', () => {
  it('is the highest rate first for the least interest, and the smallest debt first for the first one gone', () => {
    // Without interest it can be counted by hand: 30,000 and 60,000 at 10,000 a month each and 5,000 more.
    const { answer } = ordered(planWith([loan(0, 60_000, 0), loan(1, 30_000, 0)], [paid(0, 10_000), paid(1, 10_000)]), {
      today,
      extra_cents: 5_000,
    })
    expect(answer).toMatchObject({
      from: '2026-01-05',
      monthly_cents: 25_000,
      as_planned: { months: 5, paid_off_on: '2026-06-05', interest_cents: 0 },
      tried: 2,
      is_every_order: true,
    })
    // The smaller one: 15,000 on the 5th of January and of February; then 25,000 on the 5th of March, and the rest on the 5th of April.
    expect(answer.orders!.snowball).toMatchObject({
      order: [idOf(5, 1), idOf(5, 0)],
      debts: [{ paid_off_on: '2026-04-05' }, { paid_off_on: '2026-02-05' }],
      months: 3,
      keeps_floor: true,
    })
  })
  it('says whether the floor holds from the first payment of more on, and what is below it before by itself', () => {
    const bills = [{ name: 'Tax', amount_cents: 285_000, due_date: '2026-02-10' }]
    const short = planWith([loan(0, 600_000, 0)], [paid(0, 10_000, { due_date: '2026-02-05' })], {
      balance: 3_000,
      floor_cents: 5_000,
      bills,
    })
    expect(ordered(short, { today, extra_cents: 2_000 }).answer).toMatchObject({
      from: '2026-02-05',
      below_before: { date: '2026-01-01', available_cents: 3_000 },
      planned_lowest: { date: '2026-02-10', available_cents: 8_000 },
      orders: { best: { lowest: { date: '2026-02-10', available_cents: 6_000 }, keeps_floor: true } },
    })
    expect(ordered(short, { today, extra_cents: 5_000 }).answer).toMatchObject({
      orders: { best: { lowest: { date: '2026-02-10', available_cents: 3_000 }, keeps_floor: false } },
    })
  })
  it('looks at the floor from the first payment of more on, also where that comes behind the days watched from today on', () => {
    for (const [safety_days, day] of [
      [14, '2026-01-20'],
      [30, '2026-01-31'],
      [7, '2026-01-10'],
      [1, '2026-01-02'],
    ] as const) {
      const scenario = { ...planWith([loan(0, 900_000, 600)], [paid(0, 25_000, { due_date: day })], { balance: 40_000 }), safety_days }
      const { answer } = ordered(scenario, { today, extra_cents: 600_000 })
      expect([answer.from, answer.orders!.best.keeps_floor, answer.planned_lowest.date >= day]).toEqual([day, false, true])
    }
  })
  it('holds the floor for as long as the plan is watched from the first payment of more on, in any plan', () => {
    const { kept, broken } = floorSuite(runs(60))
    expect(Math.min(kept, broken)).toBeGreaterThanOrEqual(leastSaid)
  })
  it('lets what a debt needs no more go on to the next one, and never more than that', () => {
    const scenario = planWith([loan(0, 60_000, 0), loan(1, 30_000, 0)], [paid(0, 10_000), paid(1, 10_000)])
    const { put } = ordered(scenario, { today, extra_cents: 5_000 })
    const after = edited(scenario, put('snowball', rowOf)!)
    const left = (until: string): number => projected(after, today, until).available_cents.at(-1)!
    // In February on both, in March on the one that is left.
    expect([left('2026-02-05') - left('2026-03-05'), left('2026-03-05') - left('2026-04-05')].map((cents) => cents + 300_000)).toEqual([
      25_000, 25_000,
    ])
  })
  it('pays cards their minimum, and a mortgage what its transfer says, meanwhile', () => {
    const scenario = planWith([card(0, 200_000, 300), loan(1, 3_000_000, 400)], [paid(1, 30_000)])
    const { answer, put } = ordered(scenario, { today, extra_cents: 20_000 })
    expect(answer.orders!.avalanche.order).toEqual([idOf(5, 1), idOf(5, 0)])
    const after = edited(scenario, put('avalanche', rowOf)!)
    const { payments } = projected(after, today, '2026-12-31').simulation.accounts!
    // The minimum is paid on the 20th, and what it falls by goes to the loan.
    expect(payments[0]!.slice(0, 6).map(({ cents }) => cents >= 2_500 && cents < 4_010)).toEqual([true, true, true, true, true, true])
    expect(after.transfers.map(({ to_account_id, due_date }) => [to_account_id, due_date])).toContainEqual([idOf(5, 1), '2026-01-05'])
  })
  it('pays a card its minimum and the extra as one payment on the day when it is due, as much each time', () => {
    const scenario = planWith([card(0, 200_000, 2_000), loan(1, 3_000_000, 400)], [paid(1, 30_000)])
    const { answer, put } = ordered(scenario, { today, extra_cents: 20_000 })
    expect(answer.orders!.best.order).toEqual([idOf(5, 0), idOf(5, 1)])
    // Two percent of 2,000.00 and of three days' interest on it.
    expect(answer.monthly_cents).toBe(20_000 + 30_000 + 4_007)
    const extra = edited(scenario, put('best', rowOf)!).transfers.find(({ to_account_id }) => to_account_id === idOf(5, 0))!
    expect([extra.amount_cents, extra.due_date, extra.changes]).toEqual([24_007, '2026-01-20', []])
    expect(answer.as_planned.interest_cents).toBeGreaterThan(answer.orders!.best.interest_cents)
  })
  it('is over on the first day where that is paid then', () => {
    const { answer } = ordered(planWith([loan(0, 60_000, 2_900)], [paid(0, 10_000, { due_date: today })]), {
      today,
      extra_cents: 5_000_000,
      from: today,
    })
    expect(answer.orders!.best).toMatchObject({ paid_off_on: today, months: 0 })
  })
  it('says where the plan does not bear it', () => {
    const { answer } = ordered(planWith([loan(0, 600_000, 500)], [paid(0, 10_000)], { floor_cents: 150_000 }), {
      today,
      extra_cents: 400_000,
    })
    expect(answer.orders!.best).toMatchObject({ keeps_floor: false })
  })
  it('is never where payments do not reach the interest', () => {
    const { answer } = ordered(planWith([loan(0, 1_000_000, 2_400)], [paid(0, 1_000)]), { today, extra_cents: 0 })
    expect(answer).toMatchObject({ as_planned: { paid_off_on: null, months: null }, orders: { best: { paid_off_on: null } } })
  })
  it('is over on that day in the plan with it as well', () => {
    const scenario = planWith([loan(0, 60_000, 500)], [paid(0, 10_000, { due_date: today })])
    const { answer, put } = ordered(scenario, { today, extra_cents: 100_000, from: today })
    expect(answer.orders!.best).toMatchObject({ paid_off_on: today, months: 0, interest_cents: 250, debts: [{ paid_off_on: today }] })
    expect(projected(edited(scenario, put('best', rowOf)!), today, '2026-03-01').accounts[0]).toMatchObject({
      now_cents: 0,
      end_cents: 0,
      paid_off_on: today,
    })
  })
  it('leaves out a card onto which everyday spending still goes, though its last period has begun', () => {
    const spread = {
      name: 'Food',
      amount_cents: 9_000,
      due_date: '2025-12-20',
      schedule: { ...monthly, until: '2025-12-31' },
      spread: true,
    }
    const plan = planWith([card(0, 30_000, 1_200)], [], { bills: [spread] })
    const charged = { ...plan, bills: plan.bills.map((bill) => ({ ...bill, account_id: idOf(5, 0) })) }
    expect(ordered(charged, { today, extra_cents: 5_000 }).answer).toMatchObject({ orders: null, left_out: [{ because: 'still_charged' }] })
    expect(ordered(charged, { today: '2026-02-01', extra_cents: 5_000 }).answer.left_out).toEqual([])
  })
  it('leaves out cards that are paid in full, and what more is charged to', () => {
    const accounts = [accountOf(0, 'card', -50_000, { card: cardOf({ pays: 'statement' }) }), card(1, 60_000, 1_900)]
    const scenario = planWith(accounts, [], {
      bills: [{ name: 'Gym', amount_cents: 3_000, due_date: '2026-01-10', schedule: monthly, account_id: idOf(5, 1) }],
    })
    expect(ordered(scenario, { today, extra_cents: 5_000 }).answer).toMatchObject({
      orders: null,
      left_out: [{ because: 'paid_in_full' }, { because: 'still_charged' }],
    })
  })
  it('refuses a first day that has passed', () => {
    const found = debts(planWith([loan(0, 1_000, 0)]), { today, extra_cents: 1, from: '2025-12-31' })
    expect(found.ok ? null : found.problems.map(({ says, path }) => `${says} ${path}`)).toEqual(['window_is_not_valid.passed /from'])
  })
  it('of one debt is what its own payment comes to, raised by as much from its next date on', () => oneDebtSuite(runs(40)))
  it('is not over where a card books the interest of its last days only beyond what was looked at first', () => {
    // It is looked at for twelve years first, which end between the last payment and the closing of the statement after it.
    const scenario = planWith([
      accountOf(0, 'card', -99_791, {
        interest: { rate_basis_points: 651 },
        card: cardOf({ closing_day: 10, due_day: 17, shift: 'after', pays: 'minimum', minimum_percent: 1, minimum_cents: 1_000 }),
      }),
    ])
    const { answer, put } = ordered(scenario, { today, extra_cents: 0 })
    const after = projected(edited(scenario, put('best', rowOf)!), today, '2038-06-01').accounts[0]!
    expect(answer.orders!.best).toMatchObject({ paid_off_on: after.paid_off_on, interest_cents: after.interest_cents })
  })
  it('goes with a payment that the weekend brings into the month before', () => {
    // The 1st of March is a Sunday: it is paid on Friday, 27 February.
    const scenario = planWith([loan(0, 50_000, 0)], [paid(0, 4_167, { due_date: '2026-01-01', schedule: { ...monthly, shift: 'before' } })])
    expect(ordered(scenario, { today: '2026-01-31', extra_cents: 4_167 }).answer).toMatchObject({
      from: '2026-02-27',
      orders: { best: { paid_off_on: '2026-07-01' } },
    })
  })
  it('costs no more interest than the loan with that payment, though a payday comes before its next date', () => {
    // The loan was paid on the 5th; the next payday is the 30th, still in the month of which interest was borne.
    const scenario = {
      ...planWith([loan(0, 800_000, 500)], [paid(0, 30_000, { due_date: '2026-02-05' })], {
        incomes: [{ ...pay, due_date: '2026-01-30' }],
      }),
    }
    const { answer } = ordered(scenario, { today, extra_cents: 10_000 })
    const [payment] = loanPayments(scenario, idOf(5, 0), today)
    const changed = changedPayment(payment!, 40_000)
    const raised = loanOutlook(changed.ok ? edited(scenario, changed.edit) : scenario, idOf(5, 0), today)!
    expect(answer.orders!.best).toMatchObject({ paid_off_on: raised.paid_off_on, interest_cents: raised.interest_cents })
  })
  it('is what the plan with the order in it projects to, in any plan', () => expect(debtsSuite(runs(60))).toBeGreaterThanOrEqual(leastSaid))
  it('is within a thousandth of the least interest of every order', () => expect(everyOrderSuite(runs(10), 3, 5).worst).toBeLessThan(0.001))
})
