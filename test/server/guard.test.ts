import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { clientAddress, guards } from '../../server/http/guard.ts'
import type { AppEnv } from '../../server/http/variables.ts'

const settings = { allowed_hosts: [] as string[], public_url: null as string | null, host: '127.0.0.1', trusted_proxies: 0 }

function serverWith(more: Partial<typeof settings> = {}) {
  const app = new Hono<AppEnv>()
  app.use(guards({ ...settings, ...more }))
  app.all('/', (c) => c.text(c.get('client_address')))
  return async (method: string, headers: Record<string, string>, from = '203.0.113.7') => {
    const response = await app.fetch(new Request('http://localhost/', { method, headers }), {
      incoming: { socket: { remoteAddress: from } },
    })
    const text = await response.text()
    return response.ok ? text || 'ok' : (JSON.parse(text) as { problems: { code: string }[] }).problems[0]!.code
  }
}

describe('the server answers to its own names alone', () => {
  test.each([
    ['localhost', {}],
    ['localhost:4780', {}],
    ['LOCALHOST:9', {}],
    ['127.0.0.1:4780', {}],
    ['[::1]:4780', {}],
    ['plan.example.org', { allowed_hosts: ['plan.example.org'] }],
    ['plan.example.org:8443', { allowed_hosts: ['plan.example.org'] }],
    ['plan.example.org:8443', { allowed_hosts: ['plan.example.org:8443'] }],
    ['money.example.org', { public_url: 'https://money.example.org' }],
    ['money.example.org:8443', { public_url: 'https://money.example.org:8443' }],
    ['192.168.1.5:4780', { host: '192.168.1.5' }],
    ['[fe80::5]:4780', { host: 'fe80::5' }],
    ['192.168.1.5:4780', { host: '0.0.0.0' }],
    ['[2001:db8::5]', { host: '::' }],
  ])('%s, set up with %j', async (host, more) => expect(await serverWith(more)('GET', { host })).toBe('203.0.113.7'))

  test.each([
    ['evil.example', {}],
    ['localhost.evil.example', {}],
    ['127.0.0.1.evil.example', {}],
    ['192.168.1.5:4780', {}],
    ['localhost:4780@evil.example', {}],
    ['localhost, evil.example', {}],
    ['evil.example#localhost', {}],
    ['evil.example', { host: '0.0.0.0' }],
    ['1.2.3.4.evil.example', { host: '0.0.0.0' }],
    ['plan.example.org:1', { allowed_hosts: ['plan.example.org:8443'] }],
    ['sub.plan.example.org', { allowed_hosts: ['plan.example.org'] }],
    ['', {}],
  ])('not to %j, set up with %j', async (host, more) => expect(await serverWith(more)('GET', { host })).toBe('host_is_not_allowed'))
})

describe('a write that rides on a cookie comes from a page of ours', () => {
  const host = 'localhost:4780'
  const cookie = 'pynance.session_token=x'
  const allowed = [
    ['from the same origin', { host, cookie, origin: 'http://localhost:4780', 'sec-fetch-site': 'same-origin' }],
    ['behind a proxy that ends TLS', { host, cookie, origin: 'https://localhost:4780' }],
    ['by a script without cookie or origin', { host }],
    ['with a token, whatever the origin', { host, authorization: 'Bearer pnp_x', origin: 'https://evil.example' }],
  ] as const
  const refused = [
    ['without an origin', { host, cookie }],
    ['from another site', { host, cookie, origin: 'https://evil.example' }],
    ['from another site, signing somebody in who has no cookie yet', { host, origin: 'https://evil.example' }],
    ['from another port', { host, cookie, origin: 'http://localhost:5173' }],
    ['from another port that the default hides', { host: 'localhost', cookie, origin: 'http://localhost:4780' }],
    ['from nowhere to be told', { host, cookie, origin: 'null' }],
    ['from a page that a browser calls foreign', { host, cookie, origin: 'http://localhost:4780', 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour', { host, cookie, origin: 'http://localhost:4780', 'sec-fetch-site': 'same-site' }],
    ['with a path behind the origin', { host, cookie, origin: 'http://localhost:4780/x' }],
    ['with other credentials than a token', { host, cookie, authorization: 'Basic YTpi', origin: 'https://evil.example' }],
  ] as const

  test.each(allowed)('%s it may', async (_name, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(await serverWith()(method, headers)).toBe('203.0.113.7')
  })

  test.each(refused)('%s it may not, though reading may', async (_name, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(await serverWith()(method, headers)).toBe('origin_is_not_allowed')
    expect(await serverWith()('GET', headers)).toBe('203.0.113.7')
  })

  test('PUBLIC_URL names the one origin of its host, and other names keep theirs', async () => {
    const ask = serverWith({ public_url: 'https://plan.example.org' })
    expect(await ask('POST', { host: 'plan.example.org', cookie, origin: 'https://plan.example.org' })).toBe('203.0.113.7')
    expect(await ask('POST', { host: 'plan.example.org', cookie, origin: 'http://plan.example.org' })).toBe('origin_is_not_allowed')
    expect(await ask('POST', { host, cookie, origin: 'http://localhost:4780' })).toBe('203.0.113.7')
    expect(await ask('POST', { host: '127.0.0.1:4780', cookie, origin: 'https://plan.example.org' })).toBe('203.0.113.7')
  })
})

describe('the address of who calls', () => {
  test.each([
    ['is the connection’s, whatever is claimed', '203.0.113.7', '10.0.0.1', 0, '203.0.113.7'],
    ['is what the one proxy saw', '127.0.0.1', '198.51.100.4', 1, '198.51.100.4'],
    ['is what the one proxy saw, not what was claimed to it', '127.0.0.1', '10.0.0.1, 198.51.100.4', 1, '198.51.100.4'],
    ['is what the outer of two proxies saw', '127.0.0.1', '10.0.0.1, 198.51.100.4, 192.0.2.9', 2, '198.51.100.4'],
    ['is the connection’s when a proxy was passed by', '203.0.113.7', '198.51.100.4', 2, '203.0.113.7'],
    ['is the connection’s when the proxy says none', '127.0.0.1', undefined, 1, '127.0.0.1'],
    ['is the connection’s when the proxy writes no address', '127.0.0.1', 'unknown', 1, '127.0.0.1'],
    ['is the same by IPv6', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
    ['may be an IPv6 one', '127.0.0.1', '2001:db8::7', 1, '2001:db8::7'],
  ])('%s', (_name, connection, forwarded, proxies, address) => expect(clientAddress(connection, forwarded, proxies)).toBe(address))
})
