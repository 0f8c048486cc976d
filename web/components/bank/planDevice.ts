/** What this device keeps of plans and their banks, for whoever is here now. */
import { planning, planningService } from '../../context/thePlanning.ts'
import { planMemory, type PlanMemory } from '../../services/bank/planMemory.ts'
import { localOwner, type Records } from '../../services/records/records.ts'

/** The browser's records, and whose of them may be seen: those of the account, or of the device. */
export async function whoseRecords(): Promise<{ records: Records; owner: string }> {
  const { records } = await planningService().environment()
  const { mode, account } = planning().store.getState()
  return { records, owner: mode === 'api' && account ? account.id : localOwner }
}

export async function ofPlans(): Promise<PlanMemory> {
  const { records, owner } = await whoseRecords()
  return planMemory(records, owner)
}
