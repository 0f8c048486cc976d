/** The page's one planning instance, put together from the browser's parts. What a mode needs loads when it is entered. */
import { deviceMemory } from '../services/deviceMemory.ts'
import { newId } from '../services/ids.ts'
import { systemClock } from '../services/clock.ts'
import { createPlanningService, type PlanningService } from '../services/planningService.ts'
import { openRecords } from '../services/records/browserRecords.ts'
import { tabChannel } from '../services/tabs.ts'
import { createPlanning, type PlanningInstance } from './createPlanning.ts'
import { noticeOfNewerTab, noticeOfOlderTab } from './versionNotices.ts'

const memory = deviceMemory()
let service: PlanningService | null = null
let instance: PlanningInstance | null = null

/** The client of planning in this page: the same calls in both modes. */
export function planningService(): PlanningService {
  service ??= createPlanningService({
    environment: async () => ({
      records: await openRecords({
        superseded: () => planning().actions.notify(noticeOfNewerTab()),
        blocked: () => planning().actions.notify(noticeOfOlderTab()),
      }),
      clock: systemClock,
      newId,
      channel: tabChannel('pyNance'),
      memory,
    }),
    open: {
      local: async (environment, events) => (await import('../services/localSession.ts')).openLocalSession(environment, events),
      api: async (environment, events) => (await import('../services/apiSession.ts')).openApiSession(environment, events, { memory }),
    },
    memory,
    suggestedMode: async () => (await (await import('../services/serverSettings.ts')).readServerSettings())?.default_mode ?? null,
  })
  return service
}

export function planning(): PlanningInstance {
  instance ??= createPlanning({
    service: planningService(),
    memory,
    clock: systemClock,
    newId,
    onChange: (changed) => void import('../useCases/keeping.ts').then(({ keepStorage }) => keepStorage(changed, planningService())),
  })
  return instance
}
