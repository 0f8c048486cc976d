/**
 * What is done by mail: a new password, the confirmation of an address, and word of a sign-in from a browser that is new to the account. All of it only
 * where the place sends mails. Who asks learns nothing of who has an account: the answer is the same, and comes before anything is looked up.
 */
import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { confirmEmailSchema, requestPasswordResetSchema, resetPasswordSchema } from '../../core/contract/accounts.ts'
import { problem } from '../../core/problem.ts'
import { inTransaction, inUserTransaction, type Database } from '../database/connect.ts'
import { unlessTroubled } from '../database/troubles.ts'
import { languageOf } from '../http/language.ts'
import type { AppEnv } from '../http/variables.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { SharedCounts } from '../sharedCounter.ts'
import { bodyOf, busy, notSignedIn, refused, type RouteTo } from './accountAnswers.ts'
import { noteEvent, whenceOf } from './accountEvents.ts'
import { networkOf } from './attempts.ts'
import { basePath, type AuthSettings } from './betterAuth.ts'
import type { Calls } from './calls.ts'
import { endCredentials } from './credentials.ts'
import type { Identifier } from './identity.ts'
import { hashOfToken } from './rowsOfOne.ts'

/** Mails that may be asked for in an hour: for one address, by one network, and in all. */
export const mailLimits = { per_address: 5, per_network: 30, all: 1_000, window_ms: 60 * 60_000 }

/** Seconds in which a browser stays known to an account, as long as browsers keep anything. */
const knownSeconds = 400 * 24 * 60 * 60

export interface MailParts {
  database: Database
  settings: AuthSettings
  identifier: Identifier
  calls: Calls
  /** null: the place sends no mails. */
  mailer: Mailer | null
  shared: SharedCounts
}

export interface Mailing {
  /** After a sign-in or sign-up: the browser is known from now on, and where it was not, the person is told. */
  signedInFrom(c: Context<AppEnv>, user: { id: string; email: string }, how: 'signed_up' | 'signed_in'): Promise<void>
}

