/** Changes told to other devices, across two apps on one database. */
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { createAuth } from '../../server/auth/auth.ts'
import { openDatabase, type Database } from '../../server/database/connect.ts'
import { countedHashing, origin } from './authApp.ts'
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

async function listen(person: Person): Promise<Stream> {
  const ending = new AbortController()
  const response = await server.app.request(`${origin}/api/events`, { headers: { cookie: person.cookie }, signal: ending.signal })
  const events: Stream['events'] = []
  const reader = response.body?.getReader()
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for (let text = ''; reader; ) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) if (part.startsWith('data: ')) events.push(JSON.parse(part.slice(6)) as Stream['events'][number])
    }
  }
  return { status: response.status, events, ended: response.status === 200 ? read() : Promise.resolve(), close: () => void reader?.cancel() }
}

const viaOther = (person: Person, method: string, path: string, body?: unknown): Promise<Response> =>
  Promise.resolve(other.app.request(`${origin}/api/planning${path}`, { method, headers: { cookie: person.cookie, origin, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }))

const within = async (isSo: () => boolean, ms: number): Promise<boolean> => {
  for (const until = performance.now() + ms; performance.now() < until; await new Promise((resolve) => setTimeout(resolve, 10))) if (isSo()) return true
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

test('nobody listens without being signed in', async () => {
  expect((await server.app.request(`${origin}/api/events`)).status).toBe(401)
})

test('stopping ends every stream, and whoever comes then is told that there is nothing to hear', async () => {
  const ana = await server.person()
  const stream = await listen(ana)
  expect(stream.status).toBe(200)
  await server.fresh.database.changes.stop()
  await stream.ended
  expect((await listen(ana)).status).toBe(204)
})
