/** Changes told to other devices, across two apps on one database. */
import { Hono } from 'hono'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../server/app.ts'
import { createAuth } from '../../server/auth/auth.ts'
import { openDatabase, type Database } from '../../server/database/connect.ts'
import { signedIn } from '../../server/http/identity.ts'
import type { AppEnv } from '../../server/http/variables.ts'
import { eventStreams } from '../../server/planning/events.ts'
import { countedHashing, goodPassword, origin } from './authApp.ts'
import { planningApp, type Person, type PlanningApp } from './planningApp.ts'

let server: PlanningApp
let other: { database: Database; app: ReturnType<typeof createApp> }

beforeAll(async () => {
  server = await planningApp()
  const database = openDatabase({ connection: server.fresh.appUrl, max: 4 })
  const auth = createAuth({ database, settings: server.settings, hashing: countedHashing() })
  other = { database, app: createApp({ database, auth, settings: server.settings, log: pino({ level: 'silent' }) }) }
})
afterAll(async () => {
  await other.database.close()
  await server.close()
})

interface Stream {
  status: number
  events: { id: string; revision?: number }[]
  /** Resolves when the server has ended it. */
  ended: Promise<void>
  close: () => void
}

async function listen(
  person: Pick<Person, 'cookie'>,
  { app = server.app as Pick<PlanningApp['app'], 'request'>, headers = { cookie: person.cookie } as Record<string, string> } = {},
): Promise<Stream> {
  const ending = new AbortController()
  const response = await app.request(`${origin}/api/events`, { headers, signal: ending.signal })
  const events: Stream['events'] = []
  const reader = response.body?.getReader()
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for (let text = ''; reader;) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) if (part.startsWith('data: ')) events.push(JSON.parse(part.slice(6)) as Stream['events'][number])
    }
  }
  return {
    status: response.status,
    events,
    ended: response.status === 200 ? read() : Promise.resolve(),
    close: () => void reader?.cancel(),
  }
}

const viaOther = (person: Person, method: string, path: string, body?: unknown): Promise<Response> =>
  Promise.resolve(
    other.app.request(`${origin}/api/planning${path}`, {
      method,
      headers: { cookie: person.cookie, origin, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )

const within = async (isSo: () => boolean, ms: number): Promise<boolean> => {
  for (const until = performance.now() + ms; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 10)))
    if (isSo()) return true
  return isSo()
}

test('a change made by another app is told within two seconds, with its plan and revision, and to nobody else', async () => {
  const [ana, ben] = [await server.person(), await server.person()]
  const [anas, bens] = [await listen(ana), await listen(ben)]
  expect([anas.status, bens.status]).toEqual([200, 200])
  const { id } = (await (await viaOther(ana, 'POST', '', { name: 'Base' })).json()) as { id: string }
  expect(await within(() => anas.events.some((event) => event.id === ''), 2_000)).toBe(true)
  expect((await viaOther(ana, 'PATCH', `/${id}`, { planning_balance_cents: 5 })).status).toBe(200)
  expect(await within(() => anas.events.some((event) => event.id === id && event.revision === 2), 2_000)).toBe(true)
  expect((await viaOther(ana, 'DELETE', `/${id}`)).status).toBe(200)
  expect(await within(() => anas.events.some((event) => event.id === id && event.revision === undefined), 2_000)).toBe(true)
  // What Ben hears comes after all of Ana's, so that she would have been heard before.
  await viaOther(ben, 'POST', '', { name: 'Own' })
  expect(await within(() => bens.events.length > 0, 2_000)).toBe(true)
  expect(bens.events).toEqual([{ id: '' }])
  for (const stream of [anas, bens]) stream.close()
})

test('an account listens with ten pages at once; one that goes makes room', async () => {
  const ana = await server.person()
  const streams = await Promise.all(Array.from({ length: 10 }, () => listen(ana)))
  expect((await listen(ana)).status).toBe(429)
  streams[0]!.close()
  await streams[0]!.ended
  const next = await listen(ana)
  expect(next.status).toBe(200)
  for (const stream of [...streams, next]) stream.close()
})

test('a HEAD request hears nothing, and takes no place of who would', async () => {
  const ana = await server.person()
  for (let time = 0; time < 12; time += 1)
    expect((await server.app.request(`${origin}/api/events`, { method: 'HEAD', headers: { cookie: ana.cookie } })).status).toBe(200)
  const stream = await listen(ana)
  expect(stream.status).toBe(200)
  stream.close()
})

test('nobody listens without being signed in', async () => {
  expect((await server.app.request(`${origin}/api/events`)).status).toBe(401)
})

/** The same app, whose streams look after a tenth of a second what they look after in twenty seconds. */
function quickApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const { database } = server.fresh
  const auth = createAuth({ database, settings: server.settings, hashing: countedHashing() })
  const identify = (request: Request) => auth.identify(request)
  app.use(signedIn(identify))
  app.get('/api/events', eventStreams(database, identify, { beat_ms: 100, longest_ms: 60_000 }))
  return app
}

