/** The plan of the promise about time, some times over: 200 bills, 10 incomes, 20 allocations, about 19,700 events in five years. */
import type { Card } from '../../core/accounts/account.ts'
import { addDays } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'
import type { Schedule } from '../../core/schedule/rule.ts'

export const at = '2026-01-01T08:00:00.000Z'
export const start_date = '2026-01-01'

export const idOf = (kind: string, index: number): string => `00000000-0000-4000-8000-${kind}${String(index).padStart(11, '0')}`

const weekly: Schedule = { every: 1, unit: 'week' }
const monthly: Schedule = { every: 1, unit: 'month' }
const yearly: Schedule = { every: 1, unit: 'year' }
/** Of ten rows. */
export const rhythms: Schedule[] = [
  weekly,
  monthly,
  monthly,
  { ...monthly, on: [-1], shift: 'before' },
  monthly,
  weekly,
  monthly,
  monthly,
  monthly,
  yearly,
]

/**
 * Everything in it `times` as many. Of ten allocations four go to bills, two to goals that are reached on the way, four to
 * savings; half of them divide each income, the others the balance, and fixed and percent take turns as far as 100% reach.
 */
export function timePlan(times: number): Scenario {
  const row = (kind: string, index: number, amount_cents: number) => ({
    id: idOf(kind, index),
    name: `${kind} ${index}`,
    amount_cents,
    due_date: addDays(start_date, (index * 7) % 31),
    schedule: { ...rhythms[index % 10]! },
  })
  const bills = Array.from({ length: 200 * times }, (_, index) => row('1', index, 900 + 37 * (index % 200)))
  const incomes = Array.from({ length: 10 * times }, (_, index) => row('2', index, 120_000 + 1_000 * index))
  const goals = Array.from({ length: 4 * times }, (_, index) => ({
    id: idOf('4', index),
    name: `Goal ${index}`,
    target_cents: 200_000 + 1_000 * index,
    target_date: addDays(start_date, 700),
  }))
  const allocations = Array.from({ length: 20 * times }, (_, index) => ({
    id: idOf('3', index),
    target: [
      `bill:${idOf('1', index)}`,
      `bill:${idOf('1', index)}`,
      `goal:Goal ${Math.floor(index / 5)}`,
      `savings:Savings ${index}`,
      `savings:Savings ${index}`,
    ][index % 5]!,
    base: index % 2 === 0 ? ('income' as const) : ('balance' as const),
    ...(index % 4 < 2 && index < 60 ? { kind: 'percent' as const, value: 3 } : { kind: 'fixed' as const, value: 500 }),
  }))
  const start = emptyScenario(
    { id: idOf('9', 0), name: 'Five years', planning_balance_cents: 1_500_000 * times, floor_cents: 50_000, start_date },
    start_date,
    at,
  )
  return applied(start, { type: 'put_lists', bills, incomes, allocations, goals })
}

export function applied(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const result = applyEdit(scenario, edit, at)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.says).join(' '))
  return result.scenario
}

const statementCard = (index: number): Card => ({
  closing_day: 3 + index,
  due_day: 25,
  shift: 'after',
  paid_from_account_id: null,
  pays: (['statement', 'minimum', 'fixed'] as const)[index % 3]!,
  minimum_percent: 2,
  minimum_cents: 2_500,
  fixed_cents: 20_000,
  statement_cents: null,
})

/** The plan with accounts: 20 of them (6 cards, 4 loans, 6 savings, 4 checking), 200 bills, a third of them on accounts, 40 transfers. */
export function accountsPlan(): Scenario {
  const kinds = [
    ...Array<'card'>(6).fill('card'),
    ...Array<'loan'>(4).fill('loan'),
    ...Array<'savings'>(6).fill('savings'),
    ...Array<'checking'>(4).fill('checking'),
  ]
  const accounts = kinds.map((kind, index) => ({
    id: idOf('5', index),
    name: `${kind} ${index}`,
    kind,
    balance_cents: kind === 'card' || kind === 'loan' ? -200_000 - 9_000_000 * Number(kind === 'loan') : 500_000,
    ...(kind !== 'checking' && { interest: { rate_basis_points: kind === 'card' ? 1_899 : 350 } }),
    ...(kind === 'card' && { card: statementCard(index) }),
  }))
  const plan = timePlan(1)
  const transfers = Array.from({ length: 40 }, (_, index) => ({
    id: idOf('6', index),
    name: `Transfer ${index}`,
    amount_cents: 5_000 + 100 * index,
    due_date: addDays(start_date, (index * 5) % 28),
    schedule: { ...monthly },
    to_account_id: idOf('5', 6 + (index % 14)),
  }))
  const onAccount = <Row extends { id: string }>(row: Row, index: number) => ({
    ...row,
    schedule: { ...(index % 10 === 9 ? yearly : monthly) },
    account_id: index % 3 === 0 ? idOf('5', index % 20) : null,
  })
  const put: ScenarioEdit = { type: 'put_lists', bills: plan.bills.map(onAccount), allocations: plan.allocations, accounts, transfers }
  return applied(plan, put)
}
