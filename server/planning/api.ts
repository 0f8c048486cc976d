/** /api/planning as a Hono app: who asks → which route → its answer, with what HTTP wants of it. */
import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { v7 as newId } from 'uuid'
import { methodAndPath } from '../../core/contract/paths.ts'
import { isUuid } from '../../core/uuid.ts'
import type { Database } from '../database/connect.ts'
import { readBody } from '../http/body.ts'
import { entityTagOf } from '../http/entityTags.ts'
import { methodNotAllowed } from '../http/methods.ts'
import { parsedJson } from '../http/parsedJson.ts'
import { refuse, refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import { heavyBodyBytes, isHeavyCalendar } from '../heavy/bounds.ts'
import type { Work } from '../heavy/workers.ts'
import { feedStoreFor, readFeed } from './feeds.ts'
import { planningPath, planningRoutes, type Answer, type PlanningRoute } from './routes.ts'
import { planningStoreFor, type Clockwork } from './service.ts'

const clockwork: Clockwork = { now: () => new Date().toISOString(), newId: () => newId() }

/** Adds the routes to an app whose earlier layers have found out who asks. */
export function addPlanningRoutes(app: Hono<AppEnv>, database: Database, work: Work): void {
  for (const path of new Set(planningRoutes.map((route) => route.path))) {
    const routes = planningRoutes.filter((route) => route.path === path)
    const pattern = path === '/' ? planningPath : planningPath + path
    for (const route of routes) app.on(route.method, pattern, (c) => serve(c, route, database, work))
    app.all(pattern, methodNotAllowed(routes.map((route) => route.method)))
  }
}

/**
 * GET /api/planning/feeds/<secret>.ics, for calendar programs: the secret in the address is all that is asked. It stands
 * before the routes that want somebody signed in.
 */
export function addFeedRoute(app: Hono<AppEnv>, database: Database, work: Work): void {
  const { path } = methodAndPath('readFeed')
  app.get(path, async (c) => {
    const [, secret] = /^([\w-]+)\.ics$/.exec(c.req.param('file') ?? '') ?? []
    const found = secret === undefined ? null : await readFeed(database, secret, c.get('client_address'))
    if (!found) return refuseOne(c, 'not_found', 'There is no such calendar.')
    const tag = `"${found.scenario.revision}${found.shows_amounts ? '' : '-names'}"`
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { ETag: tag })
    const { user_id, scenario, shows_amounts } = found
    const told = await work.tell(user_id, { job: 'calendar', scenario, shows_amounts }, isHeavyCalendar(scenario, shows_amounts))
    if (!told.ok) return refuse(c, told)
    return c.body(told.text, 200, { ETag: tag, 'Content-Type': 'text/calendar; charset=utf-8', 'X-Robots-Tag': 'noindex' })
  })
  app.all(path, methodNotAllowed(['GET']))
}

const nothing = new Uint8Array()

async function serve(c: Context<AppEnv>, route: PlanningRoute, database: Database, work: Work): Promise<Response> {
  const params = c.req.param() as { id?: string; rowId?: string; revision?: string }
  const [id, row_id] = [params.id?.toLowerCase() ?? '', params.rowId?.toLowerCase() ?? '']
  const isThere = (params.id === undefined || isUuid(id)) && (params.rowId === undefined || isUuid(row_id)) && (params.revision === undefined || /^[1-9]\d{0,8}$/.test(params.revision))
  if (!isThere) return refuseOne(c, 'not_found', 'There is no such plan.')
  const read = route.body ? await readBody(c.req.raw) : { ok: true as const, bytes: nothing }
  if (!read.ok) return refuse(c, read)
  const large_body = route.takes_large && read.bytes.byteLength > heavyBodyBytes ? read.bytes : null
  const body = large_body ? { ok: true as const, value: undefined } : parsedJson(read.bytes)
  if (!body.ok) return refuse(c, body)
  const { user_id, token_id } = c.get('identity')
  const store = planningStoreFor(database, { owner: user_id, actor: { id: user_id, token_id } }, clockwork, work)
  const feeds = feedStoreFor(database, user_id, clockwork.newId)
  const header = (name: string): string | undefined => c.req.header(name)
  const query = (name: string): string | undefined => c.req.query(name)
  const answer = await route.handle({ store, id, row_id, revision: Number(params.revision), body: body.value, large_body, work, user_id, query, header, newId: clockwork.newId, now: clockwork.now, feeds })
  return send(c, answer)
}

function send(c: Context<AppEnv>, answer: Answer): Response {
  if (answer.status === 'refused') return refuse(c, answer)
  const headers: Record<string, string> = answer.revision === undefined ? {} : { ETag: entityTagOf(answer.revision) }
  if (answer.status === 304) return c.body(null, 304, headers)
  if ('text' in answer && typeof answer.text === 'string') c.set('answer_bytes', answer.text.length)
  if ('text' in answer) return c.body(answer.text, 200, { ...headers, 'Content-Type': answer.filename || answer.type !== 'application/json' ? `${answer.type}; charset=utf-8` : answer.type, ...(answer.filename && { 'Content-Disposition': attachment(answer.filename) }) })
  const text = JSON.stringify(answer.json)
  c.set('answer_bytes', text.length)
  return c.body(text, answer.status as ContentfulStatusCode, { ...headers, 'Content-Type': 'application/json' })
}

/** A file to keep (RFC 6266): its name in full, and in plain letters for who reads no other. */
function attachment(filename: string): string {
  const plain = filename.replaceAll(/[^\w .-]/g, '_')
  const full = encodeURIComponent(filename).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
