/** Every answer of an app under test is held against the contract: its status, its headers, its body with no field too many. */
import type { Hono } from 'hono'
import type { ZodMiniType } from 'zod/mini'
import { allRoutes, type NamedRoute } from '../../core/contract/contract.ts'
import { refusalSchema } from '../../core/contract/refusal.ts'
import { isSameValue } from '../../core/fields.ts'
import type { AppEnv } from '../../server/http/variables.ts'

export interface Held {
  /** Throws what broke the contract, for those who took the failure for a broken connection. */
  end(): void
}

/**
 * An answer that breaks the contract fails while it is read, with what is wrong. What is read piece by piece stays so: the text is
 * gathered as it goes by. `ownPath` is one that a test has added; of an app that a test has broken, 500 is what it should answer.
 */
export function holdAgainstContract(app: Hono<AppEnv>, { ownPath, isBroken = false }: { ownPath?: string; isBroken?: boolean } = {}): Held {
  const answer = app.fetch
  const breaches: string[] = []
  app.fetch = async (request, ...more) => {
    const { pathname } = new URL(request.url)
    const response = await answer(request, ...more)
    return !pathname.startsWith('/api') || pathname === ownPath || (isBroken && response.status === 500)
      ? response
      : held(request.method, pathname, response, breaches)
  }
  return {
    end: () => {
      if (breaches.length > 0) throw new Error(breaches.join('\n'))
    },
  }
}

/** The answer of an app that is a process of its own; reading it fails where it breaks the contract. */
export const heldAnswer = (method: string, path: string, response: Response): Response => held(method, path.split('?')[0]!, response, [])

function held(method: string, pathname: string, response: Response, breaches: string[]): Response {
  const route = routeOf(method, pathname)
  const complain = (what: string): never => {
    const breach = `${method} ${pathname} → ${response.status} breaks the contract: ${what}`
    breaches.push(breach)
    throw new Error(breach)
  }
  const wrong = wrongHead(route, method, response)
  if (wrong !== null) complain(wrong)
  if (response.body === null || method === 'HEAD') return response
  const pieces: Uint8Array[] = []
  const gathering = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, controller) => {
      pieces.push(piece)
      controller.enqueue(piece)
    },
    flush: () => {
      const found = wrongBody(route, response, Buffer.concat(pieces).toString('utf8'))
      if (found !== null) complain(found)
    },
  })
  return new Response(response.body.pipeThrough(gathering), response)
}

/** Throws where a body was taken that the contract does not take. None is as good as an empty one, where it may be. */
export function holdBody(method: string, path: string, body: unknown): void {
  const taken = routeOf(method, path.split('?')[0]!)?.body?.safeParse(body ?? {})
  if (taken?.success === false) throw new Error(`${method} ${path} takes a body that the contract does not: ${issuesOf(taken.error)}`)
}

/** null: there is no such path, or not with this method. */
function routeOf(method: string, pathname: string): NamedRoute | null {
  const path = pathname.replace(/(?<=.)\/$/, '')
  const first = allRoutes.find((route) => patternOf(route).test(path))
  // HEAD asks what GET does.
  const asked = method === 'HEAD' ? 'GET' : method
  return allRoutes.find((route) => route.path === first?.path && route.method === asked) ?? null
}

const patterns = new Map<string, RegExp>()
function patternOf({ path }: NamedRoute): RegExp {
  const known = patterns.get(path) ?? new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
  patterns.set(path, known)
  return known
}

/** Of what no route is: OPTIONS and HEAD, and refusals of what stands before the routes. */
const withoutRoute = [204, 200, 304, 400, 401, 403, 404, 405, 413, 429, 503, 507]

function wrongHead(route: NamedRoute | null, method: string, { status, headers, body }: Response): string | null {
  if (status >= 400) {
    if (!(route ? route.statuses : withoutRoute).includes(status))
      return `no such refusal; there are ${(route ? route.statuses : withoutRoute).join(', ')}`
    const type = headers.get('content-type')
    return type === 'application/problem+json' ? null : `a refusal is application/problem+json, not ${type}`
  }
  if (!route) return withoutRoute.includes(status) && (body === null || method === 'HEAD') ? null : 'no route answers that'
  if (status === 304) return route.headers?.includes('If-None-Match') ? null : 'this route knows no If-None-Match'
  const isKnown = status in route.answers || (status === 200 && route.texts !== undefined) || (status === 204 && route.may_be_empty)
  if (!isKnown) return 'no such answer'
  return headers.has('etag') === Boolean(route.etag) ? null : `an ETag that is ${route.etag ? 'missing' : 'not in the contract'}`
}

function wrongBody(route: NamedRoute | null, { status, headers }: Response, text: string): string | null {
  if (status >= 400) return mismatch(refusalSchema, JSON.parse(text))
  const type = headers.get('content-type')!.split(';')[0]!
  const schema: ZodMiniType | undefined = route!.answers[status as 200 | 201]
  if (type === 'application/json' && schema) return mismatch(schema, JSON.parse(text))
  return route!.texts?.some((known) => known === type) ? null : `${type} is none of its texts`
}

/** What is read differs from what was told by fields that nobody knows, and by values in another than their one form. */
function mismatch(schema: ZodMiniType, answer: unknown): string | null {
  const read = schema.safeParse(answer)
  if (!read.success) return issuesOf(read.error)
  return isSameValue(read.data, answer) ? null : `${firstDifference(answer, read.data)} is not in the contract`
}

const issuesOf = ({ issues }: { issues: readonly { path: PropertyKey[]; message: string }[] }): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => `/${path.join('/')} ${message}`)
    .join('; ')

function firstDifference(told: unknown, read: unknown, path = ''): string {
  if (typeof told !== 'object' || typeof read !== 'object' || told === null || read === null) return path
  const key = Object.keys(told).find(
    (name) => !isSameValue((told as Record<string, unknown>)[name], (read as Record<string, unknown>)[name]),
  )
  return key === undefined
    ? path
    : firstDifference((told as Record<string, unknown>)[key], (read as Record<string, unknown>)[key], `${path}/${key}`)
}
