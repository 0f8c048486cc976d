/** The methods compared, each as answers to be scored. */
import { addDays, dateOf, dayOf } from '../../core/calendar.ts'
import { predictBills, type AccountTransaction, type Proposal } from '../../core/prediction/predictBills.ts'
import { occurrences } from '../../core/schedule/schedule.ts'
import type { Ledger } from './ledger.ts'
import { forecast_days, type Answer } from './score.ts'

export function ours(transactions: readonly AccountTransaction[], cutoff: string): Answer[] {
  return predictBills(transactions, cutoff).map((proposal) => answerOf(proposal, cutoff))
}

export function answerOf(proposal: Proposal, cutoff: string): Answer {
  const { account, transaction_ids, state, confidence, amount_cents } = proposal
  const dates = occurrences(proposal, addDays(cutoff, 1), addDays(cutoff, forecast_days + 1))
  return {
    account,
    transaction_ids,
    isEnded: state === 'lapsed',
    confidence,
    expected: dates.map(({ date }) => ({ day: dayOf(date)!, amount_cents })),
  }
}

/**
 * Who is told which charge is of which monthly series, and says the usual day and the last amount, or the middle one where it varies: so much can be
 * known of what comes.
 */
export function told(ledger: Ledger, seen: readonly AccountTransaction[], cutoff: string): Answer[] {
  const series = Map.groupBy(
    seen.filter(({ id }) => ledger.seriesOf.has(id)),
    ({ id }) => ledger.seriesOf.get(id)!,
  )
  return [...series.values()].flatMap((list) => {
    const charges = list.toSorted((a, b) => (a.date < b.date ? -1 : 1))
    if (charges.length < 3 || dayOf(charges.at(-1)!.date)! < dayOf(cutoff)! - 45) return []
    const amounts = charges.map(({ amount_cents }) => Math.abs(amount_cents))
    const varies = new Set(amounts).size === amounts.length
    const amount_cents = varies ? middle(amounts) : amounts.at(-1)!
    const day = dayOf(dateOf(dayOf(cutoff)! + 1))! - 1 + middle(charges.map(({ date }) => Number(date.slice(8))))
    return [
      {
        account: charges[0]!.account ?? '',
        transaction_ids: charges.map(({ id }) => id),
        isEnded: false,
        confidence: 1,
        expected: [{ day, amount_cents }],
      },
    ]
  })
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
