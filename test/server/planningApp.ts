/** The whole app on a database of its own, called without a socket as browsers and scripts would call it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Hono } from 'hono'
import { createApp } from '../../server/app.ts'
import { attemptLimits, createAttempts, type AttemptLimits } from '../../server/auth/attempts.ts'
import { createAuth } from '../../server/auth/auth.ts'
import { monotonicNow } from '../../server/counter.ts'
import { createMailer, type Mailer } from '../../server/mail/mailer.ts'
import { startWork, type WorkLimits } from '../../server/heavy/workers.ts'
import type { AppEnv } from '../../server/http/variables.ts'
import type { Settings } from '../../server/settings.ts'
import { sharedCounts } from '../../server/sharedCounter.ts'
import { authSettings, countedHashing, goodPassword, origin } from './authApp.ts'
import { freshDatabase, type FreshDatabase } from './freshDatabase.ts'
import { holdAgainstContract, holdBody } from './heldAgainstContract.ts'

export interface Person {
  user_id: string
  email: string
  cookie: string
}

export interface Ask {
  method?: string
  /** Sent as JSON; a string or bytes are sent as they are. */
  body?: unknown
  headers?: Record<string, string>
  /** Who asks, by their session; nobody without. */
  by?: Pick<Person, 'cookie'> | undefined
}

export interface Reply {
  status: number
  headers: Headers
  text: string
  // Any JSON there is, or null.
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any
}

export interface PlanningApp {
  app: Hono<AppEnv>
  fresh: FreshDatabase
  settings: Settings
  ask(path: string, ask?: Ask): Promise<Reply>
  person(): Promise<Person>
  /** A token of a person. */
  token(of: Person, scope: 'read' | 'read_write'): Promise<string>
  /** What was logged, line by line. */
  logged: string[]
  close(): Promise<void>
}

export async function planningApp({
  settings: given = {},
  web,
  max = 8,
  through,
  isBroken = false,
  limits = {},
  tries = {},
  mailer: ownMailer,
}: {
  mailer?: Mailer
  limits?: Partial<WorkLimits>
  tries?: Partial<AttemptLimits>
  settings?: Partial<Settings>
  web?: string
  isBroken?: boolean
  max?: number
  through?: (url: string) => Promise<string>
} = {}): Promise<PlanningApp> {
  const fresh = await freshDatabase({ max, ...(through ? { through } : {}) })
  const settings: Settings = {
    ...authSettings,
    port: 4780,
    data_dir: '',
    database_url: null,
    database_app_url: null,
    database_pool_max: max,
    default_mode: 'local',
    log_level: 'info',
    requests_per_minute: 10_000_000,
    metrics_listen: null,
    crash_reports: 'off',
    smtp_url: null,
    mail_from: null,
    provider: null,
    ...given,
  }
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => void logged.push(line) })
  const noWeb = mkdtempSync(join(tmpdir(), 'pynance-web-'))
  const attempts = createAttempts({ ...attemptLimits, ...tries }, monotonicNow, sharedCounts(fresh.database, settings.auth_secret))
  // Its links lead to the address that browsers of these tests know.
  const mailer = ownMailer ?? createMailer({ ...settings, public_url: settings.public_url ?? origin }, log)
  const auth = createAuth({ database: fresh.database, settings, hashing: countedHashing(), attempts, mailer })
  const work = startWork(fresh.database, limits)
  const app = createApp({ database: fresh.database, auth, settings, log, work, web: web ?? noWeb })
  const held = holdAgainstContract(app, { isBroken })

  const ask = async (path: string, { method = 'GET', body, headers = {}, by }: Ask = {}): Promise<Reply> => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    const sent = body === undefined ? null : isRaw ? (body as BodyInit) : JSON.stringify(body)
    const all = {
      ...(sent === null || isRaw ? {} : { 'content-type': 'application/json' }),
      ...(by ? { cookie: by.cookie, origin } : {}),
      ...headers,
    }
    const response = await app.request(new Request(origin + path, { method, headers: all, body: sent, duplex: 'half' } as RequestInit))
    const text = await response.text()
    if (response.ok && !isRaw) holdBody(method, path, body)
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }

  let people = 0
  const person = async (): Promise<Person> => {
    const email = `person${(people += 1)}-${randomUUID()}@example.com`
    // An address each: how often one address may sign up is another test's business.
    const response = await app.request(
      `${origin}/api/auth/sign-up/email`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ email, password: goodPassword, name: email }),
      },
      { incoming: { socket: { remoteAddress: `10.0.${people >> 8}.${people & 255}` } } },
    )
    const { user } = (await response.json()) as { user: { id: string } }
    return {
      email,
      user_id: user.id,
      cookie: response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    }
  }

  const token = async (of: Person, scope: 'read' | 'read_write'): Promise<string> =>
    (await ask('/api/tokens', { method: 'POST', by: of, body: { name: `to ${scope}`, scope } })).json.secret as string

  const close = async (): Promise<void> => {
    rmSync(noWeb, { recursive: true, force: true })
    mailer?.close()
    await work.close()
    await fresh.close()
    held.end()
  }
  return { app, fresh, settings, ask, person, token, logged, close }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