export function addMailRoutes(route: RouteTo, { database, settings, identifier, calls, mailer, shared }: MailParts): Mailing {
  const counter = (name: 'per_address' | 'per_network' | 'all') => shared({ name: `mails_${name}`, most: mailLimits[name], window_ms: mailLimits.window_ms })
  const [byAddress, byNetwork, ofAll] = [counter('per_address'), counter('per_network'), counter('all')]
  const notSent = (c: Context): Response => refused(c, [problem('mail_is_not_sent', '')])

  /** 0, or the milliseconds to wait. What is refused is counted nowhere. */
  const counted = async (c: Context<AppEnv>, email: string): Promise<number> => {
    const network = await byNetwork.count(networkOf(c.get('client_address')))
    if (network.wait_ms > 0) return network.wait_ms
    const address = await byAddress.count(email)
    if (address.wait_ms === 0) {
      const all = await ofAll.count('')
      if (all.wait_ms === 0) return 0
      await address.giveBack()
    }
    await network.giveBack()
    return Math.max(address.wait_ms, 1)
  }
  const tooManyMails = (c: Context, wait_ms: number): Response =>
    refused(c, [problem('too_many_requests.mails', '', { minutes: Math.ceil(wait_ms / 60_000) })], { 'Retry-After': String(Math.ceil(wait_ms / 1000)) })

  route({
    requestPasswordReset: async (c) => {
      if (!mailer) return notSent(c)
      const body = await bodyOf(c, requestPasswordResetSchema)
      if (!body.ok) return refused(c, body.problems)
      const wait_ms = await counted(c, body.value.email)
      if (wait_ms > 0) return tooManyMails(c, wait_ms)
      // Nobody waits for what becomes of it, so that the time of the answer says nothing either.
      void calls.callBetterAuth(c, '/request-password-reset', body.value).catch(() => undefined)
      return c.json({ ok: true })
    },
  })

  route({
    resetPassword: async (c) => {
      if (!mailer) return notSent(c)
      const body = await bodyOf(c, resetPasswordSchema)
      if (!body.ok) return refused(c, body.problems)
      const { token, newPassword } = body.value
      const user = await userOfReset(database, token)
      if (!user) return refused(c, [problem('link_is_not_valid', '')])
      const unfit = calls.unfitPassword(c, newPassword, { email: user.email, path: '/newPassword' })
      if (unfit) return unfit
      const set = await calls.hashed(c, user.email, () => calls.callBetterAuth(c, '/reset-password', { token, newPassword }))
      if (!set.ok) return busy(c, set.wait_ms)
      if (!set.value.ok) return refused(c, [problem('link_is_not_valid', '')])
      await endCredentials(database, user.id, {})
      await noteEvent(database, user.id, { kind: 'password_reset_by_mail', ...whenceOf(c) })
      mailer.send(user.email, user.language ?? languageOf(c), { mail: 'was_reset', email: user.email })
      return c.json({ ok: true })
    },
  })

  route({
    sendConfirmation: async (c) => {
      const identity = await identifier.identifySession(c.req.raw.headers)
      if (!identity) return notSignedIn(c)
      if (!mailer) return notSent(c)
      const wait_ms = await counted(c, identity.email)
      if (wait_ms > 0) return tooManyMails(c, wait_ms)
      const call = await calls.callBetterAuth(c, '/send-verification-email', { email: identity.email })
      return call.ok ? c.json({ ok: true }) : refused(c, [problem('mail_is_not_sent.confirmed', '')])
    },
  })

  route({
    confirmEmail: async (c) => {
      if (!mailer) return notSent(c)
      const body = await bodyOf(c, confirmEmailSchema)
      if (!body.ok) return refused(c, body.problems)
      const call = await calls.callBetterAuth(c, `/verify-email?token=${encodeURIComponent(body.value.token)}`)
      return call.ok ? c.json({ ok: true }) : refused(c, [problem('link_is_not_valid', '')])
    },
  })

  /** Stands for an account in a browser that has signed in to it, and opens nothing. */
  const markOf = (user_id: string): { name: string; value: string } => {
    const sealed = createHmac('sha256', settings.auth_secret).update(`known browser of ${user_id}`).digest('base64url')
    return { name: `pynance.known_${sealed.slice(0, 8)}`, value: sealed }
  }

  return {
    async signedInFrom(c, { id, email }, how) {
      const language = (await languageOfUser(database, id)) ?? languageOf(c)
      if (how === 'signed_up') await keepLanguage(database, id, language)
      if (!mailer) return
      const { name, value } = markOf(id)
      const isKnown = how === 'signed_up' || getCookie(c, name) === value
      setCookie(c, name, value, { path: basePath, httpOnly: true, sameSite: 'Strict', secure: settings.public_url?.startsWith('https:') ?? false, maxAge: knownSeconds })
      if (!isKnown) mailer.send(email, language, { mail: 'new_device', email, at: new Date().toISOString(), whence: whenceOf(c) })
    },
  }
}

/** The language in which somebody was last answered is the one they are written to in. */
export async function keepLanguage(database: Database, user_id: string, language: string): Promise<void> {
  await unlessTroubled(inUserTransaction(database, user_id, (db) => db.updateTable('user').set({ language }).where('id', '=', user_id).where((eb) => eb.or([eb('language', 'is', null), eb('language', '!=', language)])).execute()))
}

export async function languageOfUser(database: Database, user_id: string): Promise<string | null> {
  const found = await inUserTransaction(database, user_id, (db) => db.selectFrom('user').select('language').where('id', '=', user_id).executeTakeFirst(), 'read')
  return found?.language ?? null
}

/** Whose password the token of a link may set; null when it has been used, or its time is over. */
async function userOfReset(database: Database, token: string): Promise<{ id: string; email: string; language: string | null } | null> {
  const proof = hashOfToken(`reset-password:${token}`)
  const found = await inTransaction(database, { proof }, (db) => db.selectFrom('verification').select(['value', 'expiresAt']).where('identifier', '=', proof).executeTakeFirst(), 'read')
  if (!found || Date.parse(found.expiresAt) < Date.now()) return null
  const user = await inUserTransaction(database, found.value, (db) => db.selectFrom('user').select(['id', 'email', 'language']).where('id', '=', found.value).executeTakeFirst(), 'read')
  return user ?? null
}
