/** What reads and keeps files of banks on this device, for whoever is here now. */
import { planning, planningService } from '../../context/thePlanning.ts'
import { bankMemory, type BankMemory } from '../../services/bank/bankMemory.ts'
import { startBankWork } from '../../services/bank/bankWork.ts'
import { localOwner } from '../../services/records/records.ts'

export const bankWork = startBankWork()

export async function memory(): Promise<BankMemory> {
  const { records } = await planningService().surroundings()
  const { mode, account } = planning().store.getState()
  return bankMemory(records, mode === 'api' && account ? account.id : localOwner)
}
