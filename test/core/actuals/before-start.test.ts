/** What was paid before the plan begins is in what it says of its accounts, and is counted no second time. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { reconcile } from '../../../core/actuals/reconcile.ts'
import { addDays } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { ListInputs, Scenario } from '../../../core/scenario.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, start_date } from './plans.ts'
import { seeded } from '../runs.ts'

const joint = { id: rowId(7), name: 'Joint', kind: 'checking' as const, balance_cents: 100_000 }
const savings = { id: rowId(8), name: 'Savings', kind: 'savings' as const, balance_cents: 100_000 }
const linked = { '': null, j: joint.id, s: savings.id }

/** What is on the accounts once a plan has been brought to a day; all that is found is taken to be so. */
function onAccounts(scenario: Scenario, transactions: readonly AccountTransaction[], date = '2026-03-08', accounts = linked as object) {
  const of = accounts as Record<string, string | null>
  const matched = match(scenario, transactions, date, { accounts: of, covered_until: date })
  const brought = reconcile(scenario, matched, { balance: { date, amount_cents: 200_000 }, transactions, accounts: of })
  if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
  const after = edited(scenario, brought.edit)
  return { matched, after, cents: Object.fromEntries(after.accounts.map(({ name, balance_cents }) => [name, balance_cents])) }
}

describe('a payment before the plan begins', () => {
  const rent = {
    id: rowId(1),
    name: 'Rent',
    amount_cents: 50_000,
    due_date: '2026-03-02',
    account_id: joint.id,
    evidence: evidence('Rent'),
  }
  const saving = {
    id: rowId(2),
    name: 'To savings',
    amount_cents: 20_000,
    due_date: start_date,
    schedule: monthly,
    from_account_id: null,
    to_account_id: savings.id,
    evidence: evidence('To savings'),
  }

  it.each([
    ['2026-02-27', 100_000],
    [start_date, 50_000],
    ['2026-03-02', 50_000],
  ])('on another account (%s) leaves what is on it, and settles its date', (day, cents) => {
    const { after, cents: on } = onAccounts(plan({ accounts: [joint], bills: [rent] }), [paid(day, -50_000, 'Rent', { account: 'j' })])
    expect(on).toEqual({ Joint: cents })
    expect(after.bills[0]!.exceptions['2026-03-02']).toEqual({ paid: [{ date: day, amount_cents: 50_000 }], rest: 'dropped' })
  })

  it.each([
    ['2026-02-27', '2026-03-08', 100_000],
    ['2026-02-27', '2026-02-28', 100_000],
    ['2026-03-02', '2026-03-08', 120_000],
  ])('to another account (%s) is in what that has, whatever day the bank’s balance is of (%s)', (day, balance, cents) => {
    const scenario = plan({ accounts: [savings], transfers: [saving] })
    expect(onAccounts(scenario, [paid(day, -20_000, 'To savings')], balance, { '': null }).cents).toEqual({ Savings: cents })
  })

  it('that arrives after the plan has begun is on the account where it arrives, and gone from the one that it left', () => {
    const legs = (from: string) => [
      paid('2026-02-27', -20_000, 'To savings', { account: from }),
      paid(2, 20_000, 'To savings', { account: 's' }),
    ]
    expect(onAccounts(plan({ accounts: [savings], transfers: [saving] }), legs('')).cents).toEqual({ Savings: 120_000 })
    const both = plan({ accounts: [joint, savings], transfers: [{ ...saving, from_account_id: joint.id }] })
    expect(onAccounts(both, legs('j')).cents).toEqual({ Joint: 100_000, Savings: 120_000 })
  })

  it('counts where its date was open and carried to the start date, since no balance has it', () => {
    const carried = { ...rent, due_date: '2026-02-25', schedule: monthly, exceptions: { '2026-02-25': { rest: 'open' as const } } }
    const { matched, cents } = onAccounts(plan({ accounts: [joint], bills: [carried] }), [
      paid('2026-02-27', -50_000, 'Rent', { account: 'j' }),
    ])
    expect(matched.matches).toMatchObject([{ scheduled_date: '2026-02-25', state: 'open' }])
    expect(cents).toEqual({ Joint: 50_000 })
  })
})

describe('generated plans with payments about their first day', () => {
  it.each(Array.from({ length: seeded(80) }, (_, nth) => 900 + nth))('have on each account what came and went since (seed %i)', (seed) => {
    const chance = chanceOf(seed)
    const end = addDays(start_date, chance.whole(8, 25))
    const row = (nth: number, name: string, more: object) => ({
      id: rowId(nth),
      name,
      amount_cents: chance.whole(1_000, 60_000),
      due_date: addDays(start_date, chance.whole(1, 9)),
      schedule: chance.happens(0.5) ? monthly : null,
      evidence: evidence(name),
      ...more,
    })
    const scenario = plan({
      accounts: [joint, savings],
      bills: [row(1, 'Rent', { account_id: joint.id }), row(2, 'Internet', { account_id: joint.id })],
      incomes: [row(3, 'Salary', { account_id: chance.oneOf([joint.id, savings.id]) })],
      transfers: [row(4, 'Monthly saving', { from_account_id: chance.oneOf([null, joint.id]), to_account_id: savings.id })],
    } as unknown as ListInputs)
    const bankOf = (id: string | null) => ({ account: Object.entries(linked).find(([, of]) => of === id)![0] })
    const near = (date: string) => addDays(date, chance.whole(-5, 2))
    const transactions = [
      ...[...scenario.bills, ...scenario.incomes].map((one) =>
        paid(near(one.due_date!), (one.id === rowId(3) ? 1 : -1) * one.amount_cents, one.name, bankOf(one.account_id)),
      ),
      ...scenario.transfers.flatMap((one) => {
        const left = near(one.due_date!)
        const came = paid(addDays(left, chance.whole(0, 3)), one.amount_cents, one.name, bankOf(one.to_account_id))
        return [paid(left, 0 - one.amount_cents, one.name, bankOf(one.from_account_id)), ...(chance.happens(0.7) ? [came] : [])]
      }),
    ].filter(({ date }) => date < end)
    const { matched, cents } = onAccounts(scenario, transactions, end)
    const known = new Set(matched.matches.flatMap((one) => [...one.transactions, one.other_leg ?? '']))
    for (const { id, name, balance_cents } of scenario.accounts) {
      const own = transactions.filter((one) => linked[one.account as keyof typeof linked] === id && known.has(one.id))
      // Where the bank tells nothing of how a transfer arrived, it did as it left.
      const silent = matched.matches.filter(
        ({ row: { collection }, other_leg }) => id === savings.id && collection === 'transfers' && other_leg === null,
      )
      const since = [
        ...own.map(({ date, amount_cents }) => ({ date, cents: amount_cents })),
        ...silent.map((one) => ({ date: one.paid_on, cents: one.paid_cents })),
      ]
      const moved = since.filter(({ date }) => date >= start_date).reduce((sum, one) => sum + one.cents, 0)
      expect(cents[name], name).toBe(balance_cents + moved)
    }
  })
})
