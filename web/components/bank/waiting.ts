/** What of the bank waits for a word of the person's: counted alike on the plan and beside the bank's files. */
import { useMemo } from 'react'
import { standing } from '../../../core/actuals/kept.ts'
import { waitingDates } from '../../../core/actuals/not-come.ts'
import type { Scenario } from '../../../core/scenario.ts'
import type { StoredBankMatches } from '../../services/records/records.ts'
import { useStored } from './keptOfPlan.ts'

export interface Waiting {
  /** How many payments may be of a date. */
  payments: number
  /** How many dates have not come. */
  dates: number
  /** What has to be said before anything can be told. */
  unsaid: StoredBankMatches['unsaid']
  count: number
}

export function waitingOf(scenario: Scenario, stored: StoredBankMatches): Waiting {
  const payments = standing(scenario, stored).asked?.count ?? 0
  const dates = waitingDates(scenario, stored.missing ?? []).length
  const { unsaid } = stored
  return { payments, dates, unsaid, count: payments + dates + (unsaid ? 1 : 0) }
}

/** null: nothing waits, or it is being read. */
export function useWaiting(scenario: Scenario): Waiting | null {
  const stored = useStored(scenario)
  const waiting = useMemo(() => stored && waitingOf(scenario, stored), [scenario, stored])
  return waiting && waiting.count > 0 ? waiting : null
}
