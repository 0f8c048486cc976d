/** Who is let through, by what they bring: decided before anything is looked up, and told alike everywhere. */
import { createHash, createHmac, createSecretKey } from 'node:crypto'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { allRoutes } from '../../core/contract/contract.ts'
import { refusalsOf, type Route } from '../../core/contract/route.ts'
import { nameSchema } from '../../core/fields.ts'
import { bearerOf, createIdentifier, signedCookie } from '../../server/auth/identity.ts'
import type { Identity } from '../../server/auth/who.ts'
import { hashOfToken } from '../../server/auth/rowsOfOne.ts'
import type { Database } from '../../server/database/connect.ts'
import { foreignWrite } from '../../server/http/guard.ts'
import { signedIn } from '../../server/http/identity.ts'
import type { AppEnv } from '../../server/http/variables.ts'

const person: Identity = { user_id: 'ana', email: 'ana@example.org', via: 'session', scope: 'read_write', token_id: null, session_id: 's' }
const writing: Identity = { ...person, via: 'token', token_id: 't', session_id: null }
const reading: Identity = { ...writing, scope: 'read' }

async function asked(identity: Identity | null, method: string, path: string): Promise<[number, string | null]> {
  const app = new Hono<AppEnv>()
  app.use(signedIn(async () => identity))
  app.all('*', (c) => c.text(c.get('identity').user_id))
  const response = await app.fetch(new Request(`http://localhost${path}`, { method }))
  if (response.status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer')
  const text = await response.text()
  if (response.ok) return [response.status, method === 'HEAD' ? 'ana' : text]
  return [response.status, (JSON.parse(text) as { problems: { code: string }[] }).problems[0]!.code]
}
/** The path of a route, with something in place of each of its parameters. */
const filled = (path: string): string => path.replaceAll(/:\w+/g, 'x1')

describe('every route of planning', () => {
  const planning = allRoutes.filter(({ caller }) => caller === 'reader' || caller === 'writer')

  test.each(planning.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_name, { method, path, caller }) => {
    for (const asIs of [filled(path), `${filled(path)}/`]) {
      expect(await asked(null, method, asIs)).toEqual([401, 'must_be_signed_in'])
      expect(await asked(person, method, asIs)).toEqual([200, 'ana'])
      expect(await asked(writing, method, asIs)).toEqual([200, 'ana'])
      expect(await asked(reading, method, asIs)).toEqual(caller === 'reader' ? [200, 'ana'] : [403, 'token_is_read_only'])
    }
  })
  test('a token for reading asks questions by their whole path alone', async () => {
    const questions = planning.filter(({ caller, method }) => caller === 'reader' && method === 'POST')
    expect(questions.length).toBeGreaterThan(3)
    for (const { path } of questions) {
      for (const other of [`${filled(path)}/more`, `/elsewhere${filled(path)}`, `${filled(path)}//`, path.replaceAll(/:\w+/g, 'x/y')])
        expect([other, ...(await asked(reading, 'POST', other))]).toEqual([other, 403, 'token_is_read_only'])
      for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await asked(reading, method, filled(path)))[0]).toBe(403)
      for (const method of ['GET', 'HEAD', 'OPTIONS']) expect((await asked(reading, method, filled(path)))[0]).toBe(200)
    }
  })
})

describe('what a route may be refused with', () => {
  const always = [400, 403, 429, 503, 507]
  const route = (more: Partial<Route>): Route => ({ caller: 'anybody', summary: 'Something', answers: {}, ...more })
  const refused = (more: Partial<Route>, path = '/x'): number[] =>
    refusalsOf(route(more), path).filter((status) => !always.includes(status))

  test('its host, its page of origin, how often, whether the server can and has room: always, in order', () => {
    expect(refusalsOf(route({}), '/x')).toEqual(always)
    expect(refusalsOf(route({ refusals: [409, 401] }), '/x')).toEqual([400, 401, 403, 409, 429, 503, 507])
  })
  test.each([
    ['reader', [401]],
    ['writer', [401]],
    ['session', [401]],
    ['visitor', []],
    ['secret', []],
    ['anybody', []],
  ] as const)('401 for who has to be signed in: %s %j', (caller, statuses) => {
    expect(refused({ caller })).toEqual(statuses)
  })
  test('404 where the path names something, and what else it takes', () => {
    expect(refused({}, '/x/:id')).toEqual([404])
    expect(refused({ body: nameSchema })).toEqual([413, 415, 422])
    expect(refused({ query: [] })).toEqual([422])
    expect(refused({ headers: ['If-Match'] })).toEqual([412])
    expect(refused({ headers: ['If-None-Match', 'Idempotency-Key'] })).toEqual([])
  })
})

