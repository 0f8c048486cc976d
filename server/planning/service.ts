/**
 * The rules of ownership and revision: PlanningStore on PostgreSQL for one user. Every write locks the scenario's row,
 * loads it, lets core decide (applyEdit), writes the difference and keeps the new state as a revision; all in one
 * transaction, or nothing.
 */
import { applyEdit, type ScenarioEdit } from '../../core/edit.ts'
import { limits } from '../../core/limits.ts'
import { copyOf, newScenario, type Surroundings } from '../../core/new-scenario.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { checkScenario, freeName, type Scenario, type ScenarioSummary } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult, Written } from '../../core/store.ts'
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

/** PlanningStore, but that If-Match may list several revisions, is heeded by restoring too, and a copy says whether it was there. */
export interface ServerPlanningStore extends PlanningStore {
  applyEdit(id: string, edit: ScenarioEdit, options?: ServerWriteOptions): Promise<StoreResult<Written>>
  deleteScenario(id: string, options?: ServerWriteOptions): Promise<StoreResult<{ id: string }>>
  restoreScenario(id: string, options?: ServerWriteOptions): Promise<StoreResult<Scenario>>
  duplicateScenario(id: string, copy?: { id?: string | undefined; name?: string | undefined }): Promise<StoreResult<Scenario & { created: boolean }>>
  restoreRevision(id: string, revision: number, options?: ServerWriteOptions): Promise<StoreResult<Written>>
}

export function planningStoreFor(database: Database, user_id: string, { now, newId }: Clockwork): ServerPlanningStore {
  const inTransaction = <T>(work: (owned: Owned) => Promise<StoreResult<T>>): Promise<StoreResult<T>> => transact(database, user_id, work, 'write')
  const reading = <T>(work: (owned: Owned) => Promise<StoreResult<T>>): Promise<StoreResult<T>> => transact(database, user_id, work, 'read')
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
      inTransaction(async (owned) => {
        await rows.lockUser(owned)
        const source = await rows.lockScenario(owned, id)
        if (!source) return notFound()
        const names = await rows.listNames(owned)
        const earlier = names.find((other) => other.id === copy.id)
        if (earlier?.id === source.id) return refused(idIsTaken)
        const wanted = newScenario({ id: copy.id, name: copy.name ?? earlier?.name ?? freeName(source.name, takenNames(names)) }, surroundings())
        return wanted.ok ? addScenario(owned, copyOf(source, wanted.scenario, surroundings()), now()) : wanted
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
          const { name, created_at } = scenario
          const restored = { ...state, name, created_at, revision: scenario.revision + 1, updated_at: now() }
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
  return done({ id, revision: after.revision, updated_at: after.updated_at })
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

const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
const refused = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({ ok: false, problems })
const notFound = (): { ok: false; problems: Problem[] } => refused(problem('not_found', '', 'There is no such plan.'))
const idIsTaken = problem('id_is_taken', '/id', 'Another plan has this id. Choose a different one.')

const takenNames = (names: readonly { name: string; is_deleted: boolean }[]): Set<string> => new Set(names.filter((other) => !other.is_deleted).map((other) => other.name))

/** Not there, or not at the revision the change was made on. */
function refusalOf(found: ScenarioSummary | null, { if_match }: ServerWriteOptions = {}): { ok: false; problems: Problem[]; current_revision?: number } | null {
  if (!found) return notFound()
  if (if_match === undefined || [if_match].flat().includes(found.revision)) return null
  const stale = problem('revision_is_stale', '', `This plan has changed meanwhile: it is at revision ${found.revision}. Read it again and repeat the change.`)
  return { ...refused(stale), current_revision: found.revision }
}

const dayMilliseconds = 86_400_000

/** Deleted scenarios are kept whose deletion is later than this instant. */
const keptSince = (at: string): string => new Date(Date.parse(at) - limits.deleted_kept_days * dayMilliseconds).toISOString()

/** One transaction; run once more when others got in its way. Nothing is stored of what is refused. */
async function transact<T>(database: Database, user_id: string, work: (owned: Owned) => Promise<StoreResult<T>>, to: 'read' | 'write'): Promise<StoreResult<T>> {
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
