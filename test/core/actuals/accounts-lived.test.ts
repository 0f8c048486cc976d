/** What other accounts have as a plan is brought to its bank: what was paid on that day counts from its end on, as the plan itself has it. */
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../bench/prediction/seeded.ts'
import { bringToBank } from '../../../core/actuals/bring-to-bank.ts'
import type { ToldBalance } from '../../../core/actuals/told-balances.ts'
import { addDays, dayOf } from '../../../core/calendar.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import { accountByDay } from '../../../core/projection/figures/accounts.ts'
import { movementsBetween } from '../../../core/projection/movements.ts'
import { project } from '../../../core/projection/project.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { ListInputs, Scenario } from '../../../core/scenario.ts'
import { edited, evidence, match, monthly, paid, plan, rowId, start_date } from './plans.ts'
import { leastSaid, seeded } from '../runs.ts'

const [savings, loan, visa] = [rowId(7), rowId(8), rowId(9)]
const accounts = { '': null }

function projected(scenario: Scenario, today: string, until: string): Projection {
  const result = project(scenario, { today, until })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.projection
}

/** The plan as the bank has it on a day; null: something is asked. */
function brought(
  scenario: Scenario,
  transactions: readonly AccountTransaction[],
  date: string,
  balances: readonly ToldBalance[] = [],
): Scenario | null {
  const matched = match(scenario, transactions, date, { accounts, covered_until: date })
  const amount_cents = scenario.planning_balance_cents + transactions.reduce((sum, one) => sum + one.amount_cents, 0)
  const result = bringToBank(scenario, matched, { balance: { date, amount_cents }, transactions, accounts, balances })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.asked.length > 0 ? null : edited(scenario, result.edit)
}

const row = (nth: number, name: string, amount_cents: number, due_date: string) => ({
  id: rowId(nth),
  name,
  amount_cents,
  due_date,
  schedule: monthly,
  evidence: evidence(name),
})

describe('what is paid on the day of the balance', () => {
  it('bears interest from that day on, whether the plan is brought to it or to a later one', () => {
    const scenario = plan({
      accounts: [{ id: savings, name: 'Savings', kind: 'savings', balance_cents: 0, interest: { rate_basis_points: 300 } }],
      transfers: [{ ...row(4, 'TO SAVINGS', 1_000_000, '2026-03-10'), schedule: null, from_account_id: null, to_account_id: savings }],
    })
    const end = (one: Scenario, today: string): number => projected(one, today, '2026-04-01').accounts[0]!.end_cents
    for (const date of ['2026-03-10', '2026-03-11', '2026-03-31']) {
      expect(end(brought(scenario, [paid(10, -1_000_000, 'TO SAVINGS')], date)!, date), date).toBe(end(scenario, start_date))
    }
  })
  it('reaches the account also where the plan stays on its day', () => {
    const scenario = plan({
      accounts: [{ id: savings, name: 'Savings', kind: 'savings', balance_cents: 5_000 }],
      transfers: [{ ...row(4, 'TO SAVINGS', 10_000, start_date), from_account_id: null, to_account_id: savings }],
    })
    expect(brought(scenario, [paid(1, -10_000, 'TO SAVINGS')], start_date)!.accounts[0]!.balance_cents).toBe(15_000)
  })
})

/** Savings and debts that bear interest, and what passes between them and the main account. */
function plans(seed: number): Scenario {
  const chance = chanceOf(seed)
  const day = (): string => addDays(start_date, chance.whole(0, 30))
  const interest = (most: number) => (chance.happens(0.8) ? { rate_basis_points: chance.whole(1, most) } : null)
  const cents = (most: number): number => chance.whole(0, most) * 100 + chance.whole(0, 99)
  const card = {
    closing_day: chance.whole(1, 31),
    due_day: chance.whole(1, 31),
    shift: null,
    paid_from_account_id: null,
    pays: chance.oneOf(['statement', 'minimum', 'fixed'] as const),
    minimum_percent: 5,
    minimum_cents: 1_000,
    fixed_cents: 4_000,
    statement_cents: null,
  }
  const lists: ListInputs = {
    accounts: [
      { id: savings, name: 'Savings', kind: 'savings', balance_cents: cents(5_000), interest: interest(900) },
      { id: loan, name: 'Car loan', kind: 'loan', balance_cents: -cents(3_000), interest: interest(900) },
      { id: visa, name: 'Visa', kind: 'card', balance_cents: -cents(900), interest: interest(2_000), card },
    ],
    transfers: [
      { ...row(1, 'SAVINGS ORDER', cents(900) + 1, day()), from_account_id: null, to_account_id: savings },
      { ...row(2, 'AUTOBANK LOAN', cents(300) + 1, day()), from_account_id: null, to_account_id: loan },
      { ...row(3, 'CARD TOPUP', cents(90) + 1, day()), from_account_id: null, to_account_id: visa },
    ].filter(() => chance.happens(0.8)),
    bills: [
      row(4, 'CITY WATER', 6_100, day()),
      { ...row(5, 'STREAMING', cents(40) + 1, day()), account_id: chance.oneOf([savings, visa]) },
    ],
    incomes: [row(6, 'NORTHWIND PAYROLL', 250_000, day())],
    allocations: chance.happens(0.4)
      ? [{ id: rowId(5), target: `account:${chance.oneOf([savings, loan, visa])}`, kind: 'fixed', value: cents(90) + 1, base: 'income' }]
      : [],
  }
  return plan(lists, { planning_balance_cents: 1_000_000 })
}

