/** The plans of this device that the account has not: how many, and whether the person wants to be asked about them now. */
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { ScenarioSummary } from '../../../core/scenario.ts'
import { planningService } from '../../context/thePlanning.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { deviceMemory, memoryKeys } from '../../services/deviceMemory.ts'
import { isMovedTo, movedPlansMark, type MovedPlans } from '../../services/records/records.ts'
import { isSampleName } from '../planning/sampleNames.ts'

const memory = deviceMemory()

export const useBringing = create<{ isLater: boolean }>(() => ({ isLater: memory.get(memoryKeys.bring_later) !== null }))

/** Later: they stay where they are, and the menu of plans leads to them. */
export function bringLater(isLater: boolean): void {
  if (isLater) memory.set(memoryKeys.bring_later, 'yes')
  else memory.remove(memoryKeys.bring_later)
  useBringing.setState({ isLater })
}

interface Here {
  plans: readonly ScenarioSummary[]
  /** Which of them went to which account. */
  moved: MovedPlans
}
const nothing: Here = { plans: [], moved: {} }

/** What this device holds without an account, deleted plans and the sample left out; none until it is read. */
function useHere(): Here {
  const mode = usePlanning((planning) => planning.mode)
  const account_id = usePlanning((planning) => planning.account?.id)
  const [here, setHere] = useState(nothing)
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      const { records } = await planningService().environment()
      const read = await records.read(['scenarios', 'marks'], async (reading) => ({
        stored: await reading.list('scenarios'),
        mark: await reading.get('marks', [movedPlansMark]),
      }))
      const plans = read.stored.filter(({ deleted_at, summary }) => deleted_at === null && !isSampleName(summary.name))
      if (isWanted)
        setHere({ plans: plans.map(({ summary }) => summary), moved: (read.mark?.value as MovedPlans | undefined) ?? nothing.moved })
    }
    void read().catch(() => undefined)
    return () => void (isWanted = false)
  }, [mode, account_id])
  return here
}

/** The plans that this device holds without an account; [] until they are read. */
export const usePlansHere = (): readonly ScenarioSummary[] => useHere().plans

/** Those of them that the account has not. */
export function usePlansToBring(): readonly ScenarioSummary[] {
  const there = usePlanning((planning) => planning.scenarios)
  const account_id = usePlanning((planning) => planning.account?.id) ?? ''
  const { plans, moved } = useHere()
  return plans.filter((plan) => !there.some(({ id }) => id === plan.id) && !isMovedTo({ moved, account_id, there }, plan))
}
