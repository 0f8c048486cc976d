/** What every answer carries, whatever made it. */
import type { MiddlewareHandler } from 'hono'
import { versionHeader, wireVersion } from '../../core/wire-version.ts'
import type { AppEnv } from './variables.ts'

/** Nothing but what this server serves; no inline code or style, no frames, no plug-ins. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const always: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Set before anything else answers, so that errors have them too. Over https, browsers are told to stay with it. */
export function standardHeaders({ https }: { https: boolean }): MiddlewareHandler<AppEnv> {
  const headers = Object.entries(https ? { ...always, 'Strict-Transport-Security': 'max-age=31536000' } : always)
  return async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    c.header('X-Request-Id', c.get('request_id'))
    if (isApi(c.req.path)) {
      c.header('Cache-Control', 'no-store')
      c.header(versionHeader, String(wireVersion))
    }
    await next()
  }
}

/** What is answered to HEAD has no body: one that is made as it is read is told that nobody reads it, or it would wait for that. */
export function noBodyOfHead(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    if (c.req.method === 'HEAD') await c.res.body?.cancel()
  }
}

/** Paths of the API, in whatever case they are written: no page of the app is below them. */
export const isApi = (path: string): boolean => /^\/api(\/|$)/i.test(path)
