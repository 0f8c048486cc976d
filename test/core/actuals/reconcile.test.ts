import { describe, expect, it } from 'vitest'
import type { MatchedPayments } from '../../../core/actuals/matched.ts'
import { reconcile, type ReconcileOptions } from '../../../core/actuals/reconcile.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { project } from '../../../core/projection/project.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { at, contentOf } from '../arbitraries.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, weekly } from './plans.ts'

const rent = {
  id: rowId(1),
  name: 'Rent',
  amount_cents: 95_000,
  due_date: '2026-03-03',
  schedule: monthly,
  evidence: evidence('HARBOUR PROPERTIES'),
}
const phone = { id: rowId(2), name: 'Phone', amount_cents: 2_000, due_date: '2026-03-05', schedule: monthly, evidence: evidence('TELEKOM') }
const pay = {
  id: rowId(3),
  name: 'Pay',
  amount_cents: 250_000,
  due_date: '2026-03-10',
  schedule: monthly,
  evidence: evidence('NORTHWIND PAYROLL'),
}

/** Matches and reconciles; the balance is the plan's own and what the transactions did to it, and more where it is given. */
function brought(
  scenario: Scenario,
  transactions: readonly AccountTransaction[],
  date: string,
  more: Partial<ReconcileOptions> = {},
  other_cents = 0,
) {
  const matched: MatchedPayments = match(scenario, transactions, date, { covered_until: date })
  const amount_cents =
    scenario.planning_balance_cents +
    transactions.filter((one) => one.date >= scenario.start_date).reduce((sum, one) => sum + one.amount_cents, 0) +
    other_cents
  const result = reconcile(scenario, matched, { balance: { date, amount_cents }, transactions, ...more })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { ...result, matched, after: edited(scenario, result.edit), amount_cents }
}

const dueOf = (scenario: Scenario, today: string): number => {
  const projected = project(scenario, { today, until: '2026-04-01' })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return projected.projection.total_cents.at(-1)!
}

