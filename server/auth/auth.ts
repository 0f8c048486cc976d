/** Accounts: who a request comes from, and the routes by which people sign up, in and out. */
import type { Hono } from 'hono'
import type { Database } from '../database/connect.ts'
import type { AppEnv } from '../http/variables.ts'
import { monotonicNow } from '../counter.ts'
import { sharedCounts } from '../sharedCounter.ts'
import { attemptLimits, createAttempts, type Attempts } from './attempts.ts'
import { createBetterAuth, scrypt, type AuthSettings, type Hashing, type Sent } from './betterAuth.ts'
import { openProvider } from './provider.ts'
import type { Mailer } from '../mail/mailer.ts'
import { languageOfUser } from './mailRoutes.ts'
import { createIdentifier, type Identifier } from './identity.ts'
import { accountRoutes } from './accountRoutes.ts'
import { tokenRoutes } from './tokenRoutes.ts'
import { createHashQueue } from './hashQueue.ts'

export interface AuthParts {
  database: Database
  settings: AuthSettings
  /** Tests count and quicken it. */
  hashing?: Hashing
  attempts?: Attempts
  /** null: the place sends no mails. */
  mailer?: Mailer | null
}

export interface Auth extends Identifier {
  /** To be mounted at /api/auth. */
  accountRoutes: Hono<AppEnv>
  /** To be mounted at /api/tokens, behind the identity of the request. */
  tokenRoutes: Hono<AppEnv>
}

export function createAuth({ database, settings, hashing = scrypt, attempts, mailer = null }: AuthParts): Auth {
  const shared = sharedCounts(database, settings.auth_secret)
  const sent: Sent | null =
    mailer && (async (mail, user_id, language) => void mailer.send(mail.email, (await languageOfUser(database, user_id)) ?? language, mail))
  const betterAuth = createBetterAuth(database, settings, hashing, sent)
  const provider = openProvider(settings, database, (byProvider) => createBetterAuth(database, settings, hashing, sent, byProvider))
  const cookieName = betterAuth.$context.then((context) => context.authCookies.sessionToken.name)
  const identifier = createIdentifier(database, { cookieName, secret: settings.auth_secret })
  const hashQueue = createHashQueue()
  return {
    ...identifier,
    accountRoutes: accountRoutes({
      database,
      settings,
      betterAuth,
      provider,
      hashing,
      identifier,
      attempts: attempts ?? createAttempts(attemptLimits, monotonicNow, shared),
      hashQueue,
      mailer,
      shared,
    }),
    tokenRoutes: tokenRoutes(database),
  }
}
