/** What the repository asks of a transaction (core/repository/repository-port.ts), answered by PostgreSQL. */
import type { PlansWrite } from '../../core/repository/repository-port.ts'
import { noteOfPlan } from '../auth/accountEvents.ts'
import type { Purpose } from '../database/connect.ts'
import type { Difference } from './difference.ts'
import * as history from './history.ts'
import type { Acting } from './owned.ts'
import * as purging from './purging.ts'
import * as rows from './store.ts'

/** `to` write: a plan that is read is locked. */
export function plansIn(owned: Acting, to: Purpose): PlansWrite<Difference> {
  return {
    summaries: () => rows.listSummaries(owned),
    deletedSummaries: (after) => rows.listDeletedSummaries(owned, after),
    plan: (id) => (to === 'write' ? rows.lockScenario(owned, id) : rows.readScenario(owned, id)),
    exists: (id) => rows.scenarioExists(owned, id),
    deletions: (at) => purging.deletions(owned, at),
    revisions: (id) => history.listRevisionSummaries(owned, id),
    revisionChange: (id, revision) => history.revisionChange(owned, id, revision),
    revisionRecords: (id, revision) => history.revisionRecords(owned, id, revision),

    lockNames: () => rows.lockUser(owned),
    names: () => rows.listNames(owned),
    deletedPlan: (id, after) => rows.lockDeleted(owned, id, after),
    storedEdit: (id, edit_id) => rows.readStoredEdit(owned, id, edit_id),
    add: async (scenario) => rows.insertScenario(owned, scenario),
    write: async (change, edit_id) => rows.writeDifference(owned, change, edit_id),
    delete: async (id, deleted_at) => {
      await rows.deleteScenario(owned, id, deleted_at)
      await noteOfPlan(owned.transaction, owned.user_id, { kind: 'plan_deleted', scenario_id: id, token_id: owned.actor.token_id })
    },
    undelete: async (id, name) => {
      await rows.undeleteScenario(owned, id, name)
      await noteOfPlan(owned.transaction, owned.user_id, { kind: 'plan_restored', scenario_id: id, token_id: owned.actor.token_id })
    },

    notePurgeable: (ids, since) => purging.notePurgeable(owned, ids, since),
    purge: (ids) => purging.purge(owned, ids),

    keptRevisions: (id) => history.keptRevisions(owned, id),
    branchedAt: (id) => history.branchedAt(owned, id),
    makeWhole: (id, revision, state) => history.makeWhole(owned, id, revision, state),
    dropRevisions: (id, revisions) => history.dropRevisions(owned, id, revisions),
    forgetEdits: (id, revision) => history.forgetEdits(owned, id, revision),
  }
}
