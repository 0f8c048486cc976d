/** Reads banks' files and finds what repeats in them, apart from the page, so that it can be stopped. Nothing leaves the device. */
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import { predictBills } from '../../../core/prediction/predictBills.ts'
import type { BankAnswer, BankRequest } from './bankWork.ts'

const answer = (request: BankRequest): BankAnswer['value'] =>
  request.work === 'read' ? readBankFile(new Uint8Array(request.bytes), request.name, request.answers) : predictBills(request.transactions, request.today)

self.addEventListener('message', ({ data }: MessageEvent<BankRequest>) => {
  self.postMessage({ id: data.id, value: answer(data) } satisfies BankAnswer, { transfer: [] })
})
