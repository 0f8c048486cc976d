/** What the routes of accounts, API tokens and calendar addresses answer, as far as the web app reads it. */
import * as z from 'zod/mini'
import { withOpenApiMeta, idSchema, instantSchema, nameSchema } from '../fields.ts'

const count = z.int().check(z.minimum(0))

/** What went on and what ended with a changed password. */
export const changedPasswordSchema = z.object({
  other_sessions_ended: count,
  other_sessions_kept: count,
  tokens_revoked: count,
  /** null: could not be ended or counted; they go on. */
  tokens_kept: z.nullable(count),
  feeds_revoked: count,
  feeds_kept: z.nullable(count),
  links_ended: count,
  links_kept: z.nullable(count),
  passkeys_removed: count,
  passkeys_kept: z.nullable(count),
})
export type ChangedPassword = z.infer<typeof changedPasswordSchema>

export const scopeSchema = z.enum(['read', 'read_write'])
export const tokenSchema = withOpenApiMeta(
  z.object({
    id: idSchema,
    name: nameSchema,
    /** The first characters of the secret, to tell tokens apart. */
    prefix: z.string(),
    scope: scopeSchema,
    created_at: instantSchema,
    /** null: never used. */
    last_used_at: z.nullable(instantSchema),
    /** null: never. */
    expires_at: z.nullable(instantSchema),
  }),
  { id: 'Token' },
)
export type ApiToken = z.infer<typeof tokenSchema>
export const tokensSchema = z.array(tokenSchema)
export const newTokenSchema = z.extend(tokenSchema, { secret: z.string() })

/** What an authenticator app is told, and the codes for when it is lost; told this once. */
export const secondFactorSetupSchema = z.object({ method: z.literal('totp'), totpURI: z.string(), backupCodes: z.array(z.string()) })
export const recoveryCodesSchema = z.object({ status: z.literal(true), backupCodes: z.array(z.string()) })
/** The password was right, and a code is asked for as well. */
export const secondFactorAskedSchema = withOpenApiMeta(
  z.object({ twoFactorRedirect: z.literal(true), twoFactorMethods: z.array(z.string()) }),
  { id: 'SecondFactorAsked' },
)

/** Where a browser is to go so that the provider signs somebody in. */
export const wayToProviderSchema = z.object({ url: z.string() })
/** With what somebody came back from the provider. */
export const returnedSchema = withOpenApiMeta(
  z.discriminatedUnion('did', [
    z.object({ did: z.literal('signed_in'), user: z.object({ id: z.string(), email: z.string() }) }),
    z.object({ did: z.enum(['second_step', 'linked', 'confirmed']) }),
  ]),
  { id: 'ReturnedFromProvider' },
)
export type Returned = z.infer<typeof returnedSchema>

/** How an account can be signed in to. */
export const waysInSchema = withOpenApiMeta(
  z.object({
    has_password: z.boolean(),
    /** As the provider is called here; null: none is set. */
    provider: z.nullable(z.string()),
    /** Since when the provider signs in to it; null: it does not. */
    linked_at: z.nullable(instantSchema),
    /** How many sign in to it. */
    passkeys: count,
    /** Without a password: until when the last sign-in at the provider, or by a passkey, stands for one; null: it does not. */
    confirmed_until: z.nullable(instantSchema),
  }),
  { id: 'WaysIn' },
)
export type WaysIn = z.infer<typeof waysInSchema>

/** A sign-in that goes on: a browser on a device. */
export const sessionSeenSchema = withOpenApiMeta(
  z.object({
    id: idSchema,
    is_this: z.boolean(),
    /** As its browser names itself; null: it did not. */
    user_agent: z.nullable(z.string()),
    /** The network it was signed in from; null: not known. */
    network: z.nullable(z.string()),
    created_at: instantSchema,
    /** Within ten minutes of the true time. */
    last_used_at: instantSchema,
  }),
  { id: 'SignedInDevice' },
)
export type SessionSeen = z.infer<typeof sessionSeenSchema>
export const sessionsSeenSchema = z.array(sessionSeenSchema)
export const endedSchema = z.object({ ended: count })

/** What can happen to an account. One that has been written down keeps its name. */
export const accountEventKinds = [
  'signed_up',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'session_ended',
  'other_sessions_ended',
  'password_changed',
  'password_refused',
  'password_reset',
  'password_reset_by_mail',
  'email_confirmed',
  'password_set',
  'provider_linked',
  'provider_unlinked',
  'passkey_added',
  'passkey_removed',
  'signed_in_by_passkey',
  'passkey_refused',
  'second_factor_on',
  'second_factor_off',
  'recovery_codes_made',
  'recovery_code_used',
  'token_made',
  'token_revoked',
  'feed_made',
  'feed_revoked',
  'plan_exported',
  'plan_deleted',
  'plan_restored',
] as const
export type AccountEventKind = (typeof accountEventKinds)[number]

export const accountEventSchema = withOpenApiMeta(
  z.object({
    id: idSchema,
    kind: z.enum(accountEventKinds),
    /** What it was about: the name of a token or a plan; of a session that was ended, how its browser names itself. */
    subject: z.nullable(z.string()),
    /** How many, where several ended at once. */
    count: z.nullable(count),
    network: z.nullable(z.string()),
    user_agent: z.nullable(z.string()),
    /** The API token it came through; null: none. */
    token_id: z.nullable(idSchema),
    created_at: instantSchema,
  }),
  { id: 'AccountEvent' },
)
export type AccountEvent = z.infer<typeof accountEventSchema>
export const accountEventsSchema = z.array(accountEventSchema)

export const feedSchema = withOpenApiMeta(
  z.object({
    id: idSchema,
    shows_amounts: z.boolean(),
    created_at: instantSchema,
    /** null: never read. Within an hour of the true time. */
    last_used_at: z.nullable(instantSchema),
  }),
  { id: 'CalendarFeed' },
)
export type CalendarFeed = z.infer<typeof feedSchema>
export const feedsSchema = z.array(feedSchema)
/** `path` is where to read it, with the secret; it is told this once. */
export const newFeedSchema = withOpenApiMeta(z.extend(feedSchema, { path: z.string() }), { id: 'NewCalendarFeed' })