describe('a Bearer header', () => {
  const bearer = (value?: string): string | null => bearerOf(new Headers(value === undefined ? {} : { authorization: value }))
  test.each([
    ['Bearer pnp_x', 'pnp_x'],
    ['bearer pnp_x', 'pnp_x'],
    ['BEARER   pnp_x', 'pnp_x'],
    ['Bearer', ''],
    ['Bearer pnp x', 'pnp x'],
    ['Basic pnp_x', null],
    ['Bearerpnp_x', null],
    ['x Bearer pnp_x', null],
    [undefined, null],
  ])('%j holds the secret %j', (value, secret) => {
    expect(bearer(value)).toBe(secret)
  })
})

describe('the session cookie', () => {
  const key = createSecretKey('a secret that signs', 'utf8')
  const signature = (text: string, by = key): string => createHmac('sha256', by).update(text).digest('base64')
  const signed = (text: string): string => encodeURIComponent(`${text}.${signature(text)}`)
  const read = (cookie?: string): string | null => signedCookie(new Headers(cookie === undefined ? {} : { cookie }), 'session', key)

  test.each([
    ['alone', `session=${signed('abc')}`],
    ['among others', `a=b; session=${signed('abc')}; c=d`],
    ['with room around it', ` session = ${signed('abc')} `],
    ['behind one that begins alike', `session_x=1; xsession=2; session=${signed('abc')}`],
    ['behind what is no pair', `nothing; =; session=${signed('abc')}`],
  ])('is read %s', (_name, cookie) => {
    expect(read(cookie)).toBe('abc')
  })
  test('may have points in it: the signature stands behind the last', () => {
    expect(read(`session=${signed('a.b.c')}`)).toBe('a.b.c')
  })
  test.each([
    ['none', undefined],
    ['another', `sessions=${signed('abc')}`],
    ['empty', 'session='],
    ['without a signature', 'session=abc'],
    ['with an empty signature', 'session=abc.'],
    ['signed, but empty', `session=${encodeURIComponent(`.${signature('')}`)}`],
    ['signed for another', `session=${encodeURIComponent(`abd.${signature('abc')}`)}`],
    ['signed by another', `session=${encodeURIComponent(`abc.${signature('abc', createSecretKey('another', 'utf8'))}`)}`],
    ['with half a signature', `session=${encodeURIComponent(`abc.${signature('abc').slice(0, 20)}`)}`],
    ['written wrongly', `session=%E0%A4%A; other=1`],
    ['first wrong, then right', `session=abc.x; session=${signed('abc')}`],
  ])('is nobody’s: %s', (_name, cookie) => {
    expect(read(cookie)).toBeNull()
  })
})

