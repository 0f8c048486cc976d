/** The accounts of the app on a database of its own, called without a socket, as browsers and scripts would call it. */
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { createAuth, type AuthParts } from '../../server/auth/auth.ts'
import type { Hashing } from '../../server/auth/betterAuth.ts'
import { guards } from '../../server/http/guard.ts'
import { language } from '../../server/http/language.ts'
import { signedIn } from '../../server/http/identity.ts'
import type { AppEnv } from '../../server/http/variables.ts'
import type { Settings } from '../../server/settings.ts'
import { freshDatabase, type FreshDatabase } from './freshDatabase.ts'
import { holdAgainstContract, holdBody } from './heldAgainstContract.ts'

export const origin = 'http://localhost:4780'
export const goodPassword = 'ferns under the green kettle'

export const authSettings = {
  auth_secret: 'a secret that signs the sessions of these tests',
  public_url: null,
  sign_up: 'open',
  provider: null,
  allowed_hosts: [],
  trusted_proxies: 0,
  host: '127.0.0.1',
} satisfies Partial<Settings>

/** Keeps passwords as they are, at once, and counts. */
export interface CountedHashing extends Hashing {
  count: number
}
export function countedHashing(): CountedHashing {
  const hashing: CountedHashing = {
    count: 0,
    hash: async (password) => {
      hashing.count += 1
      return `plain:${password}`
    },
    verify: async ({ hash, password }) => {
      hashing.count += 1
      return hash === `plain:${password}`
    },
  }
  return hashing
}

export interface Ask {
  cookie?: string
  /** null leaves the Origin header out. */
  origin?: string | null
  address?: string
  headers?: Record<string, string>
}

export interface Reply {
  status: number
  headers: Headers
  body: ReturnType<typeof JSON.parse>
  /** Of the Set-Cookie headers, as a browser would send it back. */
  cookie: string
}

export interface AuthApp {
  fresh: FreshDatabase
  hashing: CountedHashing
  ask(method: string, path: string, body?: unknown, more?: Ask): Promise<Reply>
  /** A new person, signed in. */
  person(more?: Ask): Promise<{ email: string; password: string; user_id: string; cookie: string }>
  close(): Promise<void>
}

export async function authApp({
  settings = {},
  ...parts
}: Partial<Omit<AuthParts, 'settings' | 'database'>> & { settings?: Partial<Settings> } = {}): Promise<AuthApp> {
  const fresh = await freshDatabase()
  const hashing = countedHashing()
  const all = { ...authSettings, ...settings }
  const auth = createAuth({ database: fresh.database, settings: all, hashing, ...parts })
  const app = new Hono<AppEnv>()
  app.use(language())
  app.use(guards(all))
  app.route('/api/auth', auth.accountRoutes)
  app.use('/api/tokens/*', signedIn(auth.identify))
  app.route('/api/tokens', auth.tokenRoutes)
  app.use('/api/who', signedIn(auth.identify))
  app.all('/api/who', (c) => c.json(c.get('identity')))

  const held = holdAgainstContract(app, { ownPath: '/api/who' })

  const ask: AuthApp['ask'] = async (method, path, body, { cookie, origin: from = origin, address = '203.0.113.7', headers = {} } = {}) => {
    const sent = new Headers({ host: 'localhost:4780', 'content-type': 'application/json', ...headers })
    if (from !== null) sent.set('origin', from)
    if (cookie) sent.set('cookie', cookie)
    const request = new Request(`http://localhost:4780${path}`, {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await app.fetch(request, { incoming: { socket: { remoteAddress: address } } })
    const text = await response.text()
    if (response.ok) holdBody(method, path, body)
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0]!)
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text), cookie: set.join('; ') }
  }
  const person: AuthApp['person'] = async (more = {}) => {
    const email = `${randomUUID()}@example.com`
    const reply = await ask('POST', '/api/auth/sign-up/email', { email, password: goodPassword }, more)
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    return { email, password: goodPassword, user_id: reply.body.user.id, cookie: reply.cookie }
  }
  const close = async (): Promise<void> => {
    await fresh.close()
    held.end()
  }
  return { fresh, hashing, ask, person, close }
}
