/**
 * The rules of ownership and revision: PlanningStore on PostgreSQL for one user. Every write locks the scenario's row,
 * loads it, lets core decide (applyEdit), writes the difference and keeps the new state as a revision; all in one
 * transaction, or nothing.
 */
import { branchOf } from '../../core/branching.ts'
import type { Clash } from '../../core/comparison/clash.ts'
import { checkScenario } from '../../core/check-scenario.ts'
import { changedAt, type ScenarioEdit } from '../../core/edit.ts'
import { checkGrowth } from '../../core/plan-size.ts'
import { limits } from '../../core/limits.ts'
import { baseOfMerge, previewOfMerge } from '../../core/merging.ts'
import { copyOf, newScenario, type Surroundings } from '../../core/new-scenario.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { keptSince } from '../../core/purging.ts'
import { freeName, type Scenario, type ScenarioSummary } from '../../core/scenario.ts'
import { grouped } from '../../core/text-size.ts'
import type { MergeRequest, PlanningStore, StoreResult, Written } from '../../core/store.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import { isHeavyEdit, isHeavyPlans } from '../heavy/bounds.ts'
import type { Change, WriteResults } from '../heavy/jobs.ts'
import { doHere, type Doing, type Work } from '../heavy/workers.ts'
import { differenceOf } from './difference.ts'
import { conflictOf, isTransient } from './failures.ts'
import { purgeDeleted } from './purging.ts'
import * as rows from './store.ts'
import type { Owned } from './store.ts'

/** What comes from outside: the time, as ISO 8601 in UTC with milliseconds, and new ids. */
export interface Clockwork {
  now: () => string
  newId: () => string
}

export interface ServerWriteOptions {
  /** The revision the change was made on, or several of which any will do. */
  if_match?: number | readonly number[] | undefined
  /** As in WriteOptions. */
  edit_id?: string | undefined
}

/** PlanningStore, but that If-Match may list several revisions, is heeded by restoring too, a copy says whether it was there, and a refused merge what it asks. */
export interface ServerPlanningStore extends PlanningStore {
  applyEdit(id: string, edit: ScenarioEdit, options?: ServerWriteOptions): Promise<StoreResult<Written>>
  deleteScenario(id: string, options?: ServerWriteOptions): Promise<StoreResult<{ id: string }>>
  restoreScenario(id: string, options?: ServerWriteOptions): Promise<StoreResult<Scenario>>
  duplicateScenario(id: string, copy?: { id?: string | undefined; name?: string | undefined }): Promise<StoreResult<Scenario & { created: boolean }>>
  mergeScenario(id: string, request: MergeRequest, options?: ServerWriteOptions): Promise<StoreResult<Written> & { clashes?: Clash[] }>
  restoreRevision(id: string, revision: number, options?: ServerWriteOptions): Promise<StoreResult<Written>>
  /** createScenario and applyEdit of what a large body says: it is read in a worker. */
  createFromBody(body: Uint8Array): Promise<StoreResult<Scenario & { created: boolean }>>
  changeByBody(id: string, change: Extract<Change, { body: Uint8Array }>, options?: ServerWriteOptions): Promise<StoreResult<Written>>
  /** What a merge is about: both plans, and the state they come from where it is known. */
  readForMerge(id: string, request: MergeRequest): Promise<StoreResult<{ base: Scenario | null; from: Scenario; into: Scenario }>>
}

