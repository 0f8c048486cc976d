/** /api/planning as a Hono app: who asks → which route → its answer, with what HTTP wants of it. */
import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { v7 as newId } from 'uuid'
import { calendarOf } from '../../core/exports/ics.ts'
import type { Database } from '../database/connect.ts'
import { readJson } from '../http/body.ts'
import { entityTagOf } from '../http/entityTags.ts'
import { methodNotAllowed } from '../http/methods.ts'
import { refuse, refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import { feedStoreFor, readFeed } from './feeds.ts'
import { planningRoutes, type Answer, type PlanningRoute } from './routes.ts'
import { planningStoreFor, type Clockwork } from './service.ts'

const clockwork: Clockwork = { now: () => new Date().toISOString(), newId: () => newId() }

export const planningPath = '/api/planning'

/** Adds the routes to an app whose earlier layers have found out who asks. */
export function addPlanningRoutes(app: Hono<AppEnv>, database: Database): void {
  for (const path of new Set(planningRoutes.map((route) => route.path))) {
    const routes = planningRoutes.filter((route) => route.path === path)
    const pattern = path === '/' ? planningPath : planningPath + path
    for (const route of routes) app.on(route.method, pattern, (c) => serve(c, route, database))
    app.all(pattern, methodNotAllowed(routes.map((route) => route.method)))
  }
}

/**
 * GET /api/planning/feeds/<secret>.ics, for calendar programs: the secret in the address is all that is asked. It stands
 * before the routes that want somebody signed in.
 */
export function addFeedRoute(app: Hono<AppEnv>, database: Database): void {
  const path = `${planningPath}/feeds/:file`
  app.get(path, async (c) => {
    const [, secret] = /^([\w-]+)\.ics$/.exec(c.req.param('file')) ?? []
    const found = secret === undefined ? null : await readFeed(database, secret)
    if (!found) return refuseOne(c, 'not_found', 'There is no such calendar.')
    const tag = `"${found.scenario.revision}${found.shows_amounts ? '' : '-names'}"`
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { ETag: tag })
    return c.body(calendarOf(found.scenario, found), 200, { ETag: tag, 'Content-Type': 'text/calendar; charset=utf-8', 'X-Robots-Tag': 'noindex' })
  })
  app.all(path, methodNotAllowed(['GET']))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function serve(c: Context<AppEnv>, route: PlanningRoute, database: Database): Promise<Response> {
  const params = c.req.param() as { id?: string; rowId?: string; revision?: string }
  const [id, row_id] = [params.id?.toLowerCase() ?? '', params.rowId?.toLowerCase() ?? '']
  const isThere = (params.id === undefined || uuid.test(id)) && (params.rowId === undefined || uuid.test(row_id)) && (params.revision === undefined || /^[1-9]\d{0,8}$/.test(params.revision))
  if (!isThere) return refuseOne(c, 'not_found', 'There is no such plan.')
  const body = route.body ? await readJson(c.req.raw) : { ok: true as const, value: undefined }
  if (!body.ok) return refuse(c, body)
  const store = planningStoreFor(database, c.get('identity').user_id, clockwork)
  const feeds = feedStoreFor(database, c.get('identity').user_id, clockwork.newId)
  const header = (name: string): string | undefined => c.req.header(name)
  const query = (name: string): string | undefined => c.req.query(name)
  const answer = await route.handle({ store, id, row_id, revision: Number(params.revision), body: body.value, query, header, newId: clockwork.newId, now: clockwork.now, feeds })
  return send(c, answer)
}

function send(c: Context<AppEnv>, answer: Answer): Response {
  if (answer.status === 'refused') return refuse(c, answer)
  const headers: Record<string, string> = answer.revision === undefined ? {} : { ETag: entityTagOf(answer.revision) }
  if (answer.status === 304) return c.body(null, 304, headers)
  if ('text' in answer) return c.body(answer.text, 200, { ...headers, 'Content-Type': `${answer.type}; charset=utf-8`, 'Content-Disposition': attachment(answer.filename) })
  return c.body(JSON.stringify(answer.json), answer.status as ContentfulStatusCode, { ...headers, 'Content-Type': 'application/json' })
}

/** A file to keep (RFC 6266): its name in full, and in plain letters for who reads no other. */
function attachment(filename: string): string {
  const plain = filename.replaceAll(/[^\w .-]/g, '_')
  const full = encodeURIComponent(filename).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
