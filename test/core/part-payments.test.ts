import { describe, expect, it } from 'vitest'
import { linkOf, textToHash, withLink } from '../../core/actuals/bank-links.ts'
import { mergeScenarios } from '../../core/comparison/merge.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { explain } from '../../core/projection/explain.ts'
import { leftAmount, settledDates } from '../../core/payments/part-payments.ts'
import { nextPayment } from '../../core/payments/next-payment.ts'
import { paymentsBetween } from '../../core/payments/payments-between.ts'
import { eventsBetween } from '../../core/projection/events.ts'
import { fellDue } from '../../core/payments/roll-forward.ts'
import type { Scenario } from '../../core/scenario.ts'
import { payPart, settleDate } from '../../core/schedule/schedule-changes.ts'
import { at, blank, grown, ids } from './arbitraries.ts'
import { projected } from './projectionPlans.ts'

const [rentId, foodId, accountId] = ids as [string, string, string]
const monthly = { every: 1, unit: 'month' as const }
const rent = (more: object = {}): ScenarioEdit => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: rentId, name: 'Rent', amount_cents: 90_000, due_date: '2026-03-05', schedule: monthly, ...more },
})
const start: ScenarioEdit = { type: 'set_fields', fields: { start_date: '2026-03-01', planning_balance_cents: 500_000 } }
const said = (dates: object): ScenarioEdit => ({ type: 'set_dates', collection: 'bills', id: rentId, dates: dates as never })
const due = (scenario: Scenario, today: string, until = '2026-05-01'): string[] =>
  eventsBetween(projected(scenario, today, until), '2026-03-01', until).map(({ date, amount_cents }) => `${date} ${amount_cents}`)

describe('a date that is paid in part', () => {
  const plan = grown(blank(), [start, rent(), said({ '2026-03-05': { paid: [{ date: '2026-03-01', amount_cents: 60_000 }] } })])
  it('is due at what is left: on its day, or today when that is later', () => {
    expect(due(plan, '2026-03-01')).toEqual(['2026-03-05 30000', '2026-04-05 90000'])
    expect(due(plan, '2026-03-20')).toEqual(['2026-03-20 30000', '2026-04-05 90000'])
    expect(
      paymentsBetween(plan, '2026-03-01', '2026-04-01', '2026-03-20').map(
        ({ date, amount_cents, state }) => `${date} ${amount_cents} ${state}`,
      ),
    ).toEqual(['2026-03-20 30000 planned'])
    expect(nextPayment(plan.bills[0]!, '2026-03-20')).toEqual({ date: '2026-03-20', nominal_date: '2026-03-05', amount_cents: 30_000 })
    expect(fellDue(plan, '2026-03-20')).toEqual([])
  })
  it('is paid once its payments come to its amount, or the rest is dropped', () => {
    const more = grown(plan, [
      said({
        '2026-03-05': {
          paid: [
            { date: '2026-03-01', amount_cents: 60_000 },
            { date: '2026-03-09', amount_cents: 30_000 },
          ],
        },
      }),
    ])
    expect(settledDates(more.bills[0]!)).toEqual(['2026-03-05'])
    expect(due(more, '2026-03-20')).toEqual(['2026-04-05 90000'])
    expect(due(grown(plan, [said({ '2026-03-05': { rest: 'dropped' } })]), '2026-03-20')).toEqual(['2026-04-05 90000'])
  })
  it('said to be paid notes the payment that was missing, and said to be open has none', () => {
    const paid = settleDate(plan.bills[0]!, '2026-03-05', true, '2026-03-09')
    expect(paid).toMatchObject({
      fields: {
        exceptions: {
          '2026-03-05': {
            paid: [
              { date: '2026-03-01', amount_cents: 60_000 },
              { date: '2026-03-09', amount_cents: 30_000 },
            ],
            rest: 'dropped',
          },
        },
      },
    })
    expect(settleDate(plan.bills[0]!, '2026-03-05', false)).toEqual({ ok: true, fields: { exceptions: {} } })
    const again = payPart(plan.bills[0]!, '2026-03-05', [{ date: '2026-03-02', amount_cents: 1 }])
    expect(again.ok && leftAmount({ ...plan.bills[0]!, ...again.fields }, '2026-03-05')).toBe(29_999)
  })
  it('of which one device notes a payment and another moves it keeps both; two lists of payments are asked about', () => {
    const base = grown(blank(), [start, rent()])
    const [mine, theirs] = [
      grown(base, [said({ '2026-03-05': { paid: [{ date: '2026-03-01', amount_cents: 5 }] } })]),
      grown(base, [said({ '2026-03-05': { moved_to: '2026-03-08' } })]),
    ]
    expect(mergeScenarios(base, mine, theirs)).toMatchObject({
      clashes: [],
      scenario: { bills: [{ exceptions: { '2026-03-05': { moved_to: '2026-03-08', paid: [{ date: '2026-03-01', amount_cents: 5 }] } } }] },
    })
    const other = grown(base, [said({ '2026-03-05': { paid: [{ date: '2026-03-02', amount_cents: 7 }] } })])
    expect(mergeScenarios(base, mine, other).clashes).toMatchObject([{ field: 'paid', date: '2026-03-05' }])
  })
  it('that is said to be open waits for today without any payment', () => {
    expect(
      due(grown(blank(), [start, rent({ due_date: '2026-02-05' }), said({ '2026-02-05': { rest: 'open' } })]), '2026-03-02', '2026-03-04'),
    ).toEqual(['2026-03-02 90000'])
  })
})

