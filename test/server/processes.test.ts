/** Four processes behind nginx on one database do as one would. Left out where there is no nginx (Debian: apt-get install nginx-light). */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findNginx } from '../../scripts/nginx.ts'
import { oneRequest, signUp, type Person } from './appProcess.ts'
import { behindNginx, type BehindNginx } from './behindNginx.ts'
import { asOwner, freshDatabase, type FreshDatabase } from './freshDatabase.ts'
import { heldAnswer } from './heldAgainstContract.ts'

const count = 4
const password = 'seven quiet otters at noon'

describe.runIf(findNginx() !== null)('four processes behind nginx', () => {
  let fresh: FreshDatabase
  let place: BehindNginx
  let ana: Person

  beforeAll(async () => {
    fresh = await freshDatabase()
    place = await behindNginx(count, { DATABASE_URL: fresh.url, DATABASE_APP_URL: fresh.appUrl })
    ana = await signUp(place.address)
  })
  afterAll(async () => {
    await place?.stop()
    await fresh?.close()
  })

  const many = <T>(times: number, ask: (nth: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: times }, (_, nth) => ask(nth)))
  const send = (method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> =>
    ana.send(place.address, method, `/api/planning${path}`, body)
  const newPlan = async (): Promise<string> => (await send('POST', '', { name: `Plan ${newId()}` })).body.id as string
  const counts = (statuses: number[]): Record<number, number> =>
    Object.fromEntries([...new Set(statuses)].sort().map((status) => [status, statuses.filter((each) => each === status).length]))

  /** How often each process answered a route. */
  const answeredBy = (route: string): Promise<number[]> =>
    Promise.all(
      place.processes.map(async ({ metrics }) => {
        const lines = (await (await fetch(metrics, { headers: oneRequest })).text()).split('\n')
        return lines
          .filter((line) => line.startsWith(`pynance_http_requests_total{route="${route}"`))
          .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
      }),
    )

  test('64 writers who each want 10 percent leave 100, on the database never more', async () => {
    const id = await newPlan()
    let most = 0
    let isWriting = true
    const watching = asOwner(fresh.url, async (client) => {
      while (isWriting) {
        const { rows } = await client.query<{ total: number }>(
          `select coalesce(sum(value), 0)::integer as total from scenario_allocations where scenario_id = $1 and kind = 'percent'`,
          [id],
        )
        most = Math.max(most, rows[0]!.total)
      }
    })
    const replies = await many(64, (nth) =>
      send('PUT', `/${id}/allocations/${newId()}`, { target: `savings:${nth}`, kind: 'percent', value: 10 }),
    )
    isWriting = false
    await watching
    expect(counts(replies.map(({ status }) => status))).toEqual({ 200: 10, 422: 54 })
    expect(most).toBe(100)
    const { allocations, revision } = (await send('GET', `/${id}`)).body as { allocations: { value: number }[]; revision: number }
    expect([allocations.reduce((sum, { value }) => sum + value, 0), revision]).toEqual([100, 11])
    const shares = await answeredBy('putAllocation')
    expect(shares.reduce((sum, each) => sum + each, 0)).toBe(64)
    expect(Math.min(...shares)).toBeGreaterThan(0)
  })

  test('of 64 who change one revision one is first, and the others are told', async () => {
    const id = await newPlan()
    const replies = await many(64, async (nth) => {
      const answer = await fetch(`${place.address}/api/planning/${id}`, {
        method: 'PATCH',
        headers: { ...oneRequest, 'content-type': 'application/json', 'if-match': '"1"', origin: place.address, cookie: ana.cookie },
        body: JSON.stringify({ planning_balance_cents: nth + 1 }),
      })
      const held = heldAnswer('PATCH', `/api/planning/${id}`, answer)
      await held.text()
      return held.status
    })
    expect(counts(replies)).toEqual({ 200: 1, 412: 63 })
    expect((await send('GET', `/${id}`)).body.revision).toBe(2)
  })

  test('a change on one is heard on all the others within two seconds', async () => {
    const id = await newPlan()
    const ending = new AbortController()
    const streams = await Promise.all(
      place.processes.map(async ({ address }) => {
        const stream = await fetch(`${address}/api/events`, { headers: { cookie: ana.cookie }, signal: ending.signal })
        expect(stream.status).toBe(200)
        const heard = (async () => {
          let text = ''
          for await (const piece of stream.body!.pipeThrough(new TextDecoderStream())) {
            text += piece
            if (text.includes(`"revision":2`) && text.includes(id)) return performance.now()
          }
          throw new Error(`The stream ended without it: ${text}`)
        })()
        return { heard }
      }),
    )
    const began = performance.now()
    await ana.send(place.processes[0]!.address, 'PATCH', `/api/planning/${id}`, { planning_balance_cents: 700 })
    for (const at of await Promise.all(streams.map(({ heard }) => heard))) expect(at - began).toBeLessThan(2_000)
    ending.abort()
  })

  test('a session of one is a session of all, and its end the end on all', async () => {
    const {
      processes: [one, other],
    } = place
    const ben = await signUp(one!.address, 'ben@example.com')
    expect((await ben.send(other!.address, 'GET', '/api/planning')).status).toBe(200)
    await ben.send(one!.address, 'POST', '/api/auth/sign-out', {})
    expect((await ben.send(other!.address, 'GET', '/api/planning')).status).toBe(401)
  })

  const signIn = async (email: string, tried: string): Promise<number> => {
    const answer = await fetch(`${place.address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { ...oneRequest, 'content-type': 'application/json', origin: place.address },
      body: JSON.stringify({ email, password: tried }),
    })
    await answer.text()
    return answer.status
  }

  test('a password is tried as often as on one process, and then not even the right one', async () => {
    const before = await answeredBy('signIn')
    // Where the machine is too busy to look at a password, 503 says so, and it counts for nothing.
    const tried = async (): Promise<number> => {
      const status = await signIn('ana@example.com', 'not the password at all')
      return status === 503 ? tried() : status
    }
    expect(counts(await many(40, tried))).toEqual({ 401: 10, 429: 30 })
    expect(await signIn('ana@example.com', password)).toBe(429)
    const after = await answeredBy('signIn')
    expect(Math.min(...after.map((each, nth) => each - before[nth]!))).toBeGreaterThan(0)
  })

  test('whose e-mail address is taken is told as often as by one process', async () => {
    const statuses: number[] = []
    for (let nth = 0; nth < 16; nth += 1) {
      const answer = await fetch(`${place.address}/api/auth/sign-up/email`, {
        method: 'POST',
        headers: { ...oneRequest, 'content-type': 'application/json', origin: place.address },
        body: JSON.stringify({ name: 'Ana', email: 'ana@example.com', password }),
      })
      await answer.text()
      statuses.push(answer.status)
    }
    expect(counts(statuses)).toEqual({ 409: 10, 429: 6 })
  })
})
