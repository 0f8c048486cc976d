/** Reads banks' files apart from the page, so that it can be stopped. Nothing leaves the device. */
import { readBankFile } from '../../../core/bank-files/readBankFile.ts'
import type { ReadAnswer, ReadRequest } from './bankWork.ts'

self.addEventListener('message', ({ data: { id, bytes, name, answers } }: MessageEvent<ReadRequest>) => {
  self.postMessage({ id, value: readBankFile(new Uint8Array(bytes), name, answers) } satisfies ReadAnswer, { transfer: [] })
})
