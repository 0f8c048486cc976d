/**
 * What opens an account beside its password: other sessions, API tokens, calendar addresses, a link to a provider, passkeys. A changed
 * password ends what is not kept.
 */
import { sql } from 'kysely'
import { inUserTransaction, type Database } from '../database/connect.ts'

/** What is to go on. What is not named ends: whoever changes a password for fear of somebody must not have to think of it. */
export interface Kept {
  sessions?: boolean | undefined
  tokens?: boolean | undefined
  feeds?: boolean | undefined
  links?: boolean | undefined
  passkeys?: boolean | undefined
}

/** How many ended, and how many go on; null: the database failed, so none ended, and who has one may still come in. */
export interface Credentials {
  tokens_revoked: number
  tokens_kept: number | null
  feeds_revoked: number
  feeds_kept: number | null
  links_ended: number
  links_kept: number | null
  passkeys_removed: number
  passkeys_kept: number | null
}

/** None ended, and nobody could be asked how many there are. */
export const noneEnded: Credentials = {
  tokens_revoked: 0,
  tokens_kept: null,
  feeds_revoked: 0,
  feeds_kept: null,
  links_ended: 0,
  links_kept: null,
  passkeys_removed: 0,
  passkeys_kept: null,
}

/** Revokes a person's tokens, calendar addresses, links and passkeys but for what is kept; all of it or nothing. */
export async function endCredentials(database: Database, user_id: string, kept: Kept): Promise<Credentials> {
  return inUserTransaction(database, user_id, async (transaction) => {
    const end = async (
      table: 'api_tokens' | 'calendar_feeds' | 'account' | 'passkey',
      keep: boolean,
    ): Promise<{ ended: number; goOn: number }> => {
      const theirs =
        table === 'account'
          ? sql<boolean>`"userId" = ${user_id} and "providerId" <> 'credential'`
          : sql<boolean>`${sql.ref(table === 'passkey' ? 'userId' : 'user_id')} = ${user_id}`
      if (!keep) {
        const { numDeletedRows } = await transaction.deleteFrom(table).where(theirs).executeTakeFirst()
        return { ended: Number(numDeletedRows), goOn: 0 }
      }
      const { count } = await transaction
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where(theirs)
        .executeTakeFirstOrThrow()
      return { ended: 0, goOn: count }
    }
    const tokens = await end('api_tokens', kept.tokens ?? false)
    const feeds = await end('calendar_feeds', kept.feeds ?? false)
    const links = await end('account', kept.links ?? false)
    const passkeys = await end('passkey', kept.passkeys ?? false)
    return {
      tokens_revoked: tokens.ended,
      tokens_kept: tokens.goOn,
      feeds_revoked: feeds.ended,
      feeds_kept: feeds.goOn,
      links_ended: links.ended,
      links_kept: links.goOn,
      passkeys_removed: passkeys.ended,
      passkeys_kept: passkeys.goOn,
    }
  })
}
