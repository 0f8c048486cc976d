/** How a scenario comes to be: from what a person or an import gives, or as a copy of another. */
import { formatTarget, parseTarget } from './allocation.ts'
import { applyEdit, withRowIds } from './edit.ts'
import { problem, problemsOf, type Problem } from './problem.ts'
import { emptyScenario, idSchema, instantSchema, type Scenario } from './scenario.ts'
import type { NewScenario } from './store.ts'

/** What core leaves to its caller: the clock and chance. */
export interface Surroundings {
  /** The default of start_date, YYYY-MM-DD. */
  today: string
  /** Now, as an ISO instant. */
  at: string
  newId: () => string
}

/** The scenario at revision 1, checked whole; problem paths point into what was given. */
export function newScenario(given: NewScenario, { today, at, newId }: Surroundings): { ok: true; scenario: Scenario } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = []
  if (given.name === undefined) problems.push(problem('is_required', '/name', 'A plan needs a name.'))
  const id = idSchema.optional().safeParse(given.id)
  if (!id.success) problems.push(...problemsOf(id.error, ['id']))
  const times = { created_at: at, updated_at: at }
  for (const field of ['created_at', 'updated_at'] as const) {
    const time = instantSchema.optional().safeParse(given[field])
    if (!time.success) problems.push(...problemsOf(time.error, [field]))
    else if (time.data) times[field] = time.data
  }
  const { id: _id, created_at: _createdAt, updated_at: _updatedAt, bills = [], allocations = [], ...fields } = given
  const empty = emptyScenario({ id: id.data ?? newId(), name: '' }, today, at)
  const filled = applyEdit(empty, { type: 'put_lists', fields, bills: withRowIds(bills, newId), allocations: withRowIds(allocations, newId) }, at)
  if (!filled.ok) return { ok: false, problems: [...problems, ...filled.problems] }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, scenario: { ...filled.scenario, ...times, revision: 1 } }
}

/** A scenario with the same content, whose id and rows' ids are its own. */
export function copyOf(source: Scenario, { id, name }: { id: string; name: string }, { at, newId }: Omit<Surroundings, 'today'>): Scenario {
  const ids = new Map(source.bills.map((bill) => [bill.id, newId()]))
  const retargeted = (target: string): string => {
    const parsed = parseTarget(target)
    return parsed?.to === 'bill' ? formatTarget({ to: 'bill', bill_id: ids.get(parsed.bill_id) ?? parsed.bill_id }) : target
  }
  const times = { created_at: at, updated_at: at }
  return {
    ...source,
    ...times,
    id,
    name,
    revision: 1,
    bills: source.bills.map((bill) => ({ ...bill, ...times, id: ids.get(bill.id)! })),
    allocations: source.allocations.map((row) => ({ ...row, ...times, id: newId(), target: retargeted(row.target) })),
  }
}
