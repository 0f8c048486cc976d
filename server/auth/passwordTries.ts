/** Passwords that are tried: each try is counted before it is made, hashed when it is its turn, and noted as what it turned out to be. */
import type { Context } from 'hono'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { AppEnv } from '../http/variables.ts'
import { busy, notSignedIn, refused, tooMany, wrongPassword } from './accountAnswers.ts'
import { noteEvent, whenceOf, type Whence } from './accountEvents.ts'
import type { AccountParts } from './accountParts.ts'
import { networkOf } from './attempts.ts'
import { callBetterAuth } from './betterAuthCalls.ts'
import type { Identity } from './who.ts'
import { passwordProblems } from './passwords.ts'
import { sessionCounts, userOfEmail } from './rowsOfOne.ts'
import type { Passed } from './hashQueue.ts'

interface Tried {
  email: string
  path: string
  body: object
  wrong: () => Response | Promise<Response>
  right: (answer: Response) => Promise<Response>
  /** What better-auth refuses for another reason than the password, by its code; null: it is the password. */
  otherwise?: (code: string) => Response | null
}

/** One try of a password: counted before it is made, and as what it turned out to be. */
export async function attempt(
  parts: AccountParts,
  c: Context<AppEnv>,
  { email, path, body, wrong, right, otherwise }: Tried,
): Promise<Response> {
  const tried = { email, network: networkOf(c.get('client_address')) }
  const begun = await parts.attempts.begin(tried, () => isSignedInFrom(parts.database, tried))
  if (begun.wait_ms > 0) return tooMany(c, begun.wait_ms)
  const call = await orUndone(begun, () => hashed(parts, c, email, () => callBetterAuth(parts, c, path, body)))
  if (!call.ok) return busy(c, call.wait_ms)
  if (call.value.ok) {
    await begun.succeeded()
    return right(call.value.answer)
  }
  if (call.value.code === 'UNAUTHORIZED') {
    await begun.undone()
    return notSignedIn(c)
  }
  const other = otherwise?.(call.value.code) ?? null
  if (other) {
    await begun.undone()
    return other
  }
  await begun.failed()
  return wrong()
}

/** Work that hashes a password, when it is this request's turn. */
export async function hashed<T>(parts: AccountParts, c: Context<AppEnv>, account: string, work: () => Promise<T>): Promise<Passed<T>> {
  return parts.hashQueue.pass({ network: networkOf(c.get('client_address')), account }, work, c.req.raw.signal)
}

/** What is turned away or fails has tried nothing. */
export async function orUndone<T>(begun: { undone(): Promise<void> }, work: () => Promise<Passed<T>>): Promise<Passed<T>> {
  try {
    const passed = await work()
    if (!passed.ok) await begun.undone()
    return passed
  } catch (error) {
    await begun.undone()
    throw error
  }
}

/** Why a new password is refused; null when it may be one. */
export function unfitPassword(
  parts: AccountParts,
  c: Context<AppEnv>,
  password: string,
  about: { email: string; path: string },
): Response | null {
  const wait = parts.attempts.judge(networkOf(c.get('client_address')))
  if (wait > 0) return tooMany(c, wait)
  const problems = passwordProblems(password, about)
  return problems.length > 0 ? refused(c, problems) : null
}

/** A wrong password of somebody who is signed in. */
export async function passwordRefused(parts: AccountParts, c: Context<AppEnv>, { user_id }: Identity, path: string): Promise<Response> {
  await noteEvent(parts.database, user_id, { kind: 'password_refused', ...whenceOf(c) })
  return wrongPassword(c, path)
}

/** Nobody waits for it: that there is an account, to which this can be noted, must not show in how long the answer takes. */
export function noteFailedSignIn(parts: AccountParts, email: string, whence: Whence): void {
  const note = async (): Promise<void> => {
    const user_id = await userOfEmail(parts.database.db, email)
    if (user_id !== null) await noteEvent(parts.database, user_id, { kind: 'sign_in_failed', ...whence })
  }
  // What is lost where the database has gone meanwhile is this line alone.
  void note().catch(() => undefined)
}

/** Whether somebody is signed in to this account from there: its owner, who must not be kept out by the guesses of others. */
async function isSignedInFrom(database: Database, { email, network }: { email: string; network: string }): Promise<boolean> {
  const user_id = await userOfEmail(database.db, email)
  if (user_id === null) return false
  const session = await inUserTransaction(
    database,
    user_id,
    (db) =>
      db
        .selectFrom('session')
        .select('id')
        .where('userId', '=', user_id)
        .where('ipAddress', '=', network)
        .where(sessionCounts)
        .executeTakeFirst(),
    'read',
  )
  return session !== undefined
}
