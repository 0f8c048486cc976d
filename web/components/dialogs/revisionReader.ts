import { scenariosOf, type RevisionChange } from '../../../core/repository/revision-change.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { RevisionSummary, StoreResult } from '../../../core/store.ts'

/** Reads what one entry of the history changed: both states, or of them what differs. */
export type RevisionReader = (
  revision: RevisionSummary,
  before: RevisionSummary,
) => Promise<StoreResult<{ before: Scenario; after: Scenario }>>

interface Reads {
  state: (revision: number) => Promise<StoreResult<Scenario>>
  change: (revision: number) => Promise<StoreResult<RevisionChange>>
}

/** Whole states are large: each is read once, and so many at a time. */
const read_at_once = 2

/** The change that is kept tells an entry; where none is, or revisions in between are gone, both states do. */
export function revisionReader({ state, change }: Reads): RevisionReader {
  const known = new Map<number, Promise<StoreResult<Scenario>>>()
  const waiting: (() => void)[] = []
  let under_way = 0
  const inTurn = async <T>(read: () => Promise<T>): Promise<T> => {
    if (under_way >= read_at_once) await new Promise<void>((resolve) => waiting.push(resolve))
    under_way += 1
    try {
      return await read()
    } finally {
      under_way -= 1
      waiting.shift()?.()
    }
  }
  const stateAt = (revision: number): Promise<StoreResult<Scenario>> => {
    const reading = known.get(revision) ?? inTurn(() => state(revision))
    known.set(revision, reading)
    return reading
  }
  return async ({ revision, has_change }, earlier) => {
    if (has_change && earlier.revision === revision - 1) {
      const read = await inTurn(() => change(revision))
      return read.ok ? { ok: true, value: scenariosOf(read.value) } : read
    }
    const [after, before] = await Promise.all([stateAt(revision), stateAt(earlier.revision)])
    if (!after.ok) return after
    return before.ok ? { ok: true, value: { before: before.value, after: after.value } } : before
  }
}
