/**
 * PlanningStore on what the browser keeps: local mode. Every write is one transaction that reads the stored state,
 * lets core decide, and stores the result with its revision; so two tabs never overwrite each other's edits.
 */
import { branchOf } from '../../core/branching.ts'
import { checkScenario } from '../../core/check-scenario.ts'
import { applyEdit, changedAt } from '../../core/edit.ts'
import { limits } from '../../core/limits.ts'
import { copyOf, newScenario, type Surroundings } from '../../core/new-scenario.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { keptSince, purgeStep } from '../../core/purging.ts'
import { freeName, summaryOf, type Scenario } from '../../core/scenario.ts'
import type { MergeRequest, PlanningStore, StoreResult, WriteOptions, Written } from '../../core/store.ts'
import type { Clock } from './clock.ts'
import { storageProblem } from './records/browserRecords.ts'
import { scenarioTables, type Reading, type Records, type StoredRevision, type StoredRevisionState, type StoredScenario, type Writing } from './records/records.ts'
import { scenarioFrom } from './records/upgrades.ts'

export interface LocalStoreParts {
  records: Records
  clock: Clock
  newId: () => string
}

/** Old revisions are cleared away once in so many changes, so that a change costs little. */
const changesBetweenPrunings = 20

/** Ids of edits remembered of a plan: an edit is tried again only by the page that follows one which was killed. */
const editIdsKept = 50

/** Rarely wanted, so it loads when it is; before a transaction, which would not wait for it. */
const theMerging = () => import('../../core/merging.ts')
type Merging = Awaited<ReturnType<typeof theMerging>>

