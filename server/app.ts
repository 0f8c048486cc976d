/** The whole server as one fetch: the layers every request passes, then the API's parts, then the web app's files. */
import { fileURLToPath } from 'node:url'
import { Hono, type Context } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import { methodAndPath } from '../core/contract/paths.ts'
import type { placeRoutes } from '../core/contract/place.ts'
import { problem, sentenceOf } from '../core/problem.ts'
import type { Auth } from './auth/auth.ts'
import { basePath } from './auth/betterAuth.ts'
import { nameForPasskeys } from './auth/passkeys.ts'
import { tokensPath } from './auth/tokenRoutes.ts'
import type { Database } from './database/connect.ts'
import { noAnswer, reasonOf, troubleOf, UnknownOutcome, type Trouble } from './database/troubles.ts'
import { webApp } from './http/files.ts'
import { guards } from './http/guard.ts'
import { noTurn, throughTheDoor } from './http/door.ts'
import { isApi, noBodyOfHead, standardHeaders } from './http/headers.ts'
import { healthOf, type Health } from './http/health.ts'
import { signedIn } from './http/identity.ts'
import { requestLog } from './http/log.ts'
import { methodNotAllowed } from './http/methods.ts'
import { crashReports } from './http/crashes.ts'
import { language, sayTo } from './http/language.ts'
import { failed, refuse, refuseOne } from './http/problems.ts'
import { limitByAccount, limitByAddress } from './http/rates.ts'
import type { AppEnv } from './http/variables.ts'
import { addFeedRoute, addPlanningRoutes } from './planning/api.ts'
import type { Metrics } from './metrics/metrics.ts'
import { eventStreams } from './planning/events.ts'
import { docsPage, docsStylesheet } from './planning/docs.ts'
import { openApiDocument } from './planning/openapi.ts'
import { planningPath } from './planning/routes.ts'
import type { Settings } from './settings.ts'
import { sharedCounts } from './sharedCounter.ts'
import { startWork, type Work } from './heavy/workers.ts'
import { doorTurns, NoTurn } from './turns/turns.ts'

export interface AppParts {
  database: Database
  auth: Auth
  settings: Settings
  log: Logger
  /** Where requests to plans are answered. */
  work?: Work
  /** Told of every request, where somebody reads it. */
  metrics?: Metrics | null
  /** Whether the process has been told to stop. */
  isStopping?: () => boolean
  /** The folder of the built web app. */
  web?: string
}

const eventsPath = methodAndPath('hearChanges').path

const builtWeb = fileURLToPath(new URL('../dist', import.meta.url))

/** How many accounts behind one address may make as many requests as one account may. */
const accountsBehindOneAddress = 4

export function createApp({
  database,
  auth,
  settings,
  log,
  work = startWork(database),
  metrics = null,
  isStopping = () => false,
  web = builtWeb,
}: AppParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: false })
  app.use(requestLog(log))
  app.use(language())
  if (metrics) app.use(metrics.requests)
  app.use(standardHeaders({ https: settings.public_url?.startsWith('https:') ?? false }))
  app.use(noBodyOfHead())
  app.use(guards(settings))
  const shared = sharedCounts(database, settings.auth_secret)
  app.use(limitByAddress(settings.requests_per_minute * accountsBehindOneAddress, shared))

  const health = healthOf(database, settings.database_url === null && settings.data_dir !== '' ? settings.data_dir : null)
  const door = doorTurns()
  metrics?.watchHealth(health)
  metrics?.watchTurns('door', door)

  addPublicRoutes(app, { settings, health, isStopping })
  const { method, path } = methodAndPath('reportCrash')
  app.on(method, path, crashReports({ wanted: settings.crash_reports === 'on', log, taken: (crash) => metrics?.crashed(crash) }))
  app.all(path, methodNotAllowed([method]))
  addFeedRoute(app, database, work)
  app.route(basePath, auth.accountRoutes)
  const ofAccounts = [
    signedIn((request) => auth.identify(request)),
    limitByAccount(settings.requests_per_minute, shared),
    throughTheDoor(door),
  ] as const
  // `/*` covers the path itself too; named twice, they would all be asked twice.
  for (const path of [tokensPath, planningPath, eventsPath]) app.use(`${path}/*`, ...ofAccounts)
  app.route(tokensPath, auth.tokenRoutes)
  app.get(
    eventsPath,
    eventStreams(database, (request) => auth.identify(request)),
  )
  app.all(eventsPath, methodNotAllowed(['GET']))
  addPlanningRoutes(app, work)

  app.use((c, next) => (isApi(c.req.path) ? Promise.resolve(refuseOne(c, problem('not_found', ''))) : next()))
  app.use(webApp(web))
  app.onError((error, c) => reported(error, c, log))
  return app
}

