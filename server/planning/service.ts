/**
 * PlanningStore on PostgreSQL for one caller: the repository of core over transactions of the database. Those who write the
 * same take turns, what may be heavy goes to a worker, and other devices are told of what was stored.
 */
import type { Clash } from '../../core/comparison/clash.ts'
import type { ScenarioEdit } from '../../core/edit.ts'
import { previewOfMerge } from '../../core/merging.ts'
import type { Surroundings } from '../../core/new-scenario.ts'
import type { Caller, Decided, PlansStore, PlansWrite, Refused } from '../../core/repository-port.ts'
import { planRepository, type Condition, type ForMerge } from '../../core/repository.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { MergeRequest, PlanningStore, StoreResult, Written } from '../../core/store.ts'
import { inUserTransaction, type Database, type Purpose } from '../database/connect.ts'
import { isHeavyEdit, isHeavyPlans } from '../heavy/bounds.ts'
import type { Change } from '../heavy/jobs.ts'
import { doHere, type Doing, type Work } from '../heavy/workers.ts'
import { differenceOf, type Difference } from './difference.ts'
import { conflictOf, isTransient } from './failures.ts'
import { plansIn } from './transaction.ts'

/** What comes from outside: the time, as ISO 8601 in UTC with milliseconds, and new ids. */
export interface Clockwork {
  now: () => string
  newId: () => string
}

/** PlanningStore, but that If-Match may list several revisions, is heeded by restoring too, a copy says whether it was there, and a refused merge what it asks. */
export interface ServerPlanningStore extends PlanningStore {
  applyEdit(id: string, edit: ScenarioEdit, condition?: Condition): Promise<StoreResult<Written>>
  deleteScenario(id: string, condition?: Condition): Promise<StoreResult<{ id: string }>>
  restoreScenario(id: string, condition?: Condition): Promise<StoreResult<Scenario>>
  duplicateScenario(id: string, copy?: { id?: string | undefined; name?: string | undefined }): Promise<StoreResult<Scenario & { created: boolean }>>
  mergeScenario(id: string, request: MergeRequest, condition?: Condition): Promise<StoreResult<Written> & { clashes?: Clash[] }>
  restoreRevision(id: string, revision: number, condition?: Condition): Promise<StoreResult<Written>>
  /** createScenario and applyEdit of what a large body says: it is read in a worker. */
  createFromBody(body: Uint8Array): Promise<StoreResult<Scenario & { created: boolean }>>
  changeByBody(id: string, change: Extract<Change, { body: Uint8Array }>, condition?: Condition): Promise<StoreResult<Written>>
  readForMerge(id: string, request: MergeRequest): Promise<StoreResult<ForMerge>>
}

export function planningStoreFor(database: Database, caller: Caller, { now, newId }: Clockwork, work: Pick<Work, 'inTurn'> = { inTurn: (_account, go) => go(doHere) }): ServerPlanningStore {
  const { owner } = caller
  const surroundings = (): Surroundings => {
    const at = now()
    return { at, today: at.slice(0, 10), newId }
  }
  const repository = planRepository(plansOf(database, caller), surroundings)
  const deciding = (change: Change, doing: Doing) => (scenario: Scenario): Promise<Decided<Difference>> => doing({ job: 'change', scenario, change, at: now() })

  return {
    ...repository,
    createFromBody: (given) =>
      work.inTurn(owner, async (doing) => {
        const made = await doing({ job: 'create', given, at: now() })
        return made.ok ? repository.addScenario(made.scenario) : made
      }),
    applyEdit: (id, edit, condition) =>
      isHeavyEdit(edit) ? work.inTurn(owner, (doing) => repository.change(id, condition, deciding({ edit }, doing))) : repository.change(id, condition, deciding({ edit }, doHere)),
    changeByBody: (id, change, condition) => work.inTurn(owner, (doing) => repository.change(id, condition, deciding(change, doing))),
    previewMerge: async (id, request) => {
      const found = await repository.readForMerge(id, request)
      return found.ok ? { ok: true, value: previewOfMerge(found.value.base, found.value.from, found.value.into, request) } : found
    },
    mergeScenario: (id, request, condition) =>
      work.inTurn(owner, (doing) =>
        repository.mergeScenario(id, request, condition, (plans) => {
          const merge = isHeavyPlans([plans.base, plans.from, plans.into]) ? doing : doHere
          return merge({ job: 'merge', ...plans, request, at: now() })
        }),
      ),
  }
}

/** The transactions of one caller. */
function plansOf(database: Database, caller: Caller): PlansStore<Difference> {
  const { owner } = caller
  /** Other devices are told: of one plan's next revision, or of the list where a plan comes or goes. */
  const tellOfChanges = (keys: readonly string[], value: unknown): void => {
    const { id, revision } = value as Partial<Written>
    for (const key of keys) if (key !== 'names') database.changes.tell(owner, key === id ? { id, revision } : { id: key })
    if (keys.length > 0 && (keys.includes('names') || revision === undefined)) database.changes.tell(owner, { id: '' })
  }
  return {
    holder: 'An account',
    changeOf: differenceOf,
    read: (work, asks) => database.turns.run(owner, [], () => transact(database, caller, work, asks === 'at_once' ? 'read_at_once' : 'read')),
    write: async (locked, work) => {
      const keys = locked.filter((key) => key !== undefined)
      const result = await database.turns.run(owner, keys, () => transact(database, caller, work, 'write'))
      if (result.ok) tellOfChanges(keys, result.value)
      return result
    },
  }
}

/** One transaction; run once more when others got in its way. Nothing is stored of what is refused. */
async function transact<R>(database: Database, { owner, actor }: Caller, work: (plans: PlansWrite<Difference>) => Promise<R>, to: Purpose): Promise<R | Refused> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inUserTransaction(database, owner, (transaction, line) => work(plansIn({ transaction, line, user_id: owner, actor }, to)), to)
    } catch (error) {
      if (isTransient(error) && attempt < 3) continue
      const conflict = conflictOf(error)
      if (!conflict) throw error
      return { ok: false, problems: [conflict] }
    }
  }
}
