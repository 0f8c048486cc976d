/**
 * A branch that comes along to another place has its common past with it: it begins there with the state at which it and its parent
 * parted, and becomes what it is in the next step. So a merge there asks no more than one here.
 */
import { isSameContent } from '../../core/comparison/content.ts'
import { diffScenarios } from '../../core/comparison/edit-between.ts'
import type { ScenarioEdit } from '../../core/edit/edit.ts'
import { singleEdits } from '../../core/edit/single-edits.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'

/** The state at which a plan and its parent parted, as a state of that plan; null: it is nobody's branch, or it is not known here. */
export async function partingState(store: PlanningStore, branch: Scenario): Promise<StoreResult<Scenario | null>> {
  const { parent_id, parent_revision, branch_revision } = branch
  const [id, revision] = branch_revision === null ? [parent_id, parent_revision] : [branch.id, branch_revision]
  if (parent_id === null || id === null || revision === null) return { ok: true, value: null }
  const read = await store.getRevision(id, revision)
  if (!read.ok) return read.problems.some(({ code }) => code === 'not_found') ? { ok: true, value: null } : read
  return { ok: true, value: asStateOf(branch, read.value) }
}

function asStateOf({ id, name, parent_id, created_at, updated_at }: Scenario, state: Scenario): Scenario {
  return { ...state, id, name, parent_id, parent_revision: null, branch_revision: null, created_at, updated_at }
}

/** Whether a branch has begun somewhere and became no more than that: what brought it along was broken off. */
export const hasOnlyBegun = (there: Scenario, parted: Scenario): boolean =>
  there.revision === 1 && there.branch_revision === null && isSameContent({ ...parted, name: there.name }, there)

/** What is there becomes the state at which the coming plan parted from its parent, where it is not, and then the coming plan. */
export async function becomeBranch(
  store: PlanningStore,
  there: Scenario,
  { coming, parted }: { coming: Scenario; parted: Scenario },
): Promise<StoreResult<unknown>> {
  const named = (state: Scenario): Scenario => ({ ...state, name: there.name })
  let begun = there
  if (!isSameContent(named(parted), there)) {
    const written = await store.applyEdit(there.id, diffScenarios(there, named(parted)), { if_match: there.revision })
    if (!written.ok) return written
    const read = await store.getScenario(there.id)
    if (!read.ok) return read
    begun = read.value
  }
  const since: ScenarioEdit = { type: 'set_parentage', parentage: { branch_revision: begun.revision } }
  const edit: ScenarioEdit = { type: 'batch', edits: [...singleEdits(diffScenarios(begun, named(coming))), since] }
  return store.applyEdit(begun.id, edit, { if_match: begun.revision })
}
