/** Carrying out a step of undo or redo, or anything else a step describes. */
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { Problem } from '../../core/problem.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import type { Step } from './history.ts'
import type { ActionParts } from './planActions.ts'
import { notOpen } from './planNames.ts'

type StepParts = Pick<ActionParts, 'store' | 'session' | 'open' | 'readList'>

export interface Performed {
  problems: Problem[]
  /** What would take the step back in turn; null when it had nothing to do. */
  opposite: Step | null
}

export async function performStep({ store, session, open, readList }: StepParts, step: Step): Promise<Performed> {
  const openUnlessOpen = async (id: string): Promise<Problem[]> => (session()?.saver.scenario()?.id === id ? [] : open(id))

  const at = session()
  if (!at) return { problems: [notOpen], opposite: null }
  const { scenario_id } = step
  const fail = (problems: Problem[]) => ({ problems, opposite: null })
  switch (step.type) {
    case 'edit': {
      const problems = await openUnlessOpen(scenario_id)
      if (problems.length > 0) return fail(problems)
      const edited = at.saver.edit(step.edit)
      if (!edited.ok) return fail(edited.problems)
      return {
        problems: [],
        opposite: edited.changed ? { type: 'edit', scenario_id, edit: edited.inverse, edit_ids: [edited.edit_id] } : null,
      }
    }
    case 'rename': {
      const before = store.getState().scenarios.find(({ id }) => id === scenario_id)
      const written = await at.store.applyEdit(scenario_id, { type: 'set_fields', fields: { name: step.name } })
      if (!written.ok) return fail(written.problems)
      await readList()
      return { problems: [], opposite: before ? { type: 'rename', scenario_id, name: before.name } : null }
    }
    case 'delete': {
      await at.saver.settled()
      const deleted = await at.store.deleteScenario(scenario_id)
      if (!deleted.ok) return fail(deleted.problems)
      await readList()
      return { problems: [], opposite: { type: 'restore', scenario_id } }
    }
    case 'restore': {
      const restored = await at.store.restoreScenario(scenario_id)
      if (!restored.ok) return fail(restored.problems)
      await readList()
      await open(scenario_id)
      return { problems: [], opposite: { type: 'delete', scenario_id } }
    }
    case 'merge': {
      await at.saver.settled()
      const problems = await openUnlessOpen(scenario_id)
      if (problems.length > 0) return fail(problems)
      // The parting point first: with the content taken back and not the point, the changes could not be brought over again.
      const from = step.from && (await applyInStore(at.store, step.from))
      if (from && !from.ok) return fail(from.problems)
      const edited = at.saver.edit(step.edit)
      if (!edited.ok) {
        if (from?.value) await applyInStore(at.store, from.value)
        return fail(edited.problems)
      }
      await readList()
      return { problems: [], opposite: { type: 'merge', scenario_id, edit: edited.inverse, from: from?.value ?? null } }
    }
  }
}

interface StoredEdit {
  scenario_id: string
  edit: ScenarioEdit
}

/** Applies an edit to a plan that is not open; answers what takes it back, null where the plan is gone meanwhile. */
async function applyInStore(store: PlanningStore, { scenario_id, edit }: StoredEdit): Promise<StoreResult<StoredEdit | null>> {
  const read = await store.getScenario(scenario_id)
  if (!read.ok) return read.problems.some(({ code }) => code === 'not_found') ? { ok: true, value: null } : read
  const applied = applyEdit(read.value, edit, read.value.updated_at)
  if (!applied.ok) return applied
  const written = await store.applyEdit(scenario_id, edit, { if_match: read.value.revision })
  return written.ok ? { ok: true, value: { scenario_id, edit: applied.inverse } } : written
}
