/** Calendar addresses of a plan: made, listed and revoked by its person. Reading one is in api.ts, since it asks nobody to sign in. */
import * as z from 'zod/mini'
import { described, idSchema, instantSchema } from '../../core/fields.ts'
import { readWith } from './bodies.ts'
import { okSchema } from './schemas.ts'
import type { Answer, PlanningRoute } from './routes.ts'

const feedShape = {
  id: idSchema,
  shows_amounts: z.boolean(),
  created_at: instantSchema,
  /** null: never read. Within an hour of the true time. */
  last_used_at: z.nullable(instantSchema),
}
const feedSchema = described(z.object(feedShape), { id: 'CalendarFeed' })
const newFeedSchema = described(
  z.object({
    ...feedShape,
    /** The path to read it at, with the secret; it is told this once. */
    path: z.string(),
  }),
  { id: 'NewCalendarFeed' },
)
const askedSchema = z.object({ shows_amounts: z.optional(z.boolean()) })

export const feedPathOf = (secret: string): string => `/api/planning/feeds/${secret}.ics`

const refused = ({ problems }: { problems: Extract<Answer, { status: 'refused' }>['problems'] }): Answer => ({ status: 'refused', problems })

export const feedRoutes: readonly PlanningRoute[] = [
  {
    method: 'POST',
    path: '/:id/feed',
    summary: 'Make a secret address at which a calendar program reads the bills and paydays of a plan, with or without amounts. It is told this once',
    body: askedSchema,
    answers: { 201: newFeedSchema },
    handle: async ({ id, body, feeds }) => {
      const asked = readWith(askedSchema, body ?? {})
      if (!asked.ok) return refused(asked)
      const made = await feeds.create(id, { shows_amounts: asked.value.shows_amounts ?? false })
      if (!made.ok) return refused(made)
      const { secret, ...feed } = made.value
      return { status: 201, json: { ...feed, path: feedPathOf(secret) } }
    },
  },
  {
    method: 'GET',
    path: '/:id/feeds',
    summary: 'The calendar addresses of a plan, oldest first, without their secrets',
    answers: { 200: z.array(feedSchema) },
    handle: async ({ id, feeds }) => {
      const found = await feeds.list(id)
      return found.ok ? { status: 200, json: found.value } : refused(found)
    },
  },
  {
    method: 'DELETE',
    path: '/:id/feeds/:rowId',
    summary: 'Revoke a calendar address. One that is not there is as good as revoked',
    answers: { 200: okSchema },
    handle: async ({ id, row_id, feeds }) => {
      const revoked = await feeds.revoke(id, row_id)
      return revoked.ok ? { status: 200, json: { ok: true } } : refused(revoked)
    },
  },
]
