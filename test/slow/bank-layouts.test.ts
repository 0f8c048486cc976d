/** Layouts of banks: those of each time, and new ones at each run; a seed that fails becomes a case in test/core/bank-files/kinds.test.ts. */
import { expect, it } from 'vitest'
import { readLayouts } from '../core/bank-files/layouts/reading.ts'
import { drawnSeed } from '../draws.ts'

it('of the first 20,000 layouts none is read wrong without a question, and nine in ten are read right without one', () => {
  const { asked, wrong, wrongWhenTold, poor } = readLayouts(1, 20_000)
  expect([wrong, wrongWhenTold]).toEqual([[], []])
  expect(1 - asked / 20_000).toBeGreaterThanOrEqual(0.9)
  expect(poor.length / 20_000).toBeLessThanOrEqual(0.01)
})

it('of 200,000 new layouts none is read wrong without a question', () => {
  const seed = drawnSeed()
  const { asked, wrong, wrongWhenTold } = readLayouts(seed, 200_000)
  console.log(`bank layouts: 200,000 from seed ${seed} on, ${asked} asked about`)
  expect([wrong, wrongWhenTold], `from SEED=${seed} on`).toEqual([[], []])
})
