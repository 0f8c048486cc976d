/** The plan that is measured: 100 bills, 5 incomes, 20 allocations, 5 goals, one for each person, and its change from one turn to the next. */
import { randomUUID } from 'node:crypto'

export const billsEach = 100
export const incomesEach = 5
export const allocationsEach = 20
export const goalsEach = 5

/** One person's scenario, and the cookie that opens it. */
export interface Target {
  scenario_id: string
  bill_ids: string[]
  income_ids: string[]
  allocation_ids: string[]
  goal_ids: string[]
  cookie: string
}

const newIds = (count: number): string[] => Array.from({ length: count }, () => randomUUID())

export const newTarget = (cookie: string, bills = billsEach): Target => ({
  scenario_id: randomUUID(),
  bill_ids: newIds(bills),
  income_ids: newIds(incomesEach),
  allocation_ids: newIds(allocationsEach),
  goal_ids: newIds(goalsEach),
  cookie,
})

const due = (index: number): string => `2026-${String(7 + (index % 6)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`

/** The body of one edit: another amount for one bill, another bill each time. */
export const editBody = ({ bill_ids }: Target, turn: number): object => ({
  type: 'put_row',
  collection: 'bills',
  row: { id: bill_ids[(turn * 7) % bill_ids.length], amount_cents: 100_000 + turn },
})

/** The body of a PUT. Every row has another value in the next turn, so that every row is written. */
export function planBody({ bill_ids, income_ids, allocation_ids, goal_ids }: Target, turn: number): object {
  const bills = bill_ids.map((id, index) => {
    const isDated = index % 10 !== 9
    return {
      id,
      name: `Bill number ${index + 1}`,
      amount_cents: 1_000 + 137 * index + turn,
      due_date: isDated ? due(index) : null,
      category: index % 3 === 0 ? null : ['Home', 'Food', 'Health', 'Car'][index % 4],
      predicted: index % 5 === 0,
      schedule: isDated && index % 4 !== 0 ? { every: 1, unit: 'month' } : null,
      exceptions: isDated && index % 7 === 0 ? { [due(index)]: { rest: 'dropped' } } : {},
    }
  })
  const incomes = income_ids.map((id, index) => ({
    id,
    name: `Income number ${index + 1}`,
    amount_cents: 200_000 + turn,
    due_date: due(index),
    schedule: { every: 2, unit: 'week' },
  }))
  const allocations = allocation_ids.map((id, index) => {
    const isFixed = index % 2 === 0
    const target = index < 10 ? `bill:${bill_ids[index]}` : index < 15 ? `goal:Goal ${index - 9}` : `savings:Fund ${index}`
    return {
      id,
      target,
      kind: isFixed ? 'fixed' : 'percent',
      value: isFixed ? 5_000 + turn : 4 + turn,
      base: index % 4 === 0 ? 'income' : 'balance',
    }
  })
  const goals = goal_ids.map((id, index) => ({ id, name: `Goal ${index + 1}`, target_cents: 500_000 + turn, target_date: '2028-06-01' }))
  return { bills, incomes, allocations, goals }
}
