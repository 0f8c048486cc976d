/** What reads and keeps files of banks on this device, for whoever is here now. */
import { bankMemory, type BankMemory } from '../../services/bank/bankMemory.ts'
import { startBankWork } from '../../services/bank/bankWork.ts'
import { whoseRecords } from './planDevice.ts'

export const bankWork = startBankWork()

export async function memory(): Promise<BankMemory> {
  const { records, owner } = await whoseRecords()
  return bankMemory(records, owner)
}
