/** Accounts and API tokens on the server. Problems come back as data, with sentences that can be shown as they are. */
import * as z from 'zod/mini'
import {
  accountEventsSchema,
  changedPasswordSchema,
  endedSchema,
  newTokenSchema,
  recoveryCodesSchema,
  returnedSchema,
  secondFactorAskedSchema,
  secondFactorSetupSchema,
  sessionsSeenSchema,
  tokensSchema,
  wayToProviderSchema,
  waysInSchema,
  type AccountEvent,
  type ApiToken,
  type ChangedPassword,
  type SessionSeen,
  type WaysIn,
} from '../../core/contract/account-answers.ts'
import type { Keep } from '../../core/contract/accounts.ts'
import {
  creationSchema,
  passkeySchema,
  passkeysSchema,
  requestSchema,
  type ByPasskey,
  type NewPasskey,
  type Passkey,
  type PasskeyCreation,
  type PasskeyRequest,
} from '../../core/contract/passkeys.ts'
import { okSchema } from '../../core/contract/plan-answers.ts'
import type { StoreResult } from '../../core/store.ts'
import type { Account, Credentials, FromProvider, GivenCode, Returned } from './account.ts'
import { ask, sameOrigin, type Connection } from './requests.ts'

const signedIn = z.object({ user: z.object({ id: z.string(), email: z.string() }) })
const session = z.nullable(signedIn)
const success = z.object({ success: z.literal(true) })

/** Apps show codes in groups. */
const bare = (code: string): string => code.replace(/\s/g, '')

export interface AccountService {
  signUp(credentials: Credentials): Promise<StoreResult<Account>>
  /** 'second_step': the password is right, and a code is asked for as well. */
  signIn(credentials: Credentials): Promise<StoreResult<Account | 'second_step'>>
  giveCode(given: GivenCode): Promise<StoreResult<Account>>
  /** What the browser is to be asked with. */
  beginSignInByPasskey(): Promise<StoreResult<PasskeyRequest>>
  signInByPasskey(chosen: ByPasskey): Promise<StoreResult<Account | 'second_step'>>
  /** Oldest first. */
  listPasskeys(): Promise<StoreResult<Passkey[]>>
  beginPasskey(password: string): Promise<StoreResult<PasskeyCreation>>
  addPasskey(made: NewPasskey): Promise<StoreResult<Passkey>>
  renamePasskey(id: string, name: string): Promise<StoreResult<unknown>>
  removePasskey(id: string): Promise<StoreResult<unknown>>
  /** Where the provider signs one in. */
  signInByProvider(): Promise<StoreResult<{ url: string }>>
  linkProvider(password: string): Promise<StoreResult<{ url: string }>>
  /** For who has no password: the provider is to confirm that it is them. */
  confirmByProvider(): Promise<StoreResult<{ url: string }>>
  returnFromProvider(back: FromProvider): Promise<StoreResult<Returned>>
  unlinkProvider(): Promise<StoreResult<unknown>>
  waysIn(): Promise<StoreResult<WaysIn>>
  /** The first one of an account. */
  setPassword(next: string): Promise<StoreResult<unknown>>
  signOut(): Promise<StoreResult<unknown>>
  /** null: nobody is signed in. */
  getSession(): Promise<StoreResult<Account | null>>
  /** Ends what is not kept of other sessions, API tokens and calendar addresses, and tells how many ended and go on. */
  changePassword(passwords: { current: string; next: string }, keep?: Keep): Promise<StoreResult<ChangedPassword>>
  /** The account goes with everything in it. Without a password, '' where one is asked for. */
  deleteAccount(password: string): Promise<StoreResult<unknown>>
  /** Has a link to set a new password sent. It tells nothing of whether there is such an account. */
  requestPasswordReset(email: string): Promise<StoreResult<unknown>>
  resetPassword(reset: { token: string; next: string }): Promise<StoreResult<unknown>>
  confirmEmail(token: string): Promise<StoreResult<unknown>>
  sendConfirmation(): Promise<StoreResult<unknown>>
  isEmailConfirmed(): Promise<StoreResult<boolean>>
  hasSecondFactor(): Promise<StoreResult<boolean>>
  /** What the app scans, and recovery codes; both are told this once. */
  setUpSecondFactor(password: string): Promise<StoreResult<{ totpURI: string; backupCodes: string[] }>>
  /** The first code of the app that is being set up. */
  confirmSecondFactor(code: string): Promise<StoreResult<unknown>>
  endSecondFactor(password: string): Promise<StoreResult<unknown>>
  renewRecoveryCodes(password: string): Promise<StoreResult<{ backupCodes: string[] }>>
  /** This one first, then those used last. */
  listSessions(): Promise<StoreResult<SessionSeen[]>>
  endSession(id: string): Promise<StoreResult<unknown>>
  /** All but this one. */
  endOtherSessions(): Promise<StoreResult<{ ended: number }>>
  /** Newest first. */
  listEvents(): Promise<StoreResult<AccountEvent[]>>
  listTokens(): Promise<StoreResult<ApiToken[]>>
  /** `secret` is shown this once. */
  createToken(wanted: { name: string; scope: ApiToken['scope'] }): Promise<StoreResult<ApiToken & { secret: string }>>
  revokeToken(id: string): Promise<StoreResult<unknown>>
}

