/**
 * Counts over all apps on one database, in a table of PostgreSQL (rate-limiter-flexible). Each app counts by itself first (counter.ts), in
 * time that only goes forward and in a bounded memory; what passes there is counted here. The time here is that of the apps' clocks: where
 * one is set, or theirs differ by more than a window, what is left is that each app counts by itself. Keys are kept as hashes.
 */
import { createHmac } from 'node:crypto'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Database } from './database/connect.ts'
import { readOnly, Troubled, unlessTroubled } from './database/troubles.ts'

export interface SharedLimits {
  /** Apart from all other counts. */
  name: string
  most: number
  window_ms: number
}

/** What a count came to; as counter.ts says. */
export interface SharedCounted {
  wait_ms: number
  giveBack(): Promise<void>
}

export interface SharedCounter {
  count(key: string): Promise<SharedCounted>
  /** Counts so many at once, whatever it comes to; answers what all apps have counted in this window, and when it ends. */
  add(key: string, times: number): Promise<{ count: number; ends_in_ms: number }>
  forget(key: string): Promise<void>
}

export type SharedCounts = (limits: SharedLimits) => SharedCounter

const table = 'rate_limits'

/** A standby says of an unlogged table that it knows no such thing. */
const onStandby = (error: unknown): unknown => ((error as { code?: string }).code === '0A000' ? new Troubled(readOnly) : error)

export function sharedCounts({ pool }: Pick<Database, 'pool'>, secret: string): SharedCounts {
  // It names its statements, which the pool does itself where a server alone stands behind it.
  const storeClient = {
    query: ({ text, values }: { text: string; values: unknown[] }) =>
      pool.query(text, values).catch((error: unknown) => Promise.reject(onStandby(error))),
  }
  let isFirst = true

  return ({ name, most, window_ms }) => {
    const options = {
      storeClient,
      storeType: 'client',
      tableName: table,
      tableCreated: true,
      keyPrefix: '',
      points: most,
      duration: window_ms / 1000,
    }
    // One of them looks for what has ended, for all.
    const limiter = new RateLimiterPostgres({ ...options, clearExpiredByTimeout: isFirst })
    isFirst = false
    const hashed = (key: string): string => createHmac('sha256', secret).update(`${name} ${key}`).digest('base64url')

    const add: SharedCounter['add'] = async (key, times) => {
      const hash = hashed(key)
      const { consumedPoints, msBeforeNext } = await limiter.penalty(hash, times)
      if (msBeforeNext <= window_ms) return { count: consumedPoints, ends_in_ms: msBeforeNext }
      // It ends later than any window does: a clock was ahead when it began.
      await limiter.delete(hash)
      const anew = await limiter.penalty(hash, times)
      return { count: anew.consumedPoints, ends_in_ms: anew.msBeforeNext }
    }
    const takeOne = async (key: string, ends: number): Promise<void> => {
      // In its own window alone: the next one has not counted it. Its end is known to the millisecond or two between two looks at the
      // clock.
      const within = Math.min(1_000, window_ms / 2)
      await unlessTroubled(
        pool.query(`update ${table} set points = points - 1 where key = $1 and points > 0 and expire between $2 and $3`, [
          hashed(key),
          Math.floor(ends - within),
          Math.ceil(ends + within),
        ]),
      )
    }

    return {
      add,
      async count(key) {
        const { count, ends_in_ms } = await add(key, 1)
        const ends = Date.now() + ends_in_ms
        let isCounted = true
        const giveBack = async (): Promise<void> => {
          if (!isCounted) return
          isCounted = false
          await takeOne(key, ends)
        }
        if (count <= most) return { wait_ms: 0, giveBack }
        await giveBack()
        return { wait_ms: Math.max(1, ends_in_ms), giveBack }
      },
      forget: async (key) => unlessTroubled(limiter.delete(hashed(key))),
    }
  }
}
