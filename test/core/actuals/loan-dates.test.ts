/** Payments of loans are held against the bank at what the loan takes: its last one at what is left, none once it is paid off. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { datesFor } from '../../../core/actuals/answers.ts'
import { bringToBank, type Brought } from '../../../core/actuals/bring-to-bank.ts'
import { planDates } from '../../../core/actuals/plan-dates.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import { paymentsAhead } from '../../../core/payments/payments-ahead.ts'
import { carriedTo, fellDue } from '../../../core/payments/roll-forward.ts'
import { settle } from '../../../core/payments/settling.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { accountByDay } from '../../../core/projection/figures/accounts.ts'
import { movementsBetween } from '../../../core/projection/movements.ts'
import { project } from '../../../core/projection/project.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { ListInputs, Scenario } from '../../../core/scenario.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, start_date, weekly } from './plans.ts'
import { leastSaid, seeded } from '../runs.ts'

const [main, car, boat] = ['', rowId(8), rowId(9)]
const accounts = { [main]: null }
const loanOf = (balance_cents: number) =>
  plan({ accounts: [{ id: car, name: 'Car loan', kind: 'loan', balance_cents }], transfers: [payment] })
const payment = {
  id: rowId(4),
  name: 'AUTOBANK LOAN',
  amount_cents: 30_000,
  due_date: '2026-03-02',
  schedule: monthly,
  from_account_id: null,
  to_account_id: car,
  evidence: evidence('AUTOBANK LOAN'),
}

function projected(scenario: Scenario, today: string, until: string): Projection {
  const result = project(scenario, { today, until })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.projection
}

type Told = Extract<Brought, { ok: true }> & { after: Scenario }

function brought(scenario: Scenario, transactions: readonly AccountTransaction[], date: string): Told {
  const matched = match(scenario, transactions, date, { accounts, covered_until: date })
  const amount_cents = scenario.planning_balance_cents + transactions.reduce((sum, one) => sum + one.amount_cents, 0)
  const result = bringToBank(scenario, matched, { balance: { date, amount_cents }, transactions, accounts })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { ...result, after: edited(scenario, result.edit) }
}

const nothing = {
  amount_cents: 0,
  earlier_or_later_cents: 0,
  missing_cents: 0,
  unplanned_cents: 0,
  untold_cents: 0,
  waiting_cents: 0,
  items: [],
}

describe('a loan’s payments against the bank', () => {
  it('takes the last payment for what is left', () => {
    const transactions = [paid('2026-03-02', -30_000, 'AUTOBANK LOAN'), paid('2026-04-02', -20_900, 'AUTOBANK LOAN')]
    const { asked, difference, after } = brought(loanOf(-50_900), transactions, '2026-04-10')
    expect(asked).toEqual([])
    expect(difference).toMatchObject(nothing)
    expect(after.accounts[0]!.balance_cents).toBe(0)
  })
  it('misses what is left where it has not come', () => {
    const { difference } = brought(loanOf(-50_900), [paid('2026-03-02', -30_000, 'AUTOBANK LOAN')], '2026-04-10')
    expect(difference).toMatchObject({ missing_cents: 20_900, untold_cents: 0 })
  })
  it('misses nothing of a loan that is paid off', () => {
    const { difference, after } = brought(loanOf(-30_000), [paid('2026-03-02', -30_000, 'AUTOBANK LOAN')], '2026-05-10')
    expect(difference).toMatchObject(nothing)
    expect(after.transfers[0]!.exceptions).toEqual({
      '2026-03-02': { paid: [{ date: '2026-03-02', amount_cents: 30_000 }], rest: 'dropped' },
    })
  })
  it('knows a last payment again that was said to be made before the bank told of it', () => {
    const scenario = loanOf(-20_900)
    const [due] = paymentsAhead(projected(scenario, start_date, '2026-05-01'), start_date, '2026-05-01')
    const settled = settle(scenario, due!, false)
    if (!settled.ok) throw new Error('refused')
    const said = edited(scenario, settled.edit)
    expect(said).toMatchObject({ planning_balance_cents: 179_100, accounts: [{ balance_cents: 0 }] })
    const transactions = [paid('2026-03-02', -20_900, 'AUTOBANK LOAN')]
    const matched = match(said, transactions, '2026-03-10', { accounts, covered_until: '2026-03-10' })
    expect(matched.matches).toMatchObject([{ state: 'settled', amount_cents: 20_900, paid_cents: 20_900, sure: true }])
    const balance = { date: '2026-03-10', amount_cents: 179_100 }
    expect(bringToBank(said, matched, { balance, transactions, accounts })).toMatchObject({ asked: [], difference: nothing })
  })
  it('is offered, as what a payment may be of, at what is taken of it by today', () => {
    const march = { '2026-03-02': { paid: [{ date: '2026-03-02', amount_cents: 10_000 }] } }
    const scenario = plan({
      accounts: [{ id: car, name: 'Car loan', kind: 'loan', balance_cents: -40_000 }],
      transfers: [{ ...payment, exceptions: march }],
    })
    const offered = (today: string): [string, number][] =>
      datesFor(scenario, { date: '2026-04-02', account_id: null, amount_cents: -30_000 }, null, [], today)
        .map(({ scheduled_date, amount_cents }): [string, number] => [scheduled_date, amount_cents])
        .sort()
    const matched = (today: string): [string, number][] =>
      planDates(scenario, dayOf('2026-02-20')!, dayOf('2026-05-01')!, today).map((one) => [one.scheduled_date, one.amount_cents])
    expect(offered('2026-03-01')).toEqual(matched('2026-03-01'))
    expect(offered('2026-04-10')).toEqual(matched('2026-04-10'))
    expect(offered('2026-04-10')).not.toEqual(offered('2026-03-01'))
  })
  it('is listed at what fell due, where the plan is brought to today without a bank', () => {
    expect(fellDue(loanOf(-50_900), '2026-05-10').map(({ date, amount_cents }) => [date, amount_cents])).toEqual([
      ['2026-03-02', 30_000],
      ['2026-04-02', 20_900],
    ])
  })
})

/** One or two loans that are soon paid off, by their own payments, a second one, or a rule; beside other bills. */
function owing(seed: number): Scenario {
  const chance = chanceOf(seed)
  const day = (): string => addDays(start_date, chance.whole(0, 27))
  const loans = [car, boat].slice(0, chance.whole(1, 2))
  const names = ['AUTOBANK LOAN', 'SEASIDE CREDIT', 'EXTRA REPAYMENT']
  const payerOf = (name: string, nth: number) => ({
    id: rowId(nth + 1),
    name,
    amount_cents: chance.whole(50, 400) * 100,
    due_date: day(),
    schedule: chance.happens(0.2) ? weekly : monthly,
    from_account_id: null,
    to_account_id: nth === 2 ? chance.oneOf(loans) : loans[nth]!,
    evidence: evidence(name),
  })
  const lists: ListInputs = {
    accounts: loans.map((id, nth) => ({
      id,
      name: `Loan ${nth}`,
      kind: 'loan' as const,
      balance_cents: -chance.whole(1, 1_000) * 100 - chance.whole(0, 99),
      interest: chance.happens(0.5) ? { rate_basis_points: chance.whole(1, 900) } : null,
    })),
    transfers: names
      .slice(0, chance.happens(0.4) ? 3 : loans.length)
      .flatMap((name, nth) => (nth === 1 && loans.length === 1 ? [] : [payerOf(name, nth)])),
    bills: [
      { id: rowId(6), name: 'CITY WATER', amount_cents: 6_100, due_date: day(), schedule: monthly, evidence: evidence('CITY WATER') },
    ],
    incomes: [
      {
        id: rowId(7),
        name: 'NORTHWIND PAYROLL',
        amount_cents: 250_000,
        due_date: day(),
        schedule: monthly,
        evidence: evidence('NORTHWIND PAYROLL'),
      },
    ],
    allocations: chance.happens(0.3)
      ? [{ id: rowId(5), target: `account:${chance.oneOf(loans)}`, kind: 'fixed', value: chance.whole(10, 90) * 100, base: 'income' }]
      : [],
  }
  return plan(lists, { planning_balance_cents: 1_000_000 })
}

