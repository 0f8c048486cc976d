/**
 * Whether the database answers and takes writes, soon enough to be of use: asked on a connection of its own, so that no
 * queue stands before it, and at most once a second however many ask.
 */
import { statfs } from 'node:fs/promises'
import type { Database } from '../database/connect.ts'
import { full, noAnswer, troubleOf, type Trouble } from '../database/troubles.ts'

/** null: all is well. */
export type Health = () => Promise<Trouble | null>

const keptMs = 1_000
/** With less than this left the disk of the embedded database is full, whether or not somebody has met it. */
const leastBytes = 1024 * 1024
/** How long a trouble is believed where it can't be tried whether it has gone. */
const believedMs = 30_000

/** Of the database, and of the folder it keeps its files in where that is ours to see. */
export function healthOf(database: Database, dataDir: string | null): Health {
  let kept: { trouble: Trouble | null; until: number; count: number } | null = null
  let asking: Promise<Trouble | null> | null = null

  const ask = async (): Promise<Trouble | null> => {
    const { count } = database.troubles.last()
    const trouble = (await metOrAnswered()) ?? (dataDir !== null && (await isFull(dataDir)) ? full : null)
    kept = { trouble, until: performance.now() + keptMs, count }
    return trouble
  }

  /** A trouble that lasts is tried again by what it stands in the way of: a write, of which nothing stays. */
  const metOrAnswered = async (): Promise<Trouble | null> => {
    if (database.pool.ending) return noAnswer
    const met = database.troubles.lasting()
    try {
      await database.spare.query(met ? writeAndUndo : 'select 1')
    } catch (error) {
      const insufficientPrivilege = '42501'
      if ((error as { code?: string }).code !== insufficientPrivilege) return troubleOf(error) ?? noAnswer
      // The app's role may write nothing of the kind: of our own disk it is seen whether there is room, else the trouble is believed a
      // while.
      const isOver = met?.trouble === full && dataDir !== null ? !(await isFull(dataDir)) : !met || met.since_ms >= believedMs
      if (!isOver) return met!.trouble
    }
    database.troubles.clear()
    return null
  }

  return async () => {
    if (kept && kept.until > performance.now() && (kept.trouble || kept.count === database.troubles.last().count)) return kept.trouble
    asking ??= ask().finally(() => (asking = null))
    return asking
  }
}

/** Takes 256 kB of disk and of memory, and gives them back. */
const writeAndUndo = `begin; create temporary table health on commit drop as select repeat('0123456789abcdef', 64) as filler
  from generate_series(1, 256); rollback`

async function isFull(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize < leastBytes
  } catch {
    return false
  }
}
