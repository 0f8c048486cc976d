/**
 * Plans as they are kept, whatever keeps them: who may be what revision, which names and how many there may be, what
 * restoring, copying, branching and merging leave, and what of the past goes. Each call is one transaction of a store.
 */
import { baseOfMerge, branchOf } from './branching.ts'
import { checkScenario } from '../edit/check-scenario.ts'
import type { Conflict } from '../comparison/conflict.ts'
import { changedAt } from '../edit/edit.ts'
import { limits } from '../limits.ts'
import { copyOf, newScenario, type Environment } from './new-scenario.ts'
import { checkGrowth } from '../plan-size.ts'
import { problem, type Problem } from '../problem.ts'
import { keptSince, purgeStep, type PurgeStep } from './purging.ts'
import type { Decided, Named, PlansRead, PlansStore, PlansWrite, Refused, StoredChange } from './repository-port.ts'
import { readChange } from './revision-change.ts'
import { pruningOf, stateOfRevision } from './revisions.ts'
import { freeName, type Scenario, type ScenarioSummary } from '../scenario.ts'
import type { MergeRequest, NewScenario, PlanningStore, StoreResult, Written } from '../store.ts'
import { storedText } from '../versions/upgrade.ts'

/** Of a write: the revisions that will do, of which there may be several, and the edit's id. */
export interface Condition {
  if_match?: number | readonly number[] | undefined
  edit_id?: string | undefined
}

/** What a merge is about: both plans, and the state they come from where it is known. */
export interface ForMerge {
  base: Scenario | null
  from: Scenario
  into: Scenario
}

export type Merged<Change> = { ok: true; written: Written; into: Change | null; from: Change | null } | (Refused & { clashes?: Conflict[] })

type Copy = { id?: string | undefined; name?: string | undefined }
type Added = Scenario & { created: boolean }

/** What of PlanningStore is policy alone; a store works out changes and merges where it wants to. */
export interface Repository<Change> extends Pick<
  PlanningStore,
  'listScenarios' | 'getScenario' | 'listDeleted' | 'branchScenario' | 'listRevisions' | 'getRevision' | 'getRevisionChange'
> {
  createScenario(given: NewScenario): Promise<StoreResult<Added>>
  /** One that was checked already. */
  addScenario(scenario: Scenario): Promise<StoreResult<Added>>
  /** The one way a plan changes: lock, look whether this edit is in it already, compare the revision, let the change decide, store. */
  change(
    id: string,
    condition: Condition | undefined,
    decide: (scenario: Scenario) => Decided<Change> | Promise<Decided<Change>>,
  ): Promise<StoreResult<Written>>
  deleteScenario(id: string, condition?: Condition): Promise<StoreResult<{ id: string }>>
  restoreScenario(id: string, condition?: Condition): Promise<StoreResult<Scenario>>
  duplicateScenario(id: string, copy?: Copy): Promise<StoreResult<Added>>
  readForMerge(id: string, request: MergeRequest): Promise<StoreResult<ForMerge>>
  mergeScenario(
    id: string,
    request: MergeRequest,
    condition: Condition | undefined,
    carryOut: (plans: ForMerge) => Merged<Change> | Promise<Merged<Change>>,
  ): Promise<StoreResult<Written> & { clashes?: Conflict[] }>
  restoreRevision(id: string, revision: number, condition?: Condition): Promise<StoreResult<Written>>
}

export function planRepository<Change extends StoredChange>(store: PlansStore<Change>, environment: () => Environment): Repository<Change> {
  const now = (): string => environment().at
  return { ...plansAsWholes(store, environment), ...deletions(store, now), ...changes(store, now), ...merges(store), ...pastOf(store) }
}

