/** The statements of a card ahead: days, what stands on each, what is paid; and the one in the making. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Card } from '../../core/accounts/account.ts'
import { openStatement, statementsAhead } from '../../core/projection/card-statements.ts'
import { dateOf, dayOf } from '../../core/calendar.ts'
import { accountByDay } from '../../core/projection/figures/accounts.ts'
import { postingsOf } from '../../core/projection/postings.ts'
import { project } from '../../core/projection/project.ts'
import type { Projection } from '../../core/projection/projection.ts'
import { inAllAfterAYear } from '../../core/questions/in-all.ts'
import type { Account, Scenario } from '../../core/scenario.ts'
import { anyAccountsPlan } from './accountPlans.ts'
import { at, idOf, planOf, projected } from './projectionPlans.ts'
import { runs } from './runs.ts'

const card: Card = {
  closing_day: 3,
  due_day: 7,
  shift: null,
  paid_from_account_id: null,
  pays: 'statement',
  minimum_percent: 0,
  minimum_cents: 0,
  fixed_cents: 0,
  statement_cents: null,
}
const id = idOf(5, 0)
const visa = (balance_cents: number, more: Partial<Card> = {}, exceptions: Account['exceptions'] = {}): Account => ({
  id,
  position: 0,
  created_at: at,
  updated_at: at,
  name: 'Visa',
  kind: 'card',
  balance_cents,
  floor_cents: null,
  interest: null,
  card: { ...card, ...more },
  exceptions,
})
const plan = (account: Account): Scenario => ({
  ...planOf({
    balance: 90_000,
    bills: [{ amount_cents: 2_000, due_date: '2026-01-02', schedule: { every: 1, unit: 'week' }, account_id: id }],
  }),
  accounts: [account],
})
const seen = (scenario: Scenario, today = '2026-01-01'): Projection => projected(scenario, today, '2026-07-01')
const told = (projection: Projection, most = 3) =>
  statementsAhead(projection, id, most).map(({ closes_on, date, state, statement_cents, pays_cents }) => [
    closes_on,
    date,
    state,
    statement_cents,
    pays_cents,
  ])

describe('a card', () => {
  it('has its next three statements with closing day, due day and amount', () => {
    // 5.00 owed, and 20.00 on each Friday: 2 January; 9, 16, 23 and 30; 6, 13, 20 and 27 February.
    expect(told(seen(plan(visa(-500))))).toEqual([
      ['2026-01-03', '2026-01-07', 'due', 2_500, 2_500],
      ['2026-02-03', '2026-02-07', 'due', 8_000, 8_000],
      ['2026-03-03', '2026-03-07', 'due', 8_000, 8_000],
    ])
  })
  it('whose statement closed before the plan began says what stood on it', () => {
    const scenario = { ...plan(visa(-3_000, { statement_cents: 1_200 })), start_date: '2026-01-05' }
    expect(told(projected(scenario, '2026-01-05', '2026-07-01'), 1)).toEqual([['2026-01-03', '2026-01-07', 'due', 1_200, 1_200]])
  })
  it('obeys what is said of a payment: another amount, another day, skipped, made already', () => {
    const exceptions = {
      '2026-01-07': { amount_cents: 900 },
      '2026-02-07': { moved_to: '2026-02-10' },
      '2026-03-07': { skipped: true as const },
      '2026-04-07': { rest: 'dropped' as const },
    }
    expect(told(seen(plan(visa(-500, {}, exceptions))), 4)).toEqual([
      ['2026-01-03', '2026-01-07', 'due', 2_500, 900],
      ['2026-02-03', '2026-02-10', 'due', 9_600, 9_600],
      ['2026-03-03', '2026-03-07', 'skipped', 8_000, 0],
      ['2026-04-03', '2026-04-07', 'settled', 18_000, 0],
    ])
  })
  it('says what of the least amount is paid', () => {
    expect(told(seen(plan(visa(-50_000, { pays: 'minimum', minimum_percent: 3, minimum_cents: 1_000 }))), 1)).toEqual([
      ['2026-01-03', '2026-01-07', 'due', 52_000, 1_560],
    ])
  })
  it('says what stands on the statement in the making: what is owed, without the one that is still to be paid', () => {
    expect(openStatement(seen(plan(visa(-500))), id)).toEqual({ closes_on: '2026-01-03', so_far_cents: 500 })
    // On the 4th January's statement has closed and is not paid yet.
    expect(openStatement(seen(plan(visa(-500)), '2026-01-04'), id)).toEqual({ closes_on: '2026-02-03', so_far_cents: 0 })
    expect(openStatement(seen(plan(visa(-500)), '2026-01-09'), id)).toEqual({ closes_on: '2026-02-03', so_far_cents: 2_000 })
  })
  it('that nothing pays by itself, and any other account, has none', () => {
    const scenario = { ...plan(visa(-500)), accounts: [{ ...visa(-500), card: null }] }
    expect([statementsAhead(seen(scenario), id, 3), openStatement(seen(scenario), id)]).toEqual([[], null])
  })
})

describe('of every plan', () => {
  it('what is said to be paid is what moves, and what stands on a statement is what is owed', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(anyAccountsPlan, fc.integer({ min: 0, max: 60 }), (scenario, later) => {
        const today = dateOf(dayOf(scenario.start_date)! + later)
        const projection = projected(scenario, today, dateOf(dayOf(today)! + 400))
        scenario.accounts.forEach((account, nth) => {
          const byDay = accountByDay(projection, account.id)!
          const paid = Map.groupBy(
            postingsOf(projection, ({ rule, to }) => rule === 'card_payment' && to === nth + 1),
            ({ due_day }) => dateOf(due_day!),
          )
          const ahead = statementsAhead(projection, account.id, 9)
          expect(ahead.length > 0).toBe(account.card !== null)
          for (const { closes_on, nominal_date, date, statement_cents, pays_cents } of ahead) {
            expect(pays_cents).toBe((paid.get(nominal_date) ?? []).reduce((sum, { cents }) => sum + cents, 0))
            expect(date >= today).toBe(true)
            const closed = dayOf(closes_on)! - projection.start_day
            if (closed >= 0) expect(statement_cents).toBe(Math.max(0, 0 - byDay[closed]!))
          }
        })
      }),
      { numRuns: runs(60) },
    )
  })
})

describe('what a question changes in a year', () => {
  const inAll = (scenario: Scenario): number => {
    const made = project(scenario, { today: '2026-01-01', until: '2026-02-01' })
    if (!made.ok) throw new Error('This plan is small.')
    const { date, cents } = inAllAfterAYear(made.projection)
    expect(date).toBe('2027-01-01')
    return cents
  }
  it('counts what a card owes at its end', () => {
    const weekly = plan(visa(0))
    // A dollar more on each of 52 Fridays, of which the last ones are on the card still.
    const dearer = { ...weekly, bills: weekly.bills.map((bill) => ({ ...bill, amount_cents: bill.amount_cents + 100 })) }
    const dates = Math.floor((dayOf('2027-01-01')! - dayOf('2026-01-02')!) / 7) + 1
    expect(inAll(dearer) - inAll(weekly)).toBe(-100 * dates)
  })
})
