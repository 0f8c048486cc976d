/** All amounts of a scenario at once. Minor units. */
import { sumOf } from './money.ts'
import type { Bill, Payment, Scenario } from './scenario.ts'

/** The scenario with every amount in it passed through a function; `what` names it for a person. Goals, pots, floors and schedules too. */
export function withAmounts(scenario: Scenario, amountOf: (amount_cents: number, what: string) => number): Scenario {
  const orNone = (amount: number | null, what: string): number | null => (amount === null ? null : amountOf(amount, what))
  const payment = <P extends Payment>(row: P): P => ({
    ...row,
    amount_cents: amountOf(row.amount_cents, row.name),
    amount_low_cents: orNone(row.amount_low_cents, row.name),
    amount_high_cents: orNone(row.amount_high_cents, row.name),
    schedule: row.schedule?.amounts
      ? { ...row.schedule, amounts: Object.fromEntries(Object.entries(row.schedule.amounts).map(([date, amount]) => [date, amountOf(amount, row.name)])) }
      : row.schedule,
  })
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

/** Totals of the bills: all of them, and the part that has no due date. Minor units. */
export function billTotals(bills: readonly Bill[]): { total_cents: number; undated_cents: number } {
  return {
    total_cents: sumOf(bills.map((bill) => bill.amount_cents)),
    undated_cents: sumOf(bills.filter((bill) => bill.due_date === null).map((bill) => bill.amount_cents)),
  }
}
