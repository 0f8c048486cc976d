/** better-auth is asked with requests of our own making, and what it answers is told apart. */
import type { Context } from 'hono'
import type { Database } from '../database/connect.ts'
import { Troubled } from '../database/troubles.ts'
import { languageOf } from '../http/language.ts'
import type { AppEnv } from '../http/variables.ts'
import type { AccountParts } from './accountParts.ts'
import { networkOf } from './attempts.ts'
import { basePath, networkHeader, type BetterAuth } from './betterAuth.ts'
import { userOfEmail } from './rowsOfOne.ts'

/** A redirect, by which it answers who comes back from a provider, is an answer as well. */
export type Call = { ok: true; answer: Response } | { ok: false; code: string }

/** What it refuses, and answers as if it had failed. */
const refusals: ReadonlySet<string> = new Set(['FAILED_TO_VERIFY_REGISTRATION'])

/** Hands better-auth a request of our own making: what was checked, and the few headers it needs. */
export async function callBetterAuth(
  parts: AccountParts,
  c: Context<AppEnv>,
  path: string,
  body?: object,
  { betterAuth = parts.betterAuth, origin }: { betterAuth?: BetterAuth; origin?: string } = {},
): Promise<Call> {
  const headers = new Headers({ [networkHeader]: networkOf(c.get('client_address')) })
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name)
    if (value) headers.set(name, value)
  }
  headers.set('accept-language', languageOf(c))
  if (origin !== undefined) headers.set('origin', origin)
  if (body) headers.set('content-type', 'application/json')
  const request = new Request(
    `http://localhost${basePath}${path}`,
    body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
  )
  const before = parts.database.troubles.last().count
  const [answer, error] = await betterAuth.handler(request).then(
    (given) => [given, null] as const,
    (thrown: unknown) => [null, thrown] as const,
  )
  // It takes a query that failed for a session or a user that is not there, and signs out without having ended anything.
  const { trouble, count } = parts.database.troubles.last()
  if (trouble && count > before) throw new Troubled(trouble)
  if (!answer) throw error
  if (answer.ok || answer.status === 302) return { ok: true, answer }
  const { code = '' } = (await answer.json().catch(() => ({}))) as { code?: string }
  if (answer.status < 500) return { ok: false, code }
  // What has failed is most likely the database, which then says so itself.
  await parts.database.pool.query('select 1')
  if (refusals.has(code)) return { ok: false, code }
  throw new Error(`better-auth answered ${answer.status} ${code} to ${path}`)
}

/** A new account, signed in. One that is taken costs a hash as well, so that asking for many is no cheaper. */
export async function makeAccount(
  parts: AccountParts,
  c: Context<AppEnv>,
  body: { email: string; password: string; name: string; rememberMe: boolean | undefined },
): Promise<Response | 'taken'> {
  if (await isTaken(parts.database, body.email)) {
    await parts.hashing.hash(body.password)
    return 'taken'
  }
  const call = await callBetterAuth(parts, c, '/sign-up/email', body)
  if (call.ok) return call.answer
  // Somebody else took it at the same moment.
  if (await isTaken(parts.database, body.email)) return 'taken'
  throw new Error(`better-auth refused a sign-up with ${call.code}`)
}

const isTaken = async ({ db }: Database, email: string): Promise<boolean> => (await userOfEmail(db, email)) !== null
