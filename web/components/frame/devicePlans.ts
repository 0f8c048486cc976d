/** The plans of this device that the account has not: how many, and whether the person wants to be asked about them now. */
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { ScenarioSummary } from '../../../core/scenario.ts'
import { planningService } from '../../context/thePlanning.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { deviceMemory, memoryKeys } from '../../services/deviceMemory.ts'
import { isSampleName } from '../planning/sampleNames.ts'

const memory = deviceMemory()

export const useBringing = create<{ isLater: boolean }>(() => ({ isLater: memory.get(memoryKeys.bring_later) !== null }))

/** Later: they stay where they are, and the menu of plans leads to them. */
export function bringLater(isLater: boolean): void {
  if (isLater) memory.set(memoryKeys.bring_later, 'yes')
  else memory.remove(memoryKeys.bring_later)
  useBringing.setState({ isLater })
}

/** What this device holds without an account, deleted plans and the sample left out; [] until it is read. */
export function usePlansHere(): readonly ScenarioSummary[] {
  const mode = usePlanning((planning) => planning.mode)
  const account_id = usePlanning((planning) => planning.account?.id)
  const [plans, setPlans] = useState<readonly ScenarioSummary[]>([])
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      const { records } = await planningService().environment()
      const stored = await records.read(['scenarios'], (reading) => reading.list('scenarios'))
      if (isWanted)
        setPlans(
          stored.filter(({ deleted_at, summary }) => deleted_at === null && !isSampleName(summary.name)).map(({ summary }) => summary),
        )
    }
    void read().catch(() => undefined)
    return () => void (isWanted = false)
  }, [mode, account_id])
  return plans
}

/** Those of them that the account has not. */
export function usePlansToBring(): readonly ScenarioSummary[] {
  const there = usePlanning((planning) => planning.scenarios)
  return usePlansHere().filter(({ id }) => !there.some((plan) => plan.id === id))
}
