/** Lets through those who are signed in, or hold a token, and tokens only as far as they go. */
import type { MiddlewareHandler } from 'hono'
import { allRoutes } from '../../core/contract/contract.ts'
import { problem } from '../../core/problem.ts'
import type { Identity } from '../auth/who.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

/** What is asked with a body and changes nothing. */
const questions = allRoutes
  .filter(({ caller, method }) => caller === 'reader' && method === 'POST')
  .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}/?$`))

export function signedIn(identify: (request: Request) => Promise<Identity | null>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const identity = await identify(c.req.raw)
    if (!identity) return refuseOne(c, problem('must_be_signed_in.token', ''), { 'WWW-Authenticate': 'Bearer' })
    const isRead =
      ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method) || (c.req.method === 'POST' && questions.some((path) => path.test(c.req.path)))
    if (identity.scope === 'read' && !isRead) return refuseOne(c, problem('token_is_read_only', ''))
    c.set('identity', identity)
    return next()
  }
}
