/**
 * What a branch that is brought along has in common with the parent it meets there: a state is their past only where both have been it. A
 * state of one side alone would make what the other has otherwise look like a change, and a merge would lose what was changed, unasked.
 */
import { isSameContent } from '../../core/comparison/content.ts'
import type { Scenario } from '../../core/scenario.ts'
import type { PlanningStore, StoreResult } from '../../core/store.ts'
import { asStateOf, partingState, type CommonPast } from './parting.ts'

/** More states than these are not looked through: the past is unknown then. */
const statesRead = 200
const readAtOnce = 6

interface Coming {
  from: PlanningStore
  to: PlanningStore
  branch: Scenario
  /** The branch as it is in `to`, where it is. */
  there: Scenario | null
}

/** The newest state that a branch and the parent it meets in `to` both have been, or have taken over. */
export async function commonPast(coming: Coming): Promise<StoreResult<CommonPast>> {
  const { from, to, branch, there } = coming
  const [parted, parentHere, parentThere] = await Promise.all([
    partingState(from, branch),
    ifThere(from, branch.parent_id),
    ifThere(to, branch.parent_id),
  ])
  for (const read of [parted, parentHere, parentThere]) if (!read.ok) return read
  if (!parted.ok || !parentHere.ok || !parentThere.ok || !parted.value || !parentThere.value) return unknown
  const newest = there?.branch_revision ?? null
  const taken = newest === null ? noneTaken : await takenOver(coming, parted.value, newest)
  if (!taken.ok) return taken
  if (taken.value.own_revision !== null) return { ok: true, value: { own_revision: taken.value.own_revision } }
  const isHere = parentHere.value !== null && isSame(parentHere.value, parentThere.value)
  if (isHere) return { ok: true, value: { state: parted.value } }
  return taken.value.is_unclear ? unknown : fromParents(coming, parted.value, parentHere.value, parentThere.value)
}

interface TakenOver {
  /** The newest state of the branch there that the parent there took over and the branch here has been since it parted. */
  own_revision: number | null
  /** It may have taken over a state that the branch was before. */
  is_unclear: boolean
}
const noneTaken: StoreResult<TakenOver> = { ok: true, value: { own_revision: null, is_unclear: false } }

async function takenOver({ from, to, branch }: Coming, parted: Scenario, newest: number): Promise<StoreResult<TakenOver>> {
  const last = await to.getRevision(branch.id, newest)
  if (last.ok && isSame(last.value, parted)) return { ok: true, value: { own_revision: newest, is_unclear: false } }
  const [here, there] = await Promise.all([statesOf(from, branch.id), statesOf(to, branch.id)])
  if (!here.ok) return here
  if (!there.ok) return there
  const taken = there.value.states.filter(({ revision }) => revision <= newest)
  const isSince = (state: Scenario): boolean =>
    state.parent_revision === branch.parent_revision && state.branch_revision === branch.branch_revision
  const since = [...here.value.states.filter(isSince), parted]
  const before = here.value.states.filter((state) => state.revision > 1 && !isSince(state))
  const found = taken.find((state) => since.some((other) => isSame(state, other)))
  const isWhole = here.value.is_whole && there.value.is_whole
  if (found && (isWhole || found.revision === newest)) return { ok: true, value: { own_revision: found.revision, is_unclear: false } }
  const isBefore = taken.some((state) => before.some((other) => isSame(state, other)))
  return { ok: true, value: { own_revision: null, is_unclear: !isWhole || (isBefore && branch.branch_revision === null) } }
}

/** Where the parent here and the one there were the same last, at most as new as the state at which the branch parted. */
async function fromParents(
  { from, to, branch, there }: Coming,
  parted: Scenario,
  here: Scenario | null,
  parentThere: Scenario,
): Promise<StoreResult<CommonPast>> {
  const past = await statesOf(to, parentThere.id)
  if (!past.ok) return past
  const wasThere = (state: Scenario): boolean => past.value.states.some((other) => isSame(state, other))
  if (wasThere(parted)) return { ok: true, value: { state: parted } }
  if (!here || branch.branch_revision !== null || branch.parent_revision === null) return unknown
  const states = await statesOf(from, here.id)
  if (!states.ok) return states
  const common = states.value.states.find(wasThere)
  // One that is newer may have come from there, to a parent that was then no more what the branch parted from.
  if (!common || common.revision > branch.parent_revision) return unknown
  const isSure = past.value.is_whole && states.value.is_whole && (there?.branch_revision ?? null) === null
  return isSure ? { ok: true, value: { state: asStateOf(branch, common) } } : unknown
}

/** The states of a plan, newest first; `is_whole`: all that there ever were. */
async function statesOf(store: PlanningStore, id: string): Promise<StoreResult<{ states: Scenario[]; is_whole: boolean }>> {
  const list = await store.listRevisions(id)
  if (!list.ok) return list
  const looked = list.value.slice(0, statesRead)
  const states: Scenario[] = []
  for (let at = 0; at < looked.length; at += readAtOnce) {
    const group = looked.slice(at, at + readAtOnce)
    for (const read of await Promise.all(group.map(({ revision }) => store.getRevision(id, revision)))) {
      if (read.ok) states.push(read.value)
      else if (!isNotFound(read)) return read
    }
  }
  return { ok: true, value: { states, is_whole: states.length > 0 && states.length === states[0]!.revision } }
}

async function ifThere(store: PlanningStore, id: string | null): Promise<StoreResult<Scenario | null>> {
  if (id === null) return unknown
  const read = await store.getScenario(id)
  return read.ok || !isNotFound(read) ? read : unknown
}

const unknown: { ok: true; value: null } = { ok: true, value: null }
const isSame = (a: Scenario, b: Scenario): boolean => isSameContent({ ...a, name: b.name }, b)
const isNotFound = (read: Extract<StoreResult<never>, { ok: false }>): boolean => read.problems.some(({ code }) => code === 'not_found')
