/** Finds what repeats in a bank's transactions apart from the page, so that it can be stopped. Nothing leaves the device. */
import { predictRepeats } from '../../../core/prediction/predictBills.ts'
import { goneBack } from '../../../core/spending/going-back.ts'
import type { PredictAnswer, PredictRequest } from './bankWork.ts'

self.addEventListener('message', ({ data: { id, transactions, today } }: MessageEvent<PredictRequest>) => {
  // What goes back from where it was spent is no income that repeats.
  const back = goneBack(transactions)
  const { proposals, transfers } = predictRepeats(
    transactions.filter((one) => !back.has(one.id)),
    today,
  )
  self.postMessage({ id, value: [...proposals, ...transfers] } satisfies PredictAnswer, { transfer: [] })
})
