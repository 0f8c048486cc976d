/** Reads banks' files and finds what repeats in them, apart from the page, so that it can be stopped. Nothing leaves the device. */
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import { predictBills, type BankTransaction } from '../../../core/prediction/predictBills.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import { goneBack } from '../../../core/spending/going-back.ts'
import type { BankAnswer, BankRequest } from './bankWork.ts'

/** What goes back from where it was spent is no income that repeats. */
function predicted(transactions: BankTransaction[], today: string): Proposal[] {
  const back = goneBack(transactions)
  return predictBills(transactions.filter(({ id }) => !back.has(id)), today)
}

const answer = (request: BankRequest): BankAnswer['value'] =>
  request.work === 'read' ? readBankFile(new Uint8Array(request.bytes), request.name, request.answers) : predicted(request.transactions, request.today)

self.addEventListener('message', ({ data }: MessageEvent<BankRequest>) => {
  self.postMessage({ id: data.id, value: answer(data) } satisfies BankAnswer, { transfer: [] })
})
