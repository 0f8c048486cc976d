/**
 * How many requests a minute one address and one account may make, so that nobody takes the place from the others. Each process counts, and
 * tells the others of every hundredth of the limit it has counted: no request waits for that, and all processes together let through what
 * one would and a hundredth more for each of them. What can't be told, since the database is away, each counts by itself.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../../core/problem.ts'
import { networkOf } from '../auth/attempts.ts'
import { createCounter } from '../counter.ts'
import { troubleOf } from '../database/troubles.ts'
import type { SharedCounts } from '../sharedCounter.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

const window_ms = 60_000
const keys = 100_000
const partsOfLimit = 100

interface Rate {
  /** 0, or the milliseconds to wait. */
  count(key: string): number
}

/** Of one process, and what it knows of the others. */
export function rateOf(name: string, most: number, shared: SharedCounts | null): Rate {
  const own = createCounter({ most, window_ms, keys })
  if (!shared) return { count: (key) => own.count(key).wait_ms }
  const all = shared({ name, most, window_ms })
  const part = Math.max(1, Math.floor(most / partsOfLimit))
  /** What the others don't know yet. */
  const untold = new Map<string, number>()
  /** What was no trouble of the database: a bug, for the next request to report. */
  let fault: unknown = null
  /** Whose requests have come to the limit over all processes, and until when. */
  const over = new Map<string, number>()

  const tell = async (key: string, times: number): Promise<void> => {
    const { count, ends_in_ms } = await all.add(key, times)
    if (count < most) return
    over.delete(key)
    over.set(key, performance.now() + ends_in_ms)
    if (over.size > keys) over.delete(over.keys().next().value!)
  }
  return {
    count(key) {
      if (fault) {
        const error = fault
        fault = null
        throw error
      }
      const until = over.get(key)
      if (until !== undefined) {
        const wait_ms = until - performance.now()
        if (wait_ms > 0) return wait_ms
        over.delete(key)
      }
      const { wait_ms } = own.count(key)
      if (wait_ms > 0) return wait_ms
      const times = (untold.get(key) ?? 0) + 1
      untold.delete(key)
      if (times < part) untold.set(key, times)
      else void tell(key, times).catch((error: unknown) => void (troubleOf(error) || (fault = error)))
      if (untold.size > keys) untold.delete(untold.keys().next().value!)
      return 0
    },
  }
}

/** Limits each client address; of IPv6, each network. Comes before anything that asks the database. */
export function limitByAddress(requestsPerMinute: number, shared: SharedCounts | null): MiddlewareHandler<AppEnv> {
  const rate = rateOf('requests_of_address', requestsPerMinute, shared)
  return (c, next) => limited(c, rate, networkOf(c.get('client_address')), next)
}

/** Limits each account, from however many addresses it comes. Comes after the account is known. */
export function limitByAccount(requestsPerMinute: number, shared: SharedCounts | null): MiddlewareHandler<AppEnv> {
  const rate = rateOf('requests_of_account', requestsPerMinute, shared)
  return (c, next) => limited(c, rate, c.get('identity').user_id, next)
}

async function limited(c: Context<AppEnv>, rate: Rate, key: string, next: () => Promise<void>): Promise<Response | void> {
  const wait_ms = rate.count(key)
  return wait_ms === 0 ? next() : tooManyRequests(c, wait_ms)
}

export function tooManyRequests(c: Context<AppEnv>, wait_ms: number): Response {
  const seconds = Math.ceil(wait_ms / 1000)
  return refuseOne(c, problem('too_many_requests', '', { seconds }), { 'Retry-After': String(seconds) })
}
