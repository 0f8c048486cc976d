/** Households whose series are disturbed as banks and billers disturb them: a small run of what `npm run bench:prediction` measures at length. */
import { describe, expect, it } from 'vitest'
import { ours } from '../../../bench/prediction/methods.ts'
import { own_until, ownLedger } from '../../../bench/prediction/ownLedger.ts'
import { f1, precision, recall, score } from '../../../bench/prediction/score.ts'
import { predictBills } from '../../../core/prediction/predictBills.ts'

describe.each([101, 102, 103])('six households, seed %i', (seed) => {
  const ledger = ownLedger(seed, 6)
  const answers = ours(ledger.transactions, own_until)
  const { found } = score(ledger, own_until, answers, (series) => 1.5 * ledger.rhythmOf.get(series)!.period)

  it('have nearly all of their bills and paydays found, and hardly anything else', () => {
    expect(recall(found)).toBeGreaterThanOrEqual(0.93)
    expect(precision(found)).toBeGreaterThanOrEqual(0.95)
    expect(f1(found)).toBeGreaterThanOrEqual(0.95)
  })

  it('have no charge in two proposals', () => {
    const ids = predictBills(ledger.transactions, own_until).flatMap(({ transaction_ids }) => transaction_ids)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
