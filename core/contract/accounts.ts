/** Accounts, sessions, API tokens and calendar addresses: the routes and their bodies. */
import * as z from 'zod/mini'
import { withOpenApiMeta, instantSchema, nameSchema } from '../fields.ts'
import { limits } from '../limits.ts'
import {
  accountEventsSchema,
  changedPasswordSchema,
  endedSchema,
  feedsSchema,
  newFeedSchema,
  newTokenSchema,
  recoveryCodesSchema,
  returnedSchema,
  scopeSchema,
  secondFactorAskedSchema,
  secondFactorSetupSchema,
  sessionsSeenSchema,
  tokensSchema,
  wayToProviderSchema,
  waysInSchema,
} from './account-answers.ts'
import { okSchema } from './plan-answers.ts'
import { passkeyRoutes } from './passkeys.ts'
import type { Route } from './route.ts'

const emailSchema = withOpenApiMeta(
  z.string().check(
    z.trim(),
    z.toLowerCase(),
    z.refine((text) => text.length <= limits.email_characters && z.email().safeParse(text).success, { error: 'email_is_not_valid' }),
  ),
  { format: 'email', maxLength: limits.email_characters },
)

/** What was typed as a password that should exist already: any text but one that is too long to be one. */
const passwordSchema = withOpenApiMeta(
  z.string().check(z.refine((text) => [...text].length <= limits.password_characters, { error: 'password_is_too_long' })),
  {
    maxLength: limits.password_characters,
  },
)

/** One to be set; the server judges it, since that takes the e-mail address as well. */
const newPasswordSchema = withOpenApiMeta(z.string(), {
  minLength: limits.password_characters_least,
  maxLength: limits.password_characters,
})

/** false: the session ends with the browser, and after a day at the latest. */
const rememberMe = z.optional(z.boolean())

export const signUpSchema = withOpenApiMeta(
  z.object({ name: z.optional(nameSchema), email: emailSchema, password: newPasswordSchema, rememberMe }),
  { id: 'SignUp' },
)
export const signInSchema = withOpenApiMeta(z.object({ email: emailSchema, password: passwordSchema, rememberMe }), { id: 'SignIn' })
/**
 * What goes on after the password has changed: other sessions, API tokens, calendar addresses, the link to the provider, passkeys. What is
 * left out ends.
 */
const keepSchema = z.object({
  sessions: z.optional(z.boolean()),
  tokens: z.optional(z.boolean()),
  feeds: z.optional(z.boolean()),
  links: z.optional(z.boolean()),
  passkeys: z.optional(z.boolean()),
})
export type Keep = z.infer<typeof keepSchema>
export const changePasswordSchema = withOpenApiMeta(
  z.object({ currentPassword: passwordSchema, newPassword: newPasswordSchema, keep: z.optional(keepSchema) }),
  { id: 'ChangePassword' },
)
export const setPasswordSchema = withOpenApiMeta(z.object({ newPassword: newPasswordSchema }), { id: 'SetPassword' })
/** Left out by who has no password: they have confirmed it at the provider. */
const proof = z.object({ password: z.optional(passwordSchema) })
export const deleteUserSchema = withOpenApiMeta(proof, { id: 'DeleteAccount' })
export const withPasswordSchema = withOpenApiMeta(proof, { id: 'WithPassword' })
/** What the provider's answer says in the address that it leads back to. */
const returnedText = z.string().check(z.maxLength(limits.provider_characters))
export const fromProviderSchema = withOpenApiMeta(
  z.object({ state: returnedText, code: z.optional(returnedText), iss: z.optional(returnedText), error: z.optional(returnedText) }),
  { id: 'FromProvider' },
)
/** Of an authenticator app or a list of recovery codes. */
const codeText = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.code_characters))
export const codeSchema = withOpenApiMeta(z.object({ code: codeText }), { id: 'Code' })
/** `trustDevice`: for 30 days this browser is asked for the password alone. */
export const signInCodeSchema = withOpenApiMeta(z.object({ code: codeText, trustDevice: z.optional(z.boolean()) }), { id: 'SignInCode' })
export const requestPasswordResetSchema = withOpenApiMeta(z.object({ email: emailSchema }), { id: 'RequestPasswordReset' })
/** Of a link in a mail. */
const mailedTokenSchema = z.string().check(z.minLength(1), z.maxLength(limits.mailed_token_characters))
export const resetPasswordSchema = withOpenApiMeta(z.object({ token: mailedTokenSchema, newPassword: newPasswordSchema }), {
  id: 'ResetPassword',
})
export const confirmEmailSchema = withOpenApiMeta(z.object({ token: mailedTokenSchema }), { id: 'ConfirmEmail' })
export const wantedTokenSchema = withOpenApiMeta(z.object({ name: nameSchema, scope: scopeSchema }), { id: 'NewToken' })
export const wantedFeedSchema = z.object({ shows_amounts: z.optional(z.boolean()) })

