/** What is kept of payments that wait for a word, so that the plan can say by how much its figures may be too high. */
import { expect, test } from 'vitest'
import { keepAsked } from '../../../core/actuals/kept.ts'

const asked = (collection: 'incomes' | 'bills', amount_cents: number) => ({
  row: { collection, id: `${collection} ${amount_cents}` },
  amount_cents,
})

test('of planned incomes that may have come it is kept what they were planned with, bills not among it', () => {
  expect(keepAsked([], '2026-03-01')).toBe(undefined)
  const kept = keepAsked([asked('incomes', 265_000), asked('bills', 4_000), asked('incomes', 9_050)], '2026-03-01')
  expect(kept).toEqual({ count: 3, income_cents: 274_050, until: '2026-03-01' })
})
