/**
 * The rules of ownership and revision: PlanningStore on PostgreSQL for one user. Every write locks the scenario's row,
 * loads it, lets core decide (applyEdit), writes the difference and keeps the new state as a revision; all in one
 * transaction, or nothing.
 */
import { branchOf } from '../../core/branching.ts'
import type { Clash } from '../../core/comparison/clash.ts'
import { checkScenario } from '../../core/check-scenario.ts'
import { applyEdit, type ScenarioEdit } from '../../core/edit.ts'
import { limits } from '../../core/limits.ts'
import { baseOfMerge, merged, previewOfMerge } from '../../core/merging.ts'
import { copyOf, newScenario, type Surroundings } from '../../core/new-scenario.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { freeName, type Scenario, type ScenarioSummary } from '../../core/scenario.ts'
import type { MergeRequest, PlanningStore, StoreResult, Written } from '../../core/store.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import { conflictOf, isTransient } from './failures.ts'
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
}

/** PlanningStore, but that If-Match may list several revisions, is heeded by restoring too, a copy says whether it was there, and a refused merge what it asks. */
export interface ServerPlanningStore extends PlanningStore {
  applyEdit(id: string, edit: ScenarioEdit, options?: ServerWriteOptions): Promise<StoreResult<Written>>
  deleteScenario(id: string, options?: ServerWriteOptions): Promise<StoreResult<{ id: string }>>
  restoreScenario(id: string, options?: ServerWriteOptions): Promise<StoreResult<Scenario>>
  duplicateScenario(id: string, copy?: { id?: string | undefined; name?: string | undefined }): Promise<StoreResult<Scenario & { created: boolean }>>
  mergeScenario(id: string, request: MergeRequest, options?: ServerWriteOptions): Promise<StoreResult<Written> & { clashes?: Clash[] }>
  restoreRevision(id: string, revision: number, options?: ServerWriteOptions): Promise<StoreResult<Written>>
}

