/** Branches of a plan, and bringing changes over between a branch and its parent; each a step of undo. */
import { advanceMergeBase } from '../../core/repository/branching.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { Scenario } from '../../core/scenario.ts'
import { say } from '../words/say.ts'
import type { Step } from './history.ts'
import type { ActionParts } from './planActions.ts'
import { freeNameAmong, isNameTaken, nameIsTaken, notOpen } from './planNames.ts'
import type { LookedAt, PlanningActions } from './planning.ts'

type BranchActions = Pick<PlanningActions, 'branchScenario' | 'previewMerge' | 'mergeFrom'>

export function branchActions({ store, newId, session, open, readList, did }: ActionParts): BranchActions {
  return {
    branchScenario: async (id, name, edit) => {
      const at = session()
      if (!at) return [notOpen]
      const { scenarios } = store.getState()
      if (name !== undefined && isNameTaken(scenarios, name)) return [nameIsTaken]
      await at.saver.settled()
      const made = await at.store.branchScenario(id, { id: newId(), name: name ?? freeNameAmong(scenarios, say('frame.what_if')) })
      if (!made.ok) return made.problems
      const edited = edit && (await at.store.applyEdit(made.value.id, edit))
      if (edited?.ok === false) {
        await at.store.deleteScenario(made.value.id)
        return edited.problems
      }
      await readList()
      did({ type: 'delete', scenario_id: made.value.id })
      return open(made.value.id)
    },

    previewMerge: async ({ from, into, choices }) => {
      const at = session()
      if (!at) return { ok: false, problems: [notOpen] }
      await at.saver.settled()
      return at.store.previewMerge(into, { from, choices })
    },

    mergeFrom: async (looked, choices = {}) => {
      const at = session()
      if (!at) return [notOpen]
      await at.saver.settled()
      const { from, into } = looked
      const written = await at.store.mergeScenario(
        into.id,
        { from: from.id, choices, from_revision: from.revision },
        { if_match: into.revision },
      )
      if (!written.ok) return written.problems
      const opposite = whatTakesBack(looked, written.value.revision)
      if (opposite) did(opposite)
      const problems = await open(into.id)
      // Where the server keeps it, what this device held of it shows first.
      await at.saver.refresh()
      await readList()
      return problems
    },
  }
}

/** Gives both plans what they said before the merge, and the parting point they had. Null: the merge changed nothing. */
function whatTakesBack({ from, into, edit }: LookedAt, revision: number): Step | null {
  if (revision === into.revision && from.parent_id !== into.id) return null
  const applied = applyEdit(into, edit, into.updated_at)
  if (!applied.ok) return null
  const parted = (scenario: Scenario): ScenarioEdit => ({
    type: 'set_parentage',
    parentage: { parent_revision: scenario.parent_revision, branch_revision: scenario.branch_revision },
  })
  const isBranch = advanceMergeBase(from, into).branch_id === into.id
  return {
    type: 'merge',
    scenario_id: into.id,
    edit: isBranch ? { type: 'batch', edits: [applied.inverse, parted(into)] } : applied.inverse,
    from: isBranch ? null : { scenario_id: from.id, edit: parted(from) },
  }
}
