/**
 * /api/auth: sign up, in and out, the session, a new password, the end of the account. better-auth does the work; what
 * is here checks bodies before it, counts attempts, and turns its refusals into problem details. Of its other endpoints
 * (social sign-in, e-mail verification and change, password reset by mail, profile updates, session lists, linked
 * accounts) none is reachable.
 */
import { Hono, type Context } from 'hono'
import type { Kysely } from 'kysely'
import { changePasswordSchema, deleteUserSchema, signInSchema, signUpSchema } from '../../core/contract/accounts.ts'
import type { RouteName } from '../../core/contract/paths.ts'
import { problem } from '../../core/problem.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { Troubled } from '../database/troubles.ts'
import { refuseOne } from '../http/problems.ts'
import type { AppEnv } from '../http/variables.ts'
import { authenticate, bodyOf, busy, notSignedIn, pass, refused, routesOn, tooMany, wrongPassword } from './accountAnswers.ts'
import { noteEvent, whenceOf, type Whence } from './accountEvents.ts'
import { networkOf, type Attempts } from './attempts.ts'
import { basePath, networkHeader, type AuthSettings, type BetterAuth, type Hashing } from './betterAuth.ts'
import { bearerOf, type Identifier, type Identity } from './identity.ts'
import { passwordProblems } from './passwords.ts'
import { sessionCounts, userOfEmail } from './rowsOfOne.ts'
import { endCredentials, noneEnded } from './credentials.ts'
import { addSessionRoutes } from './sessionRoutes.ts'
import type { Passed, Turnstile } from './turnstile.ts'

export interface AccountParts {
  database: Database
  settings: AuthSettings
  betterAuth: BetterAuth
  hashing: Hashing
  identifier: Identifier
  attempts: Attempts
  turnstile: Turnstile
}