export function createAccountService(connection: Connection = sameOrigin): AccountService {
  const accountOf = (answer: StoreResult<{ user: Account }>): StoreResult<Account> =>
    answer.ok ? { ok: true, value: { id: answer.value.user.id, email: answer.value.user.email } } : answer

  return {
    signUp: async ({ email, password }) => accountOf(await ask(connection, 'signUp', { body: { email, password } }, signedIn)),
    signIn: async ({ email, password }) => {
      const answer = await ask(connection, 'signIn', { body: { email, password } }, z.union([signedIn, secondFactorAskedSchema]))
      if (!answer.ok) return answer
      return 'user' in answer.value ? accountOf({ ok: true, value: answer.value }) : { ok: true, value: 'second_step' }
    },
    giveCode: async ({ code, isRecovery, trusts }) =>
      accountOf(
        isRecovery
          ? await ask(connection, 'giveRecoveryCode', { body: { code: bare(code) } }, signedIn)
          : await ask(connection, 'giveCode', { body: { code: bare(code), trustDevice: trusts } }, signedIn),
      ),
    beginSignInByPasskey: () => ask(connection, 'beginSignInByPasskey', {}, requestSchema),
    signInByPasskey: async (chosen) => {
      const answer = await ask(connection, 'signInByPasskey', { body: chosen }, returnedSchema)
      if (!answer.ok) return answer
      return answer.value.did === 'signed_in' ? accountOf({ ok: true, value: answer.value }) : { ok: true, value: 'second_step' }
    },
    listPasskeys: () => ask(connection, 'listPasskeys', {}, passkeysSchema),
    beginPasskey: (password) => ask(connection, 'beginPasskey', { body: { password } }, creationSchema),
    addPasskey: (made) => ask(connection, 'addPasskey', { body: made }, passkeySchema),
    renamePasskey: (id, name) => ask(connection, 'renamePasskey', { params: { id }, body: { name } }, okSchema),
    removePasskey: (id) => ask(connection, 'removePasskey', { params: { id } }, okSchema),
    signInByProvider: () => ask(connection, 'signInByProvider', {}, wayToProviderSchema),
    linkProvider: (password) => ask(connection, 'linkProvider', { body: { password } }, wayToProviderSchema),
    confirmByProvider: () => ask(connection, 'confirmByProvider', {}, wayToProviderSchema),
    returnFromProvider: async (back) => {
      const answer = await ask(connection, 'returnFromProvider', { body: back }, returnedSchema)
      if (!answer.ok) return answer
      return answer.value.did === 'signed_in' ? accountOf({ ok: true, value: answer.value }) : { ok: true, value: answer.value.did }
    },
    unlinkProvider: () => ask(connection, 'unlinkProvider', {}, okSchema),
    waysIn: () => ask(connection, 'listWaysIn', {}, waysInSchema),
    setPassword: (next) => ask(connection, 'setPassword', { body: { newPassword: next } }, okSchema),
    signOut: () => ask(connection, 'signOut', {}, success),
    getSession: async () => {
      const answer = await ask(connection, 'getSession', {}, session)
      if (!answer.ok) return answer.problems.some(({ code }) => code === 'must_be_signed_in') ? { ok: true, value: null } : answer
      return { ok: true, value: answer.value && { id: answer.value.user.id, email: answer.value.user.email } }
    },
    changePassword: ({ current, next }, keep = {}) =>
      ask(connection, 'changePassword', { body: { currentPassword: current, newPassword: next, keep } }, changedPasswordSchema),
    deleteAccount: (password) => ask(connection, 'deleteAccount', { body: { password } }, success),
    requestPasswordReset: (email) => ask(connection, 'requestPasswordReset', { body: { email } }, okSchema),
    resetPassword: ({ token, next }) => ask(connection, 'resetPassword', { body: { token, newPassword: next } }, okSchema),
    confirmEmail: (token) => ask(connection, 'confirmEmail', { body: { token } }, okSchema),
    sendConfirmation: () => ask(connection, 'sendConfirmation', {}, okSchema),
    isEmailConfirmed: async () => {
      const answer = await ask(connection, 'getSession', {}, z.nullable(z.object({ user: z.object({ emailVerified: z.boolean() }) })))
      return answer.ok ? { ok: true, value: answer.value?.user.emailVerified ?? false } : answer
    },
    hasSecondFactor: async () => {
      const answer = await ask(connection, 'getSession', {}, z.nullable(z.object({ user: z.object({ twoFactorEnabled: z.boolean() }) })))
      return answer.ok ? { ok: true, value: answer.value?.user.twoFactorEnabled ?? false } : answer
    },
    setUpSecondFactor: (password) => ask(connection, 'setUpSecondFactor', { body: { password } }, secondFactorSetupSchema),
    confirmSecondFactor: (code) => ask(connection, 'giveCode', { body: { code: bare(code) } }, signedIn),
    endSecondFactor: (password) => ask(connection, 'endSecondFactor', { body: { password } }, z.object({ status: z.literal(true) })),
    renewRecoveryCodes: (password) => ask(connection, 'renewRecoveryCodes', { body: { password } }, recoveryCodesSchema),
    listSessions: () => ask(connection, 'listSessions', {}, sessionsSeenSchema),
    endSession: (id) => ask(connection, 'endSession', { params: { id } }, okSchema),
    endOtherSessions: () => ask(connection, 'endOtherSessions', {}, endedSchema),
    listEvents: () => ask(connection, 'listAccountEvents', {}, accountEventsSchema),
    listTokens: () => ask(connection, 'listTokens', {}, tokensSchema),
    createToken: (wanted) => ask(connection, 'createToken', { body: wanted }, newTokenSchema),
    revokeToken: (id) => ask(connection, 'revokeToken', { params: { id } }, okSchema),
  }
}

export const accountService = createAccountService()
