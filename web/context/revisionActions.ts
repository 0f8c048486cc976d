import type { PlanningService } from '../services/planningService.ts'
import type { ActionParts } from './planActions.ts'
import type { PlanningActions } from './planning.ts'
import { notOpen } from './planNames.ts'

type RevisionActions = Pick<PlanningActions, 'listRevisions' | 'getRevision' | 'getRevisionChange' | 'restoreRevision'>

/** What the open plan was; going back to it is an edit like any other. */
export function revisionActions({
  store,
  dispatch,
  service,
}: Pick<ActionParts, 'store' | 'dispatch'> & { service: PlanningService }): RevisionActions {
  const openId = (): string | undefined => store.getState().scenario?.id
  const getRevision: RevisionActions['getRevision'] = async (revision) => {
    const id = openId()
    return id ? service.getRevision(id, revision) : { ok: false, problems: [notOpen] }
  }
  return {
    listRevisions: async () => {
      const id = openId()
      return id ? service.listRevisions(id) : { ok: false, problems: [notOpen] }
    },
    getRevision,
    getRevisionChange: async (revision) => {
      const id = openId()
      return id ? service.getRevisionChange(id, revision) : { ok: false, problems: [notOpen] }
    },
    restoreRevision: async (revision) => {
      const [state, { diffScenarios }] = await Promise.all([getRevision(revision), import('../../core/comparison/edit-between.ts')])
      if (!state.ok) return state.problems
      const { scenario } = store.getState()
      if (scenario?.id !== state.value.id) return [notOpen]
      return dispatch(diffScenarios(scenario, { ...state.value, name: scenario.name }))
    },
  }
}