export function planningStoreFor(database: Database, user_id: string, { now, newId }: Clockwork): ServerPlanningStore {
  const inTransaction = <R extends StoreResult<unknown>>(work: (owned: Owned) => Promise<R>): Promise<R | Refused> => transact(database, user_id, work, 'write')
  const reading = <R extends StoreResult<unknown>>(work: (owned: Owned) => Promise<R>): Promise<R | Refused> => transact(database, user_id, work, 'read')
  const surroundings = (): Surroundings => {
    const at = now()
    return { at, today: at.slice(0, 10), newId }
  }

  return {
    listScenarios: () =>
      inTransaction(async (owned) => {
        const [, summaries] = await Promise.all([rows.purgeDeleted(owned, keptSince(now())), rows.listSummaries(owned)])
        return done(summaries)
      }),

    createScenario: async (given) => {
      const made = newScenario(given, surroundings())
      return made.ok ? inTransaction((owned) => addScenario(owned, made.scenario, now())) : made
    },

    getScenario: (id) => reading((owned) => getScenarioForUser(owned, id)),

    applyEdit: (id, edit, options) => inTransaction((owned) => changeScenario(owned, id, options, (scenario) => applyEdit(scenario, edit, now()))),

    deleteScenario: (id, options) =>
      inTransaction(async (owned) => {
        const scenario = await rows.lockScenario(owned, id)
        const refusal = refusalOf(scenario, options)
        if (refusal) return refusal
        await Promise.all([rows.deleteScenario(owned, id, now()), rows.purgeDeleted(owned, keptSince(now()))])
        return done({ id })
      }),

    listDeleted: () => reading(async (owned) => done(await rows.listDeletedSummaries(owned, keptSince(now())))),

    restoreScenario: (id, options) =>
      inTransaction(async (owned) => {
        await rows.lockUser(owned)
        const deleted = await rows.lockDeleted(owned, id, keptSince(now()))
        const refusal = refusalOf(deleted, options)
        if (refusal || !deleted) return refusal ?? notFound()
        const name = freeName(deleted.name, takenNames(await rows.listNames(owned)))
        await rows.undeleteScenario(owned, id, name)
        const scenario = await rows.lockScenario(owned, id)
        if (!scenario || name === deleted.name) return scenario ? done(scenario) : notFound()
        const renamed = { ...scenario, revision: scenario.revision + 1, updated_at: now() }
        await rows.writeDifference(owned, scenario, renamed)
        return done(renamed)
      }),

    duplicateScenario: (id, copy = {}) =>
      inTransaction((owned) => addFrom(owned, id, copy, surroundings(), (source, wanted) => copyOf(source, wanted, surroundings()))),

    branchScenario: (id, branch = {}) =>
      inTransaction(async (owned) => {
        const added = await addFrom(owned, id, branch, surroundings(), (source, wanted) => branchOf(source, wanted, now()))
        return added.ok && added.value.parent_id !== id ? refused(idIsTaken) : added
      }),

    previewMerge: (id, request) =>
      reading(async (owned) => {
        const [into, from] = await Promise.all([rows.readScenario(owned, id), rows.readScenario(owned, request.from)])
        if (!into || !from) return notFound()
        const known = await readBase(owned, from, into, request)
        return known.ok ? done(previewOfMerge(known.base, from, into, request)) : known
      }),

    mergeScenario: (id, request, options) =>
      inTransaction(async (owned) => {
        const { into, from } = await lockBoth(owned, id, request.from)
        const refusal = refusalOf(into, options)
        if (refusal || !into || !from) return refusal ?? notFound()
        const known = await readBase(owned, from, into, request)
        if (!known.ok) return known
        const after = merged(known.base, from, into, request, now())
        if (!after.ok) return after
        if (after.from !== from) await rows.writeDifference(owned, from, after.from)
        if (after.into !== into) await rows.writeDifference(owned, into, after.into)
        return done(writtenOf(after.into))
      }),

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
      inTransaction((owned) =>
        changeScenario(owned, id, options, async (scenario) => {
          const state = await rows.readRevision(owned, id, revision)
          if (!state) return notFound()
          const { name, created_at, parent_id, parent_revision, branch_revision } = scenario
          const restored = { ...state, name, created_at, parent_id, parent_revision, branch_revision, revision: scenario.revision + 1, updated_at: now() }
          const problems = checkScenario(restored)
          return problems.length > 0 ? refused(...problems) : { ok: true, scenario: restored, changed: true }
        }),
      ),
  }
}

/** The scenario if it is this user's and not deleted; else it is not found, whether it is another's or nobody's. */
async function getScenarioForUser(owned: Owned, id: string): Promise<StoreResult<Scenario>> {
  const scenario = await rows.readScenario(owned, id)
  return scenario ? done(scenario) : notFound()
}

type Changed = { ok: true; scenario: Scenario; changed: boolean } | { ok: false; problems: Problem[] }

/** The one way a scenario changes: lock, compare the revision, let the change decide, write what differs. */
async function changeScenario(
  owned: Owned,
  id: string,
  options: ServerWriteOptions | undefined,
  change: (scenario: Scenario) => Changed | Promise<Changed>,
): Promise<StoreResult<Written>> {
  const before = await rows.lockScenario(owned, id)
  const refusal = refusalOf(before, options)
  if (refusal || !before) return refusal ?? notFound()
  const changed = await change(before)
  if (!changed.ok) return changed
  const after = changed.scenario
  if (changed.changed) await rows.writeDifference(owned, before, after)
  return done(writtenOf(after))
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
  const [, names] = await Promise.all([rows.purgeDeleted(owned, keptSince(at)), rows.listNames(owned)])
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

const dayMilliseconds = 86_400_000

/** Deleted scenarios are kept whose deletion is later than this instant. */
const keptSince = (at: string): string => new Date(Date.parse(at) - limits.deleted_kept_days * dayMilliseconds).toISOString()

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
