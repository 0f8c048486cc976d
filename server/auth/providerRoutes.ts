/**
 * /api/auth/provider: signing in, and up, by a provider, and the link between it and an account. What was begun there ends here, in the
 * browser that began it.
 */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Returned } from '../../core/contract/account-answers.ts'
import { fromProviderSchema, setPasswordSchema, withPasswordSchema } from '../../core/contract/accounts.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { inUserTransaction } from '../database/connect.ts'
import type { AppEnv } from '../http/variables.ts'
import { bodyOf, busy, notOffered, notSignedIn, refused, tooMany, toSignedIn, type RouteTo } from './accountAnswers.ts'
import { noteEvent, noteIn, whenceOf } from './accountEvents.ts'
import type { AccountParts } from './accountParts.ts'
import { networkOf } from './attempts.ts'
import type { BetterAuth } from './betterAuth.ts'
import { callBetterAuth } from './betterAuthCalls.ts'
import type { SessionIdentity } from './who.ts'
import { signedInFrom } from './mailRoutes.ts'
import { countPasskeys } from './passkeys.ts'
import { hashed, unfitPassword } from './passwordTries.ts'
import { confirmedUntil, hasPassword, markConfirmed, mustBeConfirmed, withProof } from './proofs.ts'
import { answerMs, errandAddress, errandIn, inTime, linkOf, type Errand, type Provider } from './provider.ts'

/** Ways to the provider begun from one network; each keeps a row for ten minutes. */
export const providerLimits = { begun_per_network: 60, window_ms: 15 * 60_000 }

