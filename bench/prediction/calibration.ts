/** Whether a confidence can be believed: of what is said to be so sure, how much comes. */
import { dateOf, dayOf } from '../../core/calendar.ts'
import type { Proposal } from '../../core/prediction/predictBills.ts'
import type { Ledger } from './ledger.ts'
import { cutAt, forecast_days } from './score.ts'

export interface Bin {
  said: number
  /** Of their confidences. */
  sum: number
  came: number
}
export const emptyBins = (): Bin[] => Array.from({ length: 10 }, () => ({ said: 0, sum: 0, came: 0 }))
export const binOf = (bins: Bin[], confidence: number): Bin => bins[Math.min(9, Math.floor(confidence * 10))]!

/** A row for each tenth: how many, how sure on average, and what share came. */
export function binRows(all: readonly (readonly Bin[])[]): string[][] {
  return Array.from({ length: 10 }, (_, nth) => {
    const sum = { said: 0, sum: 0, came: 0 }
    for (const bins of all) for (const key of Object.keys(sum) as (keyof Bin)[]) sum[key] += bins[nth]![key]
    const share = (part: number): string => (sum.said === 0 ? '–' : (part / sum.said).toFixed(3))
    return [`${nth / 10} to ${(nth + 1) / 10}`, String(sum.said), share(sum.sum), share(sum.came)]
  })
}

/** Proposals due in the days after the cut-off, but for its last five: one comes when a charge of its series does. */
export function binsAfter(ledger: Ledger, cutoff: string, proposals: readonly Proposal[]): Bin[] {
  const bins = emptyBins()
  const after = new Set(cutAt(ledger, cutoff).after.map(({ id }) => ledger.seriesOf.get(id)))
  const until = dateOf(dayOf(cutoff)! + forecast_days - 5)
  for (const { state, confidence, due_date, transaction_ids } of proposals) {
    const isNeutral = transaction_ids.filter((id) => ledger.neutral.has(id)).length * 2 > transaction_ids.length
    if (state === 'lapsed' || isNeutral || due_date > until) continue
    const tally = Map.groupBy(
      transaction_ids.map((id) => ledger.seriesOf.get(id)),
      (series) => series,
    )
    const came = [...tally].some(([series, ids]) => series !== undefined && ids.length >= 0.7 * transaction_ids.length && after.has(series))
    const bin = binOf(bins, confidence)
    bin.said += 1
    bin.sum += confidence
    bin.came += Number(came)
  }
  return bins
}
