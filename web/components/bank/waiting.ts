/** What of the bank waits for a word of the person's: counted alike on the plan and beside the bank's files. */
import { useEffect, useMemo, useState } from 'react'
import { standing } from '../../../core/actuals/kept.ts'
import { waitingDates } from '../../../core/actuals/not-come.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { StoredBankMatches } from '../../services/records/records.ts'
import { useStored } from './keptOfPlan.ts'

export interface Waiting {
  /** How many payments may be of a date. */
  payments: number
  /** What the incomes among them were planned with. */
  income_cents: number
  /** How many dates have not come. */
  dates: number
  /** What has to be said before anything can be told. */
  unsaid: StoredBankMatches['unsaid']
  count: number
}

export function waitingOf(scenario: Scenario, stored: StoredBankMatches): Waiting {
  const { count: payments = 0, income_cents = 0 } = standing(scenario, stored).asked ?? {}
  const dates = waitingDates(scenario, stored.missing ?? []).length
  const { unsaid } = stored
  return { payments, income_cents, dates, unsaid, count: payments + dates + (unsaid ? 1 : 0) }
}

/** null: nothing waits, or it is being read. */
export function useWaiting(scenario: Scenario): Waiting | null {
  const stored = useStored(scenario)
  const waiting = useMemo(() => stored && waitingOf(scenario, stored), [scenario, stored])
  return waiting && waiting.count > 0 ? waiting : null
}

/** A moment after the last change: nothing waits for it. */
const settles_ms = 200

/** How much of what repeats at the bank waits for a word; 0 as long as it is looked up. */
export function useProposed(scenario: Scenario): number {
  const proposed = useStored(scenario)?.proposed
  const [count, setCount] = useState(0)
  const { bills, incomes, transfers, accounts, dismissed } = scenario
  useEffect(() => {
    if (!proposed || proposed.proposals.length === 0) return setCount(0)
    let isWanted = true
    const look = async (): Promise<void> => {
      const { countProposed } = await import('./proposed.ts')
      const found = await countProposed(scenario, proposed)
      if (isWanted) setCount(found)
    }
    const timer = setTimeout(() => void look().catch(() => undefined), settles_ms)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- of a plan only these lists say what is in it
  }, [scenario.id, bills, incomes, transfers, accounts, dismissed, proposed])
  return count
}
