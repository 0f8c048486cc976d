/** The plan that is measured: 100 bills, 20 allocations, one for each person, and its change from one turn to the next. */
import { randomUUID } from 'node:crypto'

export const billsEach = 100
export const allocationsEach = 20

/** One person's scenario, and the cookie that opens it. */
export interface Target {
  scenario_id: string
  bill_ids: string[]
  allocation_ids: string[]
  cookie: string
}

export const newTarget = (cookie: string): Target => ({
  scenario_id: randomUUID(),
  bill_ids: Array.from({ length: billsEach }, () => randomUUID()),
  allocation_ids: Array.from({ length: allocationsEach }, () => randomUUID()),
  cookie,
})

/** The body of a PUT. Every row has another value in the next turn, so that every row is written. */
export function planBody({ bill_ids, allocation_ids }: Target, turn: number): object {
  const bills = bill_ids.map((id, index) => ({
    id,
    name: `Bill number ${index + 1}`,
    amount_cents: 1_000 + 137 * index + turn,
    due_date: index % 10 === 9 ? null : `2026-${String(7 + (index % 6)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    category: index % 3 === 0 ? null : ['Home', 'Food', 'Health', 'Car'][index % 4],
    predicted: index % 5 === 0,
  }))
  const allocations = allocation_ids.map((id, index) => {
    const isFixed = index % 2 === 0
    return { id, target: index < 10 ? `bill:${bill_ids[index]}` : `savings:Fund ${index}`, kind: isFixed ? 'fixed' : 'percent', value: isFixed ? 5_000 + turn : 4 + turn }
  })
  return { bills, allocations }
}
