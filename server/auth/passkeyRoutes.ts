/**
 * /api/auth/passkeys: signing in by a passkey, and which ones there are. One is added by who has just shown that it is them (proofs.ts).
 * Each challenge is bound to the browser that asked by a signed cookie, holds for five minutes and is taken once.
 */
import type { Context } from 'hono'
import type { Returned } from '../../core/contract/account-answers.ts'
import { withPasswordSchema } from '../../core/contract/accounts.ts'
import { byPasskeySchema, newPasskeySchema, renamedPasskeySchema } from '../../core/contract/passkeys.ts'
import { idSchema } from '../../core/fields.ts'
import { problem, type Problem } from '../../core/problem.ts'
import type { AppEnv } from '../http/variables.ts'
import { bodyOf, notSignedIn, refused, tooMany, toSignedIn, type RouteTo } from './accountAnswers.ts'
import { noteEvent, whenceOf } from './accountEvents.ts'
import type { AccountParts } from './accountParts.ts'
import { networkOf } from './attempts.ts'
import { passkeyVerifies, passkeySignInPath } from './betterAuth.ts'
import { callBetterAuth, type Call } from './betterAuthCalls.ts'
import type { SessionIdentity } from './who.ts'
import { signedInFrom } from './mailRoutes.ts'
import { listPasskeys, mayAdd, noteUsed, originForPasskeys, ownerOfPasskey, removePasskey, renamePasskey, settleAdded } from './passkeys.ts'
import { linkOf } from './provider.ts'
import { hasPassword, markConfirmed, onceProved } from './proofs.ts'

/** Sign-ins begun from one network; each keeps a row for five minutes. */
export const passkeyLimits = { begun_per_network: 200, window_ms: 15 * 60_000 }

const notAccepted = (c: Context, found: Problem): Response => refused(c, [found])
const notOffered = (c: Context): Response => notAccepted(c, problem('passkey_is_not_accepted.not_offered', ''))

