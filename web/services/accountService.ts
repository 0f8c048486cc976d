/** Accounts and API tokens on the server. Problems come back as data, with sentences that can be shown as they are. */
import * as z from 'zod/mini'
import type { StoreResult } from '../../core/store.ts'
import type { Account, Credentials } from '../context/planning.ts'
import { request, sameOrigin, type Asked, type Connection } from './requests.ts'

const user = z.object({ id: z.string(), email: z.string() })
const signedIn = z.object({ user })
const session = z.nullable(z.object({ user }))
const anything = z.unknown()

export interface ApiToken {
  id: string
  name: string
  scope: 'read' | 'read_write'
  /** The first characters of the secret, to tell tokens apart. */
  prefix: string
  created_at: string
  /** null: never used. */
  last_used_at: string | null
}

const token = z.object({ id: z.string(), name: z.string(), scope: z.enum(['read', 'read_write']), prefix: z.string(), created_at: z.string(), last_used_at: z.nullable(z.string()) })
const newToken = z.extend(token, { secret: z.string() })

/** What goes on after a changed password; what is left out ends. */
export interface Keep {
  sessions?: boolean
  tokens?: boolean
  feeds?: boolean
}

const count = z.number()
const changedPassword = z.object({
  other_sessions_ended: count,
  other_sessions_kept: count,
  tokens_revoked: count,
  /** null: could not be ended; they go on. */
  tokens_kept: z.nullable(count),
  feeds_revoked: count,
  feeds_kept: z.nullable(count),
})
export type ChangedPassword = z.infer<typeof changedPassword>

export interface AccountService {
  signUp(credentials: Credentials): Promise<StoreResult<Account>>
  signIn(credentials: Credentials): Promise<StoreResult<Account>>
  signOut(): Promise<StoreResult<unknown>>
  /** null: nobody is signed in. */
  getSession(): Promise<StoreResult<Account | null>>
  /** Ends what is not kept of other sessions, API tokens and calendar addresses, and tells how many ended and go on. */
  changePassword(passwords: { current: string; next: string }, keep?: Keep): Promise<StoreResult<ChangedPassword>>
  /** The account goes with everything in it. */
  deleteAccount(password: string): Promise<StoreResult<unknown>>
  listTokens(): Promise<StoreResult<ApiToken[]>>
  /** `secret` is shown this once. */
  createToken(wanted: { name: string; scope: ApiToken['scope'] }): Promise<StoreResult<ApiToken & { secret: string }>>
  revokeToken(id: string): Promise<StoreResult<unknown>>
}

export function createAccountService(connection: Connection = sameOrigin): AccountService {
  const ask = async <T>(asked: Asked, schema: z.ZodMiniType<T>): Promise<StoreResult<T>> => {
    const answer = await request(connection, asked, schema)
    return answer.ok ? { ok: true, value: answer.value.value } : answer
  }
  const auth = <T>(path: string, body: object, schema: z.ZodMiniType<T>): Promise<StoreResult<T>> => ask({ method: 'POST', path: `/api/auth/${path}`, body }, schema)
  const accountOf = (answer: StoreResult<{ user: Account }>): StoreResult<Account> => (answer.ok ? { ok: true, value: { id: answer.value.user.id, email: answer.value.user.email } } : answer)

  return {
    signUp: async ({ email, password }) => accountOf(await auth('sign-up/email', { email, password }, signedIn)),
    signIn: async ({ email, password }) => accountOf(await auth('sign-in/email', { email, password }, signedIn)),
    signOut: () => auth('sign-out', {}, anything),
    getSession: async () => {
      const answer = await ask({ path: '/api/auth/get-session' }, session)
      if (!answer.ok) return answer.problems.some(({ code }) => code === 'must_be_signed_in') ? { ok: true, value: null } : answer
      return { ok: true, value: answer.value && { id: answer.value.user.id, email: answer.value.user.email } }
    },
    changePassword: ({ current, next }, keep = {}) => auth('change-password', { currentPassword: current, newPassword: next, keep }, changedPassword),
    deleteAccount: (password) => auth('delete-user', { password }, anything),
    listTokens: () => ask({ path: '/api/tokens' }, z.array(token)),
    createToken: (wanted) => ask({ method: 'POST', path: '/api/tokens', body: wanted }, newToken),
    revokeToken: (id) => ask({ method: 'DELETE', path: `/api/tokens/${encodeURIComponent(id)}` }, anything),
  }
}

export const accountService = createAccountService()