export function localStore({ records, clock, newId }: LocalStoreParts): PlanningStore {
  const surroundings = (): Surroundings => ({ today: clock.today(), at: clock.at(), newId })
  const read = <T>(work: (reading: Reading) => Promise<StoreResult<T>>): Promise<StoreResult<T>> => inWords(() => records.read([...scenarioTables], work))
  const write = <T>(work: (writing: Writing) => Promise<StoreResult<T>>): Promise<StoreResult<T>> => inWords(() => records.write([...scenarioTables], work))

  return {
    listScenarios: () =>
      read(async (reading) => {
        const stored = await reading.list('scenarios')
        return done(stored.filter((scenario) => scenario.deleted_at === null).map(({ summary }) => summary).sort(newestFirst))
      }),

    createScenario: async (given) => {
      const made = newScenario(given, surroundings())
      return made.ok ? write((writing) => addScenario(writing, made.scenario, clock.at())) : made
    },

    getScenario: (id) => read(async (reading) => answer(await current(reading, id))),

    applyEdit: (id, edit, options) => write((writing) => changeScenario(writing, id, options, (scenario) => applyEdit(scenario, edit, clock.at()))),

    deleteScenario: (id, options) =>
      write(async (writing) => {
        const stored = await writing.get('scenarios', [id])
        const refusal = refusalOf(stored?.deleted_at === null ? stored : undefined, options)
        if (refusal || !stored) return refusal ?? notFound()
        await writing.put('scenarios', { ...stored, deleted_at: latest(clock.at(), stored.summary.updated_at) })
        await purgeDeleted(writing, clock.at())
        return done({ id })
      }),

    listDeleted: () =>
      read(async (reading) => {
        const since = keptSince(clock.at())
        const deleted = (await reading.list('scenarios')).flatMap(({ summary, deleted_at }) => (deleted_at !== null && deleted_at > since ? [{ ...summary, deleted_at }] : []))
        return done(deleted.sort((a, b) => (a.deleted_at < b.deleted_at ? 1 : -1)))
      }),

    restoreScenario: (id) =>
      write(async (writing) => {
        const stored = await writing.get('scenarios', [id])
        if (!stored?.deleted_at || stored.deleted_at <= keptSince(clock.at())) return notFound()
        const name = freeName(stored.summary.name, takenNames(await writing.list('scenarios')))
        await writing.put('scenarios', { ...withoutLooks(stored), deleted_at: null })
        const scenario = await stateOf(writing, stored)
        if (!scenario || name === scenario.name) return answer(scenario)
        const renamed = { ...scenario, name, revision: scenario.revision + 1, updated_at: changedAt(scenario, clock.at()) }
        await keep(writing, renamed)
        return done(renamed)
      }),

    duplicateScenario: (id, copy = {}) => write((writing) => addFrom(writing, id, copy, surroundings(), (source, wanted) => copyOf(source, wanted, surroundings()))),

    branchScenario: (id, branch = {}) =>
      write(async (writing) => {
        const added = await addFrom(writing, id, branch, surroundings(), (source, wanted) => branchOf(source, wanted, clock.at()))
        return added.ok && added.value.parent_id !== id ? refused(idIsTaken) : added
      }),

    previewMerge: async (id, request) => {
      const merging = await theMerging()
      return read(async (reading) => {
        const [into, from] = [await current(reading, id), await current(reading, request.from)]
        if (!into || !from) return notFound()
        const known = await readBase(reading, from, into, request, merging)
        return known.ok ? done(merging.previewOfMerge(known.base, from, into, request)) : known
      })
    },

    mergeScenario: async (id, request, options) => {
      const merging = await theMerging()
      return write(async (writing) => {
        const [into, from] = [await current(writing, id), await current(writing, request.from)]
        const refusal = refusalOf(into && { summary: into }, options)
        if (refusal || !into || !from) return refusal ?? notFound()
        const known = await readBase(writing, from, into, request, merging)
        if (!known.ok) return known
        const after = merging.merged(known.base, from, into, request, clock.at())
        if (!after.ok) return after
        if (after.from !== from) await keep(writing, after.from)
        if (after.into !== into) await keep(writing, after.into)
        return done(writtenOf(after.into))
      })
    },

    listRevisions: (id) =>
      read(async (reading) => {
        if (!(await current(reading, id))) return notFound()
        const revisions = await reading.list('revisions', [id])
        return done(revisions.reverse().map(({ scenario_id: _scenario, bytes: _bytes, ...revision }) => revision))
      }),

    getRevision: (id, revision) =>
      read(async (reading) => {
        if (!(await current(reading, id))) return notFound()
        return answer(parsed(await reading.get('revision_states', [id, revision])))
      }),

    restoreRevision: (id, revision, options) =>
      write((writing) =>
        changeScenario(writing, id, options, async (scenario) => {
          const state = parsed(await writing.get('revision_states', [id, revision]))
          if (!state) return notFound()
          const { name, created_at, parent_id, parent_revision, branch_revision } = scenario
          const restored = { ...state, name, created_at, parent_id, parent_revision, branch_revision, revision: scenario.revision + 1, updated_at: changedAt(scenario, clock.at()) }
          const problems = checkScenario(restored)
          return problems.length > 0 ? refused(...problems) : { ok: true, scenario: restored, changed: true }
        }),
      ),
  }
}

type Changed = { ok: true; scenario: Scenario; changed: boolean } | { ok: false; problems: Problem[] }

async function changeScenario(
  writing: Writing,
  id: string,
  options: WriteOptions | undefined,
  change: (scenario: Scenario) => Changed | Promise<Changed>,
): Promise<StoreResult<Written>> {
  const before = await current(writing, id)
  const stored = before && options?.edit_id !== undefined && (await writing.get('scenarios', [id]))?.stored_edits?.find(({ edit_id }) => edit_id === options.edit_id)
  if (stored) return done({ id, revision: stored.revision, updated_at: stored.updated_at })
  const refusal = refusalOf(before && { summary: before }, options)
  if (refusal || !before) return refusal ?? notFound()
  const changed = await change(before)
  if (!changed.ok) return changed
  const after = changed.scenario
  if (after.name !== before.name && takenNames(await writing.list('scenarios')).has(after.name)) return refused(nameIsTaken)
  if (changed.changed) await keep(writing, after, options?.edit_id)
  return done(writtenOf(after))
}

const writtenOf = ({ id, revision, updated_at }: Scenario): Written => ({ id, revision, updated_at })

