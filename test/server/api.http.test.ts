/** What holds for every answer, whatever made it: headers, methods, sizes, kinds of body, the log, the web app's files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planningPath } from '../../server/planning/routes.ts'
import { serve, type Serving } from '../../server/serve.ts'
import { origin } from './authApp.ts'
import { planningApp, type Person, type PlanningApp } from './planningApp.ts'

let app: PlanningApp
let person: Person
let web: string
const script = `export const answer = ${'42;'.repeat(400)}`

beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'pynance-web-'))
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Planning</title>')
  writeFileSync(join(web, 'sw.js'), 'self.skipWaiting()')
  writeFileSync(join(web, 'assets', 'index-Ab3_x9-Q.js'), script)
  app = await planningApp({ web })
  person = await app.person()
})
afterAll(async () => {
  rmSync(web, { recursive: true, force: true })
  await app.close()
})

describe('every answer', () => {
  test.each([
    '/',
    '/api/health',
    '/api/planning',
    '/api/nothing',
    '/api/docs',
    '/api/openapi.json',
    '/api/auth/get-session',
    '/api/auth/nothing',
    '/nothing.js',
    '/assets/index-Ab3_x9-Q.js',
    '/api/planning/not-an-id',
  ])('%s carries the security headers, a strict content policy and a request id', async (path) => {
    for (const by of [undefined, person]) {
      const { headers } = await app.ask(path, { by })
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  test('a foreign host name and a foreign page are refused with them as well', async () => {
    const foreign = await app.ask('/api/health', { headers: { host: 'evil.example' } })
    expect([foreign.status, foreign.json.problems[0].code, foreign.headers.has('content-security-policy')]).toEqual([
      400,
      'host_is_not_allowed',
      true,
    ])
    const page = await app.ask(planningPath, {
      method: 'POST',
      by: person,
      body: { name: 'X' },
      headers: { origin: 'https://evil.example' },
    })
    expect([page.status, page.json.problems[0].code]).toEqual([403, 'origin_is_not_allowed'])
  })

  test('who is not signed in is told how to, with 401', async () => {
    const reply = await app.ask(planningPath)
    expect([reply.status, reply.headers.get('www-authenticate'), reply.json.problems[0].code]).toEqual([401, 'Bearer', 'must_be_signed_in'])
  })
})

describe('methods', () => {
  test('one that a path does not have is refused with those it has', async () => {
    for (const [method, path, allow] of [
      ['DELETE', planningPath, 'GET, POST, HEAD, OPTIONS'],
      ['PUT', `${planningPath}/deleted`, 'GET, HEAD, OPTIONS'],
      ['POST', `${planningPath}/${newId()}/`, 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS'],
      ['GET', `${planningPath}/${newId()}/bills/${newId()}`, 'PUT, DELETE, OPTIONS'],
      ['POST', '/api/health', 'GET, HEAD, OPTIONS'],
      ['POST', '/', 'GET, HEAD, OPTIONS'],
    ]) {
      const reply = await app.ask(path!, { method: method!, by: person })
      expect([method, path, reply.status, reply.headers.get('allow'), reply.json.problems[0].code]).toEqual([
        method,
        path,
        405,
        allow,
        'method_is_not_allowed',
      ])
    }
  })

  test('OPTIONS names the methods; HEAD is GET without its body', async () => {
    const options = await app.ask(planningPath, { method: 'OPTIONS', by: person })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS'])
    const head = await app.ask(planningPath, { method: 'HEAD', by: person })
    expect([head.status, head.text]).toEqual([200, ''])
    expect((await app.ask('/api/health', { method: 'HEAD' })).status).toBe(200)
  })
})

describe('bodies', () => {
  const post = (
    body: string | Uint8Array,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): ReturnType<PlanningApp['ask']> => app.ask(planningPath, { method: 'POST', by: person, body, headers })

  test('what is not JSON is 400, what is not said to be JSON 415, and what is too large 413', async () => {
    for (const body of ['{', '', 'null x', new Uint8Array([0x22, 0xff, 0x22])]) expect((await post(body)).status).toBe(400)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])
      expect((await post('{"name":"A"}', { 'content-type': type })).status).toBe(415)
    const large = `{"name":"${'x'.repeat(2 * 1024 * 1024)}"}`
    expect((await post(large)).status).toBe(413)
    expect((await post('{}', { 'content-type': 'application/json', 'content-length': '3000000' })).status).toBe(413)
    const blob = new Blob([large]).stream()
    expect(
      (
        await app.app.request(
          new Request(origin + planningPath, {
            method: 'POST',
            body: blob,
            headers: { cookie: person.cookie, origin },
            duplex: 'half',
          } as RequestInit),
        )
      ).status,
    ).toBe(413)
  })

  test('JSON is taken under its other names, and without a type', async () => {
    expect((await post(`{"name":"${newId()}"}`, { 'content-type': 'application/merge-patch+json' })).status).toBe(201)
    const bytes = new TextEncoder().encode(`{"name":"${newId()}"}`)
    expect((await post(bytes, {})).status).toBe(201)
  })
})

describe('over a socket', () => {
  let serving: Serving
  beforeAll(async () => {
    serving = await serve({ fetch: app.app.fetch, host: '127.0.0.1', port: 0 })
  })
  afterAll(() => serving.stop(0))

  test('a scenario is created, replaced, read and known again', async () => {
    const headers = { cookie: person.cookie, origin: serving.address, 'content-type': 'application/json' }
    const made = (await (
      await fetch(serving.address + planningPath, { method: 'POST', headers, body: JSON.stringify({ name: newId() }) })
    ).json()) as { id: string }
    const url = `${serving.address}${planningPath}/${made.id}`
    const put = await fetch(url, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ bills: [{ name: 'Rent', amount_cents: 5 }], allocations: [] }),
    })
    expect([put.status, put.headers.get('etag')]).toEqual([200, '"2"'])
    const read = await fetch(url, { headers })
    expect([read.headers.get('etag'), read.headers.get('content-type')]).toEqual(['"2"', 'application/json'])
    expect(await read.json()).toMatchObject({ revision: 2, bills: [{ name: 'Rent' }] })
    expect((await fetch(url, { headers: { ...headers, 'if-none-match': '"2"' } })).status).toBe(304)
  })

  test('a body that grows beyond the limit while it is sent is refused', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(0x20)) })
    const answer = await fetch(serving.address + planningPath, {
      method: 'POST',
      headers: { cookie: person.cookie, origin: serving.address },
      body: endless,
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    )
    expect([413, 'cut off']).toContain(answer)
  })

  test('a request that is no HTTP is answered, and the next one is served', async () => {
    const { port, hostname } = new URL(serving.address)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.write('GARBAGE \u0000\r\n\r\n'))
      socket
        .on('close', () => resolve())
        .on('error', () => resolve())
        .resume()
    })
    expect((await fetch(`${serving.address}/api/health`)).status).toBe(200)
  })
})

describe('what anybody may ask', () => {
  test('health says whether the database answers', async () => {
    expect((await app.ask('/api/health')).json).toEqual({ ok: true })
    const away = await planningApp()
    await away.fresh.database.pool.end()
    const reply = await away.ask('/api/health')
    expect([reply.status, reply.json.problems[0].code, reply.headers.has('retry-after')]).toEqual([503, 'storage_is_not_available', true])
    await away.close()
  })

  test('the settings the web app starts with', async () => {
    expect((await app.ask('/api/settings')).json).toEqual({
      sign_up: 'open',
      default_mode: 'local',
      crash_reports: 'off',
      mail: 'off',
      provider: null,
      passkeys: 'localhost',
    })
  })
})

describe('the web app', () => {
  test('files with a hash in their name are kept for good, the others asked for each time', async () => {
    const file = await app.ask('/assets/index-Ab3_x9-Q.js')
    expect([file.text, file.headers.get('cache-control'), file.headers.get('content-type')]).toEqual([
      script,
      'public, max-age=31536000, immutable',
      'text/javascript; charset=utf-8',
    ])
    expect((await app.ask('/sw.js')).headers.get('cache-control')).toBe('no-cache')
    expect((await app.ask('/')).headers.get('cache-control')).toBe('no-cache')
  })

  test('they go out compressed to whoever takes it, and not again to whoever has them', async () => {
    const bytesOf = async (encoding: string): Promise<[string | null, Buffer]> => {
      const response = await app.app.request(`${origin}/assets/index-Ab3_x9-Q.js`, { headers: { 'accept-encoding': encoding } })
      return [response.headers.get('content-encoding'), Buffer.from(await response.arrayBuffer())]
    }
    const [[br, brotli], [gz, gzip], [none]] = [await bytesOf('gzip, deflate, br'), await bytesOf('gzip'), await bytesOf('br;q=0')]
    expect([br, gz, none]).toEqual(['br', 'gzip', null])
    expect([brotliDecompressSync(brotli).toString(), gunzipSync(gzip).toString()]).toEqual([script, script])
    const etag = (await app.ask('/sw.js')).headers.get('etag')!
    expect((await app.ask('/sw.js', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  test('any other page is the app; a missing file, and anything below /api, is not', async () => {
    for (const path of ['/', '/compare', '/settings/account'])
      expect([path, (await app.ask(path)).text]).toEqual([path, '<!doctype html><title>Planning</title>'])
    for (const path of [
      '/assets/gone.js',
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/api',
      '/api/gone',
      '/API/gone',
    ])
      expect([path, (await app.ask(path)).status]).toEqual([path, 404])
  })
})

describe('rates', () => {
  test('an account that asks too often waits, whatever its address; the others do not', async () => {
    const slow = await planningApp({ settings: { requests_per_minute: 10 } })
    const [eager, other] = [await slow.person(), await slow.person()]
    const asked = await Promise.all(Array.from({ length: 12 }, () => slow.ask(planningPath, { by: eager })))
    expect(asked.filter((reply) => reply.status === 200)).toHaveLength(10)
    const refused = asked.find((reply) => reply.status === 429)!
    expect([refused.json.problems[0].code, Number(refused.headers.get('retry-after')) > 0]).toEqual(['too_many_requests', true])
    expect((await slow.ask(planningPath, { by: other })).status).toBe(200)
    await slow.close()
  })

  test('an address that asks too often waits, signed in or not', async () => {
    const slow = await planningApp({ settings: { requests_per_minute: 10 } })
    const asked = await Promise.all(Array.from({ length: 41 }, () => slow.ask('/api/settings')))
    expect(asked.filter((reply) => reply.status === 429)).toHaveLength(1)
    await slow.close()
  })
})

describe('the log', () => {
  test('has one line a request: its pattern, how it went, how long it took', async () => {
    const name = 'Plan of a secret life'
    const before = app.logged.length
    const { json, headers } = await app.ask(planningPath, {
      method: 'POST',
      by: person,
      body: { name, planning_balance_cents: 987_654_321 },
    })
    await app.ask(`${planningPath}/${json.id}?token=hush`, { by: person })
    await app.ask(planningPath, { method: 'POST', by: person, body: { name } })
    const lines = app.logged.slice(before)
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { method: 'POST', route: '/api/planning', status: 201, request_id: headers.get('x-request-id') },
      { method: 'GET', route: '/api/planning/:id', status: 200 },
      { method: 'POST', route: '/api/planning', status: 409 },
    ])
    expect(typeof JSON.parse(lines[0]!).ms).toBe('number')
  })

  test('never tells names, amounts, ids, cookies or queries', () => {
    const all = app.logged.join('')
    for (const secret of ['secret life', '987654321', 'hush', person.email, person.user_id, person.cookie.split('=')[1]!.slice(0, 20)])
      expect(all).not.toContain(secret)
    expect(all).not.toMatch(/"err"|"stack"/)
  })
})