export function addProviderRoutes(route: RouteTo, parts: AccountParts): void {
  const { provider } = parts
  const begun = parts.shared({
    name: 'provider_begun_per_network',
    most: providerLimits.begun_per_network,
    window_ms: providerLimits.window_ms,
  })
  const signedIn = toSignedIn(parts.identifier)
  /** Where the browser is to go, from the provider as it is reached now. */
  const begin = async (c: Context<AppEnv>, errand: Errand, user_id?: string): Promise<Response> => {
    if (!provider) return notOffered(c)
    const counted = await begun.count(networkOf(c.get('client_address')))
    if (counted.wait_ms > 0) return tooMany(c, counted.wait_ms)
    const betterAuth = await provider.reach()
    if (!betterAuth) return doesNotAnswer(c, provider)
    const address = (of: Errand): string => errandAddress(of, user_id)
    const asked = {
      provider: provider.id,
      disableRedirect: true,
      callbackURL: address(errand),
      newUserCallbackURL: address('sign_up'),
      errorCallbackURL: address(errand),
    }
    const again = errand === 'confirm' ? { additionalParams: { prompt: 'login', max_age: '0' } } : {}
    const call = await callBetterAuth(
      parts,
      c,
      errand === 'sign_in' ? '/sign-in/social' : '/link-social',
      { ...asked, ...again },
      { betterAuth },
    )
    if (!call.ok) return call.code === 'UNAUTHORIZED' ? notSignedIn(c) : doesNotAnswer(c, provider)
    for (const cookie of call.answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    const { url } = (await call.answer.json()) as { url: string }
    return c.json({ url })
  }

  route({ signInByProvider: (c) => begin(c, 'sign_in') })
  route({
    linkProvider: signedIn(async (c, identity) => {
      const body = await bodyOf(c, withPasswordSchema)
      if (!body.ok) return refused(c, body.problems)
      if (!provider) return notOffered(c)
      if (await linkOf(parts.database, identity.user_id, provider.id))
        return refused(c, [problem('ways_in_are_otherwise.linked', '', { provider: provider.name })])
      return withProof(parts, c, identity, {
        path: '/verify-password',
        password: body.value.password,
        right: () => begin(c, 'link', identity.user_id),
      })
    }),
  })
  route({
    confirmByProvider: signedIn(async (c, { user_id }) => {
      if (!provider) return notOffered(c)
      if (!(await linkOf(parts.database, user_id, provider.id))) return refused(c, [problem('ways_in_are_otherwise', '')])
      return begin(c, 'confirm', user_id)
    }),
  })
  route({ returnFromProvider: (c) => comeBack(parts, c) })
  route({ unlinkProvider: signedIn((c, identity) => unlink(parts, c, identity)) })
  route({ setPassword: signedIn((c, identity) => setPassword(parts, c, identity)) })
  route({
    listWaysIn: signedIn(async (c, identity) => {
      const has_password = await hasPassword(parts.database, identity.user_id)
      const link = provider && (await linkOf(parts.database, identity.user_id, provider.id))
      return c.json({
        has_password,
        provider: provider?.name ?? null,
        linked_at: link?.createdAt ?? null,
        passkeys: await countPasskeys(parts.database, identity.user_id),
        confirmed_until: has_password ? null : confirmedUntil(c, parts.settings, identity),
      })
    }),
  })
}

const doesNotAnswer = (c: Context, { name }: Provider): Response =>
  refused(c, [problem('provider_does_not_answer', '', { provider: name })])

/** Somebody comes back with what the provider said. */
async function comeBack(parts: AccountParts, c: Context<AppEnv>): Promise<Response> {
  const { provider, identifier } = parts
  const body = await bodyOf(c, fromProviderSchema)
  if (!body.ok) return refused(c, body.problems)
  if (!provider) return notOffered(c)
  const betterAuth = await provider.reach()
  if (!betterAuth) return doesNotAnswer(c, provider)
  const before = await identifier.identifySession(c.req.raw.headers)
  const answer = await inTime(answerTo(parts, c, `/callback/${provider.id}?${new URLSearchParams(body.value)}`, betterAuth), 2 * answerMs)
  if (!answer) return doesNotAnswer(c, provider)
  if (answer === 'done_meanwhile') return refused(c, [problem('ways_in_are_otherwise', '')])
  const told = (returned: Returned): Response => {
    for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    return c.json(returned)
  }
  if (await asksForCode(answer)) return told({ did: 'second_step' })
  const { errand, user_id, error } = errandIn(answer.headers.get('location') ?? '')
  if (error !== null || errand === null) return refused(c, [whyNot(error ?? '', provider.name)])
  if (errand === 'link' || errand === 'confirm') {
    // Whoever began it may have signed out since, and somebody else in.
    if (before?.user_id !== user_id) return notSignedIn(c)
    if (errand === 'confirm') markConfirmed(c, parts.settings, before)
    else await noteEvent(parts.database, user_id, { kind: 'provider_linked', subject: provider.name, ...whenceOf(c) })
    return told({ did: errand === 'link' ? 'linked' : 'confirmed' })
  }
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const identity = await identifier.identifySession(new Headers({ cookie }))
  if (!identity) return notSignedIn(c)
  const user = { id: identity.user_id, email: identity.email }
  const how = errand === 'sign_up' ? 'signed_up' : 'signed_in'
  await noteEvent(parts.database, user.id, { kind: how, ...whenceOf(c) })
  await signedInFrom(parts, c, user, how)
  return told({ did: 'signed_in', user })
}

const uniqueViolation = '23505'

async function answerTo(
  parts: AccountParts,
  c: Context<AppEnv>,
  path: string,
  betterAuth: BetterAuth,
): Promise<Response | 'done_meanwhile'> {
  try {
    const call = await callBetterAuth(parts, c, path, undefined, { betterAuth })
    if (!call.ok) throw new Error(`better-auth refused a return from the provider with ${call.code}`)
    return call.answer
  } catch (error) {
    // Of two that link at the same moment the database takes one.
    if ((error as { code?: string }).code === uniqueViolation) return 'done_meanwhile'
    throw error
  }
}

/** The plugin of the second factor says it in place of where to go. */
async function asksForCode(answer: Response): Promise<boolean> {
  const said = (await answer.json().catch(() => null)) as { twoFactorRedirect?: boolean } | null
  return said?.twoFactorRedirect === true
}

/** Why somebody did not come in, by the word better-auth, the provider or `judge` has for it. */
function whyNot(error: string, provider: string): Problem {
  switch (error) {
    case 'account_not_linked':
      return problem('email_is_taken.link_first', '', { provider })
    case 'signup_disabled':
      return problem('sign_up_is_closed', '')
    case 'email_not_found':
      return problem('provider_did_not_confirm.no_address', '', { provider })
    case 'account_already_linked_to_different_user':
      return problem('ways_in_are_otherwise.others', '', { provider })
    case 'linked_already':
      return problem('ways_in_are_otherwise.linked', '', { provider })
    case 'somebody_else':
      return problem('provider_did_not_confirm.somebody_else', '', { provider })
    case 'not_asked_again':
      return problem('provider_did_not_confirm.not_asked', '', { provider })
    case 'access_denied':
      return problem('provider_did_not_confirm.called_off', '', { provider })
    case 'state_mismatch':
    case 'state_not_found':
      return problem('provider_did_not_confirm.too_late', '')
    case 'unable_to_link_account':
      return problem('must_be_signed_in', '')
    case 'server_error':
    case 'temporarily_unavailable':
      return problem('provider_does_not_answer', '', { provider })
    default:
      return problem('provider_did_not_confirm', '', { provider })
  }
}

/** The provider opens the account no more; something else must. */
async function unlink({ database, provider }: AccountParts, c: Context<AppEnv>, { user_id }: SessionIdentity): Promise<Response> {
  if (!provider) return notOffered(c)
  const unlinked = await inUserTransaction(database, user_id, async (transaction) => {
    const accounts = await transaction
      .selectFrom('account')
      .select(['id', 'providerId', 'password'])
      .where('userId', '=', user_id)
      .forUpdate()
      .execute()
    const link = accounts.find(({ providerId }) => providerId === provider.id)
    if (!link) return problem('ways_in_are_otherwise', '')
    if (!accounts.some(({ password }) => password !== null)) return problem('ways_in_are_otherwise.last', '', { provider: provider.name })
    await transaction.deleteFrom('account').where('userId', '=', user_id).where('id', '=', link.id).execute()
    await noteIn(transaction, user_id, { kind: 'provider_unlinked', subject: provider.name, ...whenceOf(c) })
    return null
  })
  return unlinked ? refused(c, [unlinked]) : c.json({ ok: true })
}

/** The first password of an account. */
async function setPassword(parts: AccountParts, c: Context<AppEnv>, identity: SessionIdentity): Promise<Response> {
  const { user_id, email } = identity
  const body = await bodyOf(c, setPasswordSchema)
  if (!body.ok) return refused(c, body.problems)
  const otherwise = (): Response => refused(c, [problem('ways_in_are_otherwise', '')])
  if (await hasPassword(parts.database, user_id)) return otherwise()
  if (confirmedUntil(c, parts.settings, identity) === null) return mustBeConfirmed(parts, c)
  const unfit = unfitPassword(parts, c, body.value.newPassword, { email, path: '/newPassword' })
  if (unfit) return unfit
  const password = await hashed(parts, c, email, () => parts.hashing.hash(body.value.newPassword))
  if (!password.ok) return busy(c, password.wait_ms)
  const isSet = await inUserTransaction(parts.database, user_id, async (transaction) => {
    // Two at the same moment queue here, so that one is set.
    await transaction.selectFrom('user').select('id').where('id', '=', user_id).forNoKeyUpdate().executeTakeFirst()
    const { count } = await transaction
      .selectFrom('account')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('userId', '=', user_id)
      .where('providerId', '=', 'credential')
      .executeTakeFirstOrThrow()
    if (count > 0) return false
    const nothing = {
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
    }
    await transaction
      .insertInto('account')
      .values({ id: randomUUID(), userId: user_id, accountId: user_id, providerId: 'credential', password: password.value, ...nothing })
      .execute()
    await noteIn(transaction, user_id, { kind: 'password_set', ...whenceOf(c) })
    return true
  })
  return isSet ? c.json({ ok: true }) : otherwise()
}