export function planningStoreFor(database: Database, user_id: string, { now, newId }: Clockwork, work: Pick<Work, 'inTurn'> = { inTurn: (_account, go) => go(doHere) }): ServerPlanningStore {
  /** Other devices are told: of one plan's next revision, or of the list where a plan comes or goes. */
  const tellOfChanges = (keys: readonly string[], value: unknown): void => {
    const { id, revision } = value as Partial<Written>
    for (const key of keys) if (key !== 'account') database.changes.tell(user_id, key === id ? { id, revision } : { id: key })
    if (keys.length > 0 && (keys.includes('account') || revision === undefined)) database.changes.tell(user_id, { id: '' })
  }
  /** `locked` are the plans it locks, and `account` where it locks the user's row: those who lock the same come one after another. */
  const inTransaction = async <R extends StoreResult<unknown>>(locked: readonly (string | undefined)[], work: (owned: Owned) => Promise<R>): Promise<R | Refused> => {
    const keys = locked.filter((key) => key !== undefined)
    const result = await database.turns.run(user_id, keys, () => transact(database, user_id, work, 'write'))
    if (result.ok) tellOfChanges(keys, result.value)
    return result
  }
  const reading = <R extends StoreResult<unknown>>(work: (owned: Owned) => Promise<R>): Promise<R | Refused> => database.turns.run(user_id, [], () => transact(database, user_id, work, 'read'))
  const changing = (id: string, change: Change, options: ServerWriteOptions | undefined, doing: Doing): Promise<StoreResult<Written>> =>
    inTransaction([id], (owned) => changeScenario(owned, id, options, (scenario) => doing({ job: 'change', scenario, change, at: now() })))
  const readForMerge = (id: string, request: MergeRequest): Promise<StoreResult<ForMerge>> =>
    reading(async (owned) => {
      const [into, from] = await Promise.all([rows.readScenario(owned, id), rows.readScenario(owned, request.from)])
      if (!into || !from) return notFound()
      const known = await readBase(owned, from, into, request)
      return known.ok ? done({ base: known.base, from, into }) : known
    })
  const surroundings = (): Surroundings => {
    const at = now()
    return { at, today: at.slice(0, 10), newId }
  }

  return {
    listScenarios: () =>
      inTransaction([], async (owned) => {
        const refusal = await tooLargeToList(owned)
        if (refusal) return refusal
        const [, summaries] = await Promise.all([purgeDeleted(owned, now()), rows.listSummaries(owned)])
        return done(summaries)
      }),

    createScenario: async (given) => {
      const made = newScenario(given, surroundings())
      return made.ok ? inTransaction(['account'], (owned) => addScenario(owned, made.scenario, now())) : made
    },

    getScenario: (id) => reading((owned) => getScenarioForUser(owned, id)),

    createFromBody: (given) =>
      work.inTurn(user_id, async (doing) => {
        const made = await doing({ job: 'create', given, at: now() })
        return made.ok ? inTransaction(['account'], (owned) => addScenario(owned, made.scenario, now())) : made
      }),

    applyEdit: (id, edit, options) => (isHeavyEdit(edit) ? work.inTurn(user_id, (doing) => changing(id, { edit }, options, doing)) : changing(id, { edit }, options, doHere)),

    changeByBody: (id, change, options) => work.inTurn(user_id, (doing) => changing(id, change, options, doing)),

    deleteScenario: (id, options) =>
      inTransaction([id], async (owned) => {
        const scenario = await rows.lockScenario(owned, id)
        const refusal = refusalOf(scenario, options)
        if (refusal) return refusal
        await Promise.all([rows.deleteScenario(owned, id, now()), purgeDeleted(owned, now())])
        return done({ id })
      }),

    listDeleted: () => reading(async (owned) => (await tooLargeToList(owned)) ?? done(await rows.listDeletedSummaries(owned, keptSince(now())))),

    restoreScenario: (id, options) =>
      inTransaction(['account', id], async (owned) => {
        await rows.lockUser(owned)
        const deleted = await rows.lockDeleted(owned, id, keptSince(now()))
        const refusal = refusalOf(deleted, options)
        if (refusal || !deleted) return refusal ?? notFound()
        const name = freeName(deleted.name, takenNames(await rows.listNames(owned)))
        await rows.undeleteScenario(owned, id, name)
        const scenario = await rows.lockScenario(owned, id)
        if (!scenario || name === deleted.name) return scenario ? done(scenario) : notFound()
        const renamed = { ...scenario, revision: scenario.revision + 1, updated_at: changedAt(scenario, now()) }
        await rows.writeDifference(owned, differenceOf(scenario, renamed))
        return done(renamed)
      }),

    duplicateScenario: (id, copy = {}) =>
      inTransaction(['account', id, copy.id], (owned) => addFrom(owned, id, copy, surroundings(), (source, wanted) => copyOf(source, wanted, surroundings()))),

    branchScenario: (id, branch = {}) =>
      inTransaction(['account', id, branch.id], async (owned) => {
        const added = await addFrom(owned, id, branch, surroundings(), (source, wanted) => branchOf(source, wanted, now()))
        return added.ok && added.value.parent_id !== id ? refused(idIsTaken) : added
      }),

    readForMerge,

    previewMerge: async (id, request) => {
      const found = await readForMerge(id, request)
      return found.ok ? done(previewOfMerge(found.value.base, found.value.from, found.value.into, request)) : found
    },

    mergeScenario: (id, request, options) =>
      work.inTurn(user_id, (doing) =>
        inTransaction([id, request.from], async (owned) => {
          const { into, from } = await lockBoth(owned, id, request.from)
          const refusal = refusalOf(into, options)
          if (refusal || !into || !from) return refusal ?? notFound()
          const known = await readBase(owned, from, into, request)
          if (!known.ok) return known
          const merge = isHeavyPlans([known.base, from, into]) ? doing : doHere
          const after = await merge({ job: 'merge', base: known.base, from, into, request, at: now() })
          if (!after.ok) return after
          if (after.from) await rows.writeDifference(owned, after.from)
          if (after.into) await rows.writeDifference(owned, after.into)
          return done(after.written)
        }),
      ),

    listRevisions: (id) =>
      reading(async (owned) => {
        const [exists, revisions] = await Promise.all([rows.scenarioExists(owned, id), rows.listRevisionSummaries(owned, id)])
        return exists ? done(revisions) : notFound()
      }),

    getRevision: (id, revision) =>
      reading(async (owned) => {
        const [exists, state] = await Promise.all([rows.scenarioExists(owned, id), rows.readRevision(owned, id, revision)])
        return exists && state ? done(state) : notFound()
      }),

    restoreRevision: (id, revision, options) =>
      inTransaction([id], (owned) =>
        changeScenario(owned, id, options, async (scenario) => {
          const state = await rows.readRevision(owned, id, revision)
          if (!state) return notFound()
          const { name, created_at, parent_id, parent_revision, branch_revision } = scenario
          const restored = { ...state, name, created_at, parent_id, parent_revision, branch_revision, revision: scenario.revision + 1, updated_at: changedAt(scenario, now()) }
          const problems = [...checkScenario(restored), ...checkGrowth(scenario, restored)]
          return problems.length > 0 ? refused(...problems) : { ok: true, written: writtenOf(restored), difference: differenceOf(scenario, restored) }
        }),
      ),
  }
}

