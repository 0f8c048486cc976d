/** Households as they are: pay, rent, bills of which some vary, groceries and fuel by the week, a card, savings. */
import { addDays } from '../../core/calendar.ts'
import type { BillInput, IncomeInput, Scenario } from '../../core/scenario.ts'
import { emptyScenario } from '../../core/scenario.ts'
import { chanceOf } from '../prediction/seeded.ts'
import { applied, at, idOf } from '../core/plan.ts'

export const household_start = '2026-01-01'

/** One that follows from a seed. Most of what varies is spent by the week; a third have pay that varies too, a fourth pots. */
export function household(seed: number): Scenario {
  const { whole, between } = chanceOf(seed)
  const due = (): string => addDays(household_start, whole(0, 29))
  const around = (amount_cents: number, part: number) => ({
    amount_cents,
    amount_low_cents: Math.round(amount_cents * (1 - part * between(0.5, 1.5))),
    amount_high_cents: Math.round(amount_cents * (1 + part * between(0.5, 1.5))),
  })
  const monthly = { every: 1, unit: 'month' as const }
  const weekly = { every: 1, unit: 'week' as const }
  const pay = whole(180_000, 420_000)
  const pays =
    seed % 2 === 0
      ? { schedule: monthly, amount_cents: pay }
      : { schedule: { every: 2, unit: 'week' as const }, amount_cents: Math.round((pay * 12) / 26) }
  const incomes: IncomeInput[] = [
    { id: idOf('2', 0), name: 'Pay', due_date: due(), ...pays, ...(seed % 3 === 0 ? around(pays.amount_cents, 0.15) : {}) },
  ]
  const bill = (index: number, fields: Partial<BillInput>): BillInput => ({
    id: idOf('1', index),
    name: `Bill ${index}`,
    due_date: due(),
    schedule: monthly,
    ...fields,
  })
  const fixed = Array.from({ length: whole(4, 9) }, (_, index) =>
    bill(index, { amount_cents: index === 0 ? Math.round(pay * 0.3) : whole(500, 9_000) }),
  )
  const varies = Array.from({ length: whole(2, 5) }, (_, index) => bill(20 + index, around(whole(3_000, 15_000), 0.35)))
  const everyday = Array.from({ length: whole(1, 4) }, (_, index) =>
    bill(40 + index, { ...around(Math.round(pay * (index === 0 ? 0.06 : 0.02)), 0.5), schedule: weekly, spread: true }),
  )
  const allocations =
    seed % 4 === 0
      ? [
          { id: idOf('3', 0), target: `bill:${idOf('1', 20)}`, base: 'income' as const, kind: 'fixed' as const, value: 4_000 },
          { id: idOf('3', 1), target: 'savings:Rainy day', base: 'income' as const, kind: 'percent' as const, value: 5 },
        ]
      : []
  const start = emptyScenario(
    {
      id: idOf('9', seed),
      name: `Household ${seed}`,
      planning_balance_cents: whole(20_000, 200_000),
      floor_cents: 10_000,
      start_date: household_start,
    },
    household_start,
    at,
  )
  return applied(start, { type: 'put_lists', bills: [...fixed, ...varies, ...everyday], incomes, allocations })
}
