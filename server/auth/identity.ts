/** Whose request this is. On the way of every call to the API: one query for a session, one for a token. */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { Database } from '../database/connect.ts'
import { unlessTroubled } from '../database/troubles.ts'
import { hashOfToken } from './rowsOfOne.ts'
import { noteUse } from './sessions.ts'
import { findToken } from './tokens.ts'
import type { Identity, SessionIdentity } from './who.ts'

export interface Identifier {
  /** A Bearer header decides alone, even when it is wrong; else the session cookie does. */
  identify(request: Request): Promise<Identity | null>
  /** The session cookie alone. */
  identifySession(headers: Headers): Promise<SessionIdentity | null>
}

/** The secret of a Bearer header; null when there is no such header. */
export function bearerOf(headers: Headers): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(headers.get('authorization') ?? '')
  return match ? (match[1] ?? '').trim() : null
}

/**
 * Reads better-auth's cookie: `token.signature`, percent-encoded, the signature an HMAC-SHA-256 of the token in base64.
 * Its own getSession answers the same (a test holds the two together) but takes a dozen steps that only a browser's
 * session screen needs, such as renewing the cookie.
 */
export function createIdentifier(database: Database, { cookieName, secret }: { cookieName: Promise<string>; secret: string }): Identifier {
  const key = createSecretKey(secret, 'utf8')

  const identifySession = async (headers: Headers): Promise<SessionIdentity | null> => {
    const token = signedCookie(headers, await cookieName, key)
    if (token === null) return null
    const { rows } = await database.pool.query<{ user_id: string; email: string; session_id: string; is_noted: boolean }>(
      'select user_id, email, session_id, is_noted from user_of_session($1)',
      [hashOfToken(token)],
    )
    const found = rows[0]
    if (!found) return null
    const { user_id, email, session_id } = found
    if (!found.is_noted) await unlessTroubled(noteUse(database, user_id, session_id))
    return { user_id, email, via: 'session', scope: 'read_write', token_id: null, session_id }
  }

  return {
    identifySession,
    async identify({ headers }) {
      const bearer = bearerOf(headers)
      return bearer === null ? identifySession(headers) : findToken(database, bearer)
    },
  }
}

/** What stands in a cookie of better-auth's before its signature; null when it is missing, or signed by nobody here. */
export function signedCookie(headers: Headers, name: string, key: KeyObject): string | null {
  const value = cookieOf(headers.get('cookie') ?? '', name) ?? ''
  const at = value.lastIndexOf('.')
  if (at < 1) return null
  const token = value.slice(0, at)
  const given = Buffer.from(value.slice(at + 1), 'base64')
  const right = createHmac('sha256', key).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

/** The decoded value of a cookie; null when it is missing or malformed. */
function cookieOf(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at < 0 || pair.slice(0, at).trim() !== name) continue
    try {
      return decodeURIComponent(pair.slice(at + 1).trim())
    } catch {
      return null
    }
  }
  return null
}