describe('why a write is refused', () => {
  const host = 'plan.example.org'
  const refusal = (headers: Record<string, string>, method = 'POST', publicUrl: string | null = null): string | null =>
    foreignWrite({ method, headers: new Headers(headers) }, host, publicUrl)

  test('without an origin it says that one is missing, where a cookie comes with it', () => {
    expect(refusal({ cookie: 'a=b' })).toBe('origin_is_not_allowed.missing')
    expect(refusal({})).toBeNull()
  })
  test('from elsewhere it is refused, with a cookie or without', () => {
    for (const origin of [
      'https://evil.example',
      'ftp://plan.example.org',
      'plan.example.org',
      'http://plan.example.org:0x',
      'http://',
      '',
    ])
      expect([origin, refusal({ origin })]).toEqual([origin, 'origin_is_not_allowed'])
    for (const site of ['cross-site', 'same-site'])
      expect(refusal({ origin: `https://${host}`, 'sec-fetch-site': site })).toBe('origin_is_not_allowed')
    for (const site of ['same-origin', 'none']) expect(refusal({ origin: `https://${host}`, 'sec-fetch-site': site })).toBeNull()
  })
  test('what only reads is never refused', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(refusal({ origin: 'https://evil.example', cookie: 'a=b' }, method)).toBeNull()
  })
  test('PUBLIC_URL is the origin, by whatever name it was reached', () => {
    expect(refusal({ origin: 'https://money.example.org' }, 'POST', 'https://money.example.org')).toBeNull()
    expect(refusal({ origin: `http://${host}` }, 'POST', `https://${host}`)).toBe('origin_is_not_allowed')
    expect(refusal({ origin: `http://${host}` }, 'POST', 'https://money.example.org')).toBeNull()
  })
})

describe('who a request is of', () => {
  const secret = 'the secret that signs these cookies'
  const token = `pnp_${'A'.repeat(43)}`
  const signed = (text: string): string =>
    encodeURIComponent(`${text}.${createHmac('sha256', createSecretKey(secret, 'utf8')).update(text).digest('base64')}`)
  /** A database that knows one session and one token, whose uses are noted. */
  const asked: string[] = []
  const query = async (statement: string, [hash]: unknown[]) => {
    asked.push(statement)
    const isSession = statement.includes('user_of_session')
    const isKnown = isSession
      ? hash === hashOfToken('of ana')
      : createHash('sha256')
          .update(token)
          .digest()
          .equals(hash as Buffer)
    const found = { user_id: 'ana', email: 'ana@example.org', is_noted: true }
    return { rows: isKnown ? [isSession ? { ...found, session_id: 's' } : { ...found, id: 't', scope: 'read' }] : [] }
  }
  const identifier = createIdentifier({ pool: { query } } as unknown as Database, { cookieName: Promise.resolve('session'), secret })
  const of = (headers: Record<string, string>) => identifier.identify(new Request('http://localhost/', { headers }))
  const bySession = { ...person, session_id: 's' }
  const byToken = { user_id: 'ana', email: 'ana@example.org', via: 'token', scope: 'read', token_id: 't', session_id: null }

  test('is told by the session cookie, or by a Bearer header', async () => {
    expect(await of({ cookie: `session=${signed('of ana')}` })).toEqual(bySession)
    expect(await of({ authorization: `Bearer ${token}` })).toEqual(byToken)
  })
  test('a Bearer header decides alone, even when it is wrong', async () => {
    const cookie = `session=${signed('of ana')}`
    expect(await of({ cookie, authorization: `Bearer ${token}` })).toEqual(byToken)
    for (const authorization of ['Bearer', 'Bearer x', `Bearer pnp_${'B'.repeat(43)}`])
      expect(await of({ cookie, authorization })).toBeNull()
    expect(await of({ cookie, authorization: 'Basic eDp5' })).toEqual(bySession)
  })
  test('nobody’s is what is not signed, or of no session: the first is not even looked up', async () => {
    asked.length = 0
    expect(await of({})).toBeNull()
    expect(await of({ cookie: 'session=of ana' })).toBeNull()
    expect(await of({ cookie: `other=${signed('of ana')}` })).toBeNull()
    expect(asked).toEqual([])
    expect(await of({ cookie: `session=${signed('of ben')}` })).toBeNull()
    expect(asked).toHaveLength(1)
  })
  test('where only a session counts a token is nobody', async () => {
    expect(await identifier.identifySession(new Headers({ authorization: `Bearer ${token}` }))).toBeNull()
    expect(await identifier.identifySession(new Headers({ cookie: `session=${signed('of ana')}` }))).toEqual(bySession)
  })
})
