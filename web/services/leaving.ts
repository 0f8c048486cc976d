/** Signing out, or deleting the account: what this browser holds for it goes, but never edits that nobody was asked about. */
import type { Problem } from '../../core/problem.ts'
import type { Account, SignedOut } from './account.ts'
import { createAccountService } from './accountService.ts'
import { rememberAccount, rememberedAccount } from './apiSession.ts'
import { forgetWhoWasHere, type DeviceMemory } from './deviceMemory.ts'
import { forgetAccount, keptFor } from './leftBehind.ts'
import type { Connection } from './requests.ts'
import { notesOf } from './sync/writeAhead.ts'
import type { BrowserEnvironment, StorageSession } from './storageSession.ts'

interface Leaving {
  session: StorageSession | null
  environment: BrowserEnvironment
  memory: DeviceMemory
  connection?: Connection | undefined
}

export async function leave({ session, environment, memory, discard, connection }: Leaving & { discard: boolean }): Promise<SignedOut> {
  const account = session?.account ?? rememberedAccount(memory)
  const kept = account ? await keptFor(environment.records, account.id) : null
  if (kept && kept.edits + kept.bank_accounts > 0 && !discard) return { ok: false, kept }
  // Before the request: from here on no tab sends anything more under this account.
  rememberAccount(memory, null)
  const left = await createAccountService(connection).signOut()
  if (!left.ok && !isSignedOut(left.problems)) {
    rememberAccount(memory, account)
    return { ok: false, problems: left.problems }
  }
  await forget({ session, environment, memory }, account)
  return { ok: true }
}

export async function deleteAccount({
  session,
  environment,
  memory,
  password,
  connection,
}: Leaving & { password: string }): Promise<Problem[]> {
  const account = session?.account
  if (!account) return []
  const deleted = await createAccountService(connection).deleteAccount(password)
  if (!deleted.ok) return deleted.problems
  await forget({ session, environment, memory }, account)
  return []
}

/** Nothing in this browser names the account any more, in no tab. */
async function forget({ session, environment, memory }: Leaving, account: Account | null): Promise<void> {
  forgetWhoWasHere(memory)
  if (session?.account?.id === account?.id) await session?.discard()
  else session?.close()
  if (!account) return
  environment.channel.post({ type: 'account_gone', account_id: account.id })
  memory.removeAll(notesOf(account.id))
  await forgetAccount(environment.records, account.id)
}

const isSignedOut = (problems: readonly Problem[]): boolean => problems.some(({ code }) => code === 'must_be_signed_in')