test('a page that begins to listen is told at which revision each of its plans is', async () => {
  const ana = await server.person()
  const { id } = (await (await viaOther(ana, 'POST', '', { name: 'Base' })).json()) as { id: string }
  await viaOther(ana, 'PATCH', `/${id}`, { planning_balance_cents: 5 })
  const stream = await listen(ana)
  expect(await within(() => stream.events.some((event) => event.id === id && event.revision === 2), 30_000)).toBe(true)
  stream.close()
})

test('a change whose app was killed before it told of it is told all the same, once, and so are plans that come and go', async () => {
  const ana = await server.person()
  const stream = await listen(ana, { app: quickApp() })
  const silenced = vi.spyOn(other.database.changes, 'tell').mockImplementation(() => undefined)
  const { id } = (await (await viaOther(ana, 'POST', '', { name: 'Base' })).json()) as { id: string }
  expect(await within(() => stream.events.some((event) => event.id === ''), 30_000)).toBe(true)
  await viaOther(ana, 'PATCH', `/${id}`, { planning_balance_cents: 5 })
  const changes = () => stream.events.filter((event) => event.id === id && event.revision === 2)
  expect(await within(() => changes().length > 0, 30_000)).toBe(true)
  const lists = () => stream.events.filter((event) => event.id === '').length
  const before = lists()
  await viaOther(ana, 'DELETE', `/${id}`)
  expect(await within(() => lists() > before, 30_000)).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect([changes().length, lists()]).toEqual([1, before + 1])
  silenced.mockRestore()
  stream.close()
})

test('whoever has signed out, whose token is revoked or whose account is deleted hears no more', async () => {
  const app = quickApp()
  const [ana, ben, eve] = [await server.person(), await server.person(), await server.person()]
  const token = await server.token(eve, 'read')
  const streams = [
    await listen(ana, { app }),
    await listen(ben, { app }),
    await listen(eve, { app, headers: { authorization: `Bearer ${token}` } }),
    await listen(eve, { app }),
  ]
  const [signedOut, deleted, revoked, stays] = streams as [Stream, Stream, Stream, Stream]
  let isOver = false
  void stays.ended.then(() => (isOver = true))
  await server.ask('/api/auth/sign-out', { method: 'POST', by: ana, body: {} })
  expect((await server.ask('/api/auth/delete-user', { method: 'POST', by: ben, body: { password: goodPassword } })).status).toBe(200)
  const [{ id }] = (await server.ask('/api/tokens', { by: eve })).json as [{ id: string }]
  await server.ask(`/api/tokens/${id}`, { method: 'DELETE', by: eve })
  await Promise.all([signedOut.ended, deleted.ended, revoked.ended])
  expect(isOver).toBe(false)
  stays.close()
})

test('stopping ends every stream, and whoever comes then is told that there is nothing to hear', async () => {
  const ana = await server.person()
  const stream = await listen(ana)
  expect(stream.status).toBe(200)
  await server.fresh.database.changes.stop()
  await stream.ended
  expect((await listen(ana)).status).toBe(204)
})
