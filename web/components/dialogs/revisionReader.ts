import type { Scenario } from '../../../core/scenario.ts'
import type { StoreResult } from '../../../core/store.ts'

export type RevisionReader = (revision: number) => Promise<StoreResult<Scenario>>

/** Whole states are large: each is read once, and so many at a time. */
const read_at_once = 2

export function revisionReader(read: RevisionReader): RevisionReader {
  const known = new Map<number, Promise<StoreResult<Scenario>>>()
  const waiting: (() => void)[] = []
  let under_way = 0
  const inTurn = async (revision: number): Promise<StoreResult<Scenario>> => {
    if (under_way >= read_at_once) await new Promise<void>((resolve) => waiting.push(resolve))
    under_way += 1
    try {
      return await read(revision)
    } finally {
      under_way -= 1
      waiting.shift()?.()
    }
  }
  return (revision) => {
    const reading = known.get(revision) ?? inTurn(revision)
    known.set(revision, reading)
    return reading
  }
}
