/**
 * A second factor: an authenticator app, with recovery codes for when it is lost. better-auth's twoFactor plugin keeps and checks it; the
 * secret and the codes are encrypted with AUTH_SECRET. Setting it up and ending it ask for the password, counted as any try of one, or what
 * stands for it (proofs.ts); codes are counted by better-auth, five a sign-in and ten in a row an account. Each is taken once
 * (usedCodes.ts).
 */
import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { codeSchema, signInCodeSchema, withPasswordSchema } from '../../core/contract/accounts.ts'
import { problem } from '../../core/problem.ts'
import type { AccountEventKind } from '../../core/contract/account-answers.ts'
import type { AppEnv } from '../http/variables.ts'
import { authenticate, bodyOf, pass, refused, tooMany, toSignedIn, type RouteTo } from './accountAnswers.ts'
import { noteEvent, whenceOf } from './accountEvents.ts'
import type { AccountParts } from './accountParts.ts'
import { callBetterAuth } from './betterAuthCalls.ts'
import { signedInFrom } from './mailRoutes.ts'
import { withProof } from './proofs.ts'
import { takeCode } from './usedCodes.ts'

/** Milliseconds for which better-auth locks an account out of giving codes. */
const lockedMs = 15 * 60_000

const totpPath = '/two-factor/verify-totp'

export function addSecondFactorRoutes(route: RouteTo, parts: AccountParts): void {
  const { database, identifier } = parts
  /** What a person does who shows that it is them, besides being signed in. */
  const withPassword = (path: string, kind: AccountEventKind | null) =>
    toSignedIn(identifier)(async (c, identity) => {
      const body = await bodyOf(c, withPasswordSchema)
      if (!body.ok) return refused(c, body.problems)
      const right = async (answer: Response): Promise<Response> => {
        if (kind) await noteEvent(database, identity.user_id, { kind, ...whenceOf(c) })
        return pass(c, answer)
      }
      const otherwise = (code: string): Response | null =>
        code === 'INVALID_PASSWORD' ? null : refused(c, [problem('second_factor_is_otherwise', '')])
      return withProof(parts, c, identity, { path, password: body.value.password, right, otherwise })
    })

  /** A code, from who is signing in, or from who sets the app up and gives its first. */
  const withCode =
    (path: string, schema: z.ZodMiniType<{ code: string }>, kind: AccountEventKind | null) =>
    async (c: Context<AppEnv>): Promise<Response> => {
      const body = await bodyOf(c, schema)
      if (!body.ok) return refused(c, body.problems)
      const before = await identifier.identifySession(c.req.raw.headers)
      if (path === totpPath && (await takeCode(parts, c, before?.user_id ?? null, body.value.code)) === 'used')
        return refused(c, [problem('code_is_wrong.used', '/code')])
      const call = await callBetterAuth(parts, c, path, body.value)
      if (!call.ok) return refusedCode(c, call.code)
      const { user } = (await call.answer.clone().json()) as { user: { id: string; email: string } }
      if (kind) await noteEvent(database, user.id, { kind, ...whenceOf(c) })
      if (before?.user_id === user.id) {
        await noteEvent(database, user.id, { kind: 'second_factor_on', ...whenceOf(c) })
      } else {
        await noteEvent(database, user.id, { kind: 'signed_in', ...whenceOf(c) })
        await signedInFrom(parts, c, user, 'signed_in')
      }
      return pass(c, call.answer)
    }

  route({ setUpSecondFactor: withPassword('/two-factor/enable', null) })
  route({ endSecondFactor: withPassword('/two-factor/disable', 'second_factor_off') })
  route({ renewRecoveryCodes: withPassword('/two-factor/generate-backup-codes', 'recovery_codes_made') })
  route({ giveCode: withCode(totpPath, signInCodeSchema, null) })
  route({ giveRecoveryCode: withCode('/two-factor/verify-backup-code', codeSchema, 'recovery_code_used') })
}

function refusedCode(c: Context, code: string): Response {
  switch (code) {
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return refused(c, [problem('code_is_wrong', '/code')])
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return tooMany(c, lockedMs)
    default:
      return refused(c, [problem('must_be_signed_in.again', '')], authenticate)
  }
}
