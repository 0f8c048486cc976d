/**
 * Keeping what the browser stores: asks it, after the first real change, not to clear the plans when it runs short of
 * room; where it won't promise that, reminds of an export once in a while.
 */
import type { PlanningInstance } from '../context/createPlanning.ts'
import type { PlanningService } from '../services/planningService.ts'
import { withWords } from '../words/rooms.ts'

const daysBetweenReminders = 14
const markName = 'export_reminder'

export async function keepStorage(
  { store, actions }: Pick<PlanningInstance, 'store' | 'actions'>,
  service: PlanningService,
): Promise<void> {
  if (store.getState().mode !== 'local') return
  const { records, clock } = await service.environment()
  if (!records.lasts || (await isKept())) return
  const at = clock.at()
  const isDue = await records.write(['marks'], async (writing) => {
    const mark = await writing.get('marks', [markName])
    const last = typeof mark?.value === 'string' ? mark.value : ''
    // The first change only starts the clock: there is little to lose yet.
    if (last !== '' && Date.parse(at) - Date.parse(last) < daysBetweenReminders * 86_400_000) return false
    await writing.put('marks', { name: markName, value: at })
    return last !== ''
  })
  if (!isDue) return
  const { exportReminder } = await withWords(() => import('./exportReminder.ts'), 'settings')
  actions.notify(exportReminder())
}

/** An export was made: no reminder for a while. */
export async function rememberExport(service: PlanningService): Promise<void> {
  const { records, clock } = await service.environment()
  await records.write(['marks'], (writing) => writing.put('marks', { name: markName, value: clock.at() }))
}

async function isKept(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    return false
  }
}
