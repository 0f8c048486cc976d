/** The sample plan of a first visit: a believable household some days before rent. */
import { addDays, nextOnDayOfMonth } from './calendar.ts'
import { applyEdit } from './edit.ts'
import { emptyScenario, samplePlanName, type Scenario, type ScenarioFields } from './scenario.ts'

/** A scenario of its own with bills around `today` and allocations to bills, savings and a goal. Amounts read well in currencies of two digits. */
export function samplePlan(newId: () => string, today: string, at: string, fields: Partial<ScenarioFields> = {}): Scenario {
  const bill = (name: string, amount_cents: number, due_date: string | null, category: string, predicted = false) => ({ id: newId(), name, amount_cents, due_date, category, predicted })
  const rent = bill('Rent', 115_000, nextOnDayOfMonth(today, 1), 'Home')
  const electricity = bill('Electricity', 8_640, nextOnDayOfMonth(today, 12), 'Home', true)
  const insurance = bill('Car insurance, yearly', 43_200, addDays(today, 40), 'Car')
  const bills = [
    rent,
    electricity,
    bill('Internet', 3_999, nextOnDayOfMonth(today, 15), 'Home', true),
    bill('Phone', 1_850, nextOnDayOfMonth(today, 20), 'Home', true),
    bill('Groceries this fortnight', 24_000, addDays(today, 3), 'Food'),
    bill('Gym', 2_990, nextOnDayOfMonth(today, 5), 'Health'),
    insurance,
    bill("Dentist, when it's due", 9_500, null, 'Health'),
  ]
  const to = (target: string, kind: 'fixed' | 'percent', value: number) => ({ id: newId(), target, kind, value })
  const allocations = [
    to(`bill:${rent.id}`, 'fixed', 115_000),
    to(`bill:${electricity.id}`, 'fixed', 8_640),
    to(`bill:${insurance.id}`, 'percent', 10),
    to('savings:Rainy day', 'percent', 8),
    to('goal:Holiday in May', 'percent', 12),
  ]
  const start = emptyScenario({ id: newId(), name: samplePlanName, planning_balance_cents: 241_835, ...fields }, today, at)
  const filled = applyEdit(start, { type: 'put_lists', bills, allocations }, at)
  if (!filled.ok) throw new Error(`The sample plan is not sound: ${filled.problems.map((found) => found.message).join(' ')}`)
  return { ...filled.scenario, revision: 1 }
}
