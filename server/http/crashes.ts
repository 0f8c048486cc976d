/** POST /api/crashes: faults of the web app, a line of the log each. Anybody may send them, so few are taken. */
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { crashSchema, type Crash } from '../../core/contract/crash.ts'
import { problemsOf } from '../../core/problem.ts'
import { networkOf } from '../auth/attempts.ts'
import { createCounter } from '../counter.ts'
import { readSmallJson } from './body.ts'
import { refuse } from './problems.ts'
import { tooManyRequests } from './rates.ts'
import type { AppEnv } from './variables.ts'

/** In a minute: of one client address, and of all. */
const mostOfOne = 10
const mostOfAll = 100
const window_ms = 60_000

/** `taken` is told of each that is kept. */
export function crashReports({
  wanted,
  log,
  taken,
}: {
  wanted: boolean
  log: Logger
  taken: (crash: Crash) => void
}): (c: Context<AppEnv>) => Promise<Response> {
  const ofOne = createCounter({ most: mostOfOne, window_ms, keys: 10_000 })
  const ofAll = createCounter({ most: mostOfAll, window_ms, keys: 1 })
  return async (c) => {
    if (!wanted) return c.json({ taken: false })
    const wait_ms = ofOne.count(networkOf(c.get('client_address'))).wait_ms || ofAll.count('').wait_ms
    if (wait_ms > 0) return tooManyRequests(c, wait_ms)
    const read = await readSmallJson(c.req.raw)
    if (!read.ok) return refuse(c, read)
    const parsed = crashSchema.safeParse(read.value)
    if (!parsed.success) return refuse(c, { problems: problemsOf(parsed.error) })
    log.error({ request_id: c.get('request_id'), web_crash: parsed.data }, 'The web app met a fault')
    taken(parsed.data)
    return c.json({ taken: true })
  }
}
