/** better-auth, set up for e-mail and password, and for a provider where one is set, on our tables. */
import { randomUUID } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { genericOAuth, type GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { ByPasskey } from '../../core/contract/passkeys.ts'
import type { Settings } from '../settings.ts'
import type { Mail } from '../mail/mails.ts'
import { noteEvent, userAgentCharacters } from './accountEvents.ts'
import { nameForPasskeys } from './passkeys.ts'
import { rowsOfOne, sessionCounts } from './rowsOfOne.ts'

export type AuthSettings = Pick<Settings, 'auth_secret' | 'public_url' | 'sign_up' | 'provider'>

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

/** How a provider is asked, and what is thought of what it says before anything is made of it. */
export interface ByProvider {
  config: GenericOAuthConfig
  judge: NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>
}

/** Carries the client's network, which we resolve ourselves, to the session's row. */
export const networkHeader = 'x-pynance-network'

/** Sessions one account may have at once; the oldest end first. */
const mostSessions = 100

export type BetterAuth = ReturnType<typeof createBetterAuth>

/**
 * accountRoutes.ts stands before it: it lets the few paths in use through, with bodies checked, origins checked by
 * http/guard.ts, attempts counted, and what takes a password asked for it (proofs.ts). So better-auth's own origin check, limits,
 * minimum length and age of a session are off: each rule is said once. What is no refusal comes out as an exception.
 */
export function createBetterAuth(
  database: Database,
  settings: AuthSettings,
  hashing: Hashing,
  sent: Sent | null = null,
  provider: ByProvider | null = null,
) {
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
      sendResetPassword: async ({ user, token }, request) =>
        sent?.({ mail: 'reset', email: user.email, token }, user.id, languageAsked(request)),
      // Who reads the mails of an address has shown that it is theirs.
      onPasswordReset: async ({ user }) =>
        void (await inUserTransaction(database, user.id, (db) =>
          db.updateTable('user').set({ emailVerified: true }).where('id', '=', user.id).execute(),
        )),
    },
    emailVerification: {
      expiresIn: daySeconds,
      sendOnSignUp: sent !== null,
      sendVerificationEmail: async ({ user, token }, request) =>
        sent?.({ mail: 'confirm', email: user.email, token }, user.id, languageAsked(request)),
      afterEmailVerification: async (user) => noteEvent(database, user.id, { kind: 'email_confirmed' }),
    },
    verification: { disableCleanup: true },
    // Who has a password signs in with it before anything is linked: nothing is, because an address is the same.
    account: {
      updateAccountOnSignIn: false,
      accountLinking: {
        disableImplicitLinking: true,
        allowDifferentEmails: true,
        trustedProviders: provider ? [provider.config.providerId] : [],
      },
    },
    user: {
      ...(provider ? { validateUserInfo: provider.judge } : {}),
      deleteUser: {
        enabled: true,
        // One statement, so all or nothing: every row of theirs goes with the user's. What better-auth deletes after it finds nothing.
        beforeDelete: ({ id }) =>
          inUserTransaction(database, id, async (db) => void (await db.deleteFrom('user').where('id', '=', id).execute())),
      },
    },
    session: { expiresIn: sessionDays * daySeconds, updateAge: daySeconds, freshAge: 0, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'pynance',
      useSecureCookies: settings.public_url?.startsWith('https:') ?? false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { generateId: () => randomUUID(), joins: true, validateSchema: false },
    },
    databaseHooks: {
      account: { create: { before: async () => withoutTokens }, update: { before: async () => withoutTokens } },
      session: {
        create: {
          before: async (session, context) => ({
            data: {
              ...session,
              ipAddress: context?.headers?.get(networkHeader) ?? null,
              userAgent: session.userAgent?.slice(0, userAgentCharacters) ?? null,
            },
          }),
          after: ({ userId }) => endOldSessions(database, userId),
        },
      },
    },
    plugins: [secondFactor(), passkeys(settings), ...(provider ? [genericOAuth({ config: [provider.config] })] : [])],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages hold e-mail addresses; what fails is thrown and logged by the app.
    logger: { disabled: true },
    onAPIError: { throw: true },
  })
}

/** What a provider says of somebody is read as they sign in; what would let us ask it more is not kept. */
const withoutTokens = {
  data: { accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null, scope: null },
}

/** Where the plugin judges who signs in by a passkey. */
export const passkeySignInPath = '/passkey/verify-authentication'

/**
 * Whether a passkey says that it has asked its person for a finger, a face or a PIN (the flag UV,
 * https://www.w3.org/TR/webauthn-3/#authdata-flags). It signs this, so it holds once the signature does.
 */
export function passkeyVerifies(authenticatorData: string): boolean {
  return (((Buffer.from(authenticatorData, 'base64url')[32] ?? 0) >> 2) & 1) === 1
}

/** To be found without an address, so an authenticator must keep them; whether it asks for a finger, a face or a PIN is its own. */
function passkeys({ public_url }: AuthSettings) {
  return passkey({
    rpID: nameForPasskeys(public_url) ?? 'localhost',
    rpName: appName,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    advanced: { webAuthnChallengeCookie: 'passkey' },
  })
}

/**
 * The plugin asks for the second factor behind a password alone; here behind a provider's word as well, and behind a passkey that is
 * something one has, and no more.
 */
function secondFactor() {
  const plugin = twoFactor({ issuer: appName, allowPasswordless: true })
  const isOneStep = ({ path, body }: { path?: string; body?: { response: ByPasskey['response'] } }): boolean =>
    path === '/callback/:id' || (path === passkeySignInPath && !passkeyVerifies(body!.response.response.authenticatorData))
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: object) => isOneStep(context) || hook.matcher(context as never),
  }))
  return { ...plugin, hooks: { ...plugin.hooks, after } }
}

/** Deletes sessions that count no more, and those that are too many. */
async function endOldSessions(database: Database, userId: string): Promise<void> {
  await inUserTransaction(database, userId, async (db) => {
    const theirs = db.selectFrom('session').select('id').where('userId', '=', userId)
    const kept = theirs.where(sessionCounts).orderBy('createdAt', 'desc').limit(mostSessions)
    await db.deleteFrom('session').where('userId', '=', userId).where('id', 'not in', kept).execute()
  })
}
