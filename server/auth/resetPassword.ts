/** A new password for somebody who has lost theirs, set by whoever runs the place: there is no mail server to ask. */
import { randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { problemText } from '../../core/problem.ts'
import { Refusal } from '../refusal.ts'
import { english } from '../words/words.ts'
import { scrypt, type Hashing } from './betterAuth.ts'
import { passwordProblems } from './passwords.ts'

export interface PasswordReset {
  password: string
  sessions_ended: number
  tokens_revoked: number
  feeds_revoked: number
  passkeys_removed: number
}

/**
 * Sets a password, a random one unless one is given, ends every session, revokes every token and calendar address of the account, removes
 * its passkeys, and unlinks it from a provider: whoever else may have got in is out. With `without_second_factor` the password alone signs
 * in again. All or nothing. The client is the tables' owner.
 */
export async function resetPassword(
  client: pg.Client,
  email: string,
  {
    password = randomPassword(),
    hashing = scrypt,
    without_second_factor = false,
  }: { password?: string; hashing?: Hashing; without_second_factor?: boolean } = {},
): Promise<PasswordReset> {
  const [first] = passwordProblems(password, { email, path: '' })
  if (first) throw new Refusal(problemText(first, english))
  const { rows: found } = await client.query<{
    there: boolean
    has_feeds: boolean
    has_events: boolean
    has_second_factors: boolean
    has_passkeys: boolean
  }>(
    `select to_regclass('api_tokens') is not null as there, to_regclass('calendar_feeds') is not null as
      has_feeds, to_regclass('account_events') is not null as has_events,
            to_regclass('"twoFactor"') is not null as has_second_factors, to_regclass('passkey') is not null as has_passkeys`,
  )
  const [database] = found
  if (!database?.there) throw new Refusal('There are no accounts in this database yet. Start the app first.')
  const hash = await hashing.hash(password)
  await client.query('begin')
  try {
    const { rows } = await client.query<{ id: string }>('select id from "user" where email = $1 for no key update', [
      email.trim().toLowerCase(),
    ])
    const id = rows[0]?.id
    if (!id) throw new Refusal(`There is no account with the e-mail address ${email}.`)
    await client.query(`delete from account where "userId" = $1`, [id])
    await client.query(`insert into account (id, "userId", "accountId", "providerId", password) values ($1, $2, $2, 'credential', $3)`, [
      randomUUID(),
      id,
      hash,
    ])
    const sessions = await client.query('delete from session where "userId" = $1', [id])
    const tokens = await client.query('delete from api_tokens where user_id = $1', [id])
    if (without_second_factor && database.has_second_factors) {
      await client.query('delete from "twoFactor" where "userId" = $1', [id])
      await client.query('update "user" set "twoFactorEnabled" = false where id = $1', [id])
    }
    // A database of an older schema knows no calendar addresses, or passkeys.
    const passkeys = database.has_passkeys ? await client.query('delete from passkey where "userId" = $1', [id]) : null
    const feeds = database.has_feeds ? await client.query('delete from calendar_feeds where user_id = $1', [id]) : null
    if (database.has_events)
      await client.query(`insert into account_events (user_id, id, kind, count) values ($1, $2, 'password_reset', $3)`, [
        id,
        randomUUID(),
        sessions.rowCount,
      ])
    await client.query('commit')
    return {
      password,
      sessions_ended: sessions.rowCount ?? 0,
      tokens_revoked: tokens.rowCount ?? 0,
      feeds_revoked: feeds?.rowCount ?? 0,
      passkeys_removed: passkeys?.rowCount ?? 0,
    }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Letters and digits that are not taken for each other. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Six groups of four, 120 bits. */
export const randomPassword = (): string =>
  Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-')
