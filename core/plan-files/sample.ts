/** The sample plan of a first visit: a believable household some days before rent, with one tight week ahead. */
import { formatTarget } from '../allocation.ts'
import { addDays, nextOnDayOfMonth } from '../calendar.ts'
import { applyEdit } from '../edit/edit.ts'
import { project } from '../projection/project.ts'
import { emptyScenario, type Scenario, type ScenarioFields } from '../scenario.ts'
import type { Schedule } from '../schedule/rule.ts'
import type { Say } from '../words/words.ts'

const monthly: Schedule = { every: 1, unit: 'month' }
const yearly: Schedule = { every: 1, unit: 'year' }
const payday: Schedule = { every: 1, unit: 'month', on: [15, -1], shift: 'before' }

/**
 * A scenario of its own around `today`, its names in the person's language: two paydays a month, rent on the 1st, a yearly
 * insurance, savings and a holiday.
 * Amounts read well in currencies of two digits.
 */
export function samplePlan(say: Say, newId: () => string, today: string, at: string, fields: Partial<ScenarioFields> = {}): Scenario {
  const bill = (
    name: string,
    amount_cents: number,
    due_date: string | null,
    category: string,
    schedule: Schedule | null,
    more: object = {},
  ) => ({ id: newId(), name, amount_cents, due_date, category, schedule, ...more })
  const [home, car, health] = [say('sample.home'), say('sample.car'), say('sample.health')]
  const rent = bill(say('sample.rent'), 115_000, nextOnDayOfMonth(today, 1), home, monthly)
  const insurance = bill(say('sample.car_insurance'), 43_200, addDays(today, 40), car, yearly)
  const bills = [
    rent,
    bill(say('sample.electricity'), 8_640, nextOnDayOfMonth(today, 12), home, monthly, {
      amount_low_cents: 7_100,
      amount_high_cents: 10_900,
    }),
    bill(say('sample.internet'), 3_999, nextOnDayOfMonth(today, 15), home, monthly),
    bill(say('sample.phone'), 1_850, nextOnDayOfMonth(today, 20), home, monthly),
    bill(say('sample.groceries'), 14_500, addDays(today, 3), say('sample.food'), { every: 1, unit: 'week' }),
    bill(say('sample.gym'), 2_990, nextOnDayOfMonth(today, 5), health, monthly),
    insurance,
    bill(say('sample.tyres'), 38_000, nextOnDayOfMonth(addDays(today, 33), 10), car, null),
    bill(say('sample.dentist'), 9_500, null, health, null),
  ]
  const incomes = [{ id: newId(), name: say('sample.salary'), amount_cents: 118_000, due_date: today, category: null, schedule: payday }]
  const holiday = say('sample.holiday')
  const goals = [{ id: newId(), name: holiday, target_cents: 90_000, target_date: nextOnDayOfMonth(addDays(today, 170), 1) }]
  const to = (target: string, kind: 'fixed' | 'percent', value: number, base: 'balance' | 'income') => ({
    id: newId(),
    target,
    kind,
    value,
    base,
  })
  const rainyDay = formatTarget({ to: 'savings', name: say('sample.rainy_day') })
  const allocations = [
    to(`bill:${rent.id}`, 'fixed', 50_000, 'balance'),
    to(rainyDay, 'percent', 10, 'balance'),
    to(`bill:${insurance.id}`, 'fixed', 3_600, 'income'),
    to(rainyDay, 'percent', 4, 'income'),
    to(formatTarget({ to: 'goal', name: holiday }), 'percent', 6, 'income'),
  ]
  const start = emptyScenario({ id: newId(), name: say('sample.plan'), floor_cents: 20_000, ...fields }, today, at)
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
