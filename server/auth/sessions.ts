/** Where a person is signed in: each session, and how it ends. */
import { sql } from 'kysely'
import type { SessionSeen } from '../../core/contract/account-answers.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import { noteIn, subjectCharacters, type Whence } from './accountEvents.ts'
import type { SessionIdentity } from './who.ts'
import { sessionCounts } from './rowsOfOne.ts'

/** This one first, then those used last. */
export async function listSessions(database: Database, { user_id, session_id }: SessionIdentity): Promise<SessionSeen[]> {
  const found = await inUserTransaction(
    database,
    user_id,
    (db) =>
      db
        .selectFrom('session')
        .select(['id', 'userAgent as user_agent', 'ipAddress as network', 'createdAt as created_at', 'updatedAt as last_used_at'])
        .where('userId', '=', user_id)
        .where(sessionCounts)
        .orderBy('updatedAt', 'desc')
        .orderBy('id')
        .execute(),
    'read',
  )
  const seen = found.map((session) => ({ ...session, is_this: session.id === session_id }))
  return [...seen.filter(({ is_this }) => is_this), ...seen.filter(({ is_this }) => !is_this)]
}

/** Ends one, this one too; false when this person has none of that id. */
export async function endSession(database: Database, { user_id }: SessionIdentity, id: string, whence: Whence): Promise<boolean> {
  return inUserTransaction(database, user_id, async (transaction) => {
    const ended = await transaction
      .deleteFrom('session')
      .where('userId', '=', user_id)
      .where('id', '=', id)
      .returning(['userAgent', sessionCounts.as('counted')])
      .executeTakeFirst()
    if (!ended?.counted) return false
    await noteIn(transaction, user_id, { kind: 'session_ended', subject: ended.userAgent?.slice(0, subjectCharacters) ?? null, ...whence })
    return true
  })
}

/** Ends all but this one; how many counted. */
export async function endOtherSessions(database: Database, { user_id, session_id }: SessionIdentity, whence: Whence): Promise<number> {
  return inUserTransaction(database, user_id, async (transaction) => {
    const ended = await transaction
      .deleteFrom('session')
      .where('userId', '=', user_id)
      .where('id', '!=', session_id)
      .returning(sessionCounts.as('counted'))
      .execute()
    const count = ended.filter(({ counted }) => counted).length
    if (count > 0) await noteIn(transaction, user_id, { kind: 'other_sessions_ended', count, ...whence })
    return count
  })
}

/** Writes down that a session is in use, for the list. */
export async function noteUse(database: Database, user_id: string, session_id: string): Promise<void> {
  await inUserTransaction(database, user_id, (db) =>
    db
      .updateTable('session')
      .set({ updatedAt: sql`now()` })
      .where('userId', '=', user_id)
      .where('id', '=', session_id)
      .execute(),
  )
}
