/**
 * A code of an authenticator app is taken once (RFC 6238, 5.2): who reads it over a shoulder has nothing of it, also where several
 * processes are asked at the same moment. Which was taken last stands in the database, as the half minute it was for.
 */
import { createHmac, createSecretKey } from 'node:crypto'
import type { Context } from 'hono'
import { symmetricDecrypt } from 'better-auth/crypto'
import { inUserTransaction } from '../database/connect.ts'
import type { AccountParts } from './accountParts.ts'
import { signedCookie } from './identity.ts'
import { userOfProof } from './rowsOfOne.ts'

/** Milliseconds for which an app shows a code. */
const stepMs = 30_000

/** What better-auth takes: the code that is shown now, the one before and the one after. */
const around = [-1, 0, 1]

/**
 * Takes a code of who is signed in, or is signing in: it is wrong, or taken now, and better-auth is to judge it; or it was taken before.
 */
export async function takeCode(parts: AccountParts, c: Context, signed_in: string | null, code: string): Promise<'to_judge' | 'used'> {
  const { database, betterAuth, settings } = parts
  const { createAuthCookie, secretConfig } = await betterAuth.$context
  const signing_in =
    signed_in === null
      ? signedCookie(c.req.raw.headers, createAuthCookie('two_factor').name, createSecretKey(settings.auth_secret, 'utf8'))
      : null
  const user_id = signed_in ?? (signing_in === null ? null : await userOfProof(database, signing_in))
  if (user_id === null) return 'to_judge'
  const factor = await inUserTransaction(
    database,
    user_id,
    (db) => db.selectFrom('twoFactor').select('secret').where('userId', '=', user_id).executeTakeFirst(),
    'read',
  )
  // Encrypted with another AUTH_SECRET than this, it takes no code at all.
  const secret = factor && (await symmetricDecrypt({ key: secretConfig, data: factor.secret }).catch(() => null))
  if (!secret) return 'to_judge'
  const now = Math.floor(Date.now() / stepMs)
  const steps = around.map((by) => now + by).filter((step) => codeOf(secret, step) === code)
  if (steps.length === 0) return 'to_judge'
  const step = Math.max(...steps)
  const newer = await inUserTransaction(database, user_id, (db) =>
    db
      .updateTable('twoFactor')
      .set({ last_step: step })
      .where('userId', '=', user_id)
      .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
      .executeTakeFirst(),
  )
  return newer.numUpdatedRows > 0n ? 'to_judge' : 'used'
}

/** What an app with this secret shows in that half minute since 1970 (RFC 4226, 5.3). */
function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = hash.at(-1)! & 15
  return String((hash.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}
