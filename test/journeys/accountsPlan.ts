/** A household of several accounts: a card, a joint account, savings and a loan, and what goes between them. */
import type { GivenPlan } from './bringPlan.ts'

const id = (kind: number, n: number): string => `a0000000-0000-4000-8000-${String(kind * 100 + n).padStart(12, '0')}`
const monthly = { every: 1, unit: 'month' }

export const visa = id(5, 1)
export const joint = id(5, 2)
export const savings = id(5, 3)
export const loan = id(5, 4)

/** Starts on 1 January 2031 with $2,640 on the main account. */
export const accountsPlan: GivenPlan = {
  name: 'Household',
  planning_balance_cents: 264_000,
  start_date: '2031-01-01',
  currency_code: 'USD',
  floor_cents: 20_000,
  accounts: [
    {
      id: visa,
      name: 'Visa',
      kind: 'card',
      balance_cents: -41_260,
      floor_cents: -200_000,
      card: {
        closing_day: 3,
        due_day: 7,
        shift: null,
        paid_from_account_id: null,
        pays: 'statement',
        minimum_percent: 0,
        minimum_cents: 0,
        fixed_cents: 0,
        statement_cents: null,
      },
    },
    { id: joint, name: 'Joint account', kind: 'checking', balance_cents: 80_000, floor_cents: 0 },
    { id: savings, name: 'Savings', kind: 'savings', balance_cents: 500_000 },
    { id: loan, name: 'Car loan', kind: 'loan', balance_cents: -50_000 },
  ],
  bills: [
    { id: id(1, 1), name: 'Rent', amount_cents: 115_000, due_date: '2031-01-03', category: 'Home', schedule: monthly, account_id: joint },
    {
      id: id(1, 2),
      name: 'Groceries',
      amount_cents: 12_000,
      due_date: '2031-01-02',
      category: 'Food',
      schedule: { every: 1, unit: 'week' },
      account_id: visa,
    },
    { id: id(1, 3), name: 'Electricity', amount_cents: 8_400, due_date: '2031-01-10', category: 'Home', schedule: monthly },
  ],
  incomes: [
    { id: id(2, 1), name: 'Salary', amount_cents: 190_000, due_date: '2031-01-15', schedule: { every: 1, unit: 'month', on: [15, -1] } },
  ],
  transfers: [
    { id: id(6, 1), name: 'House money', amount_cents: 100_000, due_date: '2031-01-02', schedule: monthly, to_account_id: joint },
    { id: id(6, 2), name: 'Put by', amount_cents: 20_000, due_date: '2031-01-16', schedule: monthly, to_account_id: savings },
    {
      id: id(6, 3),
      name: 'Car instalment',
      amount_cents: 31_000,
      due_date: '2031-01-05',
      schedule: monthly,
      from_account_id: joint,
      to_account_id: loan,
    },
  ],
  allocations: [{ id: id(3, 1), target: 'savings:Holiday', kind: 'fixed', value: 10_000, base: 'income' }],
}
