/** The sample plan of a first visit: a believable household some days before rent, with one tight week ahead. */
import { addDays, nextOnDayOfMonth } from './calendar.ts'
import { applyEdit } from './edit.ts'
import { project } from './projection/project.ts'
import { emptyScenario, samplePlanName, type Scenario, type ScenarioFields } from './scenario.ts'
import type { Schedule } from './schedule.ts'

const monthly: Schedule = { every: 1, unit: 'month' }
const yearly: Schedule = { every: 1, unit: 'year' }
const payday: Schedule = { every: 1, unit: 'month', on: [15, -1], shift: 'before' }

/**
 * A scenario of its own around `today`: two paydays a month, rent on the 1st, a yearly insurance, savings and a holiday.
 * Amounts read well in currencies of two digits.
 */
export function samplePlan(newId: () => string, today: string, at: string, fields: Partial<ScenarioFields> = {}): Scenario {
  const bill = (name: string, amount_cents: number, due_date: string | null, category: string, schedule: Schedule | null, more: object = {}) => ({ id: newId(), name, amount_cents, due_date, category, schedule, ...more })
  const rent = bill('Rent', 115_000, nextOnDayOfMonth(today, 1), 'Home', monthly)
  const insurance = bill('Car insurance', 43_200, addDays(today, 40), 'Car', yearly)
  const bills = [
    rent,
    bill('Electricity', 8_640, nextOnDayOfMonth(today, 12), 'Home', monthly, { amount_low_cents: 7_100, amount_high_cents: 10_900 }),
    bill('Internet', 3_999, nextOnDayOfMonth(today, 15), 'Home', monthly),
    bill('Phone', 1_850, nextOnDayOfMonth(today, 20), 'Home', monthly),
    bill('Groceries', 14_500, addDays(today, 3), 'Food', { every: 1, unit: 'week' }),
    bill('Gym', 2_990, nextOnDayOfMonth(today, 5), 'Health', monthly),
    insurance,
    bill('Winter tyres', 38_000, nextOnDayOfMonth(addDays(today, 33), 10), 'Car', null),
    bill("Dentist, when it's due", 9_500, null, 'Health', null),
  ]
  const incomes = [{ id: newId(), name: 'Salary', amount_cents: 118_000, due_date: today, category: null, schedule: payday }]
  const goals = [{ id: newId(), name: 'Holiday', target_cents: 90_000, target_date: nextOnDayOfMonth(addDays(today, 170), 1) }]
  const to = (target: string, kind: 'fixed' | 'percent', value: number, base: 'balance' | 'income') => ({ id: newId(), target, kind, value, base })
  const allocations = [
    to(`bill:${rent.id}`, 'fixed', 50_000, 'balance'),
    to('savings:Rainy day', 'percent', 10, 'balance'),
    to(`bill:${insurance.id}`, 'fixed', 3_600, 'income'),
    to('savings:Rainy day', 'percent', 4, 'income'),
    to('goal:Holiday', 'percent', 6, 'income'),
  ]
  const start = emptyScenario({ id: newId(), name: samplePlanName, floor_cents: 20_000, ...fields }, today, at)
  const filled = applyEdit(start, { type: 'put_lists', bills, incomes, allocations, goals }, at)
  if (!filled.ok) throw new Error(`The sample plan is not sound: ${filled.problems.map((found) => found.says).join(' ')}`)
  return { ...withTightWeek(filled.scenario, today), revision: 1 }
}

const lowest_cents = 15_785

/** Whatever the day, with as much on the account as makes the week of the tyres a tight one: below the floor, above zero. */
function withTightWeek(scenario: Scenario, today: string): Scenario {
  let planning_balance_cents = 141_835
  for (let round = 0; round < 8; round += 1) {
    const projected = project({ ...scenario, planning_balance_cents }, { today, until: addDays(today, scenario.safety_days) })
    if (!projected.ok) throw new Error(`The sample plan can't be counted: ${projected.problems.map((found) => found.says).join(' ')}`)
    planning_balance_cents += lowest_cents - projected.projection.lowest_point.available_cents
  }
  return { ...scenario, planning_balance_cents }
}
