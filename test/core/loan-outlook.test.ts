/** When a loan ends and what it costs, as the plan has it and at another payment. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedPayment,
  isCardUnpaid,
  isPaidByPlan,
  loanOutlook,
  loanPayments,
  outlookAt,
  outlookDifference,
  outlookUntil,
  paymentAt,
  paymentSteps,
} from '../../core/accounts/loan-outlook.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { project } from '../../core/projection/project.ts'
import { rowDefaults, type Account, type Scenario, type Transfer } from '../../core/scenario.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { at, idOf, planOf } from './projectionPlans.ts'
import { runs } from './runs.ts'

const today = '2026-01-01'
const head = (kind: number, position: number) => ({ id: idOf(kind, position), position, created_at: at, updated_at: at })
const loan = (balance_cents: number, rate_basis_points: number): Account => ({
  ...head(5, 0),
  name: 'Car loan',
  kind: 'loan',
  balance_cents,
  floor_cents: null,
  interest: { rate_basis_points },
  card: null,
  exceptions: {},
})
const payment = (amount_cents: number, more: Partial<Transfer> = {}): Transfer => ({
  ...(rowDefaults.transfers as Transfer),
  ...head(6, 0),
  name: 'Car payment',
  amount_cents,
  due_date: '2026-01-05',
  schedule: { every: 1, unit: 'month' },
  to_account_id: idOf(5, 0),
  ...more,
})
const withLoan = (account: Account, transfers: Transfer[]): Scenario => ({
  ...planOf({ balance: 1_000_000 }),
  accounts: [account],
  transfers,
})

describe('a loan', () => {
  // 1,000.00 at 12 % a year and 300.00 a month: 10.00, 7.10, 4.17 and 1.21 of interest, and 122.48 as the last payment.
  const scenario = withLoan(loan(-100_000, 1_200), [payment(30_000)])

  it('says the day of its last payment and its interest, worked out by hand', () => {
    const outlook = loanOutlook(scenario, idOf(5, 0), today)!
    expect([outlook.paid_off_on, outlook.interest_cents, outlook.left_cents]).toEqual(['2026-04-05', 1_000 + 710 + 417 + 121, 0])
  })
  it('ends sooner and costs less at a higher payment, which one edit makes so, and one takes back', () => {
    const [of] = loanPayments(scenario, idOf(5, 0), today)
    const changed = changedPayment(of!, 60_000)
    if (!changed.ok) throw new Error('It can be changed.')
    const [before, after] = [loanOutlook(scenario, idOf(5, 0), today)!, outlookAt(scenario, idOf(5, 0), today, changed.transfer)!]
    // 10.00 and 4.10 of interest.
    expect([after.paid_off_on, after.interest_cents]).toEqual(['2026-02-05', 1_410])
    expect(outlookDifference(before, after)).toEqual({ months_sooner: 2, saved_cents: 2_248 - 1_410 })
    const applied = applyEdit(scenario, changed.edit, at)
    if (!applied.ok) throw new Error('It can be taken.')
    expect(applied.scenario.transfers[0]!.amount_cents).toBe(60_000)
    const back = applyEdit(applied.scenario, applied.inverse, at)
    expect(back.ok && back.scenario.transfers).toEqual(scenario.transfers)
  })
  it('has another payment from the next date on alone: what is paid already stays as it was', () => {
    const later = { ...scenario, start_date: '2026-01-20' }
    const [of] = loanPayments(later, idOf(5, 0), '2026-01-20')
    const changed = changedPayment(of!, 50_000)
    expect(changed.ok && [changed.transfer.amount_cents, changed.transfer.changes]).toEqual([
      30_000,
      [{ from: '2026-02-05', amount_cents: 50_000 }],
    ])
  })
  it('whose payment is less than its interest is never paid off', () => {
    const outlook = loanOutlook(withLoan(loan(-100_000, 1_200), [payment(900)]), idOf(5, 0), today)!
    expect([outlook.paid_off_on, outlook.left_cents > 100_000]).toEqual([null, true])
    expect(outlookDifference(outlook, outlook).months_sooner).toBe(null)
  })
  it('to which nothing goes says so', () => {
    expect([isPaidByPlan(scenario, idOf(5, 0)), isPaidByPlan({ ...scenario, transfers: [] }, idOf(5, 0))]).toEqual([true, false])
    expect(loanPayments({ ...scenario, transfers: [payment(1_000, { schedule: null })] }, idOf(5, 0), today)).toEqual([])
  })
  it('has a slider in round steps, as far as three times the payment or what ends it in two years, never more than is owed', () => {
    expect(paymentSteps(35_000, 1_200_000, true)).toEqual({ step_cents: 500, count: 140 })
    expect(paymentSteps(100, 1_200_000, false)).toEqual({ step_cents: 500, count: 100 })
    expect(paymentSteps(30_000, 40_000, true)).toEqual({ step_cents: 50, count: 200 })
    expect(paymentSteps(50_000, 40_000, true).count).toBe(0)
    const steps = paymentSteps(34_712, 1_200_000, true)
    expect([0, 1, 2].map((nth) => paymentAt(34_712, steps, nth))).toEqual([34_712, 35_000, 35_500])
  })
})

describe('what is paid on a loan besides its own payment', () => {
  const extra = (amount_cents: number, due_date: string): Transfer =>
    payment(amount_cents, { ...head(6, 1), name: 'Extra', due_date, schedule: null })
  const after = (start_date: string, due_date: string, transfers: readonly Transfer[] = []) =>
    loanOutlook({ ...withLoan(loan(-100_000, 1_200), [payment(30_000, { due_date }), ...transfers]), start_date }, idOf(5, 0), start_date)!

  it('bears no interest in the month of the start date where its own payment of that month came before', () => {
    // 10.00 was borne on the 5th of January. On the 30th 200.00 are paid; then 8.00, 5.08, 2.13 of interest.
    expect(after('2026-01-29', '2026-02-05', [extra(20_000, '2026-01-30')])).toMatchObject({
      paid_off_on: '2026-04-05',
      interest_cents: 800 + 508 + 213,
    })
  })
  it('costs the same on whichever day of a month it is paid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 100, max: 20_000 }),
        (own, day, month, cents) => {
          const on = (nth: number): string => `2026-0${month}-${String(nth).padStart(2, '0')}`
          const [one, other] = [day, own].map((nth) =>
            after('2026-01-01', `2026-01-${String(own).padStart(2, '0')}`, [extra(cents, on(nth))]),
          )
          expect(one!.interest_cents).toBe(other!.interest_cents)
        },
      ),
      { numRuns: runs(100) },
    )
  })
})

describe('of every plan', () => {
  it('a loan looked at by itself goes on as it does in the whole plan', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, (scenario) => {
        const whole = project(scenario, { today: scenario.start_date, until: outlookUntil(scenario) })
        for (const { id, kind } of scenario.accounts) {
          if (kind !== 'loan') continue
          const outlook = loanOutlook(scenario, id, scenario.start_date)
          if (!whole.ok || !outlook) continue
          const figures = whole.projection.accounts.find((account) => account.id === id)!
          expect([outlook.paid_off_on, outlook.interest_cents, outlook.left_cents]).toEqual([
            figures.paid_off_on,
            figures.interest_cents,
            Math.max(0, 0 - figures.end_cents),
          ])
        }
      }),
      { numRuns: runs(60) },
    )
  })
})

it('a card is told to be unpaid where something is owed on it, now or ahead, and nothing of the plan pays it', () => {
  const unpaid = (balance_cents: number, { charged = false, paid = false }): boolean => {
    const card: Account = { ...loan(balance_cents, 0), name: 'Visa', kind: 'card', interest: null }
    const groceries = { name: 'Groceries', amount_cents: 5_000, due_date: '2026-01-20', account_id: card.id }
    const scenario: Scenario = {
      ...planOf({ balance: 100_000, bills: charged ? [groceries] : [] }),
      accounts: [card],
      transfers: paid ? [payment(5_000, { to_account_id: card.id })] : [],
    }
    const projected = project(scenario, { today, until: '2026-03-01' })
    if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
    return isCardUnpaid(scenario, projected.projection.accounts[0]!)
  }
  expect([unpaid(0, {}), unpaid(-1, {}), unpaid(0, { charged: true })]).toEqual([false, true, true])
  expect([unpaid(-1, { paid: true }), unpaid(0, { charged: true, paid: true })]).toEqual([false, false])
})
