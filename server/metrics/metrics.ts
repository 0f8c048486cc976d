/**
 * Signs of how the server is, in the format of Prometheus. A label is a route's name, a status, or the name of a part: never a person, an
 * id, an address or an amount, so that there are only so many of them.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { allRoutes } from '../../core/contract/contract.ts'
import type { Crash } from '../../core/contract/crash.ts'
import type { Database } from '../database/connect.ts'
import type { Work } from '../heavy/workers.ts'
import { isApi } from '../http/headers.ts'
import type { Health } from '../http/health.ts'
import type { AppEnv } from '../http/variables.ts'
import type { Turns } from '../turns/turns.ts'

export interface Metrics {
  /** Counts and times each request; comes before all that may answer. */
  requests: MiddlewareHandler<AppEnv>
  watchTurns(part: string, turns: Pick<Turns, 'counts' | 'totals'>): void
  watchHealth(health: Health): void
  crashed(crash: Crash): void
  /** All of it, as it is now. */
  text(): Promise<string>
  contentType: string
}

export interface MetricsParts {
  database: Database
  work: Work
  /** How often the server has been started again by what watches over it. */
  restarts: number
}

/** Seconds; the longest that a request may take is 30. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30]

export function createMetrics({ database, work, restarts }: MetricsParts): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const answered = new Counter({
    name: 'pynance_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'status'],
    registers,
  })
  const took = new Histogram({
    name: 'pynance_http_request_duration_seconds',
    help: 'From a request’s headers to its answer’s.',
    labelNames: ['route'],
    buckets: durations,
    registers,
  })
  const underWay = new Gauge({ name: 'pynance_http_requests_in_progress', help: 'Requests that are not answered yet.', registers })
  const crashes = new Counter({ name: 'pynance_web_crashes_total', help: 'Faults that web apps told of.', labelNames: ['kind'], registers })

  const read = readings(registry)
  const turns = new Map<string, Pick<Turns, 'counts' | 'totals'>>([
    ['database', database.turns],
    ['workers', work.turns.workers],
    ['texts', work.turns.texts],
  ])
  const ofTurns = (value: (turns: Pick<Turns, 'counts' | 'totals'>) => number): Labelled[] =>
    [...turns].map(([part, each]) => [{ part }, value(each)])
  read('turns_running', 'Turns that are taken now.', () => ofTurns((each) => each.counts().running), ['part'])
  read('turns_waiting', 'How many wait for a turn now.', () => ofTurns((each) => each.counts().waiting), ['part'])
  read('turns_total', 'Turns that were taken.', () => ofTurns((each) => each.totals().taken), ['part'])
  read('turns_refused_total', 'How many got no turn.', () => ofTurns((each) => each.totals().refused), ['part'])
  read(
    'turns_waited_seconds_total',
    'Seconds waited for the turns that were taken.',
    () => ofTurns((each) => each.totals().waited_ms / 1000),
    ['part'],
  )
  const ofPools = (value: (pool: Database['pool']) => number): Labelled[] => [
    [{ pool: 'app' }, value(database.pool)],
    [{ pool: 'spare' }, value(database.spare)],
  ]
  read('database_connections', 'Connections that are open.', () => ofPools((pool) => pool.totalCount), ['pool'])
  read('database_connections_idle', 'Those of them that nobody uses.', () => ofPools((pool) => pool.idleCount), ['pool'])
  read('database_connections_waited_for', 'How many wait for a connection now.', () => ofPools((pool) => pool.waitingCount), ['pool'])
  read(
    'database_connections_most',
    'Most connections at once.',
    () => [
      [{ pool: 'app' }, database.pool.options.max],
      [{ pool: 'spare' }, database.spare.options.max],
    ],
    ['pool'],
  )
  read('database_troubles_total', 'Errors by which the database said that it is not well.', () => [[{}, database.troubles.last().count]])
  read('worker_threads', 'Worker threads there are.', () => [[{}, work.counts().threads]])
  read('worker_jobs_ended_total', 'Jobs that were ended by their limit of time or memory.', () => [[{}, work.counts().ended]])
  read('event_streams', 'Pages that hear of changes.', () => [[{}, database.changes.count()]])
  read('restarts_total', 'How often the server was started again after a crash.', () => [[{}, restarts]])

  return {
    requests: async (c, next) => {
      const end = took.startTimer()
      underWay.inc()
      await next()
      underWay.dec()
      const route = routeNameOf(c)
      end({ route })
      answered.inc({ route, status: c.res.status })
    },
    watchTurns: (part, each) => void turns.set(part, each),
    watchHealth: (health) =>
      read('database_up', '1: the database answers and takes writes.', async () => [[{}, (await health()) === null ? 1 : 0]]),
    crashed: ({ kind }) => crashes.inc({ kind }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

type Labelled = [labels: Record<string, string>, value: number]

/** Values that are read when they are asked for. What only grows is named …_total, and is a counter. */
const readings =
  (registry: Registry) =>
  (name: string, help: string, values: () => Labelled[] | Promise<Labelled[]>, labelNames: string[] = []): void => {
    const options = { name: `pynance_${name}`, help, labelNames, registers: [] }
    if (name.endsWith('_total')) {
      const counter = new Counter({
        ...options,
        async collect() {
          this.reset()
          for (const [labels, value] of await values()) this.inc(labels, value)
        },
      })
      registry.registerMetric(counter)
      return
    }
    const gauge = new Gauge({
      ...options,
      async collect() {
        for (const [labels, value] of await values()) this.set(labels, value)
      },
    })
    registry.registerMetric(gauge)
  }

const names: ReadonlyMap<string, string> = new Map(allRoutes.map(({ name, method, path }) => [`${method} ${path}`, name]))

/**
 * As in the contract, also where something before the route has answered; `web` is the pages and their files, `other` what there is not.
 */
function routeNameOf(c: Context<AppEnv>): string {
  for (const { method, path } of matchedRoutes(c)) {
    const name = names.get(`${method} ${path}`)
    if (name !== undefined) return name
  }
  return isApi(c.req.path) ? 'other' : 'web'
}
