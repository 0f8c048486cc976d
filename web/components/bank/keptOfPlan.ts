/** What this device knows of the open plan and its bank, read when somebody asks and kept for the page. */
import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import { standing, type KeptOfPlan } from '../../../core/actuals/kept.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import type { StoredBankMatches } from '../../services/records/records.ts'
import { ofPlans } from './planDevice.ts'

interface Known {
  /** Whose, and of which plan. */
  key: string
  kept: StoredBankMatches | null
}
const useKnown = create<Known>(() => ({ key: '', kept: null }))

/** Nothing is known any more: it is read again by who asks next. */
export const forgetKept = (): void => useKnown.setState({ key: '', kept: null })

async function read(key: string, scenario: Scenario): Promise<void> {
  useKnown.setState({ key, kept: null })
  const kept = await (await ofPlans()).ofPlan(scenario)
  if (useKnown.getState().key === key) useKnown.setState({ kept })
}

/** All of it, whether it stands or not; null while it is read. */
export function useStored(scenario: Scenario): StoredBankMatches | null {
  const owner = usePlanning((planning) => (planning.mode === 'api' ? (planning.account?.id ?? '') : 'local'))
  const { key, kept } = useKnown()
  const wanted = `${owner} ${scenario.id}`
  useEffect(() => {
    if (useKnown.getState().key !== wanted) void read(wanted, scenario)
  }, [wanted, key, scenario])
  return key === wanted ? kept : null
}

/** What of it stands; null while it is read, and where nothing is known. */
export function useKeptOfPlan(scenario: Scenario): KeptOfPlan | null {
  const kept = useStored(scenario)
  return useMemo(() => kept && standing(scenario, kept), [scenario, kept])
}
