import type { StoreApi } from 'zustand/vanilla'
import { memoryKeys, type DeviceMemory } from '../services/deviceMemory.ts'
import type { PlanningActions, PlanningState } from './planning.ts'

/** The person's word on the data of an older version: once it looks right it is put aside, until then it can be downloaded. */
export const oldPlansActions = ({
  store,
  memory,
}: {
  store: StoreApi<PlanningState>
  memory: DeviceMemory
}): Pick<PlanningActions, 'confirmOldPlans' | 'oldPlansText'> => ({
  confirmOldPlans: () => {
    const text = memory.get(memoryKeys.old_plans)
    if (text !== null) {
      memory.set(`${memoryKeys.old_plans}:done`, text)
      memory.remove(memoryKeys.old_plans)
    }
    store.setState({ oldPlans: null })
  },
  oldPlansText: () => memory.get(memoryKeys.old_plans) ?? memory.get(`${memoryKeys.old_plans}:done`),
})
