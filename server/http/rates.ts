/** How many requests a minute one address and one account may make, so that nobody takes the place from the others. */
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

const perMinute = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: 60 })

/** Limits each client address. Comes before anything that asks the database. */
export function limitByAddress(requestsPerMinute: number): MiddlewareHandler<AppEnv> {
  const limiter = perMinute(requestsPerMinute)
  return async (c, next) => (await overLimit(c, limiter, c.get('client_address'))) ?? next()
}

/** Limits each account, from however many addresses it comes. Comes after the account is known. */
export function limitByAccount(requestsPerMinute: number): MiddlewareHandler<AppEnv> {
  const limiter = perMinute(requestsPerMinute)
  return async (c, next) => (await overLimit(c, limiter, c.get('identity').user_id)) ?? next()
}

async function overLimit(c: Context<AppEnv>, limiter: RateLimiterMemory, key: string): Promise<Response | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    return refuseOne(c, 'too_many_requests', `Too many requests. Try again in ${seconds} seconds.`, { 'Retry-After': String(seconds) })
  }
}
