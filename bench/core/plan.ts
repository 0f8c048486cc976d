/** The plan of the promise about time, some times over: 200 bills, 10 incomes, 20 allocations, about 19,700 events in five years. */
import { addDays } from '../../core/calendar.ts'
import { applyEdit, type ScenarioEdit } from '../../core/edit.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'
import type { Schedule } from '../../core/schedule.ts'

export const at = '2026-01-01T08:00:00.000Z'
export const start_date = '2026-01-01'

export const idOf = (kind: string, index: number): string => `00000000-0000-4000-8000-${kind}${String(index).padStart(11, '0')}`

const weekly: Schedule = { every: 1, unit: 'week' }
const monthly: Schedule = { every: 1, unit: 'month' }
const yearly: Schedule = { every: 1, unit: 'year' }
/** Of ten rows. */
export const rhythms: Schedule[] = [weekly, monthly, monthly, { ...monthly, on: [-1], shift: 'before' }, monthly, weekly, monthly, monthly, monthly, yearly]

/**
 * Everything in it `times` as many. Of ten allocations four go to bills, two to goals that are reached on the way, four to
 * savings; half of them divide each income, the others the balance, and fixed and percent take turns as far as 100% reach.
 */
export function timePlan(times: number): Scenario {
  const row = (kind: string, index: number, amount_cents: number) => ({ id: idOf(kind, index), name: `${kind} ${index}`, amount_cents, due_date: addDays(start_date, (index * 7) % 31), schedule: { ...rhythms[index % 10]! } })
  const bills = Array.from({ length: 200 * times }, (_, index) => row('1', index, 900 + 37 * (index % 200)))
  const incomes = Array.from({ length: 10 * times }, (_, index) => row('2', index, 120_000 + 1_000 * index))
  const goals = Array.from({ length: 4 * times }, (_, index) => ({ id: idOf('4', index), name: `Goal ${index}`, target_cents: 200_000 + 1_000 * index, target_date: addDays(start_date, 700) }))
  const allocations = Array.from({ length: 20 * times }, (_, index) => ({
    id: idOf('3', index),
    target: [`bill:${idOf('1', index)}`, `bill:${idOf('1', index)}`, `goal:Goal ${Math.floor(index / 5)}`, `savings:Savings ${index}`, `savings:Savings ${index}`][index % 5]!,
    base: index % 2 === 0 ? ('income' as const) : ('balance' as const),
    ...(index % 4 < 2 && index < 60 ? { kind: 'percent' as const, value: 3 } : { kind: 'fixed' as const, value: 500 }),
  }))
  const start = emptyScenario({ id: idOf('9', 0), name: 'Five years', planning_balance_cents: 1_500_000 * times, floor_cents: 50_000, start_date }, start_date, at)
  return applied(start, { type: 'put_lists', bills, incomes, allocations, goals })
}

export function applied(scenario: Scenario, edit: ScenarioEdit): Scenario {
  const result = applyEdit(scenario, edit, at)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.says).join(' '))
  return result.scenario
}
