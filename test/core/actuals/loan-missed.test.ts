/** A loan is left at what was really paid: what has not come of it is neither paid nor lost, also once the plan would have paid it off. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { bringToBank } from '../../../core/actuals/bring-to-bank.ts'
import { addDays } from '../../../core/calendar.ts'
import { carriedTo, fellDue, rollForward, type OpenDate } from '../../../core/payments/roll-forward.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { movementsBetween } from '../../../core/projection/movements.ts'
import { project } from '../../../core/projection/project.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, start_date, weekly } from './plans.ts'
import { leastSaid, seeded } from '../runs.ts'

const [main, car, savings] = ['', rowId(8), rowId(9)]
const accounts = { [main]: null }
const payment = {
  id: rowId(4),
  name: 'AUTOBANK LOAN',
  amount_cents: 30_000,
  due_date: '2026-03-02',
  schedule: monthly,
  from_account_id: null as string | null,
  to_account_id: car,
  evidence: evidence('AUTOBANK LOAN'),
}
const loan = { id: car, name: 'Car loan', kind: 'loan' as const, balance_cents: -50_000 }
const owing = plan({ accounts: [loan], transfers: [payment] })

/** The plan brought to what the bank has on a day, with what is asked. */
function brought(scenario: Scenario, transactions: readonly AccountTransaction[], date: string) {
  const matched = match(scenario, transactions, date, { accounts, covered_until: date })
  const amount_cents = scenario.planning_balance_cents + transactions.reduce((sum, one) => sum + one.amount_cents, 0)
  const result = bringToBank(scenario, matched, { balance: { date, amount_cents }, transactions, accounts })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { ...result, after: edited(scenario, result.edit) }
}

/** On hand and owed by the plan itself, and the plan rolled to the day. */
function rolled(scenario: Scenario, today: string, open: readonly OpenDate[]) {
  const carried = carriedTo(scenario, today, open)
  if (!carried.ok) throw new Error(JSON.stringify(carried.problems))
  const { planning_balance_cents, accounts: then } = carried
  const result = rollForward(scenario, { today, planning_balance_cents, open, divides_anew: false })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { planning_balance_cents, loan_cents: then[0]!.balance_cents, after: edited(scenario, result.edit) }
}

describe('payments of a loan that have not come', () => {
  it.each([
    ['none', [], -50_000],
    ['the first', [paid('2026-03-02', -30_000, 'AUTOBANK LOAN')], -20_000],
  ])('is owed as before where %s came, months after the plan would have paid it off', (_which, transactions, owed) => {
    const { after, difference } = brought(owing, transactions, '2026-06-10')
    expect(after.accounts[0]!.balance_cents).toBe(owed)
    expect(difference).toMatchObject({ missing_cents: 0 - owed, untold_cents: 0 })
  })
  it('is owed as before where the plan is rolled forward and they are open', () => {
    const due = fellDue(owing, '2026-06-10')
    expect(rolled(owing, '2026-06-10', due)).toMatchObject({ planning_balance_cents: 200_000, loan_cents: -50_000 })
    const last = rolled(owing, '2026-06-10', due.slice(1))
    expect(last).toMatchObject({ planning_balance_cents: 170_000, loan_cents: -20_000 })
    expect(last.after.accounts[0]!.balance_cents).toBe(-20_000)
    const first = rolled(owing, '2026-06-10', due.slice(0, 1))
    expect(first).toMatchObject({ planning_balance_cents: 180_000, loan_cents: -30_000 })
  })
  it('takes as planned what comes from an account whose transactions are not known', () => {
    const own = { id: savings, name: 'Savings', kind: 'savings' as const, balance_cents: 90_000 }
    const other = { ...payment, id: rowId(3), name: 'EXTRA REPAYMENT', due_date: '2026-03-12', from_account_id: savings }
    const scenario = plan({ accounts: [loan, own], transfers: [payment, other] })
    const { after } = brought(scenario, [], '2026-06-10')
    expect(after.accounts.map(({ balance_cents }) => balance_cents)).toEqual([-30_000, 70_000])
  })
})

/** A loan without interest that one or two transfers pay off soon, some of them once, some with a rest that is open. */
function soonPaid(seed: number): Scenario {
  const chance = chanceOf(seed)
  const balance_cents = -chance.whole(200, 1_500) * 100
  const transfers = ['AUTOBANK LOAN', 'EXTRA REPAYMENT'].slice(0, chance.whole(1, 2)).map((name, nth) => ({
    ...payment,
    id: rowId(nth + 4),
    name,
    amount_cents: chance.whole(100, 400) * 100 + nth,
    due_date: addDays(start_date, chance.whole(1, 27)),
    schedule: nth === 0 ? monthly : chance.oneOf([monthly, weekly, null]),
    evidence: evidence(name),
  }))
  return plan({ accounts: [{ ...loan, balance_cents }], transfers }, { planning_balance_cents: 1_000_000 })
}

const seeds = seeded(80)

