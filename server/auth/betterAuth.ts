/** better-auth, set up for e-mail and password alone, on our tables. */
import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { Settings } from '../settings.ts'
import type { Mail } from '../mail/mails.ts'
import { noteEvent, userAgentCharacters } from './accountEvents.ts'
import { rowsOfOne, sessionCounts } from './rowsOfOne.ts'

export type AuthSettings = Pick<Settings, 'auth_secret' | 'public_url' | 'sign_up'>

/** How passwords are kept: better-auth's scrypt, off the event loop, unless a test counts or quickens it. */
export interface Hashing {
  hash(password: string): Promise<string>
  verify(data: { hash: string; password: string }): Promise<boolean>
}

export const scrypt: Hashing = { hash: hashPassword, verify: verifyPassword }

/** As authenticator apps call the place. */
const appName = 'pyNance Planning'

export const basePath = '/api/auth'

/** Days a session lasts after the browser last asked for it (get-session, at most one renewal a day). */
const sessionDays = 30
const daySeconds = 24 * 60 * 60

/** Seconds in which a new password may be set by the link of a mail. */
const resetSeconds = 60 * 60

/** Takes a mail for somebody, in their language, or in that in which it was asked for. */
export type Sent = (mail: Mail, user_id: string, language: string) => Promise<void>
const languageAsked = (request: Request | undefined): string => request?.headers.get('accept-language') ?? 'en'

/** Carries the client's network, which we resolve ourselves, to the session's row. */
export const networkHeader = 'x-pynance-network'

/** Sessions one account may have at once; the oldest end first. */
const mostSessions = 100

export type BetterAuth = ReturnType<typeof createBetterAuth>

/**
 * accountRoutes.ts stands before it: it lets the few paths in use through, with bodies checked, origins checked by
 * http/guard.ts, and attempts counted. So better-auth's own origin check, limits and minimum length are off: each rule
 * is said once. What is no refusal comes out as an exception.
 */
export function createBetterAuth(database: Database, settings: AuthSettings, hashing: Hashing, sent: Sent | null = null) {
  return betterAuth({
    appName,
    baseURL: settings.public_url ?? 'http://localhost',
    basePath,
    secret: settings.auth_secret,
    database: rowsOfOne(database),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 1,
      maxPasswordLength: 4096,
      password: hashing,
      resetPasswordTokenExpiresIn: resetSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }, request) => sent?.({ mail: 'reset', email: user.email, token }, user.id, languageAsked(request)),
      // Who reads the mails of an address has shown that it is theirs.
      onPasswordReset: async ({ user }) => void (await inUserTransaction(database, user.id, (db) => db.updateTable('user').set({ emailVerified: true }).where('id', '=', user.id).execute())),
    },
    emailVerification: {
      expiresIn: daySeconds,
      sendOnSignUp: sent !== null,
      sendVerificationEmail: async ({ user, token }, request) => sent?.({ mail: 'confirm', email: user.email, token }, user.id, languageAsked(request)),
      afterEmailVerification: async (user) => noteEvent(database, user.id, { kind: 'email_confirmed' }),
    },
    verification: { disableCleanup: true },
    user: {
      deleteUser: {
        enabled: true,
        // One statement, so all or nothing: every row of theirs goes with the user's. What better-auth deletes after it finds nothing.
        beforeDelete: ({ id }) => inUserTransaction(database, id, async (db) => void (await db.deleteFrom('user').where('id', '=', id).execute())),
      },
    },
    session: { expiresIn: sessionDays * daySeconds, updateAge: daySeconds, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'pynance',
      useSecureCookies: settings.public_url?.startsWith('https:') ?? false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { generateId: () => randomUUID(), joins: true, validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, ipAddress: context?.headers?.get(networkHeader) ?? null, userAgent: session.userAgent?.slice(0, userAgentCharacters) ?? null },
          }),
          after: ({ userId }) => endOldSessions(database, userId),
        },
      },
    },
    plugins: [twoFactor({ issuer: appName })],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages hold e-mail addresses; what fails is thrown and logged by the app.
    logger: { disabled: true },
    onAPIError: { throw: true },
  })
}

/** Deletes sessions that count no more, and those that are too many. */
async function endOldSessions(database: Database, userId: string): Promise<void> {
  await inUserTransaction(database, userId, async (db) => {
    const theirs = db.selectFrom('session').select('id').where('userId', '=', userId)
    const kept = theirs.where(sessionCounts).orderBy('createdAt', 'desc').limit(mostSessions)
    await db.deleteFrom('session').where('userId', '=', userId).where('id', 'not in', kept).execute()
  })
}
