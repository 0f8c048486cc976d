/** Layouts of banks by the thousand: what is read is right, or it is asked. The same ones each time; test/slow has ten times as many, and new ones. */
import { expect, it } from 'vitest'
import { leastSaid, manyRuns } from '../runs.ts'
import { readLayouts } from './layouts/reading.ts'

it('no layout of a bank is read wrong without a question, and nine in ten are read right without one', () => {
  const seed = Number(process.env.SEED ?? 1)
  const count = manyRuns(2_000)
  const { asked, wrong, wrongWhenTold, poor } = readLayouts(seed, count)
  console.log(`bank layouts: ${count} from seed ${seed} on, ${asked} asked about, ${poor.length} with another payee`)
  expect(wrong.slice(0, 10), `${wrong.length} of ${count} from SEED=${seed} on`).toEqual([])
  expect(wrongWhenTold.slice(0, 10), `${wrongWhenTold.length} from SEED=${seed} on`).toEqual([])
  expect(1 - asked / count).toBeGreaterThanOrEqual(0.9 * leastSaid)
  expect((poor.length / count) * leastSaid).toBeLessThanOrEqual(0.01)
}, 300_000)
