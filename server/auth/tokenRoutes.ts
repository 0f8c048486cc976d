/** /api/tokens: a person's API tokens, made and revoked in a session; a token can neither see nor make tokens. */
import { Hono, type Context } from 'hono'
import { wantedTokenSchema, type accountRoutes } from '../../core/contract/accounts.ts'
import { methodAndPath } from '../../core/contract/paths.ts'
import { idSchema } from '../../core/fields.ts'
import { problem, problemsOf } from '../../core/problem.ts'
import type { Database } from '../database/connect.ts'
import { readSmallJson } from '../http/body.ts'
import { methodNotAllowed } from '../http/methods.ts'
import { refuse, refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import { whenceOf } from './accountEvents.ts'
import { createToken, listTokens, revokeToken } from './tokens.ts'

export const tokensPath = methodAndPath('listTokens').path

export function tokenRoutes(database: Database): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.use(async (c, next) => {
    if (c.get('identity').via === 'session') return next()
    return refuseOne(c, problem('not_allowed_with_a_token.tokens', ''))
  })

  const route = (name: keyof typeof accountRoutes, answer: (c: Context<AppEnv>) => Promise<Response>): void => {
    const { method, path } = methodAndPath(name, tokensPath)
    routes.on(method, path, answer)
  }

  route('listTokens', async (c) => c.json(await listTokens(database, c.get('identity').user_id)))

  route('createToken', async (c) => {
    const read = await readSmallJson(c.req.raw)
    if (!read.ok) return refuse(c, { problems: read.problems })
    const parsed = wantedTokenSchema.safeParse(read.value ?? {}, { reportInput: true })
    if (!parsed.success) return refuse(c, { problems: problemsOf(parsed.error) })
    const made = await createToken(database, c.get('identity').user_id, parsed.data, whenceOf(c))
    return 'code' in made ? refuse(c, { problems: [made] }) : c.json(made, 201)
  })

  route('revokeToken', async (c) => {
    const id = idSchema.safeParse(c.req.param('id'))
    const isRevoked = id.success && (await revokeToken(database, c.get('identity').user_id, id.data, whenceOf(c)))
    return isRevoked ? c.json({ ok: true }) : refuseOne(c, problem('not_found.token', ''))
  })

  routes.all('/', methodNotAllowed(['GET', 'POST']))
  routes.all('/:id', methodNotAllowed(['DELETE']))

  return routes
}
