/** /api/auth/sessions and /api/auth/events: where a person is signed in, and what happened to their account. */
import { idSchema } from '../../core/fields.ts'
import { problem } from '../../core/problem.ts'
import type { Database } from '../database/connect.ts'
import { listEvents, whenceOf } from './accountEvents.ts'
import type { Identifier } from './identity.ts'
import { endOtherSessions, endSession, listSessions } from './sessions.ts'
import { refused, toSignedIn, type RouteTo } from './accountAnswers.ts'

export function addSessionRoutes(route: RouteTo, { database, identifier }: { database: Database; identifier: Identifier }): void {
  const signedIn = toSignedIn(identifier)
  route({
    listSessions: signedIn(async (c, identity) => c.json(await listSessions(database, identity))),
    endOtherSessions: signedIn(async (c, identity) => c.json({ ended: await endOtherSessions(database, identity, whenceOf(c)) })),
  })
  route({
    endSession: signedIn(async (c, identity) => {
      const id = idSchema.safeParse(c.req.param('id'))
      const isEnded = id.success && (await endSession(database, identity, id.data, whenceOf(c)))
      return isEnded ? c.json({ ok: true }) : refused(c, [problem('not_found.session', '')])
    }),
  })
  route({ listAccountEvents: signedIn(async (c, { user_id }) => c.json(await listEvents(database, user_id))) })
}
