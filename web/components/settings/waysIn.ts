import { useCallback, useEffect, useState } from 'react'
import type { WaysIn } from '../../../core/contract/account-answers.ts'
import type { Problem } from '../../../core/problem.ts'
import type { StoreResult } from '../../../core/store.ts'
import { accountService } from '../../services/accountService.ts'

/** How the account is signed in to, read again with each `round` and when asked; null: nobody is signed in, or it is not known yet. */
export function useWaysIn(account_id: string | null, round: number): [WaysIn | null, () => void] {
  const [ways, setWays] = useState<WaysIn | null>(null)
  const read = useCallback(async (): Promise<void> => {
    const told = account_id === null ? null : await accountService.waysIn()
    setWays(told?.ok ? told.value : null)
  }, [account_id])
  useEffect(() => void read(), [read, round])
  return [ways, () => void read()]
}

/** Whether somebody can show here that it is them: by a password, or as the provider has just confirmed. */
export const isProvable = (ways: WaysIn | null): boolean => ways === null || ways.has_password || ways.confirmed_until !== null

/** Off to the provider, with the whole page; problems come back where it does not answer. */
export async function goToProvider(way: Promise<StoreResult<{ url: string }>>): Promise<readonly Problem[]> {
  const begun = await way
  if (!begun.ok) return begun.problems
  window.location.assign(begun.value.url)
  return []
}
