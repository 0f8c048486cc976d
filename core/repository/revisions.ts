/**
 * How the states that a plan had are kept. The newest one is the plan itself; each revision keeps the change that led to it,
 * and an older state is found by taking changes back from the next one that is whole. So that the way is short, every
 * hundredth is whole, and so is one whose successor is not there, or is too different for a change to be smaller.
 */
import { limits } from '../limits.ts'
import { changeOf, changeText, readChange, rowsApart, stateBefore } from './revision-change.ts'
import { collections, type Scenario } from '../scenario.ts'
import { storedText, upgradeScenario } from '../versions/upgrade.ts'

/** Steps from one whole state to the next, at most. */
const longestWay = 100
/** Characters of a change that is kept however small the plan is. */
const smallChange = 4_096

/** What a revision keeps of itself, as JSON. */
export interface RevisionRecord {
  revision: number
  /** The Scenario; null: it is found by taking changes back. */
  state: string | null
  /** The RevisionChange that led here; null: there is none, or it was not kept. */
  change: string | null
}

/** What is to be kept of a change: `change` for the new revision, `state_before` for the one before it, where that is to be whole. */
export interface KeptChange {
  change: string | null
  state_before: string | null
}

export function keptChange(before: Scenario, after: Scenario, apart = rowsApart(before, after)): KeptChange {
  const isMuch = collections.some((collection) => (apart[collection]?.after.length ?? 0) > 8 + before[collection].length / 8)
  const change = isMuch ? null : changeText(changeOf(before, after, apart))
  const isSmall = change !== null && change.length <= smallChange
  if (isSmall && before.revision % longestWay !== 0) return { change, state_before: null }
  const state_before = storedText(before)
  return { change: isSmall || (change !== null && change.length * 8 <= state_before.length) ? change : null, state_before }
}

/**
 * The state of the first record; null where the records do not lead to it. They are its own and those after it, oldest
 * first, up to the next whole one; `current`, the plan itself, stands where none of them is whole.
 */
export function stateOfRevision(records: readonly RevisionRecord[], current: Scenario | null): Scenario | null {
  const last = records.at(-1)
  if (!last) return null
  let state = last.state === null ? current : upgradeScenario(JSON.parse(last.state) as object)
  for (const record of records.slice(1).reverse()) {
    if (state?.revision !== record.revision || record.change === null) return null
    state = stateBefore(state, readChange(record.change))
  }
  return state?.revision === records[0]!.revision ? state : null
}

export interface KeptRevision {
  revision: number
  /** ISO 8601 in UTC. */
  created_at: string
  bytes: number
  is_whole: boolean
}

/**
 * What need not be kept: beyond the last 200 all but the last of each day, and beyond 20 MiB the oldest; never the newest,
 * nor one at which branches parted (`partings`). One that stays while the next goes is to be made whole before. Given newest first.
 */
export function pruningOf(kept: readonly KeptRevision[], partings: ReadonlySet<number>): { drop: number[]; make_whole: number[] } {
  const drop = new Set<number>()
  let bytes = 0
  let laterDay = ''
  kept.forEach((revision, index) => {
    const day = revision.created_at.slice(0, 10)
    if (index < limits.revisions_kept || day !== laterDay) bytes += revision.bytes
    const isWanted = (index < limits.revisions_kept || day !== laterDay) && bytes <= limits.revision_bytes_per_scenario
    if (index > 0 && !isWanted && !partings.has(revision.revision)) drop.add(revision.revision)
    laterDay = day
  })
  const make_whole = kept.filter(
    ({ revision, is_whole }, index) => !is_whole && index > 0 && !drop.has(revision) && drop.has(kept[index - 1]!.revision),
  )
  return { drop: [...drop], make_whole: make_whole.map(({ revision }) => revision) }
}
