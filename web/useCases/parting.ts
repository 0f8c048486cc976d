/**
 * A branch that comes along to another place has its common past with it: it begins there with the state at which it and its parent
 * parted, and becomes what it is in the next step. So a merge there asks no more than one here.
 */
import { isSameContent } from '../../core/comparison/content.ts'
import { diffScenarios } from '../../core/comparison/edit-between.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { singleEdits } from '../../core/edit/single-edits.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'

/** A state that the branch is to begin with there, or a revision that it has there already; null: none is known, so a merge asks. */
export type CommonPast = { state: Scenario } | { own_revision: number } | null

/** The state at which a plan and its parent parted, as a state of that plan; null: it is nobody's branch, or it is not known here. */
export async function partingState(store: PlanningStore, branch: Scenario): Promise<StoreResult<Scenario | null>> {
  const { parent_id, parent_revision, branch_revision } = branch
  const [id, revision] = branch_revision === null ? [parent_id, parent_revision] : [branch.id, branch_revision]
  if (parent_id === null || id === null || revision === null) return { ok: true, value: null }
  const read = await store.getRevision(id, revision)
  if (!read.ok) return read.problems.some(({ code }) => code === 'not_found') ? { ok: true, value: null } : read
  return { ok: true, value: asStateOf(branch, read.value) }
}

/** A state of its parent as one of the branch. */
export function asStateOf({ id, name, parent_id, created_at, updated_at }: Scenario, state: Scenario): Scenario {
  return { ...state, id, name, parent_id, parent_revision: null, branch_revision: null, created_at, updated_at }
}

/** Whether a branch has begun somewhere and became no more than that: what brought it along was broken off. */
export const hasOnlyBegun = (there: Scenario, parted: Scenario): boolean =>
  there.revision === 1 && there.branch_revision === null && isSameContent({ ...parted, name: there.name }, there)

/**
 * What is there becomes the coming branch, by way of the state that it has in common with its parent there, where that is none of its own
 * there. Its name is the coming one where no other plan has that.
 */
export async function becomeBranch(
  store: PlanningStore,
  there: Scenario,
  { coming, past }: { coming: Scenario; past: CommonPast },
): Promise<StoreResult<unknown>> {
  const write = (here: Scenario, branch_revision: number | null): Promise<StoreResult<unknown>> => {
    const parentage = branch_revision === null ? { parent_revision: null, branch_revision } : { branch_revision }
    return replace(store, here, coming, [{ type: 'set_parentage', parentage }])
  }
  if (past === null) return write(there, null)
  if ('own_revision' in past) return write(there, past.own_revision)
  const state = { ...past.state, name: there.name }
  if (isSameContent(state, there)) return write(there, there.revision)
  const written = await store.applyEdit(there.id, diffScenarios(there, state), { if_match: there.revision })
  if (!written.ok) return written
  const begun = await store.getScenario(there.id)
  return begun.ok ? write(begun.value, begun.value.revision) : begun
}

/** The coming content; its name only where no other plan has it. `also`: edits in the same step. */
export async function replace(
  store: PlanningStore,
  here: Scenario,
  coming: Scenario,
  also: ScenarioEdit[] = [],
): Promise<StoreResult<unknown>> {
  const write = (name: string): Promise<StoreResult<unknown>> => {
    const difference = diffScenarios(here, { ...coming, name })
    const edit: ScenarioEdit = also.length === 0 ? difference : { type: 'batch', edits: [...singleEdits(difference), ...also] }
    return store.applyEdit(here.id, edit, { if_match: here.revision })
  }
  const written = await write(coming.name)
  return !written.ok && written.problems.some(({ code }) => code === 'name_is_taken') ? write(here.name) : written
}
