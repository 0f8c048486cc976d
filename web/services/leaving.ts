/** Signing out, or deleting the account: what this browser holds for it goes, but never edits that nobody was asked about. */
import type { Problem } from '../../core/problem.ts'
import type { SignedOut } from '../context/planning.ts'
import { createAccountService } from './accountService.ts'
import { rememberAccount, rememberedAccount } from './apiWorkplace.ts'
import type { DeviceMemory } from './deviceMemory.ts'
import { editsHeldFor, forgetAccount } from './outbox.ts'
import type { Connection } from './requests.ts'
import type { Surroundings, Workplace } from './workplace.ts'

interface Leaving {
  place: Workplace | null
  surroundings: Surroundings
  memory: DeviceMemory
  connection?: Connection | undefined
}

export async function leave({ place, surroundings, memory, discard, connection }: Leaving & { discard: boolean }): Promise<SignedOut> {
  const account = place?.account ?? rememberedAccount(memory)
  const waiting = account ? await editsHeldFor(surroundings.records, account.id) : 0
  if (waiting > 0 && !discard) return { ok: false, waiting }
  // Before the request: from here on no tab sends anything more under this account.
  rememberAccount(memory, null)
  const left = await createAccountService(connection).signOut()
  if (!left.ok && !isSignedOut(left.problems)) {
    rememberAccount(memory, account)
    return { ok: false, problems: left.problems }
  }
  place?.close()
  if (account) await forgetAccount(surroundings.records, account.id)
  return { ok: true }
}

export async function leaveForGood({ place, surroundings, memory, password, connection }: Leaving & { password: string }): Promise<Problem[]> {
  const account = place?.account
  if (!account) return []
  const deleted = await createAccountService(connection).deleteAccount(password)
  if (!deleted.ok) return deleted.problems
  rememberAccount(memory, null)
  place.close()
  await forgetAccount(surroundings.records, account.id)
  return []
}

const isSignedOut = (problems: readonly Problem[]): boolean => problems.some(({ code }) => code === 'must_be_signed_in')