/** Adds what `make` makes of a scenario, under the id and name that are given, or its name with a number. */
async function addFrom(
  writing: Writing,
  id: string,
  given: { id?: string | undefined; name?: string | undefined },
  surroundings: Surroundings,
  make: (source: Scenario, wanted: Scenario) => Scenario,
): Promise<StoreResult<Scenario & { created: boolean }>> {
  const source = await current(writing, id)
  if (!source) return notFound()
  if (given.id === id) return refused(idIsTaken)
  const all = await writing.list('scenarios')
  const earlier = all.find((other) => other.id === given.id)
  const wanted = newScenario({ id: given.id, name: given.name ?? earlier?.summary.name ?? freeName(source.name, takenNames(all)) }, surroundings)
  return wanted.ok ? addScenario(writing, make(source, wanted.scenario), surroundings.at) : wanted
}

type Base = { ok: true; base: Scenario | null } | { ok: false; problems: Problem[] }

async function readBase(reading: Reading, from: Scenario, into: Scenario, request: MergeRequest, { baseOfMerge }: Merging): Promise<Base> {
  const found = baseOfMerge(from, into, request)
  if (!found.ok) return found
  return { ok: true, base: found.base && (parsed(await reading.get('revision_states', [found.base.scenario_id, found.base.revision])) ?? null) }
}

/** Adds a scenario, unless the very same is there already: then that one is the answer, so that adding it again makes no second. */
export async function addScenario(writing: Writing, scenario: Scenario, at: string): Promise<StoreResult<Scenario & { created: boolean }>> {
  const all = await purgeDeleted(writing, at)
  const same = all.find((other) => other.id === scenario.id)
  if (same) {
    const there = same.deleted_at === null && same.summary.name === scenario.name ? await stateOf(writing, same) : undefined
    return there ? done({ ...there, created: false }) : refused(idIsTaken)
  }
  if (takenNames(all).has(scenario.name)) return refused(nameIsTaken)
  if (all.length >= limits.scenarios_per_user) {
    return refused(problem('too_many_scenarios', '', `This device holds at most ${limits.scenarios_per_user} plans, those deleted in the last ${limits.deleted_kept_days} days counted.`))
  }
  await keep(writing, scenario)
  return done({ ...scenario, created: true })
}

/** Stores a state of a scenario as its newest revision, and the id of the edit that led to it. */
async function keep(writing: Writing, scenario: Scenario, edit_id?: string): Promise<void> {
  const { id, revision, updated_at, name } = scenario
  const state = JSON.stringify(scenario)
  const earlier = (await writing.get('scenarios', [id]))?.stored_edits ?? []
  const stored_edits = edit_id === undefined ? earlier : [...earlier, { edit_id, revision, updated_at }].slice(-editIdsKept)
  await writing.put('scenarios', { id, summary: summaryOf(scenario), deleted_at: null, stored_edits })
  const { bills, incomes, allocations, goals } = scenario
  const counts = { bills: bills.length, incomes: incomes.length, allocations: allocations.length, goals: goals.length }
  await writing.put('revisions', { scenario_id: id, revision, created_at: updated_at, name, ...counts, bytes: state.length })
  await writing.put('revision_states', { scenario_id: id, revision, state })
  if (revision % changesBetweenPrunings !== 0) return
  for (const old of revisionsToDrop(await writing.list('revisions', [id]), await partings(writing, scenario))) {
    await writing.delete('revisions', [id, old])
    await writing.delete('revision_states', [id, old])
  }
}

/** The revisions at which branches parted from a scenario, deleted ones too, and at which it parted anew from its parent. */
async function partings(reading: Reading, { id, branch_revision }: Scenario): Promise<ReadonlySet<number>> {
  const branches = (await reading.list('scenarios')).filter(({ summary }) => summary.parent_id === id)
  return new Set([branch_revision, ...branches.map(({ summary }) => summary.parent_revision)].filter((revision) => revision !== null))
}

/**
 * The revisions that need not be kept: beyond the last 200 all but the last of each day, and beyond 20 MiB the oldest;
 * never one at which branches parted. Given oldest first.
 */
