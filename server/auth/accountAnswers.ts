/** How the routes of accounts answer, and refuse. */
import type { Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import { methodAndPath, type RouteName } from '../../core/contract/paths.ts'
import { firstInOrder, problem, problemsOf, tellProblem, type Problem } from '../../core/problem.ts'
import { readSmallJson } from '../http/body.ts'
import { sayTo } from '../http/language.ts'
import { methodNotAllowed } from '../http/methods.ts'
import { refuse } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import type { Identifier } from './identity.ts'
import type { SessionIdentity } from './who.ts'

/** Adds the routes of one path, each with its method; any other is told so. */
export type RouteTo = (answers: Partial<Record<RouteName, (c: Context<AppEnv>) => Promise<Response>>>) => void

/** `below`: where the app is mounted. */
export function routesOn(routes: Hono<AppEnv>, below: string): RouteTo {
  return (answers) => {
    const named = Object.entries(answers).map(([name, answer]) => ({ ...methodAndPath(name as RouteName, below), answer }))
    for (const { method, path, answer } of named) routes.on(method, path, answer)
    for (const path of new Set(named.map((each) => each.path))) routes.all(path, methodNotAllowed(named.map(({ method }) => method)))
  }
}

export async function bodyOf<T>(
  c: Context,
  schema: z.ZodMiniType<T>,
): Promise<{ ok: true; value: T } | { ok: false; problems: Problem[] }> {
  const read = await readSmallJson(c.req.raw)
  if (!read.ok) return read
  const parsed = schema.safeParse(read.value ?? {}, { reportInput: true })
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problems: problemsOf(parsed.error) }
}

/** better-auth's answer with its cookies, and what we add to it. */
export async function pass(c: Context, answer: Response, more: object = {}): Promise<Response> {
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
  const body: unknown = await answer.json()
  return c.json(body === null ? null : { ...(body as object), ...more })
}

/** Problem details that a better-auth client can read as well: it looks for `code` and `message`. */
export function refused(c: Context, problems: Problem[], headers: Record<string, string> = {}): Response {
  const { code, message } = tellProblem(firstInOrder(problems)!, sayTo(c))
  return refuse(c, { problems, headers, members: { code, message } })
}

export const authenticate = { 'WWW-Authenticate': 'Bearer' }

export const notSignedIn = (c: Context): Response => refused(c, [problem('must_be_signed_in', '')], authenticate)

type OfSession = (c: Context<AppEnv>, identity: SessionIdentity) => Promise<Response>

/** Answers who is signed in by a session, and refuses everybody else. */
export const toSignedIn =
  ({ identifySession }: Identifier) =>
  (answer: OfSession) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const identity = await identifySession(c.req.raw.headers)
    return identity ? answer(c, identity) : notSignedIn(c)
  }

export const notOffered = (c: Context): Response => refused(c, [problem('provider_did_not_confirm.not_offered', '')])

export const wrongPassword = (c: Context, path: string): Response => refused(c, [problem('password_is_wrong', path)])

export function tooMany(c: Context, waitMs: number): Response {
  const seconds = Math.ceil(waitMs / 1000)
  const minutes = Math.ceil(seconds / 60)
  return refused(c, [problem('too_many_requests.tries', '', { minutes })], { 'Retry-After': String(seconds) })
}

/** Told to somebody who would wait for too long; it counts as no try. */
export function busy(c: Context, waitMs: number): Response {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return refused(c, [problem('server_is_busy.signing_in', '', { seconds })], { 'Retry-After': String(seconds) })
}