describe('over plans whose loan is soon paid off', () => {
  it('leaves the loan at what the bank has paid of it', () => {
    let missed = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      const [scenario, chance] = [soonPaid(seed), chanceOf(seed + 1_000_000)]
      const date = addDays(start_date, chance.whole(30, 150))
      const until = addDays(date, 1)
      const projected = project(scenario, { today: date, until })
      if (!projected.ok) throw new Error('refused')
      const came = movementsBetween(projected.projection, start_date, until).filter(({ kind }) => kind === 'transfer')
      const transactions = came.flatMap((one) => (chance.happens(0.3) ? [] : [paid(one.date, one.available_cents, one.name)]))
      const { asked, difference, after } = brought(scenario, transactions, date)
      expect(difference, `seed ${seed}`).toMatchObject({ untold_cents: 0 })
      if (asked.length > 0 || difference!.unplanned_cents !== 0) continue
      missed += came.length - transactions.length
      const paid_cents = transactions.reduce((sum, one) => sum - one.amount_cents, 0)
      expect(after.accounts[0]!.balance_cents, `seed ${seed}`).toBe(scenario.accounts[0]!.balance_cents + paid_cents)
    }
    expect(missed).toBeGreaterThan(40 * leastSaid)
  })
  it('rolls forward what was paid of those that are listed, and nothing else', () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const [scenario, chance] = [soonPaid(seed), chanceOf(seed + 2_000_000)]
      const today = addDays(start_date, chance.whole(30, 150))
      const due = fellDue(scenario, today)
      const open = due.filter(() => chance.happens(0.4))
      const paid_cents = due.reduce((sum: number, one: DatedPayment) => sum + (open.includes(one) ? 0 : one.amount_cents), 0)
      const owed_cents = scenario.accounts[0]!.balance_cents + paid_cents
      const { planning_balance_cents, loan_cents, after } = rolled(scenario, today, open)
      expect([planning_balance_cents, loan_cents], `seed ${seed}`).toEqual([1_000_000 - paid_cents, owed_cents])
      expect(after.accounts[0]!.balance_cents, `seed ${seed}`).toBe(owed_cents)
    }
  })
})

/** The same with interest and a rest that is open, of its first date or the second. */
function withRest(seed: number): Scenario {
  const [scenario, chance] = [soonPaid(seed), chanceOf(seed + 3_000_000)]
  const [first, ...others] = scenario.transfers
  const date = chance.happens(0.5) ? first!.due_date! : first!.due_date!.replace('-03-', '-04-')
  const paid_before = { date: start_date, amount_cents: Math.ceil(first!.amount_cents / chance.whole(2, 4)) }
  const said = chance.happens(0.3) ? { rest: 'open' as const } : { paid: [paid_before], rest: 'open' as const }
  const owed = scenario.accounts.map((one) => ({ ...one, interest: chance.happens(0.5) ? { rate_basis_points: 900 } : null }))
  return plan(
    { accounts: owed, transfers: [{ ...first!, exceptions: { [date]: said } }, ...others] },
    { planning_balance_cents: 1_000_000 },
  )
}

describe('over plans of which a rest is open', () => {
  it('sums to the bank, whatever came', () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const [scenario, chance] = [withRest(seed), chanceOf(seed + 1_000_000)]
      const date = addDays(start_date, chance.whole(30, 110))
      const projected = project(scenario, { today: date, until: addDays(date, 1) })
      if (!projected.ok) throw new Error('refused')
      const came = movementsBetween(projected.projection, start_date, addDays(date, 1)).filter(({ kind }) => kind === 'transfer')
      for (const misses of [0, 0.3]) {
        const transactions = came.flatMap((one) => (chance.happens(misses) ? [] : [paid(one.date, one.available_cents, one.name)]))
        expect(brought(scenario, transactions, date).difference, `seed ${seed}`).toMatchObject({ untold_cents: 0 })
      }
    }
  })
  it('lists what fell due by what the plan takes', () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const scenario = withRest(seed)
      const today = addDays(start_date, chanceOf(seed + 2_000_000).whole(1, 110))
      const due_cents = fellDue(scenario, today).reduce((sum, one) => sum + one.amount_cents, 0)
      expect(rolled(scenario, today, []).planning_balance_cents, `seed ${seed}`).toBe(1_000_000 - due_cents)
    }
  })
  it('has what is left on the day there is: the dates in between are taken before it', () => {
    const exceptions = { '2026-03-02': { paid: [{ date: '2026-02-28', amount_cents: 10_000 }], rest: 'open' as const } }
    const scenario = plan({ accounts: [loan], transfers: [{ ...payment, exceptions }] })
    expect(fellDue(scenario, '2026-05-10').map(({ date, amount_cents }) => [date, amount_cents])).toEqual([
      ['2026-04-02', 30_000],
      ['2026-05-02', 20_000],
    ])
    const transactions = [paid('2026-04-02', -30_000, 'AUTOBANK LOAN'), paid('2026-05-02', -20_000, 'AUTOBANK LOAN')]
    const { asked, difference, after } = brought(scenario, transactions, '2026-05-10')
    expect(asked).toEqual([])
    expect(difference).toMatchObject({ missing_cents: 0, unplanned_cents: 0, untold_cents: 0, items: [] })
    expect(after.accounts[0]!.balance_cents).toBe(0)
  })
})