/** What comes of bills and paydays of the main account and of transfers; and whether a card is paid from it on the last day. */
function asPlanned(projection: Projection, date: string): { transactions: AccountTransaction[]; isCardPaid: boolean } {
  const moved = movementsBetween(projection, start_date, addDays(date, 1))
  const transactions = moved.flatMap(({ kind, date: on, name, available_cents, pot_cents }) =>
    kind === 'balance' || available_cents + pot_cents === 0
      ? []
      : [paid(on, available_cents + pot_cents, kind === 'card_payment' ? 'VISA PAYMENT THANK YOU' : name)],
  )
  return { transactions, isCardPaid: moved.some((one) => one.kind === 'card_payment' && one.date === date) }
}

describe('over plans with savings, loans and cards that bear interest', () => {
  it('goes on day by day as the plan did, to the cent, on whichever day it is brought to the bank', () => {
    let count = 0
    for (let seed = 1; seed <= seeded(80); seed += 1) {
      const scenario = plans(seed)
      const chance = chanceOf(seed + 1_000_000)
      const dates = [
        ...scenario.transfers.map(({ due_date }) => due_date!),
        addDays(start_date, chance.whole(0, 90)),
        '2026-03-31',
        '2026-04-01',
      ]
      const date = chance.oneOf(dates)
      const { transactions, isCardPaid } = asPlanned(projected(scenario, start_date, addDays(date, 1)), date)
      const after = isCardPaid ? null : brought(scenario, transactions, date)
      if (after === null) continue
      count += 1
      const until = addDays(date, 100)
      const [was, is] = [projected(scenario, date, until), projected(after, date, until)]
      for (const { id, name } of scenario.accounts)
        expect([...accountByDay(is, id)!], `seed ${seed} ${date} ${name}`).toEqual(
          [...accountByDay(was, id)!].slice(was.day_count - is.day_count),
        )
    }
    expect(count).toBeGreaterThan(50 * leastSaid)
  })
  it('goes on so from what the bank says is on savings and loans on days before, whatever the plan had on them', () => {
    let [count, between] = [0, 0]
    for (let seed = 1; seed <= seeded(80); seed += 1) {
      const truly = plans(seed)
      const chance = chanceOf(seed + 2_000_000)
      const date = addDays(start_date, chance.whole(2, 90))
      const { transactions, isCardPaid } = asPlanned(projected(truly, start_date, addDays(date, 1)), date)
      const was = projected(truly, date, addDays(date, 100))
      const days = truly.accounts.flatMap(({ id, kind }) =>
        kind === 'card' ? [] : [{ account_id: id, day: chance.whole(0, Math.min(60, dayOf(date)! - dayOf(start_date)! - 1)) }],
      )
      const balances = days.map(({ account_id, day }) => ({
        account_id,
        date: addDays(start_date, day),
        amount_cents: accountByDay(was, account_id)![day]!,
      }))
      // What bears interest by the day has what accrued before by what the plan had.
      const wrong = truly.accounts.map((account) =>
        account.kind === 'card' || account.interest ? account : { ...account, balance_cents: account.balance_cents - 70_000 },
      )
      const after = isCardPaid ? null : brought({ ...truly, accounts: wrong }, transactions, date, balances)
      if (after === null) continue
      count += 1
      const is = projected(after, date, addDays(date, 100))
      for (const { account_id, day } of days) {
        const all = [...accountByDay(was, account_id)!]
        if (all[day] !== all[was.day_count - is.day_count - 1]) between += 1
        expect([...accountByDay(is, account_id)!], `seed ${seed} ${date} ${account_id}`).toEqual(all.slice(was.day_count - is.day_count))
      }
    }
    expect(count).toBeGreaterThan(50 * leastSaid)
    expect(between).toBeGreaterThan(40 * leastSaid)
  })
})
