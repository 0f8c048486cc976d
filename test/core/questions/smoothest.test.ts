import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smoothest, type Step } from '../../../core/questions/smoothest.ts'
import { manyRuns } from '../runs.ts'

/** All ways to come to a sum that are within bounds. */
function ways(steps: readonly Step[], sum: number, so_far = 0): number[][] {
  const [step, ...rest] = steps
  if (!step) return sum === 0 ? [[]] : []
  return Array.from({ length: Math.min(step.most, sum, step.together - so_far) + 1 }, (_, amount) => amount).flatMap((amount) =>
    ways(rest, sum - amount, so_far + amount).map((others) => [amount, ...others]),
  )
}
const largestFirst = (amounts: readonly number[]): number[] => amounts.toSorted((a, b) => b - a)
const lessEven = (a: readonly number[], b: readonly number[]): number =>
  largestFirst(a)
    .map((amount, nth) => amount - largestFirst(b)[nth]!)
    .find((difference) => difference !== 0) ?? 0

const step = fc.record({ most: fc.integer({ min: 0, max: 6 }), together: fc.integer({ min: 0, max: 14 }) })

describe('the most even way to a sum', () => {
  it('is level where nothing stands against it, the odd cents last', () => {
    const free = { most: 100, together: 1_000 }
    expect(smoothest([free, free, free], 100)).toEqual([33, 33, 34])
    expect(smoothest([free, free, free], 0)).toEqual([0, 0, 0])
  })
  it('begins with less where not much can be spared at first, and gives no more than comes in', () => {
    expect(
      smoothest(
        [
          { most: 100, together: 10 },
          { most: 100, together: 1_000 },
          { most: 30, together: 1_000 },
        ],
        100,
      ),
    ).toEqual([10, 60, 30])
    expect(
      smoothest(
        [
          { most: 100, together: 10 },
          { most: 50, together: 1_000 },
        ],
        100,
      ),
    ).toBe(null)
  })
  it('is found among all ways there are, and none where there is none', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), fc.integer({ min: 0, max: 16 }), (steps, sum) => {
        const all = ways(steps, sum)
        const found = smoothest(steps, sum)
        if (all.length === 0) return void expect(found).toBe(null)
        const best = all.toSorted(lessEven)[0]!
        expect(largestFirst(found!)).toEqual(largestFirst(best))
        expect(all).toContainEqual(found)
      }),
      { numRuns: manyRuns(2_000) },
    )
  })
})
