/** All amounts of a scenario at once. Minor units. */
import type { ChangeFromDate } from './dated-changes.ts'
import { eachException } from './exceptions.ts'
import type { Payment, Scenario } from './scenario.ts'

/** The scenario with every amount in it passed through a function; `what` names it for a person. Goals, pots, floors and single dates too. */
export function withAmounts(scenario: Scenario, amountOf: (amount_cents: number, what: string) => number): Scenario {
  const orNone = (amount: number | null, what: string): number | null => (amount === null ? null : amountOf(amount, what))
  const payment = <P extends Payment>(row: P): P => ({
    ...row,
    amount_cents: amountOf(row.amount_cents, row.name),
    amount_low_cents: orNone(row.amount_low_cents, row.name),
    amount_high_cents: orNone(row.amount_high_cents, row.name),
    exceptions: eachException(row.exceptions, (exception) => (exception.amount_cents === undefined ? exception : { ...exception, amount_cents: amountOf(exception.amount_cents, row.name) })),
    changes: row.changes.length > 0 ? row.changes.map((found) => change(found, row.name)) : row.changes,
  })
  const change = (found: ChangeFromDate, what: string): ChangeFromDate =>
    Object.fromEntries(Object.entries(found).map(([field, value]) => [field, typeof value === 'number' ? amountOf(value, what) : value])) as ChangeFromDate
  return {
    ...scenario,
    planning_balance_cents: amountOf(scenario.planning_balance_cents, 'the balance'),
    floor_cents: amountOf(scenario.floor_cents, 'the floor'),
    opening_pots: scenario.opening_pots.map((pot) => ({ ...pot, amount_cents: amountOf(pot.amount_cents, pot.target) })),
    bills: scenario.bills.map(payment),
    incomes: scenario.incomes.map(payment),
    allocations: scenario.allocations.map((row) => (row.kind === 'fixed' ? { ...row, value: amountOf(row.value, row.target) } : row)),
    goals: scenario.goals.map((goal) => ({ ...goal, target_cents: amountOf(goal.target_cents, goal.name) })),
  }
}