describe('bringing a plan to the bank’s balance', () => {
  it('settles what was paid, leaves open what was not, and takes the balance', () => {
    const { after, amount_cents } = brought(plan({ bills: [rent, phone] }), [paid(4, -95_000, 'HARBOUR PROPERTIES')], '2026-03-08')
    expect(after).toMatchObject({ start_date: '2026-03-08', planning_balance_cents: amount_cents })
    expect(after.bills.map(({ exceptions }) => exceptions)).toEqual([
      { '2026-03-03': { paid: [{ date: '2026-03-04', amount_cents: 95_000 }], rest: 'dropped' } },
      { '2026-03-05': { rest: 'open' } },
    ])
    expect(dueOf(after, '2026-03-08')).toBe(amount_cents - 2_000)
  })
  it('counts nothing twice that is paid on the day of the balance, and leaves what is due on it', () => {
    const { after, amount_cents } = brought(
      plan({ bills: [rent, { ...phone, due_date: '2026-03-03' }] }),
      [paid(3, -95_000, 'HARBOUR PROPERTIES')],
      '2026-03-03',
    )
    expect(dueOf(after, '2026-03-03')).toBe(amount_cents - 2_000)
  })
  it('is taken back by its inverse', () => {
    const before = plan({ bills: [rent, phone], incomes: [pay] })
    const { edit } = brought(before, [paid(4, -95_000, 'HARBOUR PROPERTIES')], '2026-03-08')
    const applied = applyEdit(before, edit!, at)
    if (!applied.ok) throw new Error('refused')
    expect(contentOf(edited(applied.scenario, applied.inverse))).toEqual(contentOf(before))
  })
  it('leaves the rest of what was paid in part', () => {
    const { after, amount_cents } = brought(plan({ bills: [rent] }), [paid(3, -60_000, 'HARBOUR PROPERTIES')], '2026-03-08')
    expect(after.bills[0]!.exceptions).toEqual({ '2026-03-03': { paid: [{ date: '2026-03-03', amount_cents: 60_000 }], rest: 'open' } })
    expect(dueOf(after, '2026-03-08')).toBe(amount_cents - 35_000)
  })
  it('skips what will not come', () => {
    const { after, amount_cents } = brought(plan({ bills: [phone] }), [], '2026-03-08', {
      dropped: [{ row: { collection: 'bills', id: phone.id }, scheduled_date: '2026-03-05' }],
    })
    expect(dueOf(after, '2026-03-08')).toBe(amount_cents)
  })
  it('carries the pots over as they were used and filled on the days it happened', () => {
    const scenario = plan({
      bills: [rent, phone],
      incomes: [pay],
      allocations: [
        { id: rowId(8), target: `bill:${rent.id}`, kind: 'fixed', value: 30_000, base: 'balance' },
        { id: rowId(9), target: `bill:${phone.id}`, kind: 'fixed', value: 1_500, base: 'income' },
      ],
    })
    const { after } = brought(scenario, [paid(4, -95_000, 'HARBOUR PROPERTIES'), paid(7, 250_000, 'NORTHWIND PAYROLL')], '2026-03-08')
    expect(after).toMatchObject({ balance_allocated: true, opening_pots: [{ target: `bill:${phone.id}`, amount_cents: 1_500 }] })
  })
  it('changes nothing when nothing is new', () => {
    const transactions = [paid(4, -95_000, 'HARBOUR PROPERTIES'), paid(6, -1_234, 'CORNER CAFE')]
    const { after, matched, amount_cents } = brought(plan({ bills: [rent] }), transactions, '2026-03-08')
    const [earlier, seen] = [matched.matches, transactions.map(({ id }) => id)]
    const again = match(after, transactions.toReversed(), '2026-03-08', { earlier, seen, covered_until: '2026-03-08' })
    expect(reconcile(after, again, { balance: { date: '2026-03-08', amount_cents }, transactions, seen })).toMatchObject({
      ok: true,
      edit: null,
      difference: null,
    })
  })
  it('changes and tells nothing of the same file again, also when everyday spending was planned from that day on since', () => {
    const shop = paid(8, -6_593, 'FRESHMART')
    const first = brought(plan({ bills: [rent] }), [paid(4, -95_000, 'HARBOUR PROPERTIES'), shop], '2026-03-08')
    const groceries = { id: rowId(4), name: 'Groceries', amount_cents: 1_520, due_date: '2026-03-08', schedule: weekly, spread: true }
    const planned = edited(first.after, { type: 'put_row', collection: 'bills', row: groceries })
    for (const more of [{ seen: [shop.id] }, { balance_has_first_day: true }]) {
      const balance = { date: '2026-03-08', amount_cents: first.amount_cents }
      const matched = match(planned, [shop], '2026-03-09', { covered_until: balance.date, ...more })
      const again = reconcile(planned, matched, { balance, transactions: [shop], ...more })
      expect(again).toMatchObject({ ok: true, edit: null, difference: null })
    }
  })
  it('takes what goes back weeks later off what was spent there, and counts no other money that comes in', () => {
    const groceries = { id: rowId(4), name: 'Groceries', amount_cents: 7_000, due_date: '2026-03-01', schedule: weekly, spread: true }
    const shop = paid(3, -6_000, 'LIDL 0042')
    const first = brought(plan({ bills: [groceries] }), [shop], '2026-03-08')
    const later = [shop, paid(18, 2_500, 'LIDL 0042'), paid(19, 900, 'REWE'), paid(20, 50_000, 'A FRIEND')]
    const { after } = brought(first.after, later, '2026-03-20', { seen: [shop.id] })
    expect(after.bills[0]!.exceptions['2026-03-01']!.paid).toEqual([{ date: '2026-03-03', amount_cents: 3_500 }])
    const others = Object.entries(after.bills[0]!.exceptions).flatMap(([date, { paid: parts = [] }]) =>
      date === '2026-03-01' ? [] : parts.map(({ amount_cents }) => amount_cents),
    )
    expect(others).toEqual([0, 0])
  })
  it('of an older balance takes the dates alone', () => {
    const scenario = plan({ bills: [rent] })
    const matched = match(scenario, [paid('2026-02-27', -95_000, 'HARBOUR PROPERTIES')], '2026-03-02')
    const result = reconcile(scenario, matched, { balance: { date: '2026-02-28', amount_cents: 1 }, transactions: [] })
    expect(result).toMatchObject({ ok: true, difference: null, edit: { type: 'set_dates', dates: { '2026-03-03': { rest: 'dropped' } } } })
  })
})

