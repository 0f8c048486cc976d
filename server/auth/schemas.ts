/** The bodies of accounts and tokens, which their routes check, and both sides of each route for the API's document. */
import { z } from 'zod'
import { idSchema, instantSchema, nameSchema } from '../../core/fields.ts'
import { limits } from '../../core/limits.ts'

const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => text.length <= limits.email_characters && z.email().safeParse(text).success, { error: 'email_is_not_valid' })
  .meta({ format: 'email', maxLength: limits.email_characters })

/** What was typed as a password that should exist already: any text but one that is too long to be one. */
const passwordSchema = z
  .string()
  .refine((text) => [...text].length <= limits.password_characters, { error: 'password_is_too_long' })
  .meta({ maxLength: limits.password_characters })

/** One to be set; passwords.ts judges it, since that takes the e-mail address as well. */
const newPasswordSchema = z.string().meta({ minLength: limits.password_characters_least, maxLength: limits.password_characters })

/** false: the session ends with the browser, and after a day at the latest. */
const rememberMe = z.boolean().optional()

export const signUpSchema = z.object({ name: z.optional(nameSchema), email: emailSchema, password: newPasswordSchema, rememberMe }).meta({ id: 'SignUp' })
export const signInSchema = z.object({ email: emailSchema, password: passwordSchema, rememberMe }).meta({ id: 'SignIn' })
/** What goes on after the password has changed: other sessions, API tokens, calendar addresses. What is left out ends. */
const keepSchema = z.object({ sessions: z.boolean().optional(), tokens: z.boolean().optional(), feeds: z.boolean().optional() })
export const changePasswordSchema = z.object({ currentPassword: passwordSchema, newPassword: newPasswordSchema, keep: keepSchema.optional() }).meta({ id: 'ChangePassword' })
export const deleteUserSchema = z.object({ password: passwordSchema }).meta({ id: 'DeleteAccount' })

const scopeSchema = z.enum(['read', 'read_write'])
export const newTokenSchema = z.object({ name: nameSchema, scope: scopeSchema }).meta({ id: 'NewToken' })

const tokenFields = { id: idSchema, name: nameSchema, prefix: z.string(), scope: scopeSchema, created_at: instantSchema, last_used_at: z.nullable(instantSchema), expires_at: z.nullable(instantSchema) }
const tokenSchema = z.object(tokenFields).meta({ id: 'Token' })

const userSchema = z.object({ id: z.string(), email: z.string(), name: z.string(), createdAt: instantSchema, updatedAt: instantSchema }).meta({ id: 'User' })
const signedInSchema = z.object({ token: z.string(), user: userSchema })
const count = z.int().min(0)
const changedPasswordSchema = signedInSchema.extend({
  token: z.string().nullable(),
  other_sessions_ended: count,
  other_sessions_kept: count,
  tokens_revoked: count,
  /** null: could not be ended or counted; they go on. */
  tokens_kept: count.nullable(),
  feeds_revoked: count,
  feeds_kept: count.nullable(),
})
const successSchema = z.object({ success: z.literal(true) })

export interface AccountOperation {
  method: 'get' | 'post' | 'delete'
  path: string
  operationId: string
  summary: string
  body?: z.ZodType
  status: 200 | 201
  answer: z.ZodType
}

export const accountOperations: readonly AccountOperation[] = [
  { method: 'post', path: '/api/auth/sign-up/email', operationId: 'signUp', summary: 'Make an account and sign in to it; the answer sets the session cookie', body: signUpSchema, status: 200, answer: signedInSchema },
  { method: 'post', path: '/api/auth/sign-in/email', operationId: 'signIn', summary: 'Sign in; the answer sets the session cookie', body: signInSchema, status: 200, answer: signedInSchema },
  { method: 'post', path: '/api/auth/sign-out', operationId: 'signOut', summary: 'End this session', status: 200, answer: successSchema },
  { method: 'get', path: '/api/auth/get-session', operationId: 'getSession', summary: 'Who is signed in; null is nobody', status: 200, answer: z.object({ user: userSchema }).nullable() },
  { method: 'post', path: '/api/auth/change-password', operationId: 'changePassword', summary: 'Set another password; other sessions, API tokens and calendar addresses end but for those that are kept', body: changePasswordSchema, status: 200, answer: changedPasswordSchema },
  { method: 'post', path: '/api/auth/delete-user', operationId: 'deleteAccount', summary: 'Delete the account with everything in it', body: deleteUserSchema, status: 200, answer: successSchema },
  { method: 'get', path: '/api/tokens', operationId: 'listTokens', summary: 'Your API tokens, oldest first; not for tokens', status: 200, answer: z.array(tokenSchema) },
  { method: 'post', path: '/api/tokens', operationId: 'createToken', summary: 'Make an API token; its secret is shown this once; not for tokens', body: newTokenSchema, status: 201, answer: z.object({ ...tokenFields, secret: z.string() }) },
  { method: 'delete', path: '/api/tokens/{id}', operationId: 'revokeToken', summary: 'Revoke an API token; not for tokens', status: 200, answer: z.object({ ok: z.literal(true) }) },
]
