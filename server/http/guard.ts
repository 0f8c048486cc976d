/**
 * What stands before every route: the name the server is called by, the address of who calls, and the page a write
 * comes from.
 */
import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../../core/problem.ts'
import { bearerOf } from '../auth/identity.ts'
import type { Settings } from '../settings.ts'
import { refuseOne } from './problems.ts'
import type { AppEnv } from './variables.ts'

type GuardSettings = Pick<Settings, 'allowed_hosts' | 'public_url' | 'host' | 'trusted_proxies'>

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** Refuses, or sets client_address and goes on. */
export function guards(settings: GuardSettings): MiddlewareHandler<AppEnv> {
  const isOwnHost = ownHosts(settings)
  return async (c, next) => {
    const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase()
    if (!isOwnHost(host)) return refuseOne(c, problem('host_is_not_allowed', ''))
    c.set('client_address', clientAddress(connectionAddress(c), c.req.header('x-forwarded-for'), settings.trusted_proxies))
    const foreign = foreignWrite(c.req.raw, host, settings.public_url)
    return foreign ? refuseOne(c, problem(foreign, '')) : next()
  }
}

/**
 * Answers only to names of its own, so that a page elsewhere whose name suddenly leads here (DNS rebinding) gets
 * nothing: loopback names, PUBLIC_URL's, those in ALLOWED_HOSTS, and the address it listens on. Listening on all
 * addresses, it answers to any address written as numbers, which no name can stand in for.
 */
export function ownHosts(settings: GuardSettings): (host: string) => boolean {
  const listed = new Set([
    ...settings.allowed_hosts,
    ...(settings.public_url ? [new URL(settings.public_url).host] : []),
    bracketed(settings.host.toLowerCase()),
  ])
  const takesNumbers = everywhere.has(settings.host)
  return (host) => {
    if (!/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.test(host)) return false
    const name = nameOf(host)
    return loopback.has(name) || listed.has(host) || listed.has(name) || (takesNumbers && isIP(name.replace(/^\[|\]$/g, '')) > 0)
  }
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '')
const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/**
 * The connection's address, or behind trusted proxies the one that the outermost of them saw. Each proxy appends the
 * address it was called from, so the last `trustedProxies` entries are to be believed; everything before them anybody
 * can write.
 */
export function clientAddress(connection: string, forwardedFor: string | undefined, trustedProxies: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => plain(entry.trim()))
  const believed = trustedProxies === 0 ? '' : (entries.at(-trustedProxies) ?? '')
  return isIP(believed) > 0 ? believed : plain(connection)
}

/** An IPv4 address that came in by IPv6 is the same address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Empty where there is no connection, as in tests that call the app directly. */
function connectionAddress(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Why a write is refused; null when it may go on. A write that rides on a cookie must come from a page of ours. Browsers
 * say with Origin where a write comes from: a foreign one is refused always, a missing one when there is a cookie. A
 * Bearer header is nothing a page elsewhere could make a browser send, so it needs no Origin.
 */
export function foreignWrite(
  { method, headers }: Pick<Request, 'method' | 'headers'>,
  host: string,
  publicUrl: string | null,
): 'origin_is_not_allowed' | 'origin_is_not_allowed.missing' | null {
  if (readingMethods.has(method) || bearerOf(headers) !== null) return null
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site' || (origin !== null && !isOwnOrigin(origin, host, publicUrl))) {
    return 'origin_is_not_allowed'
  }
  return origin === null && headers.has('cookie') ? 'origin_is_not_allowed.missing' : null
}

/** PUBLIC_URL's own origin; by any other name of this server, the origin with that name. */
function isOwnOrigin(origin: string, host: string, publicUrl: string | null): boolean {
  if (publicUrl !== null && (origin === publicUrl || new URL(publicUrl).host === host)) return origin === publicUrl
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false
  const { origin: parsed, protocol } = new URL(origin)
  return parsed === origin && URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).origin === origin
}
