/**
 * What takes more than being signed in: the password, or of who has none, a sign-in at the provider in the last ten minutes, which a signed
 * cookie of the session says.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { problem } from '../../core/problem.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { AppEnv } from '../http/variables.ts'
import { notSignedIn, refused } from './accountAnswers.ts'
import type { AccountParts } from './accountParts.ts'
import { basePath, type AuthSettings } from './betterAuth.ts'
import { callBetterAuth } from './betterAuthCalls.ts'
import type { SessionIdentity } from './who.ts'
import { attempt, passwordRefused } from './passwordTries.ts'

/** Seconds for which a confirmation holds. */
const confirmedSeconds = 10 * 60

const cookieName = 'pynance.confirmed'

function sealOf({ auth_secret }: AuthSettings, session_id: string, until: string): string {
  return createHmac('sha256', auth_secret).update(`confirmed in ${session_id} until ${until}`).digest('base64url')
}

/** From now on, for a while, this session is confirmed. */
export function markConfirmed(c: Context, settings: AuthSettings, { session_id }: SessionIdentity): void {
  const until = String(Date.now() + confirmedSeconds * 1000)
  setCookie(c, cookieName, `${until}.${sealOf(settings, session_id, until)}`, {
    path: basePath,
    httpOnly: true,
    sameSite: 'Strict',
    secure: settings.public_url?.startsWith('https:') ?? false,
    maxAge: confirmedSeconds,
  })
}

/** Until when a session is confirmed; null: it is not. */
export function confirmedUntil(c: Context, settings: AuthSettings, { session_id }: SessionIdentity): string | null {
  const [until = '', seal = ''] = (getCookie(c, cookieName) ?? '').split('.')
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(settings, session_id, until))]
  const holds = given.length === right.length && timingSafeEqual(given, right) && Number(until) > Date.now()
  return holds ? new Date(Number(until)).toISOString() : null
}

export async function hasPassword(database: Database, user_id: string): Promise<boolean> {
  const found = await inUserTransaction(
    database,
    user_id,
    (db) =>
      db
        .selectFrom('account')
        .select('id')
        .where('userId', '=', user_id)
        .where('providerId', '=', 'credential')
        .where('password', 'is not', null)
        .executeTakeFirst(),
    'read',
  )
  return found !== undefined
}

export const mustBeConfirmed = (parts: AccountParts, c: Context): Response =>
  refused(c, [
    parts.settings.provider === null
      ? problem('must_be_confirmed.by_passkey', '')
      : problem('must_be_confirmed', '', { provider: parts.settings.provider.name }),
  ])

interface Proved {
  path: string
  password: string | undefined
  right: (answer: Response) => Promise<Response>
  /** What better-auth refuses for another reason, by its code; null: it is the password. */
  otherwise?: (code: string) => Response | null
}

/** Does what better-auth has at `path` for somebody who shows that it is them. */
export async function withProof(
  parts: AccountParts,
  c: Context<AppEnv>,
  identity: SessionIdentity,
  { path, password, right, otherwise }: Proved,
): Promise<Response> {
  const wrong = (): Promise<Response> => passwordRefused(parts, c, identity, '/password')
  if (await hasPassword(parts.database, identity.user_id)) {
    if (password === undefined) return refused(c, [problem('is_required', '/password')])
    // better-auth takes an empty one for none, and asks for none.
    return password !== ''
      ? attempt(parts, c, { email: identity.email, path, body: { password }, wrong, right, ...(otherwise ? { otherwise } : {}) })
      : wrong()
  }
  if (confirmedUntil(c, parts.settings, identity) === null) return mustBeConfirmed(parts, c)
  const call = await callBetterAuth(parts, c, path, {})
  if (call.ok) return right(call.answer)
  return call.code === 'UNAUTHORIZED' ? notSignedIn(c) : (otherwise?.(call.code) ?? mustBeConfirmed(parts, c))
}

/** Goes on once somebody has shown that it is them. */
export async function onceProved(
  parts: AccountParts,
  c: Context<AppEnv>,
  identity: SessionIdentity,
  { password, right }: { password: string | undefined; right: () => Promise<Response> },
): Promise<Response> {
  if (await hasPassword(parts.database, identity.user_id))
    return withProof(parts, c, identity, { path: '/verify-password', password, right })
  return confirmedUntil(c, parts.settings, identity) === null ? mustBeConfirmed(parts, c) : right()
}
