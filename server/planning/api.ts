/** /api/planning as a Hono app: who asks → which route → its answer, with what HTTP wants of it. */
import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { methodAndPath } from '../../core/contract/paths.ts'
import { problem } from '../../core/problem.ts'
import { isUuid } from '../../core/uuid.ts'
import type { Database } from '../database/connect.ts'
import { readBody } from '../http/body.ts'
import { entityTagOf } from '../http/entityTags.ts'
import { languageOfAddress } from '../http/language.ts'
import { methodNotAllowed } from '../http/methods.ts'
import { refuse, refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import type { Answered, Work } from '../heavy/workers.ts'
import { headersOfCall, type PlainCall } from './answering.ts'
import { findFeed } from './feeds.ts'
import { noCalendar } from './feedRoutes.ts'
import { planningPath, planningRoutes, type PlanningRoute } from './routes.ts'

/** Adds the routes to an app whose earlier layers have found out who asks. */
export function addPlanningRoutes(app: Hono<AppEnv>, work: Work): void {
  for (const path of new Set(planningRoutes.map((route) => route.path))) {
    const routes = planningRoutes.filter((route) => route.path === path)
    const pattern = path === '/' ? planningPath : planningPath + path
    for (const route of routes) app.on(route.method, pattern, (c) => serve(c, route, work))
    app.all(pattern, methodNotAllowed(routes.map((route) => route.method)))
  }
}

/**
 * GET /api/planning/feeds/<secret>.ics, for calendar programs: the secret in the address is all that is asked. It stands
 * before the routes that want somebody signed in.
 */
export function addFeedRoute(app: Hono<AppEnv>, database: Database, work: Work): void {
  const { path } = methodAndPath('readFeed')
  app.get(path, languageOfAddress(), async (c) => {
    const [, secret] = /^([\w-]+)\.ics$/.exec(c.req.param('file') ?? '') ?? []
    const found = secret === undefined ? null : await findFeed(database, secret, c.get('client_address'))
    if (!found) return refuse(c, { problems: [noCalendar] })
    const { user_id, scenario_id: id, id: row_id } = found
    return send(
      c,
      await work.answer({
        route: 'readFeed',
        language: c.get('language'),
        user_id,
        token_id: null,
        id,
        row_id,
        revision: 0,
        body: nothing,
        ...asked(c),
      }),
    )
  })
  app.all(path, methodNotAllowed(['GET']))
}

const nothing = new Uint8Array()

async function serve(c: Context<AppEnv>, route: PlanningRoute, work: Work): Promise<Response> {
  const params = c.req.param() as { id?: string; rowId?: string; revision?: string }
  const [id, row_id] = [params.id?.toLowerCase() ?? '', params.rowId?.toLowerCase() ?? '']
  const isThere =
    (params.id === undefined || isUuid(id)) &&
    (params.rowId === undefined || isUuid(row_id)) &&
    (params.revision === undefined || /^[1-9]\d{0,8}$/.test(params.revision))
  if (!isThere) return refuseOne(c, problem('not_found.plan', ''))
  const read = route.body ? await readBody(c.req.raw) : { ok: true as const, bytes: nothing }
  if (!read.ok) return refuse(c, read)
  const { user_id, token_id } = c.get('identity')
  return send(
    c,
    await work.answer({
      route: route.name,
      language: c.get('language'),
      user_id,
      token_id,
      id,
      row_id,
      revision: Number(params.revision),
      body: read.bytes,
      ...asked(c),
    }),
  )
}

/** The first value of each parameter of the query, and the headers that routes look at. */
function asked(c: Context): Pick<PlainCall, 'query' | 'headers'> {
  const headers = headersOfCall.flatMap((name) => {
    const value = c.req.header(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { query: c.req.query(), headers: Object.fromEntries(headers) }
}

function send(c: Context<AppEnv>, { head, text }: Answered): Response {
  if (head.status === 'refused') return refuse(c, head)
  const headers: Record<string, string> = { ...(head.revision === undefined ? {} : { ETag: entityTagOf(head.revision) }), ...head.headers }
  if (head.status === 304) return c.body(null, 304, headers)
  if (!(text instanceof ReadableStream)) c.set('answer_bytes', text?.length)
  const { type, filename } = head
  return c.body(text ?? '', head.status as ContentfulStatusCode, {
    ...headers,
    'Content-Type': filename || type !== 'application/json' ? `${type}; charset=utf-8` : type,
    ...(filename && { 'Content-Disposition': attachment(filename) }),
  })
}

/** A file to keep (RFC 6266): its name in full, and in plain letters for who reads no other. */
function attachment(filename: string): string {
  const plain = filename.replaceAll(/[^\w .-]/g, '_')
  const full = encodeURIComponent(filename).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
