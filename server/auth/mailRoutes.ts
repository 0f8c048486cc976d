/**
 * What is done by mail: a new password, the confirmation of an address, and word of a sign-in from a browser that is new to the account.
 * All of it only where the place sends mails. Who asks learns nothing of who has an account: the answer is the same, and comes before
 * anything is looked up.
 */
import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { confirmEmailSchema, requestPasswordResetSchema, resetPasswordSchema } from '../../core/contract/accounts.ts'
import { problem } from '../../core/problem.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import { unlessTroubled } from '../database/troubles.ts'
import { languageOf } from '../http/language.ts'
import type { AppEnv } from '../http/variables.ts'
import type { SharedCounted } from '../sharedCounter.ts'
import { bodyOf, busy, refused, toSignedIn, type RouteTo } from './accountAnswers.ts'
import { noteEvent, whenceOf } from './accountEvents.ts'
import type { AccountParts } from './accountParts.ts'
import { networkOf } from './attempts.ts'
import { basePath } from './betterAuth.ts'
import { callBetterAuth } from './betterAuthCalls.ts'
import { endCredentials } from './credentials.ts'
import { hashed, unfitPassword } from './passwordTries.ts'
import { userOfProof } from './rowsOfOne.ts'

/** Mails that may be asked for in an hour: for one address, by one network, and in all. */
export const mailLimits = { per_address: 5, per_network: 30, all: 1_000, window_ms: 60 * 60_000 }

/** Seconds in which a browser stays known to an account, as long as browsers keep anything. */
const knownSeconds = 400 * 24 * 60 * 60

const notSent = (c: Context): Response => refused(c, [problem('mail_is_not_sent', '')])
const invalidLink = (c: Context): Response => refused(c, [problem('link_is_not_valid', '')])

export function addMailRoutes(route: RouteTo, parts: AccountParts): void {
  const mayBeSent = mailCounts(parts)
  route({ requestPasswordReset: (c) => requestPasswordReset(parts, c, mayBeSent) })
  route({ resetPassword: (c) => resetPassword(parts, c) })
  route({ sendConfirmation: toSignedIn(parts.identifier)((c, { email }) => sendConfirmation(parts, c, mayBeSent, email)) })
  route({ confirmEmail: (c) => confirmEmail(parts, c) })
}

/** Counts a mail that is asked for; null, or the refusal of one too many, which is counted nowhere. */
type MailCounts = (c: Context<AppEnv>, email: string) => Promise<Response | null>

function mailCounts({ shared }: AccountParts): MailCounts {
  const counter = (name: 'per_address' | 'per_network' | 'all') =>
    shared({ name: `mails_${name}`, most: mailLimits[name], window_ms: mailLimits.window_ms })
  const [byNetwork, byAddress, ofAll] = [counter('per_network'), counter('per_address'), counter('all')]
  return async (c, email) => {
    const counted: SharedCounted[] = []
    for (const [each, key] of [
      [byNetwork, networkOf(c.get('client_address'))],
      [byAddress, email],
      [ofAll, ''],
    ] as const) {
      const one = await each.count(key)
      if (one.wait_ms === 0) counted.push(one)
      else {
        await Promise.all(counted.map(({ giveBack }) => giveBack()))
        return refused(c, [problem('too_many_requests.mails', '', { minutes: Math.ceil(one.wait_ms / 60_000) })], {
          'Retry-After': String(Math.ceil(one.wait_ms / 1000)),
        })
      }
    }
    return null
  }
}

async function requestPasswordReset(parts: AccountParts, c: Context<AppEnv>, mayBeSent: MailCounts): Promise<Response> {
  if (!parts.mailer) return notSent(c)
  const body = await bodyOf(c, requestPasswordResetSchema)
  if (!body.ok) return refused(c, body.problems)
  const tooMany = await mayBeSent(c, body.value.email)
  if (tooMany) return tooMany
  // Nobody waits for what becomes of it, so that the time of the answer says nothing either.
  void callBetterAuth(parts, c, '/request-password-reset', body.value).catch(() => undefined)
  return c.json({ ok: true })
}