/** Plans are listed, made and copied. */
function plansAsWholes<Change extends StoredChange>(store: PlansStore<Change>, environment: () => Environment) {
  const now = (): string => environment().at
  const { holder } = store

  /** Adds what `make` makes of a plan, under the id and name that are given, or its name with a number. */
  const addFrom = (
    id: string,
    given: Copy,
    make: (source: Scenario, wanted: Scenario, around: Environment) => Scenario,
  ): Promise<StoreResult<Added>> =>
    store.write(['names', id, given.id], async (plans): Promise<StoreResult<Added>> => {
      const around = environment()
      await plans.lockNames()
      const names = await plans.names()
      const earlier = names.find((other) => other.id === given.id)
      const source = earlier ? (await bothPlans(plans, id, earlier.id)).into : await plans.plan(id)
      if (!source) return notFound()
      if (earlier?.id === id) return refused(idIsTaken)
      const wanted = newScenario({ id: given.id, name: given.name ?? earlier?.name ?? freeName(source.name, takenNames(names)) }, around)
      return wanted.ok ? addScenario(plans, make(source, wanted.scenario, around), { at: around.at, holder }) : wanted
    })

  const add = (scenario: Scenario): Promise<StoreResult<Added>> =>
    store.write(['names'], (plans): Promise<StoreResult<Added>> => addScenario(plans, scenario, { at: now(), holder }))

  return {
    listScenarios: async () => {
      let isOver = false
      const listed = await store.read(async (plans) => {
        const [summaries, { at, deletions }] = await Promise.all([plans.summaries(), plans.deletions(now())])
        isOver = deletions.some((deletion) => purgeStep(deletion, at) !== 'none')
        return summaries
      })
      // A device that is full lists what it has, and clears away another time.
      if (isOver) await store.write([], async (plans) => done(await purgeDeleted(plans, now())))
      return listed
    },
    createScenario: async (given) => {
      const made = newScenario(given, environment())
      return made.ok ? add(made.scenario) : made
    },
    addScenario: add,
    getScenario: (id) => store.read(async (plans) => answer(await plans.plan(id)), 'at_once'),

    duplicateScenario: (id, copy = {}) => addFrom(id, copy, copyOf),
    branchScenario: async (id, branch = {}) => {
      const added = await addFrom(id, branch, (source, wanted, { at }) => branchOf(source, wanted, at))
      return added.ok && added.value.parent_id !== id ? refused(idIsTaken) : added
    },
  } satisfies Partial<Repository<Change>>
}

/** A plan that is deleted can be had back for a while. */
function deletions<Change extends StoredChange>(store: PlansStore<Change>, now: () => string) {
  return {
    deleteScenario: (id, condition) =>
      store.write([id], async (plans): Promise<StoreResult<{ id: string }>> => {
        const refusal = refusalOf(await plans.plan(id), condition)
        if (refusal) return refusal
        await plans.delete(id, now())
        await purgeDeleted(plans, now())
        return done({ id })
      }),
    listDeleted: () => store.read((plans) => plans.deletedSummaries(keptSince(now()))),
    restoreScenario: (id, condition) =>
      store.write(['names', id], async (plans): Promise<StoreResult<Scenario>> => {
        await plans.lockNames()
        const deleted = await plans.deletedPlan(id, keptSince(now()))
        const refusal = refusalOf(deleted, condition)
        if (refusal || !deleted) return refusal ?? notFound()
        const name = freeName(deleted.name, takenNames(await plans.names()))
        await plans.undelete(id, name)
        const scenario = await plans.plan(id)
        if (!scenario || name === deleted.name) return answer(scenario)
        const renamed = { ...scenario, name, revision: scenario.revision + 1, updated_at: changedAt(scenario, now()) }
        await keep(plans, store.changeOf({ ...scenario, name: deleted.name }, renamed))
        return done(renamed)
      }),
  } satisfies Partial<Repository<Change>>
}

