/**
 * API tokens: a random secret of 256 bits that stands for its person. Only its SHA-256 is kept, which is enough for a
 * secret nobody can guess; a slow hash is for passwords.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { limits } from '../../core/limits.ts'
import { problem, type Problem } from '../../core/problem.ts'
import { inUserTransaction, type Database } from '../database/connect.ts'
import { unlessTroubled } from '../database/troubles.ts'
import type { ApiTokensTable } from '../database/tables.ts'
import { noteIn, type Whence } from './accountEvents.ts'
import type { Identity } from './who.ts'

/** A token as its person sees it. */
export type ApiToken = Omit<Selectable<ApiTokensTable>, 'user_id' | 'token_hash'>

const mark = 'pnp_'
const secretBytes = 32
const secretPattern = /^pnp_[A-Za-z0-9_-]{43}$/
const prefixCharacters = mark.length + 6

const visible = ['id', 'name', 'prefix', 'scope', 'created_at', 'last_used_at', 'expires_at'] as const

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Oldest first. */
export async function listTokens(database: Database, userId: string): Promise<ApiToken[]> {
  return inUserTransaction(
    database,
    userId,
    (db) => db.selectFrom('api_tokens').select(visible).where('user_id', '=', userId).orderBy('created_at').orderBy('id').execute(),
    'read',
  )
}

/** Makes a token; its secret is in this answer and nowhere else. */
export async function createToken(
  database: Database,
  userId: string,
  { name, scope }: Pick<ApiToken, 'name' | 'scope'>,
  whence: Partial<Whence> = {},
): Promise<(ApiToken & { secret: string }) | Problem> {
  const secret = mark + randomBytes(secretBytes).toString('base64url')
  const row = {
    id: randomUUID(),
    user_id: userId,
    name,
    scope,
    token_hash: hashOf(secret),
    prefix: secret.slice(0, prefixCharacters),
    last_used_at: null,
    expires_at: null,
  }
  return inUserTransaction(database, userId, async (transaction) => {
    // Those who make tokens for one person at the same moment queue here, so that the count holds.
    const owner = await transaction.selectFrom('user').select('id').where('id', '=', userId).forNoKeyUpdate().executeTakeFirst()
    if (!owner) return problem('must_be_signed_in.gone', '')
    const { count } = await transaction
      .selectFrom('api_tokens')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    if (count >= limits.tokens_per_user) return problem('too_many_tokens', '', { most: limits.tokens_per_user })
    const token = await transaction.insertInto('api_tokens').values(row).returning(visible).executeTakeFirstOrThrow()
    await noteIn(transaction, userId, { kind: 'token_made', subject: name, ...whence })
    return { ...token, secret }
  })
}

/** Ends a token at once; false when this person has none of that id. */
export async function revokeToken(database: Database, userId: string, id: string, whence: Partial<Whence> = {}): Promise<boolean> {
  return inUserTransaction(database, userId, async (transaction) => {
    const revoked = await transaction
      .deleteFrom('api_tokens')
      .where('user_id', '=', userId)
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst()
    if (!revoked) return false
    await noteIn(transaction, userId, { kind: 'token_revoked', subject: revoked.name, ...whence })
    return true
  })
}

/** Seconds within which a second use of a token is not written down again. */
const useSeconds = 60

/** Whose secret this is; null when it is unknown, revoked or expired. */
export async function findToken(database: Database, secret: string): Promise<Identity | null> {
  if (!secretPattern.test(secret)) return null
  const { rows } = await database.pool.query<{ id: string; user_id: string; email: string; scope: ApiToken['scope']; is_noted: boolean }>(
    'select id, user_id, email, scope, is_noted from user_of_token($1, $2)',
    [hashOf(secret), useSeconds],
  )
  const found = rows[0]
  if (!found) return null
  if (!found.is_noted)
    await unlessTroubled(
      inUserTransaction(database, found.user_id, (db) =>
        db
          .updateTable('api_tokens')
          .set({ last_used_at: sql`now()` })
          .where('id', '=', found.id)
          .execute(),
      ),
    )
  return { user_id: found.user_id, email: found.email, via: 'token', scope: found.scope, token_id: found.id, session_id: null }
}
