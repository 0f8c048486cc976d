/** New layouts of banks at each run; a seed that fails becomes a case in test/core/bank-files/kinds.test.ts. */
import { expect, it } from 'vitest'
import { readLayouts } from '../core/bank-files/layouts/reading.ts'

it('of 200,000 new layouts none is read wrong without a question', () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 30))
  const { asked, wrong, wrongWhenTold } = readLayouts(seed, 200_000)
  console.log(`bank layouts: 200,000 from seed ${seed} on, ${asked} asked about`)
  expect([wrong, wrongWhenTold], `from SEED=${seed} on`).toEqual([[], []])
})