export function addPasskeyRoutes(route: RouteTo, parts: AccountParts): void {
  const { database, provider } = parts
  const begun = parts.shared({
    name: 'passkeys_begun_per_network',
    most: passkeyLimits.begun_per_network,
    window_ms: passkeyLimits.window_ms,
  })
  const signedIn = toSignedIn(parts.identifier)
  /** What a browser is asked with. */
  const challenge = async (c: Context<AppEnv>, path: string): Promise<Response> => {
    const call = await callBetterAuth(parts, c, path)
    if (!call.ok) return notSignedIn(c)
    for (const cookie of call.answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    return c.json(await call.answer.json())
  }

  route({
    listPasskeys: signedIn(async (c, { user_id }) => c.json(await listPasskeys(database, user_id))),
    addPasskey: signedIn((c, identity) => add(parts, c, identity)),
  })
  route({
    beginPasskey: signedIn(async (c, identity) => {
      const body = await bodyOf(c, withPasswordSchema)
      if (!body.ok) return refused(c, body.problems)
      if (originOf(parts, c) === null) return notOffered(c)
      const full = await mayAdd(database, identity.user_id)
      if (full) return refused(c, [full])
      const right = (): Promise<Response> => challenge(c, '/passkey/generate-register-options')
      return onceProved(parts, c, identity, { password: body.value.password, right })
    }),
  })
  route({
    beginSignInByPasskey: async (c) => {
      if (originOf(parts, c) === null) return notOffered(c)
      const counted = await begun.count(networkOf(c.get('client_address')))
      return counted.wait_ms > 0 ? tooMany(c, counted.wait_ms) : challenge(c, '/passkey/generate-authenticate-options')
    },
  })
  route({ signInByPasskey: (c) => signIn(parts, c) })
  const idOf = (c: Context): string | null => idSchema.safeParse(c.req.param('id')).data ?? null
  route({
    renamePasskey: signedIn(async (c, { user_id }) => {
      const body = await bodyOf(c, renamedPasskeySchema)
      if (!body.ok) return refused(c, body.problems)
      const id = idOf(c)
      const isRenamed = id !== null && (await renamePasskey(database, user_id, id, body.value.name))
      return isRenamed ? c.json({ ok: true }) : refused(c, [problem('not_found.passkey', '')])
    }),
    removePasskey: signedIn(async (c, { user_id }) => {
      const id = idOf(c)
      const removal = { provider_id: provider?.id ?? null, whence: whenceOf(c) }
      const found = id === null ? problem('not_found.passkey', '') : await removePasskey(database, user_id, { id, ...removal })
      return found ? refused(c, [found]) : c.json({ ok: true })
    }),
  })
}

/** The page that asks, if a passkey may be used on it. A browser names it in each write (http/guard.ts). */
const originOf = ({ settings }: AccountParts, c: Context): string | null =>
  originForPasskeys(settings.public_url, c.req.header('origin') ?? '')

async function add(parts: AccountParts, c: Context<AppEnv>, { user_id }: SessionIdentity): Promise<Response> {
  const { database } = parts
  const body = await bodyOf(c, newPasskeySchema)
  if (!body.ok) return refused(c, body.problems)
  const origin = originOf(parts, c)
  if (origin === null) return notOffered(c)
  const { name, response } = body.value
  if (await ownerOfPasskey(database, response.id)) return refused(c, [problem('ways_in_are_otherwise.passkey_there', '')])
  const call = await judged(parts, c, '/passkey/verify-registration', { name, response: asGiven(response) }, origin)
  if (!call.ok) return call.code === 'UNAUTHORIZED' ? notSignedIn(c) : notAccepted(c, whyNot(call.code, 'not_made'))
  const { id } = (await call.answer.json()) as { id: string }
  const added = await settleAdded(database, user_id, id, whenceOf(c))
  return 'code' in added ? refused(c, [added]) : c.json(added, 201)
}

async function signIn(parts: AccountParts, c: Context<AppEnv>): Promise<Response> {
  const { database, identifier, provider, settings } = parts
  const body = await bodyOf(c, byPasskeySchema)
  if (!body.ok) return refused(c, body.problems)
  const origin = originOf(parts, c)
  if (origin === null) return notOffered(c)
  const { response } = body.value
  const owner = await ownerOfPasskey(database, response.id)
  if (!owner) return notAccepted(c, problem('passkey_is_not_accepted.unknown', ''))
  const { user_id, name } = owner
  const call = await judged(parts, c, passkeySignInPath, { response: asGiven(response) }, origin)
  if (!call.ok) {
    const found = whyNot(call.code)
    if (found.says === 'passkey_is_not_accepted')
      await noteEvent(database, user_id, { kind: 'passkey_refused', subject: name, ...whenceOf(c) })
    return notAccepted(c, found)
  }
  for (const cookie of call.answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
  const told = (returned: Returned): Response => c.json(returned)
  const { twoFactorRedirect } = (await call.answer.clone().json()) as { twoFactorRedirect?: boolean }
  if (twoFactorRedirect === true) return told({ did: 'second_step' })
  await noteUsed(database, user_id, { credential_id: response.id, name, whence: whenceOf(c) })
  const cookie = call.answer.headers.getSetCookie().map((line) => line.split(';')[0]!)
  const identity = await identifier.identifySession(new Headers({ cookie: cookie.join('; ') }))
  if (!identity) return notSignedIn(c)
  const user = { id: user_id, email: identity.email }
  await signedInFrom(parts, c, user, 'signed_in')
  // For who has neither a password to give nor a provider that would confirm it.
  const isAlone = !(await hasPassword(database, user_id)) && !(provider && (await linkOf(database, user_id, provider.id)))
  if (isAlone && passkeyVerifies(response.response.authenticatorData)) markConfirmed(c, settings, identity)
  return told({ did: 'signed_in', user })
}

async function judged(parts: AccountParts, c: Context<AppEnv>, path: string, body: object, origin: string): Promise<Call> {
  try {
    return await callBetterAuth(parts, c, path, body, { origin })
  } catch (error) {
    // The cookie of something else that is under way was given in place of a challenge's.
    if (error instanceof SyntaxError) return { ok: false, code: 'CHALLENGE_NOT_FOUND' }
    throw error
  }
}

/** As the browser's own JSON has it; of what extensions say nothing is taken. */
const asGiven = <T extends object>(response: T): T & { clientExtensionResults: object } => ({ ...response, clientExtensionResults: {} })

function whyNot(code: string, otherwise: 'not_made' | null = null): Problem {
  switch (code) {
    case 'CHALLENGE_NOT_FOUND':
      return problem('passkey_is_not_accepted.too_late', '')
    case 'PASSKEY_NOT_FOUND':
      return problem('passkey_is_not_accepted.unknown', '')
    default:
      return problem(otherwise === null ? 'passkey_is_not_accepted' : `passkey_is_not_accepted.${otherwise}`, '')
  }
}