type Call = { ok: true; answer: Response } | { ok: false; code: string }

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
    const unfit = unfitPassword(c, password, { email, path: '/password' })
    if (unfit) return unfit
    const begun = await parts.attempts.signUp(networkOf(c.get('client_address')))
    if (begun.wait_ms > 0) return tooMany(c, begun.wait_ms)
    const made = await orUndone(begun, () => hashed(c, email, () => makeAccount(c, { name: name ?? email, email, password, rememberMe })))
    if (!made.ok) return busy(c, made.wait_ms)
    if (made.value === 'taken') {
      await begun.wasTaken()
      return refused(c, [problem('email_is_taken', '/email')])
    }
    await begun.made()
    const { user } = (await made.value.clone().json()) as { user: { id: string } }
    await noteEvent(parts.database, user.id, { kind: 'signed_up', ...whenceOf(c) })
    return pass(c, made.value)
  })

  route('signIn', async (c) => {
    const body = await bodyOf(c, signInSchema)
    if (!body.ok) return refused(c, body.problems)
    const { email } = body.value
    const wrong = (): Response => {
      noteFailedSignIn(email, whenceOf(c))
      return refused(c, [problem('email_or_password_is_wrong', '')], authenticate)
    }
    const right = async (answer: Response): Promise<Response> => {
      const { user } = (await answer.clone().json()) as { user: { id: string } }
      await noteEvent(parts.database, user.id, { kind: 'signed_in', ...whenceOf(c) })
      return pass(c, answer)
    }
    return attempt(c, { email, path: '/sign-in/email', body: body.value, wrong, right })
  })

  route('signOut', async (c) => {
    const identity = await parts.identifier.identifySession(c.req.raw.headers)
    const call = await callBetterAuth(c, '/sign-out', {})
    if (!call.ok) throw new Error(`better-auth refused a sign-out with ${call.code}`)
    if (identity) await noteEvent(parts.database, identity.user_id, { kind: 'signed_out', ...whenceOf(c) })
    return pass(c, call.answer)
  })

  route('getSession', async (c) => {
    const call = await callBetterAuth(c, '/get-session')
    if (!call.ok) return notSignedIn(c)
    return pass(c, call.answer)
  })

  route('changePassword', async (c) => {
    const identity = await parts.identifier.identifySession(c.req.raw.headers)
    if (!identity) return notSignedIn(c)
    const body = await bodyOf(c, changePasswordSchema)
    if (!body.ok) return refused(c, body.problems)
    const unfit = unfitPassword(c, body.value.newPassword, { email: identity.email, path: '/newPassword' })
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
    const wrong = (): Promise<Response> => passwordRefused(c, identity, '/currentPassword')
    return attempt(c, { email: identity.email, path: '/change-password', body: { ...passwords, revokeOtherSessions }, wrong, right })
  })

  route('deleteAccount', async (c) => {
    const identity = await parts.identifier.identifySession(c.req.raw.headers)
    if (!identity) return notSignedIn(c)
    const body = await bodyOf(c, deleteUserSchema)
    if (!body.ok) return refused(c, body.problems)
    return attempt(c, { email: identity.email, path: '/delete-user', body: body.value, wrong: () => passwordRefused(c, identity, '/password'), right: (answer) => pass(c, answer) })
  })

  addSessionRoutes(to, parts)
  return routes

  /** A wrong password of somebody who is signed in. */
  async function passwordRefused(c: Context<AppEnv>, { user_id }: Identity, path: string): Promise<Response> {
    await noteEvent(parts.database, user_id, { kind: 'password_refused', ...whenceOf(c) })
    return wrongPassword(c, path)
  }

  /** Nobody waits for it: that there is an account, to which this can be noted, must not show in how long the answer takes. */
  function noteFailedSignIn(email: string, whence: Whence): void {
    const note = async (): Promise<void> => {
      const user_id = await userOfEmail(parts.database.db, email)
      if (user_id !== null) await noteEvent(parts.database, user_id, { kind: 'sign_in_failed', ...whence })
    }
    // What is lost where the database has gone meanwhile is this line alone.
    void note().catch(() => undefined)
  }

  /** Why a new password is refused; null when it may be one. */
  function unfitPassword(c: Context<AppEnv>, password: string, about: { email: string; path: string }): Response | null {
    const wait = parts.attempts.judge(networkOf(c.get('client_address')))
    if (wait > 0) return tooMany(c, wait)
    const problems = passwordProblems(password, about)
    return problems.length > 0 ? refused(c, problems) : null
  }

  /** One try of a password: counted before it is made, and as what it turned out to be. */
  async function attempt(
    c: Context<AppEnv>,
    { email, path, body, wrong, right }: { email: string; path: string; body: object; wrong: () => Response | Promise<Response>; right: (answer: Response) => Promise<Response> },
  ): Promise<Response> {
    const tried = { email, network: networkOf(c.get('client_address')) }
    const begun = await parts.attempts.begin(tried, () => isSignedInFrom(parts.database, tried))
    if (begun.wait_ms > 0) return tooMany(c, begun.wait_ms)
    const call = await orUndone(begun, () => hashed(c, email, () => callBetterAuth(c, path, body)))
    if (!call.ok) return busy(c, call.wait_ms)
    if (call.value.ok) {
      await begun.succeeded()
      return right(call.value.answer)
    }
    if (call.value.code === 'UNAUTHORIZED') {
      await begun.undone()
      return notSignedIn(c)
    }
    await begun.failed()
    return wrong()
  }

  /** Work that hashes a password, when it is this request's turn. */
  async function hashed<T>(c: Context<AppEnv>, account: string, work: () => Promise<T>): Promise<Passed<T>> {
    return parts.turnstile.pass({ network: networkOf(c.get('client_address')), account }, work, c.req.raw.signal)
  }

  /** A new account, signed in. One that is taken costs a hash as well, so that asking for many is no cheaper. */
  async function makeAccount(c: Context<AppEnv>, body: { email: string; password: string; name: string; rememberMe: boolean | undefined }): Promise<Response | 'taken'> {
    if (await isTaken(parts.database, body.email)) {
      await parts.hashing.hash(body.password)
      return 'taken'
    }
    const call = await callBetterAuth(c, '/sign-up/email', body)
    if (call.ok) return call.answer
    // Somebody else took it at the same moment.
    if (await isTaken(parts.database, body.email)) return 'taken'
    throw new Error(`better-auth refused a sign-up with ${call.code}`)
  }

  /** Hands better-auth a request of our own making: what was checked, and the few headers it needs. */
  async function callBetterAuth(c: Context<AppEnv>, path: string, body?: object): Promise<Call> {
    const headers = new Headers({ [networkHeader]: networkOf(c.get('client_address')) })
    for (const name of ['cookie', 'user-agent']) {
      const value = c.req.header(name)
      if (value) headers.set(name, value)
    }
    if (body) headers.set('content-type', 'application/json')
    const request = new Request(`http://localhost${basePath}${path}`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
    const before = parts.database.troubles.last().count
    const [answer, error] = await parts.betterAuth.handler(request).then((given) => [given, null] as const, (thrown: unknown) => [null, thrown] as const)
    // It takes a query that failed for a session or a user that is not there, and signs out without having ended anything.
    const { trouble, count } = parts.database.troubles.last()
    if (trouble && count > before) throw new Troubled(trouble)
    if (!answer) throw error
    if (answer.ok) return { ok: true, answer }
    const { code = '' } = (await answer.json().catch(() => ({}))) as { code?: string }
    if (answer.status < 500) return { ok: false, code }
    // What has failed is most likely the database, which then says so itself.
    await parts.database.pool.query('select 1')
    throw new Error(`better-auth answered ${answer.status} ${code} to ${path}`)
  }
}

/** What is turned away or fails has tried nothing. */
async function orUndone<T>(begun: { undone(): Promise<void> }, work: () => Promise<Passed<T>>): Promise<Passed<T>> {
  try {
    const passed = await work()
    if (!passed.ok) await begun.undone()
    return passed
  } catch (error) {
    await begun.undone()
    throw error
  }
}

const isTaken = async ({ db }: Database, email: string): Promise<boolean> => (await userOfEmail(db, email)) !== null

/** Whether somebody is signed in to this account from there: its owner, who must not be kept out by the guesses of others. */
async function isSignedInFrom(database: Database, { email, network }: { email: string; network: string }): Promise<boolean> {
  const user_id = await userOfEmail(database.db, email)
  if (user_id === null) return false
  const session = await inUserTransaction(database, user_id, (db) => db.selectFrom('session').select('id').where('userId', '=', user_id).where('ipAddress', '=', network).where(sessionCounts).executeTakeFirst(), 'read')
  return session !== undefined
}

async function otherSessions(database: Database, { user_id }: Identity): Promise<number> {
  const counted = (db: Kysely<Tables>) => db.selectFrom('session').select((eb) => eb.fn.countAll<number>().as('count')).where('userId', '=', user_id).where(sessionCounts).executeTakeFirstOrThrow()
  return (await inUserTransaction(database, user_id, counted, 'read')).count - 1
}