describe('why the balance is another one', () => {
  it('is told as amount, earlier or later, missing and unplanned, which sum to it', () => {
    const scenario = plan({ bills: [rent, phone], incomes: [pay] })
    const { difference, amount_cents } = brought(
      scenario,
      [paid(3, -97_000, 'HARBOUR PROPERTIES'), paid(8, 250_000, 'NORTHWIND PAYROLL'), paid(6, -1_234, 'CORNER CAFE')],
      '2026-03-09',
    )
    expect(difference).toMatchObject({
      planned_cents: 103_000,
      balance_cents: amount_cents,
      amount_cents: -2_000,
      earlier_or_later_cents: 250_000,
      missing_cents: 2_000,
      unplanned_cents: -1_234,
      untold_cents: 0,
    })
    expect(amount_cents - difference!.planned_cents).toBe(-2_000 + 250_000 + 2_000 - 1_234)
  })
  it('says what no transaction tells', () => {
    expect(brought(plan({}), [], '2026-03-09', {}, -500).difference).toMatchObject({ untold_cents: -500, items: [] })
  })
  it('counts what was paid before the plan began as earlier', () => {
    const { difference } = brought(plan({ bills: [rent] }), [paid('2026-02-27', -95_000, 'HARBOUR PROPERTIES')], '2026-03-08')
    expect(difference).toMatchObject({ earlier_or_later_cents: 95_000, untold_cents: 0, items: [{ kind: 'earlier', cents: 95_000 }] })
  })
  it('calls late what is a few days overdue, and missing what is more', () => {
    const kinds = (date: string) => brought(plan({ bills: [phone] }), [], date).difference!.items.map(({ kind }) => kind)
    expect(kinds('2026-03-07')).toEqual(['later'])
    expect(kinds('2026-03-09')).toEqual(['missing'])
  })
})

describe('a plan with further accounts', () => {
  const [card, savings] = [
    { id: rowId(6), name: 'Card', kind: 'card' as const, balance_cents: -10_000 },
    { id: rowId(7), name: 'Savings', kind: 'savings' as const, balance_cents: 50_000 },
  ]
  const put = {
    id: rowId(8),
    name: 'Put away',
    amount_cents: 20_000,
    due_date: '2026-03-04',
    schedule: monthly,
    from_account_id: null,
    to_account_id: savings.id,
  }
  const food = { ...phone, name: 'Telekom', account_id: card.id }
  const scenario = plan({ bills: [food], accounts: [card, savings], transfers: [put] })

  it('takes no transaction of the main account for a bill of the card, and the transfer for what it is', () => {
    const matched = match(scenario, [paid(5, -2_000, 'TELEKOM'), paid(4, -20_000, 'TO SAVER')], '2026-03-08')
    expect(matched.matches).toMatchObject([{ row: { collection: 'transfers', id: put.id }, paid_cents: 20_000 }])
    expect(matched.unplanned).toMatchObject([{ amount_cents: -2_000 }])
  })
  it('carries what is on them to the day of the balance', () => {
    const { after, difference } = brought(scenario, [paid(5, -20_000, 'TO SAVER')], '2026-03-08')
    expect(difference).toMatchObject({ untold_cents: 0, items: [] })
    expect(after.accounts.map(({ balance_cents }) => balance_cents)).toEqual([-12_000, 70_000])
    expect(after.transfers[0]!.exceptions).toEqual({
      '2026-03-04': { paid: [{ date: '2026-03-05', amount_cents: 20_000 }], rest: 'dropped' },
    })
  })
  it('leaves money where it is that was not moved', () => {
    const { after } = brought(scenario, [], '2026-03-08')
    expect(after.accounts.map(({ balance_cents }) => balance_cents)).toEqual([-12_000, 50_000])
    expect(after.transfers[0]!.exceptions).toEqual({ '2026-03-04': { rest: 'open' } })
  })
  it('tells the leg on the main account of what is another account’s', () => {
    const accounts = { CHECKING: null, SAVINGS: savings.id }
    const gift = {
      ...pay,
      name: 'Top up',
      amount_cents: 5_000,
      due_date: '2026-03-04',
      evidence: evidence('TOP UP'),
      account_id: savings.id,
    }
    const legs = [paid(4, 5_000, 'TOP UP', { account: 'SAVINGS' }), paid(4, -5_000, 'OUT', { account: 'CHECKING' })]
    const topped = plan({ incomes: [gift], accounts: [savings] })
    const matched = match(topped, legs, '2026-03-08', { accounts, covered_until: '2026-03-08' })
    expect(matched.matches).toMatchObject([{ account_id: savings.id, other_leg: legs[1]!.id }])
    const balance = { date: '2026-03-08', amount_cents: 195_000 }
    expect(reconcile(topped, matched, { balance, transactions: legs, accounts })).toMatchObject({
      difference: { unplanned_cents: -5_000, untold_cents: 0 },
    })
  })
})
