/** Small graphs of who may be whose, at random, and the best of them by plain means. */
import fc from 'fast-check'
import type { SparseGraph } from '../../../core/actuals/assignment.ts'

/** Of each left, the rights it may have and what each is worth. */
export type Rows = (readonly [right: number, worth: number])[][]

export function graphOfRows(rows: Rows, rights: number): SparseGraph {
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

/** The same edges, each seen from its right. */
export function turnedRows(rows: Rows, rights: number): Rows {
  const turned: [number, number][][] = Array.from({ length: rights }, () => [])
  rows.forEach((row, left) => row.forEach(([right, worth]) => turned[right]!.push([left, worth])))
  return turned
}

/** The greatest total, by trying everything: what there is for all lefts so far, by the rights that are taken (a bit each). */
export function greatestTotal(rows: Rows): number {
  let totals = new Map([[0, 0]])
  for (const row of rows) {
    const next = new Map(totals)
    for (const [taken, total] of totals)
      for (const [right, worth] of row) {
        const bit = 1 << right
        if ((taken & bit) === 0) next.set(taken | bit, Math.max(total + worth, next.get(taken | bit) ?? 0))
      }
    totals = next
  }
  return Math.max(...totals.values())
}

/** What some pairs are worth together; −1: one of them is none, or two have the same right. */
export function totalOfPairs(rows: Rows, right_of: Iterable<number>): number {
  let total = 0
  const taken = new Set<number>()
  for (const [left, right] of [...right_of].entries()) {
    if (right < 0) continue
    const pair = rows[left]!.find(([to]) => to === right)
    if (pair === undefined || taken.has(right)) return -1
    taken.add(right)
    total += pair[1]
  }
  return total
}

/** Graphs of as many lefts and rights at most, in any order of edges; worths from few values, so that many wholes are as good. */
export const anyRows = (most: number, most_worth: number, least_worth = 1): fc.Arbitrary<{ rows: Rows; rights: number }> =>
  fc.integer({ min: 1, max: most }).chain((rights) =>
    fc
      .array(
        fc.uniqueArray(fc.tuple(fc.nat({ max: rights - 1 }), fc.integer({ min: least_worth, max: most_worth })), {
          selector: ([right]) => right,
          maxLength: rights,
          size: 'max',
        }),
        { maxLength: most, size: 'max' },
      )
      .map((rows) => ({ rows, rights })),
  )
