/** What must hold between the rows of a scenario, wherever it comes from. */
import { checkAccounts } from '../accounts/check-accounts.ts'
import { checkAllocations, checkValue } from '../allocation.ts'
import { checkChanges, checkRange } from './check-changes.ts'
import { limits } from '../limits.ts'
import { pointer, problem, type Problem } from '../problem.ts'
import { collections, datedCollections, type Collection, type Payment, type Scenario } from '../scenario.ts'
import { checkSchedule } from '../schedule/schedule.ts'

/**
 * The rules that hold inside a whole scenario whose single fields are sound: limits, ids and names once, schedules, ranges, targets, the
 * percent cap.
 */
export function checkScenario(scenario: Pick<Scenario, Collection | 'bank_links'>): Problem[] {
  const problems: Problem[] = []
  for (const collection of collections) {
    const rows = scenario[collection]
    const seen = new Set<string>()
    if (rows.length > limits[collection]) {
      problems.push(problem('too_many_rows.of_list', `/${collection}`, { most: limits[collection], collection }))
    }
    rows.forEach((row, index) => {
      if (seen.has(row.id)) problems.push(problem('id_is_used_twice', pointer([collection, index, 'id'])))
      seen.add(row.id)
    })
  }
  for (const collection of datedCollections) {
    for (const [index, row] of scenario[collection].entries()) {
      // That a rule has no date at all is found at the end of the calendar: no more of them than are told.
      if (problems.length >= limits.problems_listed) break
      if (!soundPayments.has(row)) problems.push(...checkPayment(row, [collection, index]))
    }
  }
  scenario.allocations.forEach((allocation, index) => {
    problems.push(
      ...checkValue(allocation.kind, allocation.value, '').map((found) => ({ ...found, path: pointer(['allocations', index, 'value']) })),
    )
  })
  const billIds = new Set(scenario.bills.map((bill) => bill.id))
  problems.push(...checkAllocations(scenario.allocations, billIds, new Set(scenario.accounts.map(({ id }) => id))))
  problems.push(...checkAccounts(scenario))
  const names = new Set<string>()
  scenario.goals.forEach(({ name }, index) => {
    if (names.has(name)) problems.push(problem('name_is_used_twice', pointer(['goals', index, 'name'])))
    names.add(name)
  })
  return problems
}

/** Rows that were found sound once are the same objects as long as they stay as they are. */
const soundPayments = new WeakSet<Payment>()

function checkPayment(row: Payment, path: readonly PropertyKey[]): Problem[] {
  const problems = checkRange(row, path)
  if (row.schedule && row.due_date === null) {
    problems.push(problem('schedule_needs_a_due_date', pointer([...path, 'schedule'])))
  } else if (row.schedule && row.due_date !== null) {
    problems.push(
      ...checkSchedule(row.schedule, row.due_date, '').map((found) => ({ ...found, path: pointer([...path, 'schedule']) + found.path })),
    )
  }
  if (problems.length === 0) problems.push(...checkChanges(row).map((found) => ({ ...found, path: pointer(path) + found.path })))
  if (problems.length === 0) soundPayments.add(row)
  return problems
}
