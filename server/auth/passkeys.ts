/**
 * Passkeys of an account. better-auth's plugin makes and judges them (betterAuth.ts); what is kept of them is listed, renamed and removed
 * here. Browsers bind them to one name, PUBLIC_URL's, or without one to localhost: at another address of the same place there are none.
 */
import { isIP } from 'node:net'
import { getAuthenticatorName } from '@better-auth/passkey'
import { sql, type Kysely } from 'kysely'
import type { Passkey } from '../../core/contract/passkeys.ts'
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { noteIn, type Whence } from './accountEvents.ts'
import { userOfCredential } from './rowsOfOne.ts'

/** The name that passkeys of the place are bound to; null: browsers make none for an address like this. */
export function nameForPasskeys(public_url: string | null): string | null {
  if (public_url === null) return 'localhost'
  const { protocol, hostname } = new URL(public_url)
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0
  return isName && (protocol === 'https:' || hostname === 'localhost') ? hostname : null
}

/** The page that a passkey may be used on: PUBLIC_URL's, or without one that of localhost which asks; null: this one is not. */
export function originForPasskeys(public_url: string | null, asked: string): string | null {
  if (nameForPasskeys(public_url) === null) return null
  if (public_url !== null) return public_url
  return URL.canParse(asked) && new URL(asked).hostname === 'localhost' ? asked : null
}

const visible = ['id', 'name', 'aaguid', 'createdAt as created_at', 'last_used_at'] as const

const asSeen = ({ aaguid, ...seen }: Omit<Passkey, 'kept_by'> & { aaguid: string | null }): Passkey => ({
  ...seen,
  kept_by: getAuthenticatorName(aaguid) ?? null,
})

/** Oldest first. */
export async function listPasskeys(database: Database, user_id: string): Promise<Passkey[]> {
  const found = await inUserTransaction(
    database,
    user_id,
    (db) => db.selectFrom('passkey').select(visible).where('userId', '=', user_id).orderBy('createdAt').orderBy('id').execute(),
    'read',
  )
  return found.map(asSeen)
}

const tooMany = (): Problem => problem('too_many_passkeys', '', { most: limits.passkeys_per_user })

/** Those who change one person's ways in at the same moment queue here. */
async function queued(transaction: Kysely<Tables>, user_id: string): Promise<void> {
  await transaction.selectFrom('user').select('id').where('id', '=', user_id).forNoKeyUpdate().executeTakeFirst()
}

async function countOf(transaction: Kysely<Tables>, user_id: string): Promise<number> {
  const counted = transaction.selectFrom('passkey').select((eb) => eb.fn.countAll<number>().as('count'))
  return (await counted.where('userId', '=', user_id).executeTakeFirstOrThrow()).count
}

export const countPasskeys = (database: Database, user_id: string): Promise<number> =>
  inUserTransaction(database, user_id, (db) => countOf(db, user_id), 'read')

/** Why a person may add none; null: they may. */
export async function mayAdd(database: Database, user_id: string): Promise<Problem | null> {
  return (await countPasskeys(database, user_id)) >= limits.passkeys_per_user ? tooMany() : null
}

/** Notes one that has just been made, unless others made at the same moment leave it no room. */
export async function settleAdded(database: Database, user_id: string, id: string, whence: Whence): Promise<Passkey | Problem> {
  return inUserTransaction(database, user_id, async (transaction) => {
    await queued(transaction, user_id)
    const theirs = transaction.selectFrom('passkey').select(visible).where('userId', '=', user_id).where('id', '=', id)
    const made = await theirs.executeTakeFirst()
    if (!made) return problem('not_found.passkey', '')
    if ((await countOf(transaction, user_id)) > limits.passkeys_per_user) {
      await transaction.deleteFrom('passkey').where('userId', '=', user_id).where('id', '=', id).execute()
      return tooMany()
    }
    await noteIn(transaction, user_id, { kind: 'passkey_added', subject: made.name, ...whence })
    return asSeen(made)
  })
}

/** Whether there was one. */
export async function renamePasskey(database: Database, user_id: string, id: string, name: string): Promise<boolean> {
  const renamed = await inUserTransaction(database, user_id, (db) =>
    db.updateTable('passkey').set({ name }).where('userId', '=', user_id).where('id', '=', id).executeTakeFirst(),
  )
  return renamed.numUpdatedRows > 0n
}

/** Removes one, unless nothing else signs its person in; `provider_id` is the provider that can. */
export async function removePasskey(
  database: Database,
  user_id: string,
  { id, provider_id, whence }: { id: string; provider_id: string | null; whence: Whence },
): Promise<Problem | null> {
  return inUserTransaction(database, user_id, async (transaction) => {
    await queued(transaction, user_id)
    const ways = await transaction.selectFrom('account').select(['providerId', 'password']).where('userId', '=', user_id).execute()
    const others = ways.some(({ providerId, password }) => password !== null || providerId === provider_id)
    const removed = await transaction
      .deleteFrom('passkey')
      .where('userId', '=', user_id)
      .where('id', '=', id)
      .$if(!others, (query) =>
        query.where((eb) => eb.exists(eb.selectFrom('passkey as other').select('other.id').where('other.id', '!=', id))),
      )
      .returning('name')
      .executeTakeFirst()
    if (removed) {
      await noteIn(transaction, user_id, { kind: 'passkey_removed', subject: removed.name, ...whence })
      return null
    }
    const isThere = await transaction
      .selectFrom('passkey')
      .select('id')
      .where('userId', '=', user_id)
      .where('id', '=', id)
      .executeTakeFirst()
    return problem(isThere ? 'ways_in_are_otherwise.last_passkey' : 'not_found.passkey', '')
  })
}

/** Of whom a passkey is that a browser names, and what they call it; null: of nobody here. */
export async function ownerOfPasskey(database: Database, credential_id: string): Promise<{ user_id: string; name: string } | null> {
  const user_id = await userOfCredential(database.db, credential_id)
  if (user_id === null) return null
  const found = await inUserTransaction(
    database,
    user_id,
    (db) => db.selectFrom('passkey').select('name').where('credentialID', '=', credential_id).executeTakeFirst(),
    'read',
  )
  return found ? { user_id, name: found.name } : null
}

/** Writes down that it has just signed its person in, and tells who that is. */
export async function noteUsed(
  database: Database,
  user_id: string,
  { credential_id, name, whence }: { credential_id: string; name: string; whence: Whence },
): Promise<void> {
  await inUserTransaction(database, user_id, async (transaction) => {
    await transaction
      .updateTable('passkey')
      .set({ last_used_at: sql`now()` })
      .where('userId', '=', user_id)
      .where('credentialID', '=', credential_id)
      .execute()
    await noteIn(transaction, user_id, { kind: 'signed_in_by_passkey', subject: name, ...whence })
  })
}
