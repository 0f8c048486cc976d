/** All amounts of a scenario at once. Minor units. */
import type { Accrued } from '../accounts/account.ts'
import type { ChangeFromDate } from '../schedule/dated-changes.ts'
import { eachException, type Exceptions } from '../schedule/exceptions.ts'
import type { Part } from '../problem.ts'
import type { Account, Payment, Scenario } from '../scenario.ts'

const balance: Part = { says: 'problems.part.balance' }
const floor: Part = { says: 'problems.part.floor' }

/**
 * The scenario with every amount in it passed through a function; `what` names it for a person. Goals, pots, floors and single dates too.
 */
export function withAmounts(scenario: Scenario, amountOf: (amount_cents: number, what: Part) => number): Scenario {
  const orNone = (amount: number | null, what: string): number | null => (amount === null ? null : amountOf(amount, what))
  const exceptions = ({ exceptions: said, name }: Pick<Payment, 'exceptions' | 'name'>): Exceptions =>
    eachException(said, (one) => ({
      ...one,
      ...(one.amount_cents !== undefined && { amount_cents: amountOf(one.amount_cents, name) }),
      ...(one.paid && { paid: one.paid.map((payment) => ({ ...payment, amount_cents: amountOf(payment.amount_cents, name) })) }),
    }))
  const payment = <P extends Payment>(row: P): P => ({
    ...row,
    amount_cents: amountOf(row.amount_cents, row.name),
    amount_low_cents: orNone(row.amount_low_cents, row.name),
    amount_high_cents: orNone(row.amount_high_cents, row.name),
    exceptions: exceptions(row),
    changes: row.changes.length > 0 ? row.changes.map((found) => change(found, row.name)) : row.changes,
  })
  const change = (found: ChangeFromDate, what: string): ChangeFromDate =>
    Object.fromEntries(
      Object.entries(found).map(([field, value]) => [field, typeof value === 'number' ? amountOf(value, what) : value]),
    ) as ChangeFromDate
  const accrued = ({ cent_days, carried_cents, ...more }: Accrued, what: string): Accrued => ({
    ...more,
    cent_days: amountOf(cent_days, what),
    carried_cents: amountOf(carried_cents, what),
  })
  const account = (row: Account): Account => ({
    ...row,
    balance_cents: amountOf(row.balance_cents, row.name),
    floor_cents: orNone(row.floor_cents, row.name),
    interest: row.interest?.accrued ? { ...row.interest, accrued: accrued(row.interest.accrued, row.name) } : row.interest,
    card: row.card && {
      ...row.card,
      minimum_cents: amountOf(row.card.minimum_cents, row.name),
      fixed_cents: amountOf(row.card.fixed_cents, row.name),
      statement_cents: orNone(row.card.statement_cents, row.name),
      ...(row.card.credited_cents !== undefined && { credited_cents: amountOf(row.card.credited_cents, row.name) }),
    },
    exceptions: exceptions(row),
  })
  return {
    ...scenario,
    planning_balance_cents: amountOf(scenario.planning_balance_cents, balance),
    floor_cents: amountOf(scenario.floor_cents, floor),
    opening_pots: scenario.opening_pots.map((pot) => ({ ...pot, amount_cents: amountOf(pot.amount_cents, pot.target) })),
    bills: scenario.bills.map(payment),
    incomes: scenario.incomes.map(payment),
    allocations: scenario.allocations.map((row) => (row.kind === 'fixed' ? { ...row, value: amountOf(row.value, row.target) } : row)),
    accounts: scenario.accounts.map(account),
    transfers: scenario.transfers.map(payment),
    goals: scenario.goals.map((goal) => ({ ...goal, target_cents: amountOf(goal.target_cents, goal.name) })),
  }
}