export function revisionsToDrop(revisions: readonly Pick<StoredRevision, 'revision' | 'created_at' | 'bytes'>[], partings: ReadonlySet<number> = new Set()): number[] {
  const drop: number[] = []
  let bytes = 0
  let keptDay = ''
  ;[...revisions].reverse().forEach((revision, index) => {
    const day = revision.created_at.slice(0, 10)
    const isWanted = index < limits.revisions_kept || day !== keptDay
    if (index === 0 || (isWanted && bytes + revision.bytes <= limits.revision_bytes_per_scenario)) bytes += revision.bytes
    else if (!partings.has(revision.revision)) drop.push(revision.revision)
    keptDay = day
  })
  return drop
}

/** Those go whose time is over by two looks a day apart; answers those that stay. */
async function purgeDeleted(writing: Writing, at: string): Promise<StoredScenario[]> {
  const all = await writing.list('scenarios')
  const gone = new Set<string>()
  for (const stored of all) {
    const scenario = withoutLooks(stored)
    const { id, deleted_at } = scenario
    const { purgeable_since } = stored
    const step = deleted_at === null ? 'none' : purgeStep({ deleted_at, purgeable_since: purgeable_since ?? null }, at)
    if (step === 'note') await writing.put('scenarios', { ...scenario, purgeable_since: at })
    if (step === 'take_back') await writing.put('scenarios', scenario)
    if (step !== 'purge') continue
    gone.add(id)
    await writing.delete('scenarios', [id])
    await writing.deleteAll('revisions', [id])
    await writing.deleteAll('revision_states', [id])
  }
  return all.filter(({ id }) => !gone.has(id))
}

const withoutLooks = ({ purgeable_since: _since, ...stored }: StoredScenario): StoredScenario => stored

/** The newest state of a scenario that is not deleted. */
async function current(reading: Reading, id: string): Promise<Scenario | undefined> {
  const stored = await reading.get('scenarios', [id])
  return stored?.deleted_at === null ? stateOf(reading, stored) : undefined
}

const stateOf = async (reading: Reading, stored: StoredScenario): Promise<Scenario | undefined> =>
  parsed(await reading.get('revision_states', [stored.id, stored.summary.revision]))

const parsed = (stored: StoredRevisionState | undefined): Scenario | undefined => stored && scenarioFrom(stored.state)

/** Storage that fails is a problem in words; nothing was stored then. */
async function inWords<T>(work: () => Promise<StoreResult<T>>): Promise<StoreResult<T>> {
  try {
    return await work()
  } catch (error) {
    return refused(storageProblem(error))
  }
}

const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
const refused = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({ ok: false, problems })
const notFound = (): { ok: false; problems: Problem[] } => refused(problem('not_found', '', 'There is no such plan.'))
const answer = (scenario: Scenario | undefined): StoreResult<Scenario> => (scenario ? done(scenario) : notFound())
const idIsTaken = problem('id_is_taken', '/id', 'Another plan has this id. Choose a different one.')
const nameIsTaken = problem('name_is_taken', '/name', 'Another plan has this name. Choose a different one.')

const newestFirst = (a: { created_at: string; id: string }, b: { created_at: string; id: string }): number =>
  a.created_at === b.created_at ? (a.id < b.id ? 1 : -1) : a.created_at < b.created_at ? 1 : -1

const takenNames = (all: readonly StoredScenario[]): Set<string> => new Set(all.filter((other) => other.deleted_at === null).map((other) => other.summary.name))

function refusalOf(found: { summary: { revision: number } } | undefined, { if_match }: WriteOptions = {}): { ok: false; problems: Problem[]; current_revision?: number } | null {
  if (!found) return notFound()
  const { revision } = found.summary
  if (if_match === undefined || if_match === revision) return null
  return { ...refused(problem('revision_is_stale', '', `This plan has changed meanwhile: it is at revision ${revision}. Read it again and repeat the change.`)), current_revision: revision }
}

/** A plan is deleted at no time before its last change, so that a clock that is behind shortens no days of keeping. */
const latest = (a: string, b: string): string => (a > b ? a : b)
