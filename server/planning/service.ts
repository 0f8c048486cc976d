/**
 * PlanningStore on PostgreSQL for one caller: the repository of core over transactions of the database. Those who write the
 * same take turns, and other devices are told of what was stored.
 */
import type { Conflict } from '../../core/comparison/conflict.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import { merged, previewOfMerge } from '../../core/repository/merging.ts'
import type { Environment } from '../../core/repository/new-scenario.ts'
import type { Caller, Decided, PlansStore, PlansWrite, Refused } from '../../core/repository/repository-port.ts'
import { planRepository, writtenOf, type Condition, type ForMerge, type Merged } from '../../core/repository/repository.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { MergeRequest, PlanningStore, StoreResult, Written } from '../../core/store.ts'
import { inUserTransaction, type Database, type Purpose } from '../database/connect.ts'
import type { Weigh } from '../heavy/bounds.ts'
import { differenceOf, type Difference } from './difference.ts'
import { conflictOf, isTransient } from './failures.ts'
import { plansIn } from './transaction.ts'

/** What comes from outside: the time, as ISO 8601 in UTC with milliseconds, and new ids. */
export interface Clockwork {
  now: () => string
  newId: () => string
}

/**
 * PlanningStore, but that If-Match may list several revisions, is heeded by restoring too, a copy says whether it was there, and a refused
 * merge what it asks.
 */
export interface ServerPlanningStore extends PlanningStore {
  applyEdit(id: string, edit: ScenarioEdit, condition?: Condition): Promise<StoreResult<Written>>
  deleteScenario(id: string, condition?: Condition): Promise<StoreResult<{ id: string }>>
  restoreScenario(id: string, condition?: Condition): Promise<StoreResult<Scenario>>
  duplicateScenario(
    id: string,
    copy?: { id?: string | undefined; name?: string | undefined },
  ): Promise<StoreResult<Scenario & { created: boolean }>>
  mergeScenario(id: string, request: MergeRequest, condition?: Condition): Promise<StoreResult<Written> & { clashes?: Conflict[] }>
  restoreRevision(id: string, revision: number, condition?: Condition): Promise<StoreResult<Written>>
  readForMerge(id: string, request: MergeRequest): Promise<StoreResult<ForMerge>>
}

/** `weigh` is told what is read, before more is done with it, and may end the transaction by throwing. */
export function planningStoreFor(
  database: Database,
  caller: Caller,
  { now, newId }: Clockwork,
  weigh: Weigh = () => {},
): ServerPlanningStore {
  const environment = (): Environment => {
    const at = now()
    return { at, today: at.slice(0, 10), newId }
  }
  const repository = planRepository(plansOf(database, caller, weigh), environment)

  return {
    ...repository,
    applyEdit: (id, edit, condition) => repository.change(id, condition, (scenario) => edited(scenario, edit, now())),
    previewMerge: async (id, request) => {
      const found = await repository.readForMerge(id, request)
      return found.ok ? { ok: true, value: previewOfMerge(found.value.base, found.value.from, found.value.into, request) } : found
    },
    mergeScenario: (id, request, condition) =>
      repository.mergeScenario(id, request, condition, (plans) => {
        weigh({ plans: [plans.base, plans.from, plans.into] })
        return mergedInto(plans, request, now())
      }),
  }
}

function edited(scenario: Scenario, edit: ScenarioEdit, at: string): Decided<Difference> {
  const applied = applyEdit(scenario, edit, at)
  if (!applied.ok) return applied
  return { ok: true, written: writtenOf(applied.scenario), change: applied.changed ? differenceOf(scenario, applied.scenario) : null }
}

function mergedInto({ base, from, into }: ForMerge, request: MergeRequest, at: string): Merged<Difference> {
  const after = merged(base, from, into, request, at)
  if (!after.ok) return after
  return {
    ok: true,
    written: writtenOf(after.into),
    into: after.into === into ? null : differenceOf(into, after.into),
    from: after.from === from ? null : differenceOf(from, after.from),
  }
}

/** The transactions of one caller. */
function plansOf(database: Database, caller: Caller, weigh: Weigh): PlansStore<Difference> {
  const { owner } = caller
  /** Other devices are told: of one plan's next revision, or of the list where a plan comes or goes. */
  const tellOfChanges = (keys: readonly string[], value: unknown): void => {
    const { id, revision } = value as Partial<Written>
    for (const key of keys) if (key !== 'names') database.changes.tell(owner, key === id ? { id, revision } : { id: key })
    if (keys.length > 0 && (keys.includes('names') || revision === undefined)) database.changes.tell(owner, { id: '' })
  }
  return {
    holder: 'account',
    changeOf: differenceOf,
    read: (work, asks) =>
      database.turns.run(owner, [], () => transact(database, caller, weigh, work, asks === 'at_once' ? 'read_at_once' : 'read')),
    write: async (locked, work) => {
      const keys = locked.filter((key) => key !== undefined)
      const result = await database.turns.run(owner, keys, () => transact(database, caller, weigh, work, 'write'))
      if (result.ok) tellOfChanges(keys, result.value)
      return result
    },
  }
}

/** One transaction; run once more when others got in its way. Nothing is stored of what is refused. */
async function transact<R>(
  database: Database,
  { owner, actor }: Caller,
  weigh: Weigh,
  work: (plans: PlansWrite<Difference>) => Promise<R>,
  to: Purpose,
): Promise<R | Refused> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inUserTransaction(
        database,
        owner,
        (transaction, line) => work(plansIn({ transaction, line, user_id: owner, actor, weigh }, to)),
        to,
      )
    } catch (error) {
      if (isTransient(error) && attempt < 3) continue
      const conflict = conflictOf(error)
      if (!conflict) throw error
      return { ok: false, problems: [conflict] }
    }
  }
}
