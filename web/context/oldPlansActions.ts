import type { StoreApi } from 'zustand/vanilla'
import { legacyKey } from '../../core/legacy.ts'
import type { DeviceMemory } from '../services/deviceMemory.ts'
import type { PlanningActions, PlanningState } from './planning.ts'

/** The person's word on the data of an older version: once it looks right it is put aside, until then it can be downloaded. */
export const oldPlansActions = ({ store, memory }: { store: StoreApi<PlanningState>; memory: DeviceMemory }): Pick<PlanningActions, 'confirmOldPlans' | 'oldPlansText'> => ({
  confirmOldPlans: () => {
    const text = memory.get(legacyKey)
    if (text !== null) {
      memory.set(`${legacyKey}:done`, text)
      memory.remove(legacyKey)
    }
    store.setState({ oldPlans: null })
  },
  oldPlansText: () => memory.get(legacyKey) ?? memory.get(`${legacyKey}:done`),
})
