/** How a scenario comes to be: from what a person or an import gives, or as a copy of another. */
import * as z from 'zod/mini'
import { formatTarget, parseTarget } from '../allocation.ts'
import { applyEdit } from '../edit/edit.ts'
import { idSchema, instantSchema } from '../fields.ts'
import { problem, problemsOf, type Problem } from '../problem.ts'
import { collections, emptyScenario, type Collection, type ListInputs, type RowInputs, type Scenario } from '../scenario.ts'
import { withRowIds, type NewScenario } from '../store.ts'

/** What core leaves to its caller: the clock and chance. */
export interface Environment {
  /** The default of start_date, YYYY-MM-DD. */
  today: string
  /** Now, as an ISO instant. */
  at: string
  newId: () => string
}

/** The scenario at revision 1, checked whole; problem paths point into what was given. */
export function newScenario(
  given: NewScenario,
  { today, at, newId }: Environment,
): { ok: true; scenario: Scenario } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = []
  if (given.name === undefined) problems.push(problem('is_required.plan_name', '/name'))
  const id = z.optional(idSchema).safeParse(given.id)
  if (!id.success) problems.push(...problemsOf(id.error, ['id']))
  const times = { created_at: at, updated_at: at }
  for (const field of ['created_at', 'updated_at'] as const) {
    const time = z.optional(instantSchema).safeParse(given[field])
    if (!time.success) problems.push(...problemsOf(time.error, [field]))
    else if (time.data) times[field] = time.data
  }
  const parent_id = z.nullish(idSchema).safeParse(given.parent_id)
  if (!parent_id.success) problems.push(...problemsOf(parent_id.error, ['parent_id']))
  else if (parent_id.data && parent_id.data === id.data) problems.push(problem('value_is_not_valid.own_parent', '/parent_id'))
  const {
    id: _id,
    created_at: _createdAt,
    updated_at: _updatedAt,
    parent_id: _parentId,
    bills = [],
    incomes = [],
    allocations = [],
    goals = [],
    accounts = [],
    transfers = [],
    ...fields
  } = given
  const lists = { bills, incomes, allocations, goals, accounts, transfers }
  const withIds = Object.fromEntries(
    collections.map((collection) => [collection, withRowIds(lists[collection] as RowInputs[Collection][], newId)]),
  ) as ListInputs
  const empty = emptyScenario({ id: id.data ?? newId(), name: '', parent_id: parent_id.data ?? null }, today, at)
  const filled = applyEdit(empty, { type: 'put_lists', fields, ...withIds }, at)
  if (!filled.ok) return { ok: false, problems: [...problems, ...filled.problems] }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, scenario: { ...filled.scenario, ...times, revision: 1 } }
}

/** A scenario with the same content and no parent, whose id and rows' ids are its own. */
export function copyOf(source: Scenario, { id, name }: { id: string; name: string }, { at, newId }: Omit<Environment, 'today'>): Scenario {
  const times = { created_at: at, updated_at: at }
  const copy = withNewIds(source, newId)
  const fresh = Object.fromEntries(collections.map((collection) => [collection, copy[collection].map((row) => ({ ...row, ...times }))]))
  return { ...copy, ...fresh, ...times, id, name, parent_id: null, parent_revision: null, branch_revision: null, revision: 1 }
}

/** The same content with ids of its own; what names a bill or an account follows it. */
export function withNewIds(scenario: Scenario, newId: () => string): Scenario {
  const newIds = new Map([...scenario.bills, ...scenario.accounts].map(({ id }) => [id, newId()]))
  const follow = <Id extends string | null>(id: Id): Id | string => (id === null ? id : (newIds.get(id) ?? id))
  const retargeted = <T extends { target: string }>(row: T): T => {
    const parsed = parseTarget(row.target)
    if (parsed?.to === 'bill') return { ...row, target: formatTarget({ to: 'bill', bill_id: follow(parsed.bill_id) }) }
    return parsed?.to === 'account' ? { ...row, target: formatTarget({ to: 'account', account_id: follow(parsed.account_id) }) } : row
  }
  const renewed = <R extends object>(rows: readonly R[]): R[] => rows.map((row) => ({ ...row, id: newId() }))
  const onAccount = <R extends { account_id: string | null }>(row: R): R => ({ ...row, account_id: follow(row.account_id) })
  return {
    ...scenario,
    id: newId(),
    opening_pots: scenario.opening_pots.map(retargeted),
    bills: scenario.bills.map((bill) => onAccount({ ...bill, id: follow(bill.id) })),
    incomes: renewed(scenario.incomes.map(onAccount)),
    allocations: renewed(scenario.allocations.map(retargeted)),
    goals: renewed(scenario.goals),
    accounts: scenario.accounts.map((row) => ({
      ...row,
      id: follow(row.id),
      card: row.card && { ...row.card, paid_from_account_id: follow(row.card.paid_from_account_id) },
    })),
    transfers: renewed(
      scenario.transfers.map((row) => ({
        ...row,
        from_account_id: follow(row.from_account_id),
        to_account_id: follow(row.to_account_id),
      })),
    ),
  }
}
