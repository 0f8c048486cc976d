/** How many requests a minute one address and one account may make, so that nobody takes the place from the others. */
import type { Context, MiddlewareHandler } from 'hono'
import { networkOf } from '../auth/attempts.ts'
import { createCounter, type Counter } from '../counter.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

const perMinute = (most: number): Counter => createCounter({ most, window_ms: 60_000, keys: 100_000 })

/** Limits each client address; of IPv6, each network. Comes before anything that asks the database. */
export function limitByAddress(requestsPerMinute: number): MiddlewareHandler<AppEnv> {
  const counter = perMinute(requestsPerMinute)
  return (c, next) => limited(c, counter, networkOf(c.get('client_address')), next)
}

/** Limits each account, from however many addresses it comes. Comes after the account is known. */
export function limitByAccount(requestsPerMinute: number): MiddlewareHandler<AppEnv> {
  const counter = perMinute(requestsPerMinute)
  return (c, next) => limited(c, counter, c.get('identity').user_id, next)
}

async function limited(c: Context<AppEnv>, counter: Counter, key: string, next: () => Promise<void>): Promise<Response | void> {
  const { wait_ms } = counter.count(key)
  if (wait_ms === 0) return next()
  const seconds = Math.ceil(wait_ms / 1000)
  return refuseOne(c, 'too_many_requests', `Too many requests. Try again in ${seconds} seconds.`, { 'Retry-After': String(seconds) })
}
