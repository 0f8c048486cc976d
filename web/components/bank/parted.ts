/** The plan that a what-if began as, to tell what is otherwise in it on purpose. */
import { useEffect, useState } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import type { StoreResult } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planningService } from '../../context/thePlanning.ts'

/**
 * null: it is no what-if, or that is not known any more. Once something was brought over between it and its plan, both have it, and the
 * plan as it is now tells what is otherwise.
 */
export async function partedOf(scenario: Scenario): Promise<Scenario | null> {
  if (scenario.parent_id === null) return null
  const read = scenario.branch_revision === null ? await asItParted(scenario) : await planningActions().readScenario(scenario.parent_id)
  return read.ok ? read.value : null
}

/** Its code is for what-ifs alone. */
async function asItParted(scenario: Scenario): Promise<StoreResult<Scenario | null>> {
  const { partingState } = await import('../../useCases/parting.ts')
  return partingState(planningService(), scenario)
}

/** undefined: it is being read. */
export function useParted(scenario: Scenario): Scenario | null | undefined {
  const { id, parent_id, parent_revision, branch_revision } = scenario
  const key = `${id} ${parent_revision} ${branch_revision}`
  const [found, setFound] = useState<{ key: string; parted: Scenario | null } | null>(null)
  useEffect(() => {
    if (parent_id === null) return
    let isWanted = true
    const read = async (): Promise<void> => {
      const parted = await partedOf(scenario).catch(() => null)
      if (isWanted) setFound({ key, parted })
    }
    void read()
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- where it parted does not change with what it says
  }, [key, parent_id])
  if (parent_id === null) return null
  return found?.key === key ? found.parted : undefined
}