/** What the bank has where all comes as it is planned. */
const asPlanned = (projection: Projection, until: string): AccountTransaction[] =>
  movementsBetween(projection, start_date, until).flatMap(({ kind, date, name, available_cents, pot_cents }) =>
    kind === 'balance' || available_cents + pot_cents === 0 ? [] : [paid(date, available_cents + pot_cents, name)],
  )

const days_ahead = 70
const seeds = seeded(80)

describe('over plans whose loans are soon paid off', () => {
  it('says of each date what the projection moves on it', () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const scenario = owing(seed)
      const until = addDays(start_date, 150)
      const projection = projected(scenario, start_date, until)
      const dates = planDates(scenario, dayOf(start_date)!, dayOf(until)!).map((date) => `${date.date} ${date.row.id} ${date.amount_cents}`)
      const ahead = paymentsAhead(projection, start_date, until).map((one) => `${one.date} ${one.id} ${one.amount_cents}`)
      expect(dates.sort(), `seed ${seed}`).toEqual(ahead.sort())
      const moved = movementsBetween(projection, start_date, until).filter(({ kind }) => kind === 'transfer')
      expect(ahead.filter((one) => scenario.transfers.some(({ id }) => one.includes(id))).length, `seed ${seed}`).toBe(moved.length)
    }
  })
  it('differs by nothing where the bank has what was planned, and goes on as it did', () => {
    let paid_off = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      const scenario = owing(seed)
      const date = addDays(start_date, chanceOf(seed + 1_000_000).whole(10, 110))
      const until = addDays(date, days_ahead)
      const transactions = asPlanned(projected(scenario, start_date, addDays(date, 1)), addDays(date, 1))
      const { asked, difference, after } = brought(scenario, transactions, date)
      // Two of one payee and amount, or a last payment of next to nothing, may need a word; nothing of it is told wrong.
      expect(difference, `seed ${seed}`).toMatchObject(asked.length === 0 ? nothing : { untold_cents: 0, missing_cents: 0 })
      if (asked.length > 0) continue
      const [was, is] = [projected(scenario, date, until), projected(after, date, until)]
      const off = was.day_count - is.day_count
      paid_off += scenario.accounts.filter(({ id }) => accountByDay(was, id)!.at(-1) === 0).length
      expect([...is.total_cents], `seed ${seed}`).toEqual([...was.total_cents].slice(off))
      for (const { id } of scenario.accounts)
        expect([...accountByDay(is, id)!], `seed ${seed}`).toEqual([...accountByDay(was, id)!].slice(off))
    }
    expect(paid_off).toBeGreaterThan(40 * leastSaid)
  })
  it('lists what fell due by what left the account', () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const scenario = { ...owing(seed), allocations: [] }
      const today = addDays(start_date, chanceOf(seed + 2_000_000).whole(1, 110))
      const carried = carriedTo(scenario, today, [])
      if (!carried.ok) throw new Error('refused')
      const left = fellDue(scenario, today).reduce((sum, one) => sum + (one.collection === 'incomes' ? 1 : -1) * one.amount_cents, 0)
      expect(scenario.planning_balance_cents + left, `seed ${seed}`).toBe(carried.planning_balance_cents)
    }
  })
})
