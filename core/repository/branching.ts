/** Branches: a copy that keeps its rows' ids, and the state at which two parted. Bringing changes over is in merging.ts. */
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { problem, type Problem } from '../problem.ts'
import type { Parentage, Scenario } from '../scenario.ts'
import type { MergeRequest } from '../store.ts'

/** The branch at its first revision. `at` is the caller's clock as an ISO instant. */
export function branchOf(parent: Scenario, { id, name }: { id: string; name: string }, at: string): Scenario {
  return {
    ...parent,
    id,
    name,
    parent_id: parent.id,
    parent_revision: parent.revision,
    branch_revision: null,
    revision: 1,
    created_at: at,
    updated_at: at,
  }
}

type Related = Pick<Scenario, 'id' | keyof Parentage>

/**
 * Where two scenarios parted: whose revision it is; `unknown` where they are related but it is not kept here; null when neither is the
 * other's branch.
 */
export function mergeBase(a: Related, b: Related): { scenario_id: string; revision: number } | 'unknown' | null {
  const [branch, parent] = a.parent_id === b.id ? [a, b] : [b, a]
  if (branch.parent_id !== parent.id) return null
  if (branch.branch_revision !== null) return { scenario_id: branch.id, revision: branch.branch_revision }
  return branch.parent_revision === null ? 'unknown' : { scenario_id: parent.id, revision: branch.parent_revision }
}

/**
 * Where the state both come from is kept; null: it is not known here. Refused are plans that are not related, and a `from` that is not the
 * one that was looked at.
 */
export function baseOfMerge(
  from: Scenario,
  into: Scenario,
  { from_revision }: MergeRequest,
): { ok: true; base: { scenario_id: string; revision: number } | null } | { ok: false; problems: Problem[] } {
  const point = mergeBase(from, into)
  if (point === null) return refused(problem('plans_are_not_related', '/from'))
  if (from_revision !== undefined && from_revision !== from.revision) {
    return refused(problem('revision_is_stale.from', '/from_revision', { revision: from.revision }))
  }
  return { ok: true, base: point === 'unknown' ? null : point }
}

/**
 * What a finished merge makes of the branch's parentage: the state that was brought over is where both part from then
 * on. Brought into the parent, that is the branch's own state; brought into the branch, it is the parent's.
 */
export function advanceMergeBase(from: Scenario, into: Scenario): { branch_id: string; edit: ScenarioEdit } {
  return from.parent_id === into.id
    ? { branch_id: from.id, edit: { type: 'set_parentage', parentage: { branch_revision: from.revision } } }
    : { branch_id: into.id, edit: { type: 'set_parentage', parentage: { parent_revision: from.revision, branch_revision: null } } }
}

const refused = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({ ok: false, problems })
