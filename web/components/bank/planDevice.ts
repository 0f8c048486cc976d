/** What this device keeps of plans and their banks, for whoever is here now. */
import { planning, planningService } from '../../context/thePlanning.ts'
import { planMemory, type PlanMemory } from '../../services/bank/planMemory.ts'
import { localOwner, type Records } from '../../services/records/records.ts'

/** Who is here now: the account, or the device. */
export function whoIsHere(): string {
  const { mode, account } = planning().store.getState()
  return mode === 'api' && account ? account.id : localOwner
}

/** The browser's records, and whose of them may be seen: those of the account, or of the device. */
export async function whoseRecords(): Promise<{ records: Records; owner: string }> {
  const { records } = await planningService().environment()
  return { records, owner: whoIsHere() }
}

export async function ofPlans(): Promise<PlanMemory> {
  const { records, owner } = await whoseRecords()
  return planMemory(records, owner)
}
