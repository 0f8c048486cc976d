import { describe, expect, it } from 'vitest'
import { debts } from '../../../core/questions/debts.ts'
import type { Account, Scenario, Transfer } from '../../../core/scenario.ts'
import { accountOf, cardOf } from '../accountPlans.ts'
import { at, idOf, planOf, projected } from '../projectionPlans.ts'
import { runs } from '../runs.ts'
import { edited } from './asking.ts'
import { debtsSuite, everyOrderSuite, ordered, rowOf } from './debts.suite.ts'

const today = '2026-01-01'
const monthly = { every: 1, unit: 'month' as const }
const pay = { name: 'Pay', amount_cents: 300_000, due_date: '2026-01-28', schedule: monthly }
const paid = (nth: number, amount_cents: number, fields: Partial<Transfer> = {}): Transfer =>
  ({ id: idOf(6, nth), position: nth, created_at: at, updated_at: at, name: `Payment ${nth}`, amount_cents, due_date: '2026-01-05', category: null, predicted: false, schedule: monthly, amount_low_cents: null, amount_high_cents: null, exceptions: {}, changes: [], evidence: null, from_account_id: null, to_account_id: idOf(5, nth), ...fields })
const planWith = (accounts: Account[], transfers: Transfer[] = [], fields: object = {}): Scenario => ({ ...planOf({ balance: 200_000, incomes: [pay], ...fields }), accounts, transfers })
const loan = (nth: number, owed_cents: number, rate_basis_points: number): Account => accountOf(nth, 'loan', 0 - owed_cents, { interest: { rate_basis_points } })
const card = (nth: number, owed_cents: number, rate_basis_points: number): Account => accountOf(nth, 'card', 0 - owed_cents, { interest: { rate_basis_points }, card: cardOf({ pays: 'minimum', minimum_percent: 2, minimum_cents: 2_500 }) })

describe('in which order debts are paid off', () => {
  it('is the highest rate first for the least interest, and the smallest debt first for the first one gone', () => {
    // Without interest it can be counted by hand: 30,000 and 60,000 at 10,000 a month each and 5,000 more.
    const { answer } = ordered(planWith([loan(0, 60_000, 0), loan(1, 30_000, 0)], [paid(0, 10_000), paid(1, 10_000)]), { today, extra_cents: 5_000 })
    expect(answer).toMatchObject({ from: '2026-01-28', monthly_cents: 25_000, as_planned: { months: 5, paid_off_on: '2026-06-05', interest_cents: 0 }, tried: 2, is_every_order: true })
    // The smaller one: 10,000 on the 5th of January and 5,000 on the 28th, again in February, so gone on the 28th of February.
    expect(answer.orders!.snowball).toMatchObject({ order: [idOf(5, 1), idOf(5, 0)], debts: [{ paid_off_on: '2026-04-28' }, { paid_off_on: '2026-02-28' }], months: 3, keeps_floor: true })
  })
  it('lets what a debt needs no more go on to the next one, and never more than that', () => {
    const scenario = planWith([loan(0, 60_000, 0), loan(1, 30_000, 0)], [paid(0, 10_000), paid(1, 10_000)])
    const { put } = ordered(scenario, { today, extra_cents: 5_000 })
    const after = edited(scenario, put('snowball', rowOf)!)
    const left = (until: string): number => projected(after, today, until).available_cents.at(-1)!
    // From March on 10,000 on the 5th and 15,000 on the 28th.
    expect([left('2026-02-05') - left('2026-03-05'), left('2026-03-05') - left('2026-04-05')].map((cents) => cents + 300_000)).toEqual([25_000, 25_000])
  })
  it('pays cards their minimum, and a mortgage what its transfer says, meanwhile', () => {
    const scenario = planWith([card(0, 200_000, 2_000), loan(1, 3_000_000, 400)], [paid(1, 30_000)])
    const { answer, put } = ordered(scenario, { today, extra_cents: 20_000 })
    expect(answer.orders!.best.order).toEqual([idOf(5, 0), idOf(5, 1)])
    expect(answer.monthly_cents).toBe(20_000 + 30_000 + 3_994)
    const { payments } = projected(edited(scenario, put('best', rowOf)!), today, '2026-12-31').simulation.accounts!
    // The minimum is paid on the 20th until the card owes less.
    expect(payments[0]!.slice(0, 6).map(({ cents }) => cents >= 2_500)).toEqual([true, true, true, true, true, true])
    expect(answer.as_planned.interest_cents).toBeGreaterThan(answer.orders!.best.interest_cents)
  })
  it('is over on the first day where that is paid then', () => {
    const { answer } = ordered(planWith([loan(0, 60_000, 2_900)], [paid(0, 10_000)]), { today, extra_cents: 5_000_000, from: today })
    expect(answer.orders!.best).toMatchObject({ paid_off_on: today, months: 0 })
  })
  it('says where the plan does not bear it', () => {
    const { answer } = ordered(planWith([loan(0, 600_000, 500)], [paid(0, 10_000)], { floor_cents: 150_000 }), { today, extra_cents: 400_000 })
    expect(answer.orders!.best).toMatchObject({ keeps_floor: false })
  })
  it('is never where payments do not reach the interest', () => {
    const { answer } = ordered(planWith([loan(0, 1_000_000, 2_400)], [paid(0, 1_000)]), { today, extra_cents: 0 })
    expect(answer).toMatchObject({ as_planned: { paid_off_on: null, months: null }, orders: { best: { paid_off_on: null } } })
  })
  it('is over on that day in the plan with it as well', () => {
    const { answer, put } = ordered(planWith([loan(0, 60_000, 500)], [paid(0, 10_000)]), { today, extra_cents: 100_000, from: today })
    expect(answer.orders!.best).toMatchObject({ paid_off_on: today, months: 0, interest_cents: 250, debts: [{ paid_off_on: today }] })
    expect(projected(edited(planWith([loan(0, 60_000, 500)], [paid(0, 10_000)]), put('best', rowOf)!), today, '2026-03-01').accounts[0]).toMatchObject({ now_cents: 0, end_cents: 0, paid_off_on: today })
  })
  it('leaves out cards that are paid in full, and what more is charged to', () => {
    const accounts = [accountOf(0, 'card', -50_000, { card: cardOf({ pays: 'statement' }) }), card(1, 60_000, 1_900)]
    const scenario = planWith(accounts, [], { bills: [{ name: 'Gym', amount_cents: 3_000, due_date: '2026-01-10', schedule: monthly, account_id: idOf(5, 1) }] })
    expect(ordered(scenario, { today, extra_cents: 5_000 }).answer).toMatchObject({ orders: null, left_out: [{ because: 'paid_in_full' }, { because: 'still_charged' }] })
  })
  it('refuses a first day that has passed', () => {
    const found = debts(planWith([loan(0, 1_000, 0)]), { today, extra_cents: 1, from: '2025-12-31' })
    expect(found.ok ? null : found.problems.map(({ says, path }) => `${says} ${path}`)).toEqual(['window_is_not_valid.passed /from'])
  })
  it('is what the plan with the order in it projects to, in any plan', () => expect(debtsSuite(runs(60))).toBeGreaterThan(0))
  it('is within a thousandth of the least interest of every order', () => expect(everyOrderSuite(runs(10), 3, 5).worst).toBeLessThan(0.001))
})
