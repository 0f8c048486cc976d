/** What is often done instead, as a measure: a payee's charges repeat when the gaps between them hardly vary. */
import { dayOf } from '../../core/calendar.ts'
import type { AccountTransaction } from '../../core/prediction/predictBills.ts'
import { forecast_days, type Answer } from './score.ts'

const most_variation = 0.3

export function baseline(transactions: readonly AccountTransaction[], cutoff: string): Answer[] {
  const today = dayOf(cutoff)!
  const pools = Map.groupBy(transactions, ({ account, amount_cents, payee, memo }) => [account, amount_cents < 0, payee || memo].join('|'))
  return [...pools.values()].flatMap((pool) => {
    const charges = pool
      .map(({ id, date, amount_cents }) => ({ id, day: dayOf(date)!, amount_cents: Math.abs(amount_cents) }))
      .sort((a, b) => a.day - b.day)
    const gaps = charges.slice(1).map(({ day }, index) => day - charges[index]!.day)
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const variation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length) / mean
    if (charges.length < 3 || mean < 5 || variation > most_variation) return []
    const last = charges.at(-1)!.day
    const amount_cents = middle(charges.map((charge) => charge.amount_cents))
    const next = last + Math.round(middle(gaps))
    const expected = next > today && next <= today + forecast_days ? [{ day: next, amount_cents }] : []
    return [
      {
        account: pool[0]!.account ?? '',
        transaction_ids: charges.map(({ id }) => id),
        isEnded: today - last > 1.5 * mean,
        confidence: 1 - variation,
        expected,
      },
    ]
  })
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!
