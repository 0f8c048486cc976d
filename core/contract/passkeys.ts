/**
 * Passkeys: the routes, their bodies and answers. What a browser is asked with and answers with is WebAuthn's own JSON
 * (https://www.w3.org/TR/webauthn-3/), bytes as base64url.
 */
import * as z from 'zod/mini'
import { idSchema, instantSchema, nameSchema, withOpenApiMeta } from '../fields.ts'
import { limits } from '../limits.ts'
import { returnedSchema } from './account-answers.ts'
import { okSchema } from './plan-answers.ts'
import type { Route } from './route.ts'

const bytes = (most: number) => z.string().check(z.minLength(1), z.maxLength(most), z.regex(/^[A-Za-z0-9_-]*$/))
const short = z.string().check(z.maxLength(40))
const credentialId = bytes(limits.credential_id_characters)
const ofCredential = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.optional(z.nullable(short)),
}
const clientData = bytes(4_000)

/** What the browser answers to begun ones; a passkey without a name is called after what keeps it. */
export const newPasskeySchema = withOpenApiMeta(
  z.object({
    name: nameSchema,
    response: z.object({
      ...ofCredential,
      response: z.object({
        clientDataJSON: clientData,
        attestationObject: bytes(12_000),
        transports: z.optional(z.array(short).check(z.maxLength(10))),
      }),
    }),
  }),
  { id: 'NewPasskey' },
)
export type NewPasskey = z.infer<typeof newPasskeySchema>
export const byPasskeySchema = withOpenApiMeta(
  z.object({
    response: z.object({
      ...ofCredential,
      response: z.object({
        clientDataJSON: clientData,
        authenticatorData: bytes(4_000),
        signature: bytes(4_000),
        userHandle: z.optional(z.nullable(bytes(200))),
      }),
    }),
  }),
  { id: 'SignInByPasskey' },
)
export type ByPasskey = z.infer<typeof byPasskeySchema>
export const renamedPasskeySchema = withOpenApiMeta(z.object({ name: nameSchema }), { id: 'RenamedPasskey' })
/** Left out by who has no password: they have confirmed it at the provider, or signed in by a passkey just now. */
const withPasswordSchema = z.object({ password: z.optional(z.string().check(z.maxLength(limits.password_characters))) })

export const passkeySchema = withOpenApiMeta(
  z.object({
    id: idSchema,
    name: z.string(),
    /** What keeps it, such as a password manager; null: it does not say. */
    kept_by: z.nullable(z.string()),
    created_at: instantSchema,
    /** null: never used. */
    last_used_at: z.nullable(instantSchema),
  }),
  { id: 'Passkey' },
)
export type Passkey = z.infer<typeof passkeySchema>
export const passkeysSchema = z.array(passkeySchema)

const descriptors = z.optional(z.array(z.looseObject({ id: z.string(), type: z.string() })))
/** PublicKeyCredentialCreationOptionsJSON, and PublicKeyCredentialRequestOptionsJSON. */
export const creationSchema = withOpenApiMeta(
  z.looseObject({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.string() })),
    excludeCredentials: descriptors,
  }),
  { id: 'PasskeyCreation' },
)
export const requestSchema = withOpenApiMeta(
  z.looseObject({ challenge: z.string(), rpId: z.string(), userVerification: z.string(), allowCredentials: descriptors }),
  { id: 'PasskeyRequest' },
)

export type PasskeyCreation = z.infer<typeof creationSchema>
export type PasskeyRequest = z.infer<typeof requestSchema>

export const passkeyRoutes = {
  listPasskeys: { caller: 'session', summary: 'The passkeys that sign in to the account, oldest first', answers: { 200: passkeysSchema } },
  beginPasskey: {
    caller: 'session',
    summary: 'Begin to add a passkey, with the password: what the browser is to be asked with, within five minutes',
    body: withOpenApiMeta(withPasswordSchema, { id: 'BeginPasskey' }),
    answers: { 200: creationSchema },
  },
  addPasskey: {
    caller: 'session',
    summary: 'Add the passkey that the browser made',
    body: newPasskeySchema,
    answers: { 201: passkeySchema },
    refusals: [409],
  },
  renamePasskey: { caller: 'session', summary: 'Call a passkey otherwise', body: renamedPasskeySchema, answers: { 200: okSchema } },
  removePasskey: {
    caller: 'session',
    summary: 'Remove a passkey: it signs nobody in any more. The last way to sign in stays',
    answers: { 200: okSchema },
    refusals: [409],
  },
  beginSignInByPasskey: {
    caller: 'visitor',
    summary: 'Begin to sign in by a passkey: what the browser is to be asked with, within five minutes',
    answers: { 200: requestSchema },
  },
  signInByPasskey: {
    caller: 'visitor',
    summary:
      'Sign in by what the browser answered. A passkey that asked for a finger, a face or a PIN stands for both steps; behind another ' +
      'the second step is asked for where there is one',
    body: byPasskeySchema,
    answers: { 200: returnedSchema },
    refusals: [401],
  },
} as const satisfies Record<string, Route>
