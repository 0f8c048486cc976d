import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign } from '../../../core/actuals/assignment.ts'
import { manyRuns, runs } from '../runs.ts'
import { anyRows, graphOfRows, greatestTotal, totalOfPairs, type Rows } from './graphs.ts'

const rightsOf = (rows: Rows, rights: number): number[] => [...assign(graphOfRows(rows, rights)).right_of]

/** That the pairs are the best there are: no edge is worth more than the prices of its ends, and the pairs as much as all prices. */
function expectProven(rows: Rows, rights: number): void {
  const { right_of, left_of, left_price, right_price } = assign(graphOfRows(rows, rights))
  const total = totalOfPairs(rows, right_of)
  expect([...left_price, ...right_price].reduce((sum, price) => sum + price, 0)).toBe(total)
  expect(Math.min(0, ...left_price, ...right_price)).toBe(0)
  const over = rows.flatMap((row, left) => row.filter(([right, worth]) => left_price[left]! + right_price[right]! < worth))
  expect(over).toEqual([])
  expect([...right_of].filter((right, left) => (right < 0 ? left_price[left] !== 0 : left_of[right] !== left))).toEqual([])
  expect([...left_of].filter((left, right) => (left < 0 ? right_price[right] !== 0 : right_of[left] !== right))).toEqual([])
}

/** The most pairs that any of the greatest total has, by trying everything. */
function mostPairs(rows: Rows): number {
  const [total, scale] = [greatestTotal(rows), 100]
  return greatestTotal(rows.map((row) => row.map(([right, worth]) => [right, worth * scale + 1] as const))) - total * scale
}

describe('the assignment of greatest worth', () => {
  it('gives way where that is better on the whole', () => {
    const rows: Rows = [
      [
        [0, 10],
        [1, 9],
      ],
      [[0, 8]],
    ]
    expect(rightsOf(rows, 2)).toEqual([1, 0])
  })
  it('leaves one without where two want the same', () => {
    expect(rightsOf([[[0, 3]], [[0, 5]], [[0, 4]]], 1)).toEqual([-1, 0, -1])
  })
  it('is as good as trying everything, and its prices prove it', () => {
    fc.assert(
      fc.property(anyRows(6, 12), ({ rows, rights }) => {
        expect(totalOfPairs(rows, assign(graphOfRows(rows, rights)).right_of)).toBe(greatestTotal(rows))
        expectProven(rows, rights)
      }),
      { numRuns: manyRuns(10_000) },
    )
  })
  it('is proven by its prices among dozens as well, where others give way along long ways', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(3, 30, 3_000).chain((most) => anyRows(40, most)),
        ({ rows, rights }) => expectProven(rows, rights),
      ),
      { numRuns: runs(300) },
    )
  })
  it('an edge of no worth is none', () => {
    expect(rightsOf([[[0, 0]]], 1)).toEqual([-1])
    fc.assert(
      fc.property(anyRows(5, 4, 0), ({ rows, rights }) => {
        expect(rightsOf(rows, rights)).toEqual(
          rightsOf(
            rows.map((row) => row.filter(([, worth]) => worth > 0)),
            rights,
          ),
        )
      }),
      { numRuns: runs(1_000) },
    )
  })
})

describe('of several that are as good', () => {
  it('it is the one with the most pairs', () => {
    fc.assert(
      fc.property(anyRows(6, 4), ({ rows, rights }) => {
        expect(rightsOf(rows, rights).filter((right) => right >= 0)).toHaveLength(mostPairs(rows))
      }),
      { numRuns: runs(2_000) },
    )
  })
  it('it is the same whatever the order in which the edges of each stand', () => {
    const shuffled = fc.constantFrom([6, 3], [30, 4]).chain(([most, worth]) =>
      anyRows(most!, worth!).chain(({ rows, rights }) =>
        fc.record({
          rows: fc.constant(rows),
          others: fc.tuple(...rows.map((row) => fc.shuffledSubarray(row, { minLength: row.length }))),
          rights: fc.constant(rights),
        }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ({ rows, others, rights }) => {
        expect(assign(graphOfRows(others, rights))).toEqual(assign(graphOfRows(rows, rights)))
      }),
      { numRuns: runs(1_000) },
    )
  })
  it('each takes the first that is free, and who has one keeps it', () => {
    const all = (count: number): Rows[number] => Array.from({ length: count }, (_, right) => [right, 5] as const).toReversed()
    expect(rightsOf([all(1), all(1), all(1)], 1)).toEqual([0, -1, -1])
    for (const count of [2, 7, 20])
      expect(
        rightsOf(
          Array.from({ length: count + 2 }, () => all(count)),
          count,
        ),
      ).toEqual([...Array.from({ length: count }, (_, at) => at), -1, -1])
  })
})
