/** Holds transactions against a plan, apart from the page, so that it can be stopped. Nothing leaves the device. */
import { matchPayments } from '../../../core/actuals/match-payments.ts'
import type { MatchAnswer, MatchRequest } from './bankWork.ts'

self.addEventListener('message', ({ data: { id, scenario, transactions, options } }: MessageEvent<MatchRequest>) => {
  self.postMessage({ id, value: matchPayments(scenario, transactions, options) } satisfies MatchAnswer, { transfer: [] })
})
