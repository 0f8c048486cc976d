/**
 * The provider that people can sign in by besides (OpenID Connect), by better-auth's genericOAuth plugin: authorization code with PKCE,
 * state bound to the browser, nonce in the ID token, which is checked against the provider's keys. It is asked only when somebody wants it:
 * a provider that is down or slow keeps nobody from signing in by a password, and the app from starting least of all.
 */
import { createHash } from 'node:crypto'
import { getOAuthState } from 'better-auth/api'
import type { GenericOAuthConfig, GenericOAuthUserInfo } from 'better-auth/plugins/generic-oauth'
import { z } from 'zod'
import { signUpSchema } from '../../core/contract/accounts.ts'
import { limits } from '../../core/limits.ts'
import { monotonicNow } from '../counter.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { ProviderSettings } from '../settings.ts'
import type { AuthSettings, BetterAuth, ByProvider } from './betterAuth.ts'

/** Milliseconds in which the provider answers, or counts as down. */
export const answerMs = 8_000

/** Milliseconds for which what it says of itself is taken to hold. */
const holdsMs = 5 * 60_000

/** Seconds for which a sign-in at the provider shows that somebody is there now. */
const justNowSeconds = 10 * 60

/** What somebody goes to the provider for: to come in, to have it linked, or to show that it is them. */
export type Errand = 'sign_in' | 'sign_up' | 'link' | 'confirm'

/** Kept with the state, where nobody can change it, and told when somebody comes back: what for, and of whose account. */
export const errandAddress = (errand: Errand, user_id = ''): string => `/?${new URLSearchParams({ errand, user_id })}`
export function errandIn(address: string): { errand: Errand | null; user_id: string; error: string | null } {
  const { searchParams } = new URL(address, 'http://localhost')
  return {
    errand: searchParams.get('errand') as Errand | null,
    user_id: searchParams.get('user_id') ?? '',
    error: searchParams.get('error'),
  }
}

export interface Provider {
  /** In `account`: another issuer's people are never taken for this one's. */
  id: string
  name: string
  /** null: it does not answer, or not as a provider does. */
  reach(): Promise<BetterAuth | null>
}

const isAddress = (text: string, issuer: string): boolean =>
  URL.canParse(text) && (new URL(text).protocol === 'https:' || new URL(text).protocol === new URL(issuer).protocol)

const metadataSchema = (issuer: string) => {
  const address = z.string().refine((text) => isAddress(text, issuer))
  return z.object({
    issuer: z.literal(issuer),
    authorization_endpoint: address,
    token_endpoint: address,
    userinfo_endpoint: address.optional(),
    jwks_uri: address,
    id_token_signing_alg_values_supported: z.array(z.string()).min(1),
    claims_supported: z.array(z.string()).default([]),
  })
}
type Metadata = z.infer<ReturnType<typeof metadataSchema>>

const discoveryOf = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/** What a provider answers as JSON; null: nothing of the kind, in time. */
async function ask<T>(address: string, schema: z.ZodType<T>, headers: Record<string, string> = {}): Promise<T | null> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json', ...headers }, signal: AbortSignal.timeout(answerMs) })
    const parsed = schema.safeParse(answer.ok ? await answer.json() : null)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What comes in time; null otherwise. */
export async function inTime<T>(work: Promise<T>, ms = answerMs): Promise<T | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => late.resolve(null), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** `make` sets better-auth up for it. */
export function openProvider(settings: AuthSettings, database: Database, make: (provider: ByProvider) => BetterAuth): Provider | null {
  const { provider, public_url } = settings
  if (provider === null || public_url === null) return null
  const id = `oidc-${createHash('sha256').update(provider.issuer).digest('hex').slice(0, 16)}`
  let held: { betterAuth: BetterAuth; at: number } | null = null
  let asking: Promise<BetterAuth | null> | null = null

  const setUp = async (): Promise<BetterAuth | null> => {
    const metadata = await ask(discoveryOf(provider.issuer), metadataSchema(provider.issuer))
    if (!metadata) return null
    const betterAuth = make({
      config: configOf({ id, provider, public_url, metadata, takesNew: settings.sign_up === 'open' }),
      judge: judgeOf(database, id, metadata),
    })
    const context = await inTime(betterAuth.$context)
    return context?.socialProviders.some((each) => each.id === id) ? betterAuth : null
  }
  const reach = async (): Promise<BetterAuth | null> => {
    if (held && monotonicNow() - held.at < holdsMs) return held.betterAuth
    asking ??= setUp().finally(() => (asking = null))
    const betterAuth = await asking
    if (betterAuth) held = { betterAuth, at: monotonicNow() }
    return betterAuth
  }
  return { id, name: provider.name, reach }
}