/** What anybody may read: whether the place is well, how it is set, and what its API knows. */
function addPublicRoutes(
  app: Hono<AppEnv>,
  { settings, health, isStopping }: { settings: Settings; health: Health; isStopping: () => boolean },
): void {
  const route = (name: keyof typeof placeRoutes, answer: (c: Context<AppEnv>) => Response | Promise<Response>): void => {
    const { method, path } = methodAndPath(name)
    app.on(method, path, answer)
    app.all(path, methodNotAllowed([method]))
  }
  const document = openApiDocument()
  const page = docsPage(document)
  const well = async (c: Context<AppEnv>): Promise<Response> => {
    const trouble = await health()
    return trouble ? unwell(c, trouble) : c.json({ ok: true })
  }
  route('getHealth', well)
  route('getLiveness', (c) => c.json({ ok: true }))
  route('getReadiness', (c) => (isStopping() ? unwell(c, stopping) : well(c)))
  route('getSettings', (c) =>
    c.json({
      sign_up: settings.sign_up,
      default_mode: settings.default_mode,
      crash_reports: settings.crash_reports,
      mail: settings.smtp_url === null ? 'off' : 'on',
      provider: settings.provider?.name ?? null,
      passkeys: nameForPasskeys(settings.public_url),
    }),
  )
  route('getDocument', (c) => c.json(document))
  route('getDocs', (c) => c.html(page))
  route('getDocsStyle', (c) => c.body(docsStylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}

/** Only a bug of ours is a 500, and is logged with its stack; a database in trouble is told as what it is. */
function reported(error: Error, c: Context, log: Logger): Response {
  const isUnknown = error instanceof UnknownOutcome
  const trouble = isUnknown ? (troubleOf(error.cause) ?? noAnswer) : troubleOf(error)
  if (error instanceof NoTurn) return noTurn(c, error)
  const { name, message, stack, code, constraint } = error as Error & { code?: string; constraint?: string }
  if (trouble) {
    log.warn({ request_id: c.get('request_id'), route: routePath(c), error: { name, code } }, reasonOf(trouble))
    return troubled(c, trouble, outcomeOf(c, isUnknown))
  }
  log.error(
    {
      request_id: c.get('request_id'),
      route: routePath(c),
      error: { name, code, constraint, message: code ? undefined : message, stack: stack?.replace(message, '') },
    },
    'A request failed by a bug',
  )
  return failed(c)
}

/** What became of the request. A plan's are one transaction; the steps of a sign-up or a sign-in are several. */
function outcomeOf(c: Context, isUnknown: boolean): 'read' | 'unknown' | 'unstored' {
  if (['GET', 'HEAD'].includes(c.req.method)) return 'read'
  if (isUnknown || !c.req.path.startsWith(planningPath)) return 'unknown'
  return 'unstored'
}

const troubled = (c: Context, { says, retry_after }: Trouble, outcome: string, members: Record<string, unknown> = {}): Response =>
  refuse(c, { problems: [problem(says, '', { outcome })], members, headers: { 'Retry-After': String(retry_after) } })

/** The same, for whoever watches. */
const unwell = (c: Context, trouble: Trouble): Response =>
  troubled(c, trouble, 'none', { ok: false, reason: sayTo(c)(sentenceOf(trouble.says), { outcome: 'none' }) })

const stopping: Trouble = { says: 'server_is_busy.stopping', retry_after: 5, lasts: false }
