/** Thousands of months of which payments go back: files cut at any days lead to the plan that one file of everything leads to. */
import { expect, it } from 'vitest'
import { differs } from '../core/actuals/refundedMonths.ts'

const all = 5_000

it('whatever went back, and however many files it came in, the plan is the same', () => {
  const differing: string[] = []
  for (let seed = 1; seed <= all && differing.length === 0; seed += 1) differing.push(...differs(seed))
  expect(differing).toEqual([])
})