/** The scenario if it is this user's and not deleted; else it is not found, whether it is another's or nobody's. */
async function getScenarioForUser(owned: Owned, id: string): Promise<StoreResult<Scenario>> {
  const scenario = await rows.readScenario(owned, id)
  return scenario ? done(scenario) : notFound()
}

/** Hundreds of plans may each hold as much in their lists as one may; together they are told up to a limit. */
async function tooLargeToList(owned: Owned): Promise<Refused | null> {
  const bytes = await rows.summariesBytes(owned)
  if (bytes <= limits.summaries_bytes) return null
  const message = `The dismissed proposals and opening pots of all your plans come to ${grouped(bytes)} bytes, where ${grouped(limits.summaries_bytes)} are listed together. Delete plans, or empty these lists; each plan can still be read by its id.`
  return refused(problem('answer_is_too_large', '', message))
}

/** The one way a scenario changes: lock, look whether this edit is in it already, compare the revision, let the change decide, write what differs. */
async function changeScenario(
  owned: Owned,
  id: string,
  options: ServerWriteOptions | undefined,
  change: (scenario: Scenario) => Promise<WriteResults['change']>,
): Promise<StoreResult<Written>> {
  const edit_id = options?.edit_id
  const [before, stored] = await Promise.all([rows.lockScenario(owned, id), edit_id === undefined ? null : rows.readStoredEdit(owned, id, edit_id)])
  if (before && stored) return done({ id, ...stored })
  const refusal = refusalOf(before, options)
  if (refusal || !before) return refusal ?? notFound()
  const changed = await change(before)
  if (!changed.ok) return changed
  if (changed.difference) await rows.writeDifference(owned, changed.difference, edit_id)
  return done(changed.written)
}

interface ForMerge {
  base: Scenario | null
  from: Scenario
  into: Scenario
}

const writtenOf = ({ id, revision, updated_at }: Scenario): Written => ({ id, revision, updated_at })

