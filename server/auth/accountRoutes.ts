/**
 * /api/auth: sign up, in and out, the session, a new password, the end of the account. better-auth does the work
 * (betterAuthCalls.ts); bodies are checked before it, tries of passwords counted (passwordTries.ts). Of its other endpoints, but for those
 * in the files beside this one, none is reachable.
 */
import { Hono, type Context } from 'hono'
import type { Kysely } from 'kysely'
import { changePasswordSchema, deleteUserSchema, signInSchema, signUpSchema } from '../../core/contract/accounts.ts'
import type { RouteName } from '../../core/contract/paths.ts'
import { problem } from '../../core/problem.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { languageOf } from '../http/language.ts'
import { refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import type { AccountParts } from './accountParts.ts'
import { authenticate, bodyOf, busy, notSignedIn, pass, refused, routesOn, tooMany, toSignedIn } from './accountAnswers.ts'
import { noteEvent, whenceOf } from './accountEvents.ts'
import { networkOf } from './attempts.ts'
import { basePath } from './betterAuth.ts'
import { callBetterAuth, makeAccount } from './betterAuthCalls.ts'
import { bearerOf } from './identity.ts'
import type { Identity, SessionIdentity } from './who.ts'
import { attempt, hashed, noteFailedSignIn, orUndone, passwordRefused, unfitPassword } from './passwordTries.ts'
import { sessionCounts } from './rowsOfOne.ts'
import { endCredentials, noneEnded } from './credentials.ts'
import { withProof } from './proofs.ts'
import { addProviderRoutes } from './providerRoutes.ts'
import { addMailRoutes, keepLanguage, signedInFrom } from './mailRoutes.ts'
import { addPasskeyRoutes } from './passkeyRoutes.ts'
import { addSecondFactorRoutes } from './secondFactorRoutes.ts'
import { addSessionRoutes } from './sessionRoutes.ts'

export function accountRoutes(parts: AccountParts): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.use(async (c, next) => {
    if (bearerOf(c.req.raw.headers) === null) return next()
    return refuseOne(c, problem('not_allowed_with_a_token.accounts', ''))
  })

  const to = routesOn(routes, basePath)
  const route = (name: RouteName, answer: (c: Context<AppEnv>) => Promise<Response>): void => to({ [name]: answer })

  route('signUp', async (c) => {
    if (parts.settings.sign_up === 'closed') return refuseOne(c, problem('sign_up_is_closed', ''))
    const body = await bodyOf(c, signUpSchema)
    if (!body.ok) return refused(c, body.problems)
    const { name, email, password, rememberMe } = body.value
    const unfit = unfitPassword(parts, c, password, { email, path: '/password' })
    if (unfit) return unfit
    const begun = await parts.attempts.signUp(networkOf(c.get('client_address')))
    if (begun.wait_ms > 0) return tooMany(c, begun.wait_ms)
    const made = await orUndone(begun, () =>
      hashed(parts, c, email, () => makeAccount(parts, c, { name: name ?? email, email, password, rememberMe })),
    )
    if (!made.ok) return busy(c, made.wait_ms)
    if (made.value === 'taken') {
      await begun.wasTaken()
      return refused(c, [problem('email_is_taken', '/email')])
    }
    await begun.made()
    const { user } = (await made.value.clone().json()) as { user: { id: string } }
    await noteEvent(parts.database, user.id, { kind: 'signed_up', ...whenceOf(c) })
    await signedInFrom(parts, c, { id: user.id, email }, 'signed_up')
    return pass(c, made.value)
  })

  route('signIn', async (c) => {
    const body = await bodyOf(c, signInSchema)
    if (!body.ok) return refused(c, body.problems)
    const { email } = body.value
    const wrong = (): Response => {
      noteFailedSignIn(parts, email, whenceOf(c))
      return refused(c, [problem('email_or_password_is_wrong', '')], authenticate)
    }
    const right = async (answer: Response): Promise<Response> => {
      const { user } = (await answer.clone().json()) as { user?: { id: string } }
      // Without one, a code is asked for as well.
      if (!user) return pass(c, answer)
      await noteEvent(parts.database, user.id, { kind: 'signed_in', ...whenceOf(c) })
      await signedInFrom(parts, c, { id: user.id, email }, 'signed_in')
      return pass(c, answer)
    }
    return attempt(parts, c, { email, path: '/sign-in/email', body: body.value, wrong, right })
  })

  route('signOut', async (c) => {
    const identity = await parts.identifier.identifySession(c.req.raw.headers)
    const call = await callBetterAuth(parts, c, '/sign-out', {})
    if (!call.ok) throw new Error(`better-auth refused a sign-out with ${call.code}`)
    if (identity) await noteEvent(parts.database, identity.user_id, { kind: 'signed_out', ...whenceOf(c) })
    return pass(c, call.answer)
  })

  route('getSession', async (c) => {
    const call = await callBetterAuth(parts, c, '/get-session')
    if (!call.ok) return notSignedIn(c)
    const told = (await call.answer.clone().json()) as { user: { id: string } } | null
    if (told) await keepLanguage(parts.database, told.user.id, languageOf(c))
    return pass(c, call.answer)
  })

  const signedIn = toSignedIn(parts.identifier)
  to({ changePassword: signedIn((c, identity) => changePassword(parts, c, identity)) })
  to({
    deleteAccount: signedIn(async (c, identity) => {
      const body = await bodyOf(c, deleteUserSchema)
      if (!body.ok) return refused(c, body.problems)
      return withProof(parts, c, identity, { path: '/delete-user', password: body.value.password, right: (answer) => pass(c, answer) })
    }),
  })

  addMailRoutes(to, parts)
  addProviderRoutes(to, parts)
  addSecondFactorRoutes(to, parts)
  addPasskeyRoutes(to, parts)
  addSessionRoutes(to, parts)
  return routes
}

/** A new password, and by default the end of what else is signed in. */
async function changePassword(parts: AccountParts, c: Context<AppEnv>, identity: SessionIdentity): Promise<Response> {
  const body = await bodyOf(c, changePasswordSchema)
  if (!body.ok) return refused(c, body.problems)
  const unfit = unfitPassword(parts, c, body.value.newPassword, { email: identity.email, path: '/newPassword' })
  if (unfit) return unfit
  const { keep = {}, ...passwords } = body.value
  const others = await otherSessions(parts.database, identity)
  const revokeOtherSessions = keep.sessions !== true
  const sessions = { other_sessions_ended: revokeOtherSessions ? others : 0, other_sessions_kept: revokeOtherSessions ? 0 : others }
  const right = async (answer: Response): Promise<Response> => {
    // The password has changed by now, whatever happens: that must be told, and what could not be ended as well.
    const ended = await endCredentials(parts.database, identity.user_id, keep).catch(() => noneEnded)
    await noteEvent(parts.database, identity.user_id, { kind: 'password_changed', count: sessions.other_sessions_ended, ...whenceOf(c) })
    return pass(c, answer, { ...sessions, ...ended })
  }
  const wrong = (): Promise<Response> => passwordRefused(parts, c, identity, '/currentPassword')
  return attempt(parts, c, { email: identity.email, path: '/change-password', body: { ...passwords, revokeOtherSessions }, wrong, right })
}

async function otherSessions(database: Database, { user_id }: Identity): Promise<number> {
  const counted = (db: Kysely<Tables>) =>
    db
      .selectFrom('session')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('userId', '=', user_id)
      .where(sessionCounts)
      .executeTakeFirstOrThrow()
  return (await inUserTransaction(database, user_id, counted, 'read')).count - 1
}
