import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, type SparseGraph } from '../../../core/actuals/assignment.ts'
import { manyRuns } from '../runs.ts'

const graphOf = (rows: (readonly [number, number])[][], rights: number): SparseGraph => {
  const first = new Int32Array(rows.length + 1)
  rows.forEach((row, left) => (first[left + 1] = first[left]! + row.length))
  return {
    lefts: rows.length,
    rights,
    first,
    right: Int32Array.from(rows.flat(), ([right]) => right),
    worth: Int32Array.from(rows.flat(), ([, worth]) => worth),
  }
}

/** By trying everything. */
function greatest(rows: (readonly [number, number])[][], taken = new Set<number>(), left = 0): number {
  if (left === rows.length) return 0
  const without = greatest(rows, taken, left + 1)
  const withOne = rows[left]!.filter(([right]) => !taken.has(right)).map(
    ([right, worth]) => worth + greatest(rows, new Set([...taken, right]), left + 1),
  )
  return Math.max(without, ...withOne)
}

const anyRows = fc.integer({ min: 1, max: 6 }).chain((rights) =>
  fc.tuple(
    fc.array(
      fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: rights - 1 }), fc.integer({ min: 1, max: 12 })), {
        selector: ([right]) => right,
        maxLength: rights,
      }),
      { maxLength: 6 },
    ),
    fc.constant(rights),
  ),
)

const totalOf = (graph: SparseGraph, right_of: Int32Array): number => {
  let total = 0
  for (let left = 0; left < graph.lefts; left += 1) {
    for (let edge = graph.first[left]!; edge < graph.first[left + 1]!; edge += 1)
      if (graph.right[edge] === right_of[left]) total += graph.worth[edge]!
  }
  return total
}

describe('the assignment of greatest worth', () => {
  it('gives way where that is better on the whole', () => {
    const { right_of } = assign(
      graphOf(
        [
          [
            [0, 10],
            [1, 9],
          ],
          [[0, 8]],
        ],
        2,
      ),
    )
    expect([...right_of]).toEqual([1, 0])
  })
  it('leaves one without where two want the same', () => {
    const { right_of } = assign(graphOf([[[0, 3]], [[0, 5]], [[0, 4]]], 1))
    expect([...right_of]).toEqual([-1, 0, -1])
  })
  it('is as good as trying everything, and its prices prove it', () => {
    fc.assert(
      fc.property(anyRows, ([rows, rights]) => {
        const graph = graphOf(rows, rights)
        const { right_of, left_of, left_price, right_price } = assign(graph)
        expect(totalOf(graph, right_of)).toBe(greatest(rows))
        right_of.forEach((right, left) => right >= 0 && expect(left_of[right]).toBe(left))
        rows.forEach((row, left) =>
          row.forEach(([right, worth]) => expect(left_price[left]! + right_price[right]!).toBeGreaterThanOrEqual(worth)),
        )
        right_of.forEach((right, left) => right < 0 && expect(left_price[left]).toBe(0))
        left_of.forEach((left, right) => left < 0 && expect(right_price[right]).toBe(0))
        expect(left_price.reduce((sum, price) => sum + price, 0) + right_price.reduce((sum, price) => sum + price, 0)).toBe(greatest(rows))
      }),
      { numRuns: manyRuns(3_000) },
    )
  })
})