/** Adds what `make` makes of a scenario, under the id and name that are given, or its name with a number. */
async function addFrom(
  owned: Owned,
  id: string,
  given: { id?: string | undefined; name?: string | undefined },
  surroundings: Surroundings,
  make: (source: Scenario, wanted: Scenario) => Scenario,
): Promise<StoreResult<Scenario & { created: boolean }>> {
  await rows.lockUser(owned)
  const names = await rows.listNames(owned)
  const earlier = names.find((other) => other.id === given.id)
  const source = earlier ? (await lockBoth(owned, id, earlier.id)).into : await rows.lockScenario(owned, id)
  if (!source) return notFound()
  if (earlier?.id === id) return refused(idIsTaken)
  const wanted = newScenario({ id: given.id, name: given.name ?? earlier?.name ?? freeName(source.name, takenNames(names)) }, surroundings)
  return wanted.ok ? addScenario(owned, make(source, wanted.scenario), surroundings.at) : wanted
}

/** Both scenarios, locked in the order of their ids, so that no two of those who lock two wait for each other. */
async function lockBoth(owned: Owned, into_id: string, from_id: string): Promise<{ into: Scenario | null; from: Scenario | null }> {
  const [first, second] = into_id < from_id ? [into_id, from_id] : [from_id, into_id]
  const locked = [await rows.lockScenario(owned, first), await rows.lockScenario(owned, second)]
  const [into, from] = into_id < from_id ? locked : locked.reverse()
  return { into: into ?? null, from: from ?? null }
}

async function readBase(owned: Owned, from: Scenario, into: Scenario, request: MergeRequest): Promise<{ ok: true; base: Scenario | null } | Refused> {
  const found = baseOfMerge(from, into, request)
  if (!found.ok) return found
  return { ok: true, base: found.base && (await rows.readRevision(owned, found.base.scenario_id, found.base.revision)) }
}

/** Adds a scenario, unless the very same is there already: then that one is the answer, so that sending it again makes no second. */
async function addScenario(owned: Owned, scenario: Scenario, at: string): Promise<StoreResult<Scenario & { created: boolean }>> {
  if (!(await rows.lockUser(owned))) return refused(problem('must_be_signed_in', '', 'This account is no longer there.'))
  const [gone, all] = await Promise.all([purgeDeleted(owned, at), rows.listNames(owned)])
  const names = all.filter(({ id }) => !gone.has(id))
  const same = names.find((other) => other.id === scenario.id)
  if (same) {
    if (same.is_deleted || same.name !== scenario.name) return refused(idIsTaken)
    const there = await rows.lockScenario(owned, scenario.id)
    return there ? done({ ...there, created: false }) : notFound()
  }
  if (takenNames(names).has(scenario.name)) return refused(problem('name_is_taken', '/name', 'Another plan has this name. Choose a different one.'))
  if (names.length >= limits.scenarios_per_user) {
    return refused(problem('too_many_scenarios', '', `An account holds at most ${limits.scenarios_per_user} plans, those deleted in the last ${limits.deleted_kept_days} days counted.`))
  }
  await rows.insertScenario(owned, scenario)
  return done({ ...scenario, created: true })
}

type Refused = Extract<StoreResult<never>, { ok: false }>

const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
const refused = (...problems: Problem[]): Refused => ({ ok: false, problems })
const notFound = (): Refused => refused(problem('not_found', '', 'There is no such plan.'))
const idIsTaken = problem('id_is_taken', '/id', 'Another plan has this id. Choose a different one.')

const takenNames = (names: readonly { name: string; is_deleted: boolean }[]): Set<string> => new Set(names.filter((other) => !other.is_deleted).map((other) => other.name))

/** Not there, or not at the revision the change was made on. */
function refusalOf(found: ScenarioSummary | null, { if_match }: ServerWriteOptions = {}): Refused | null {
  if (!found) return notFound()
  if (if_match === undefined || [if_match].flat().includes(found.revision)) return null
  const stale = problem('revision_is_stale', '', `This plan has changed meanwhile: it is at revision ${found.revision}. Read it again and repeat the change.`)
  return { ...refused(stale), current_revision: found.revision }
}

/** One transaction; run once more when others got in its way. Nothing is stored of what is refused. */
async function transact<R>(database: Database, user_id: string, work: (owned: Owned) => Promise<R>, to: 'read' | 'write'): Promise<R | Refused> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inUserTransaction(database, user_id, (transaction) => work({ transaction, user_id }), to)
    } catch (error) {
      if (isTransient(error) && attempt < 3) continue
      const conflict = conflictOf(error)
      if (!conflict) throw error
      return refused(conflict)
    }
  }
}
