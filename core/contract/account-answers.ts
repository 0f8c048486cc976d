/** What the routes of accounts, API tokens and calendar addresses answer, as far as the web app reads it. */
import * as z from 'zod/mini'
import { described, idSchema, instantSchema, nameSchema } from '../fields.ts'

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
})
export type ChangedPassword = z.infer<typeof changedPasswordSchema>

export const scopeSchema = z.enum(['read', 'read_write'])
export const tokenSchema = described(
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

export const feedSchema = described(
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
export const newFeedSchema = described(z.extend(feedSchema, { path: z.string() }), { id: 'NewCalendarFeed' })