async function resetPassword(parts: AccountParts, c: Context<AppEnv>): Promise<Response> {
  const { database, mailer } = parts
  if (!mailer) return notSent(c)
  const body = await bodyOf(c, resetPasswordSchema)
  if (!body.ok) return refused(c, body.problems)
  const { token, newPassword } = body.value
  const user = await userOfReset(database, token)
  if (!user) return invalidLink(c)
  const unfit = unfitPassword(parts, c, newPassword, { email: user.email, path: '/newPassword' })
  if (unfit) return unfit
  const set = await hashed(parts, c, user.email, () => callBetterAuth(parts, c, '/reset-password', { token, newPassword }))
  if (!set.ok) return busy(c, set.wait_ms)
  if (!set.value.ok) return invalidLink(c)
  await endCredentials(database, user.id, {})
  await noteEvent(database, user.id, { kind: 'password_reset_by_mail', ...whenceOf(c) })
  mailer.send(user.email, user.language ?? languageOf(c), { mail: 'was_reset', email: user.email })
  return c.json({ ok: true })
}

async function sendConfirmation(parts: AccountParts, c: Context<AppEnv>, mayBeSent: MailCounts, email: string): Promise<Response> {
  if (!parts.mailer) return notSent(c)
  const tooMany = await mayBeSent(c, email)
  if (tooMany) return tooMany
  const call = await callBetterAuth(parts, c, '/send-verification-email', { email })
  return call.ok ? c.json({ ok: true }) : refused(c, [problem('mail_is_not_sent.confirmed', '')])
}

async function confirmEmail(parts: AccountParts, c: Context<AppEnv>): Promise<Response> {
  if (!parts.mailer) return notSent(c)
  const body = await bodyOf(c, confirmEmailSchema)
  if (!body.ok) return refused(c, body.problems)
  const call = await callBetterAuth(parts, c, `/verify-email?token=${encodeURIComponent(body.value.token)}`)
  return call.ok ? c.json({ ok: true }) : invalidLink(c)
}

/** Stands for an account in a browser that has signed in to it, and opens nothing. */
function markOf(auth_secret: string, user_id: string): { name: string; value: string } {
  const value = createHmac('sha256', auth_secret).update(`known browser of ${user_id}`).digest('base64url')
  return { name: `pynance.known_${value.slice(0, 8)}`, value }
}

/** After a sign-in or sign-up: the browser is known from now on, and where it was not, the person is told. */
export async function signedInFrom(
  parts: AccountParts,
  c: Context<AppEnv>,
  { id, email }: { id: string; email: string },
  how: 'signed_up' | 'signed_in',
): Promise<void> {
  const { database, settings, mailer } = parts
  const language = (await languageOfUser(database, id)) ?? languageOf(c)
  if (how === 'signed_up') await keepLanguage(database, id, language)
  if (!mailer) return
  const { name, value } = markOf(settings.auth_secret, id)
  const isKnown = how === 'signed_up' || getCookie(c, name) === value
  setCookie(c, name, value, {
    path: basePath,
    httpOnly: true,
    sameSite: 'Strict',
    secure: settings.public_url?.startsWith('https:') ?? false,
    maxAge: knownSeconds,
  })
  if (!isKnown) mailer.send(email, language, { mail: 'new_device', email, at: new Date().toISOString(), whence: whenceOf(c) })
}

/** The language in which somebody was last answered is the one they are written to in. */
export async function keepLanguage(database: Database, user_id: string, language: string): Promise<void> {
  await unlessTroubled(
    inUserTransaction(database, user_id, (db) =>
      db
        .updateTable('user')
        .set({ language })
        .where('id', '=', user_id)
        .where((eb) => eb.or([eb('language', 'is', null), eb('language', '!=', language)]))
        .execute(),
    ),
  )
}

export async function languageOfUser(database: Database, user_id: string): Promise<string | null> {
  const found = await inUserTransaction(
    database,
    user_id,
    (db) => db.selectFrom('user').select('language').where('id', '=', user_id).executeTakeFirst(),
    'read',
  )
  return found?.language ?? null
}

/** Whose password the token of a link may set; null when it has been used, or its time is over. */
async function userOfReset(database: Database, token: string): Promise<{ id: string; email: string; language: string | null } | null> {
  const id = await userOfProof(database, `reset-password:${token}`)
  return id === null
    ? null
    : ((await inUserTransaction(
        database,
        id,
        (db) => db.selectFrom('user').select(['id', 'email', 'language']).where('id', '=', id).executeTakeFirst(),
        'read',
      )) ?? null)
}
