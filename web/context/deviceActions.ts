import type { StoreApi } from 'zustand/vanilla'
import { memoryKeys, openKey, type DeviceMemory } from '../services/deviceMemory.ts'
import type { PlanningService } from '../services/planningService.ts'
import { storageProblem } from '../services/records/browserRecords.ts'
import { bankTables, localOwner, scenarioTables } from '../services/records/records.ts'
import { notesOf } from '../services/sync/writeAhead.ts'
import type { PlanningActions, PlanningState } from './planning.ts'

interface DeviceParts {
  service: PlanningService
  memory: DeviceMemory
  store: StoreApi<PlanningState>
  /** Nothing is there any more that could be undone. */
  emptied: () => void
  readList: () => ReturnType<PlanningActions['deleteEverythingHere']>
}

/** What this device keeps without an account goes as a whole. */
export const deviceActions = ({
  service,
  memory,
  store,
  emptied,
  readList,
}: DeviceParts): Pick<PlanningActions, 'deleteEverythingHere'> => ({
  deleteEverythingHere: async () => {
    try {
      const { records, channel } = await service.environment()
      await records.write([...scenarioTables, ...bankTables, 'marks'], async (writing) => {
        for (const table of scenarioTables) await writing.deleteAll(table, [])
        for (const table of bankTables) await writing.deleteAll(table, [localOwner])
        await writing.deleteAll('marks', [])
      })
      memory.removeAll(notesOf(localOwner))
      for (const key of [memoryKeys.old_plans, `${memoryKeys.old_plans}:done`, openKey('local'), memoryKeys.bring_later]) memory.remove(key)
      store.setState({ oldPlans: null })
      channel.post({ type: 'scenarios_changed' })
    } catch (error) {
      return [storageProblem(error)]
    }
    emptied()
    return store.getState().mode === 'local' ? readList() : []
  },
})