function configOf({
  id,
  provider,
  public_url,
  metadata,
  takesNew,
}: {
  id: string
  provider: ProviderSettings
  public_url: string
  metadata: Metadata
  takesNew: boolean
}): GenericOAuthConfig {
  return {
    providerId: id,
    name: provider.name,
    discoveryUrl: discoveryOf(provider.issuer),
    requireIdTokenVerification: true,
    clientId: provider.client_id,
    clientSecret: provider.client_secret,
    // Some know the one way alone; what it can is in its discovery, and a basic header is what each must take (RFC 6749, 2.3.1).
    authentication: 'basic',
    scopes: ['openid', 'email', 'profile'],
    redirectURI: `${public_url}/provider`,
    pkce: true,
    disableSignUp: !takesNew,
    getUserInfo: ({ idToken, accessToken }) => whoIsIt(metadata, idToken, accessToken),
    mapProfileToUser: ({ email, email_verified, name }) => ({
      email: addressIn(email),
      emailVerified: email_verified === true,
      name: nameIn(name) ?? addressIn(email),
      image: undefined,
    }),
  }
}

/** The claims of an ID token, which has been checked by then, with what the provider says of the same person where they say no address. */
async function whoIsIt(
  metadata: Metadata,
  idToken: string | undefined,
  accessToken: string | undefined,
): Promise<GenericOAuthUserInfo | null> {
  const claims = claimsOf(idToken ?? '')
  if (!claims || typeof claims.email === 'string' || !metadata.userinfo_endpoint || accessToken === undefined) return claims
  const told = await ask(metadata.userinfo_endpoint, z.looseObject({ sub: z.literal(String(claims.sub)) }), {
    authorization: `Bearer ${accessToken}`,
  })
  return told && { ...told, ...claims }
}

function claimsOf(idToken: string): GenericOAuthUserInfo | null {
  try {
    return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as GenericOAuthUserInfo
  } catch {
    return null
  }
}

/** An address as an account may have it. */
function addressIn(claim: unknown): string | undefined {
  const parsed = signUpSchema.shape.email.safeParse(claim)
  return parsed.success ? parsed.data : undefined
}

function nameIn(claim: unknown): string | undefined {
  const parsed = signUpSchema.shape.name.safeParse(typeof claim === 'string' ? claim.trim().slice(0, limits.name_characters) : claim)
  return parsed.success ? parsed.data : undefined
}

/**
 * Somebody who is signed in has come back. To confirm that it is them, it must be whom the provider is linked to, and they must have signed
 * in there just now, if the provider tells when that was. To be linked, it must be the first: one account is opened by one person at the
 * provider.
 */
function judgeOf(database: Database, id: string, metadata: Metadata): ByProvider['judge'] {
  const tellsWhen = metadata.claims_supported.includes('auth_time')
  return async ({ source }) => {
    if (source.action !== 'link-account') return
    const state = (await getOAuthState()) as { callbackURL: string } | null
    const { errand, user_id } = errandIn(state?.callbackURL ?? '')
    const { sub, auth_time } = source.oauth?.profile ?? {}
    const link = await linkOf(database, user_id, id)
    if (errand === 'link') return link && link.accountId !== sub ? { error: 'linked_already' } : undefined
    if (link?.accountId !== sub) return { error: 'somebody_else' }
    const isAsked = typeof auth_time === 'number' ? Date.now() / 1000 - auth_time < justNowSeconds : !tellsWhen
    return isAsked ? undefined : { error: 'not_asked_again' }
  }
}

/** Whom at the provider an account is linked to. */
export async function linkOf(
  database: Database,
  user_id: string,
  provider_id: string,
): Promise<{ accountId: string; createdAt: string } | null> {
  const found = await inUserTransaction(
    database,
    user_id,
    (db) =>
      db
        .selectFrom('account')
        .select(['accountId', 'createdAt'])
        .where('userId', '=', user_id)
        .where('providerId', '=', provider_id)
        .executeTakeFirst(),
    'read',
  )
  return found ?? null
}
