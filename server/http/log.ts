/** One line a request: the pattern that answered, such as /api/planning/:id, how it went, how long it took. Never who, what or how much. */
import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import type { AppEnv } from './variables.ts'

export function requestLog(log: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now()
    const request_id = randomUUID()
    c.set('request_id', request_id)
    await next()
    const { method } = c.req
    log.info({ request_id, method, route: routePath(c), status: c.res.status, ms: Math.round(performance.now() - started) })
  }
}