describe('a bill that leaves evenly over the days', () => {
  const food = (more: object = {}): ScenarioEdit => ({
    type: 'put_row',
    collection: 'bills',
    row: {
      id: foodId,
      name: 'Groceries',
      amount_cents: 100,
      due_date: '2026-03-02',
      schedule: { every: 1, unit: 'week' },
      spread: true,
      ...more,
    },
  })
  const plan = grown(blank(), [start, food()])
  const spent = (cents: number): Scenario =>
    grown(plan, [
      {
        type: 'set_dates',
        collection: 'bills',
        id: foodId,
        dates: { '2026-03-02': { paid: [{ date: '2026-03-02', amount_cents: cents }], rest: 'open' } },
      },
    ])
  it('leaves a seventh a day, the cents that are over on the first days', () => {
    expect(due(plan, '2026-03-01', '2026-03-11')).toEqual([
      '2026-03-02 15',
      '2026-03-03 15',
      '2026-03-04 14',
      '2026-03-05 14',
      '2026-03-06 14',
      '2026-03-07 14',
      '2026-03-08 14',
      '2026-03-09 15',
      '2026-03-10 15',
    ])
  })
  it('has what is left of the week on the days that are left; who has spent more has nothing left', () => {
    expect(due(spent(58), '2026-03-06', '2026-03-10')).toEqual(['2026-03-06 14', '2026-03-07 14', '2026-03-08 14', '2026-03-09 15'])
    expect(due(spent(130), '2026-03-06', '2026-03-10')).toEqual(['2026-03-09 15'])
    expect(due(spent(10), '2026-03-09', '2026-03-10')).toEqual(['2026-03-09 15'])
  })
  it('is counted by the lowest point, and its explanation sums to it', () => {
    const projection = projected(plan, '2026-03-01', '2027-03-01')
    const why = explain(projection, { figure: 'lowest_point' })!
    expect(why.cents).toBe(projection.lowest_point.available_cents)
    expect(why.contributions.reduce((sum, { cents }) => sum + cents, 0)).toBe(why.cents)
    expect(projection.lowest_point.available_cents).toBe(500_000 - 1_272)
  })
  it('keeps what a client leaves unsaid that knows nothing of it', () => {
    expect(
      grown(plan, [{ type: 'put_lists', bills: [{ id: foodId, name: 'Food', amount_cents: 90 }], allocations: [] }]).bills[0],
    ).toMatchObject({ name: 'Food', spread: true })
  })
})

describe('which account at the bank is which', () => {
  const hashOf = (account: string) => (salt: string) => `${salt}-${textToHash('', account).trim()}`
  const link = (salt: string, account: string, account_id: string | null) => ({ salt, hash: hashOf(account)(salt), account_id })
  const plan = grown(blank(), [
    { type: 'put_row', collection: 'accounts', row: { id: accountId, name: 'Savings', kind: 'savings' } },
    { type: 'set_fields', fields: { bank_links: [link('a', 'DE1', null), link('b', 'DE2', accountId)] } },
  ])
  it('is found whatever the blanks of its number, and asked about where two devices said otherwise', () => {
    expect(linkOf(plan.bank_links, hashOf('de 2'))).toEqual({ linked: 'yes', account_id: accountId })
    expect(linkOf(plan.bank_links, hashOf('DE3'))).toEqual({ linked: 'no' })
    expect(linkOf([...plan.bank_links, link('c', 'DE2', null)], hashOf('DE2'))).toEqual({
      linked: 'several',
      account_ids: [accountId, null],
    })
    expect(withLink(plan.bank_links, hashOf('DE2'), null)).toEqual([link('a', 'DE1', null)])
  })
  it('goes with its account and comes back with it, and both sides of a merge keep theirs', () => {
    const gone = applyEdit(plan, { type: 'delete_row', collection: 'accounts', id: accountId }, at)
    if (!gone.ok) throw new Error('refused')
    expect(gone.scenario.bank_links).toEqual([link('a', 'DE1', null)])
    expect(grown(gone.scenario, [gone.inverse]).bank_links).toEqual(plan.bank_links)
    const added = grown(plan, [{ type: 'set_fields', fields: { bank_links: [...plan.bank_links, link('c', 'DE3', accountId)] } }])
    expect(mergeScenarios(plan, added, gone.scenario)).toMatchObject({
      clashes: [],
      scenario: { bank_links: [link('a', 'DE1', null)], accounts: [] },
    })
    expect(grown(plan, [{ type: 'put_lists', bills: [], allocations: [], accounts: [] }]).bank_links).toEqual([link('a', 'DE1', null)])
  })
})