const userSchema = withOpenApiMeta(
  z.object({
    id: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    twoFactorEnabled: z.boolean(),
    name: z.string(),
    image: z.nullable(z.string()),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  }),
  { id: 'User' },
)
const madeSchema = z.object({ token: z.string(), user: userSchema })
const signedInSchema = z.extend(madeSchema, { redirect: z.boolean() })
const sessionSchema = withOpenApiMeta(
  z.object({
    id: z.string(),
    userId: z.string(),
    token: z.string(),
    expiresAt: instantSchema,
    createdAt: instantSchema,
    updatedAt: instantSchema,
    ipAddress: z.nullable(z.string()),
    userAgent: z.nullable(z.string()),
  }),
  { id: 'Session' },
)
const successSchema = z.object({ success: z.literal(true) })

export const accountRoutes = {
  signUp: {
    caller: 'visitor',
    summary: 'Make an account and sign in to it; the answer sets the session cookie',
    body: signUpSchema,
    answers: { 200: madeSchema },
    refusals: [409],
  },
  signIn: {
    caller: 'visitor',
    summary: 'Sign in; the answer sets the session cookie, or, where there is a second factor, asks for its code',
    body: signInSchema,
    answers: { 200: z.union([signedInSchema, secondFactorAskedSchema]) },
    refusals: [401],
  },
  signOut: { caller: 'visitor', summary: 'End this session', answers: { 200: successSchema } },
  getSession: {
    caller: 'visitor',
    summary: 'Who is signed in; null is nobody',
    answers: { 200: z.nullable(z.object({ session: sessionSchema, user: userSchema })) },
    refusals: [401],
  },
  changePassword: {
    caller: 'session',
    summary: 'Set another password; other sessions, API tokens and calendar addresses end but for those that are kept',
    body: changePasswordSchema,
    answers: { 200: z.extend(changedPasswordSchema, { token: z.nullable(z.string()), user: userSchema }) },
  },
  deleteAccount: {
    caller: 'session',
    summary: 'Delete the account with everything in it',
    body: deleteUserSchema,
    answers: { 200: z.extend(successSchema, { message: z.string() }) },
  },
  requestPasswordReset: {
    caller: 'visitor',
    summary:
      'Have a link to set a new password sent, where the place sends mails. The answer is the same whether or not there is such an account',
    body: requestPasswordResetSchema,
    answers: { 200: okSchema },
  },
  resetPassword: {
    caller: 'visitor',
    summary: 'Set a new password by the token of such a link; sessions, API tokens and calendar addresses end',
    body: resetPasswordSchema,
    answers: { 200: okSchema },
  },
  sendConfirmation: {
    caller: 'session',
    summary: 'Have a link to confirm your e-mail address sent, where the place sends mails',
    answers: { 200: okSchema },
  },
  confirmEmail: {
    caller: 'visitor',
    summary: 'Confirm an e-mail address by the token of such a link',
    body: confirmEmailSchema,
    answers: { 200: okSchema },
  },
  setUpSecondFactor: {
    caller: 'session',
    summary:
      'Begin to set up an authenticator app: its secret and the recovery codes, told this once. It is asked for once its first code ' +
      'has been given',
    body: withPasswordSchema,
    answers: { 200: secondFactorSetupSchema },
    refusals: [409],
  },
  endSecondFactor: {
    caller: 'session',
    summary: 'Sign in by the password alone again',
    body: withPasswordSchema,
    answers: { 200: z.object({ status: z.literal(true) }) },
    refusals: [409],
  },
  renewRecoveryCodes: {
    caller: 'session',
    summary: 'Make other recovery codes; those of before end',
    body: withPasswordSchema,
    answers: { 200: recoveryCodesSchema },
    refusals: [409],
  },
  giveCode: {
    caller: 'visitor',
    summary: 'Give a code of the authenticator app: the second step of signing in, or the last of setting the app up',
    body: signInCodeSchema,
    answers: { 200: madeSchema },
    refusals: [401],
  },
  giveRecoveryCode: {
    caller: 'visitor',
    summary: 'Sign in by a recovery code in place of the app’s',
    body: codeSchema,
    answers: { 200: madeSchema },
    refusals: [401],
  },
  setPassword: {
    caller: 'session',
    summary: 'Give a password to an account that has none, once it is confirmed at the provider',
    body: setPasswordSchema,
    answers: { 200: okSchema },
    refusals: [409],
  },
  signInByProvider: {
    caller: 'visitor',
    summary: 'Begin to sign in, or up, by the provider that the place has set: where the browser is to go',
    answers: { 200: wayToProviderSchema },
    refusals: [502],
  },
  linkProvider: {
    caller: 'session',
    summary: 'Begin to link the provider to the account, so that it signs in to it',
    body: withPasswordSchema,
    answers: { 200: wayToProviderSchema },
    refusals: [409, 502],
  },
  confirmByProvider: {
    caller: 'session',
    summary: 'Begin to confirm by the provider that it is you: for ten minutes that stands for the password of an account that has none',
    answers: { 200: wayToProviderSchema },
    refusals: [409, 502],
  },
  returnFromProvider: {
    caller: 'visitor',
    summary: 'End what was begun, by what the provider said in the address that it led back to',
    body: fromProviderSchema,
    answers: { 200: returnedSchema },
    refusals: [401, 409, 502],
  },
  unlinkProvider: {
    caller: 'session',
    summary: 'Let the provider sign in to the account no more, which must have a password',
    answers: { 200: okSchema },
    refusals: [409],
  },
  listWaysIn: { caller: 'session', summary: 'How the account can be signed in to', answers: { 200: waysInSchema } },
  ...passkeyRoutes,
  listSessions: { caller: 'session', summary: 'Where you are signed in, last used first', answers: { 200: sessionsSeenSchema } },
  endOtherSessions: { caller: 'session', summary: 'Sign out everywhere but here', answers: { 200: endedSchema } },
  endSession: { caller: 'session', summary: 'Sign out one browser or device', answers: { 200: okSchema } },
  listAccountEvents: {
    caller: 'session',
    summary: 'What happened to the account, newest first: the last forty of each kind',
    answers: { 200: accountEventsSchema },
  },
  listTokens: { caller: 'session', summary: 'Your API tokens, oldest first', answers: { 200: tokensSchema } },
  createToken: {
    caller: 'session',
    summary: 'Make an API token; its secret is shown this once',
    body: wantedTokenSchema,
    answers: { 201: newTokenSchema },
  },
  revokeToken: { caller: 'session', summary: 'Revoke an API token', answers: { 200: okSchema } },
} as const satisfies Record<string, Route>

export const feedRoutes = {
  createFeed: {
    caller: 'writer',
    summary:
      'Make a secret address at which a calendar program reads the bills and paydays of a plan, with or without amounts. It is told ' +
      'this once',
    body: wantedFeedSchema,
    answers: { 201: newFeedSchema },
  },
  listFeeds: {
    caller: 'reader',
    summary: 'The calendar addresses of a plan, oldest first, without their secrets',
    answers: { 200: feedsSchema },
  },
  revokeFeed: {
    caller: 'writer',
    summary: 'Revoke a calendar address. One that is not there is as good as revoked',
    answers: { 200: okSchema },
  },
} as const satisfies Record<string, Route>