/** A plan becomes another state, one that it had before among them. */
function changes<Change extends StoredChange>(store: PlansStore<Change>, now: () => string) {
  const changeWith = async (
    plans: PlansWrite<Change>,
    id: string,
    condition: Condition | undefined,
    decide: (scenario: Scenario) => Decided<Change> | Promise<Decided<Change>>,
  ): Promise<StoreResult<Written>> => {
    const edit_id = condition?.edit_id
    const [before, stored] = await Promise.all([plans.plan(id), edit_id === undefined ? null : plans.storedEdit(id, edit_id)])
    if (before && stored) return done({ id, ...stored })
    const refusal = refusalOf(before, condition)
    if (refusal || !before) return refusal ?? notFound()
    const decided = await decide(before)
    if (!decided.ok) return decided
    const { change, written } = decided
    if (change && change.name !== before.name && takenNames(await plans.names()).has(change.name)) return refused(nameIsTaken)
    if (change) await keep(plans, change, edit_id)
    return done(written)
  }

  return {
    change: (id, condition, decide) => store.write([id], (plans) => changeWith(plans, id, condition, decide)),
    restoreRevision: (id, revision, condition) =>
      store.write([id], (plans) =>
        changeWith(plans, id, condition, async (scenario) => {
          const state = await revisionState(plans, id, revision)
          if (!state) return notFound()
          const { name, created_at, parent_id, parent_revision, branch_revision } = scenario
          const restored = {
            ...state,
            name,
            created_at,
            parent_id,
            parent_revision,
            branch_revision,
            revision: scenario.revision + 1,
            updated_at: changedAt(scenario, now()),
          }
          const problems = [...checkScenario(restored), ...checkGrowth(scenario, restored)]
          return problems.length > 0
            ? refused(...problems)
            : { ok: true, written: writtenOf(restored), change: store.changeOf(scenario, restored) }
        }),
      ),
  } satisfies Partial<Repository<Change>>
}

/** What changed in one plan is brought over into another. */
function merges<Change extends StoredChange>(store: PlansStore<Change>) {
  return {
    readForMerge: (id, request) =>
      store.read(async (plans): Promise<StoreResult<ForMerge>> => {
        const [into, from] = await Promise.all([plans.plan(id), plans.plan(request.from)])
        return into && from ? forMerge(plans, { from, into }, request) : notFound()
      }),
    mergeScenario: (id, request, condition, carryOut) =>
      store.write([id, request.from], async (plans): Promise<StoreResult<Written> & { clashes?: Conflict[] }> => {
        const { into, from } = await bothPlans(plans, id, request.from)
        const refusal = refusalOf(into, condition)
        if (refusal || !into || !from) return refusal ?? notFound()
        const known = await forMerge(plans, { from, into }, request)
        if (!known.ok) return known
        const after = await carryOut(known.value)
        if (!after.ok) return after
        if (after.from) await keep(plans, after.from)
        if (after.into) await keep(plans, after.into)
        return done(after.written)
      }),
  } satisfies Partial<Repository<Change>>
}

/** What a plan was. */
function pastOf<Change extends StoredChange>(store: PlansStore<Change>) {
  return {
    listRevisions: (id) =>
      store.read(async (plans) => {
        const [exists, revisions] = await Promise.all([plans.exists(id), plans.revisions(id)])
        return exists ? done(revisions) : notFound()
      }),
    getRevision: (id, revision) =>
      store.read(async (plans) => {
        const [exists, state] = await Promise.all([plans.exists(id), revisionState(plans, id, revision)])
        return answer(exists ? state : null)
      }),
    getRevisionChange: (id, revision) =>
      store.read(async (plans) => {
        const [exists, change] = await Promise.all([plans.exists(id), plans.revisionChange(id, revision)])
        return exists && change !== null ? done(readChange(change)) : notFound()
      }),
  } satisfies Partial<Repository<Change>>
}

/** Adds a plan, unless the very same is there already: then that one is the answer, so that sending it again makes no second. */
export async function addScenario<Change extends StoredChange>(
  plans: PlansWrite<Change>,
  scenario: Scenario,
  { at, holder }: { at: string; holder: PlansStore<Change>['holder'] },
): Promise<StoreResult<Added>> {
  if (!(await plans.lockNames())) return refused(problem('must_be_signed_in.gone', ''))
  const [gone, all] = await Promise.all([purgeDeleted(plans, at), plans.names()])
  const names = all.filter(({ id }) => !gone.has(id))
  const same = names.find((other) => other.id === scenario.id)
  if (same) {
    if (same.is_deleted || same.name !== scenario.name) return refused(idIsTaken)
    const there = await plans.plan(scenario.id)
    return there ? done({ ...there, created: false }) : notFound()
  }
  if (takenNames(names).has(scenario.name)) return refused(nameIsTaken)
  if (names.length >= limits.scenarios_per_user) {
    return refused(problem('too_many_scenarios', '', { holder, most: limits.scenarios_per_user, days: limits.deleted_kept_days }))
  }
  await plans.add(scenario)
  return done({ ...scenario, created: true })
}

/** Pruning is not for every write: small changes can wait a few, large states would pile up. */
const writesBetweenPrunes = 10
const prunedAtOnce = 128 * 1024

async function keep<Change extends StoredChange>(plans: PlansWrite<Change>, change: Change, edit_id?: string): Promise<void> {
  await plans.write(change, edit_id)
  if (change.revision % writesBetweenPrunes === 0 || (change.kept.state_before?.length ?? 0) > prunedAtOnce) await prune(plans, change)
}

/** Ids of edits go with their age alone. What is made whole weighs more than before, so it is looked at again. */
async function prune<Change extends StoredChange>(plans: PlansWrite<Change>, { id, revision, branch_revision }: Change): Promise<void> {
  await plans.forgetEdits(id, revision - limits.edit_ids_kept)
  const partings = new Set([...(branch_revision === null ? [] : [branch_revision]), ...(await plans.branchedAt(id))])
  for (let isOtherwise = true; isOtherwise;) {
    const { drop, make_whole } = pruningOf(await plans.keptRevisions(id), partings)
    for (const each of make_whole) {
      const state = await revisionState(plans, id, each)
      if (state) await plans.makeWhole(id, each, storedText(state))
    }
    if (drop.length > 0) await plans.dropRevisions(id, drop)
    isOtherwise = make_whole.length > 0
  }
}

async function revisionState(plans: PlansRead, id: string, revision: number): Promise<Scenario | null> {
  const records = await plans.revisionRecords(id, revision)
  return stateOfRevision(records, records.length === 0 || records.at(-1)!.state !== null ? null : await plans.plan(id))
}

async function forMerge(
  plans: PlansRead,
  { from, into }: { from: Scenario; into: Scenario },
  request: MergeRequest,
): Promise<StoreResult<ForMerge>> {
  const found = baseOfMerge(from, into, request)
  if (!found.ok) return found
  return done({ base: found.base && (await revisionState(plans, found.base.scenario_id, found.base.revision)), from, into })
}

/** Both plans, locked in the order of their ids, so that no two of those who lock two wait for each other. */
async function bothPlans(plans: PlansRead, into_id: string, from_id: string): Promise<{ into: Scenario | null; from: Scenario | null }> {
  const [first, second] = into_id < from_id ? [into_id, from_id] : [from_id, into_id]
  const locked = [await plans.plan(first), await plans.plan(second)]
  const [into, from] = into_id < from_id ? locked : locked.reverse()
  return { into: into ?? null, from: from ?? null }
}

/** Looks at the deleted plans; answers the ids of those that went. */
async function purgeDeleted<Change extends StoredChange>(plans: PlansWrite<Change>, callersAt: string): Promise<ReadonlySet<string>> {
  const { at, deletions } = await plans.deletions(callersAt)
  if (deletions.length === 0) return new Set()
  const whoseStepIs = (step: PurgeStep): string[] => deletions.filter((deletion) => purgeStep(deletion, at) === step).map(({ id }) => id)
  for (const [ids, since] of [
    [whoseStepIs('note'), at],
    [whoseStepIs('take_back'), null],
  ] as const)
    if (ids.length > 0) await plans.notePurgeable(ids, since)
  const over = whoseStepIs('purge')
  return new Set(over.length > 0 ? await plans.purge(over) : [])
}

export const writtenOf = ({ id, revision, updated_at }: Scenario): Written => ({ id, revision, updated_at })

const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
const refused = (...problems: Problem[]): Refused => ({ ok: false, problems })
const notFound = (): Refused => refused(problem('not_found.plan', ''))
const answer = (scenario: Scenario | null): StoreResult<Scenario> => (scenario ? done(scenario) : notFound())
const idIsTaken = problem('id_is_taken', '/id')
const nameIsTaken = problem('name_is_taken', '/name')

const takenNames = (names: readonly Named[]): Set<string> => new Set(names.filter((other) => !other.is_deleted).map((other) => other.name))

/** Not there, or not at the revision the change was made on. */
function refusalOf(found: ScenarioSummary | null, { if_match }: Condition = {}): Refused | null {
  if (!found) return notFound()
  if (if_match === undefined || [if_match].flat().includes(found.revision)) return null
  const stale = problem('revision_is_stale', '', { revision: found.revision })
  return { ...refused(stale), current_revision: found.revision }
}
