/** How sure a pair is: what the whole loses without it, by the prices, against trying every other whole. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign } from '../../../core/actuals/assignment.ts'
import { insteadOf, leftSide, rightSide, type Instead } from '../../../core/actuals/margins.ts'
import { runs } from '../runs.ts'
import { anyRows, graphOfRows, greatestTotal, turnedRows, type Rows } from './graphs.ts'

/** A graph in which some are alike: of each left and each right, which kind it is. */
interface Kinds {
  rows: Rows
  lefts: readonly number[]
  rights: readonly number[]
}

interface Pair {
  left: number
  right: number
  worth: number
  price: number
  right_price: number
  /** What the left and what the right has without it. */
  elsewhere: Instead
  instead: Instead
}

/** The pairs of the best whole, with what both sides have without each. */
function pairsOf({ rows, lefts, rights }: Kinds): Pair[] {
  const graph = graphOfRows(rows, rights.length)
  const found = assign(graph)
  const there = leftSide(graph, found)
  const back = rightSide(graphOfRows(turnedRows(rows, rights.length), lefts.length), found)
  return [...found.right_of].flatMap((right, left) => {
    if (right < 0) return []
    const isSame = (other: number): boolean => lefts[other] === lefts[left]
    const isSameRight = (other: number): boolean => rights[other] === rights[right]
    return [
      {
        left,
        right,
        worth: rows[left]!.find(([to]) => to === right)![1],
        price: found.left_price[left]!,
        right_price: found.right_price[right]!,
        elsewhere: insteadOf(there, left, right, { isSame, isSameOther: isSameRight }),
        instead: insteadOf(back, right, left, { isSame: isSameRight, isSameOther: isSame }),
      },
    ]
  })
}

/** By how much a whole without the pair is said to be worth less. */
const saidLoss = ({ worth, elsewhere, instead }: Pair): number =>
  Math.min(worth - elsewhere.fetched - instead.fetched, elsewhere.round, instead.round)

/** By trying everything: by how much a whole is worth less that has a pair fewer of these two kinds. */
function lossOf({ rows, lefts, rights }: Kinds, pair: Pair): number {
  const isOfKind = (left: number, right: number): boolean => lefts[left] === lefts[pair.left] && rights[right] === rights[pair.right]
  const best = new Map<number, number>()
  const tryAll = (left: number, taken: number, total: number, pairs: number): void => {
    if (left === rows.length) return void best.set(pairs, Math.max(total, best.get(pairs) ?? 0))
    tryAll(left + 1, taken, total, pairs)
    for (const [right, worth] of rows[left]!)
      if ((taken & (1 << right)) === 0) tryAll(left + 1, taken | (1 << right), total + worth, pairs + (isOfKind(left, right) ? 1 : 0))
  }
  tryAll(0, 0, 0, 0)
  const found = [...assign(graphOfRows(rows, rights.length)).right_of].filter((right, left) => right >= 0 && isOfKind(left, right)).length
  return greatestTotal(rows) - Math.max(...[...best].flatMap(([pairs, total]) => (pairs < found ? [total] : [])))
}

const allTold = ({ rights }: { rights: number }): number[] => Array.from({ length: rights }, (_, nth) => nth)
const alone = ({ rows, rights }: { rows: Rows; rights: number }): Kinds => ({
  rows,
  lefts: [...rows.keys()],
  rights: allTold({ rights }),
})

/** Graphs in which each left and each right stands there once or twice. */
const twins: fc.Arbitrary<Kinds> = fc
  .tuple(anyRows(3, 9, 0), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
  .map(([{ rows, rights: count }, twiceLeft, twiceRight]) => {
    const lefts = [...rows.keys()].flatMap((kind) => (twiceLeft[kind] ? [kind, kind] : [kind]))
    const rights = allTold({ rights: count }).flatMap((kind) => (twiceRight[kind] ? [kind, kind] : [kind]))
    const of = (kind: number): Rows[number] =>
      rights.flatMap((other, place) => rows[kind]!.flatMap(([right, worth]) => (right === other ? [[place, worth] as const] : [])))
    return { rows: lefts.map(of), lefts, rights }
  })

describe('what a whole without one of its pairs is worth', () => {
  it('is what trying every other whole says', () => {
    fc.assert(
      fc.property(anyRows(6, 9, 0), (graph) => {
        const kinds = alone(graph)
        for (const pair of pairsOf(kinds)) expect(saidLoss(pair)).toBe(lossOf(kinds, pair))
      }),
      { numRuns: runs(3_000) },
    )
  })
  it('is what one says in which what is alike may change places, where all of a kind have theirs; and is never said to be more', () => {
    fc.assert(
      fc.property(twins, (kinds) => {
        const pairs = pairsOf(kinds)
        const have = { left: new Set(pairs.map(({ left }) => left)), right: new Set(pairs.map(({ right }) => right)) }
        for (const pair of pairs) {
          const loss = lossOf(kinds, pair)
          const allHave =
            kinds.lefts.every((kind, left) => kind !== kinds.lefts[pair.left] || have.left.has(left)) &&
            kinds.rights.every((kind, right) => kind !== kinds.rights[pair.right] || have.right.has(right))
          expect(saidLoss(pair)).toBeLessThanOrEqual(loss)
          if (allHave) expect(saidLoss(pair)).toBe(loss)
        }
      }),
      { numRuns: runs(4_000) },
    )
  })
  it('what either side fetches elsewhere is a part of its price', () => {
    fc.assert(
      fc.property(twins, (kinds) => {
        for (const { elsewhere, instead, price, right_price } of pairsOf(kinds)) {
          expect(elsewhere.fetched >= 0 && elsewhere.fetched <= price).toBe(true)
          expect(instead.fetched >= 0 && instead.fetched <= right_price).toBe(true)
        }
      }),
      { numRuns: runs(1_000) },
    )
  })
})

describe('who would give way', () => {
  const only = (rows: Rows, lefts: number[], rights: number[]): Pair[] => pairsOf({ rows, lefts, rights })
  it('is nobody where there is but the one pair', () => {
    const [pair] = only([[[0, 7]]], [0], [0])
    expect([pair!.elsewhere, pair!.instead]).toEqual([
      { fetched: 0, round: Infinity },
      { fetched: 0, round: Infinity },
    ])
  })
  it('is one that has as good a place to go to, and so on to the last', () => {
    const chain: Rows = [
      [
        [0, 10],
        [1, 9],
      ],
      [
        [1, 10],
        [2, 9],
      ],
      [
        [2, 10],
        [3, 9],
      ],
    ]
    expect(only(chain, [0, 1, 2], [0, 1, 2, 3]).map(({ elsewhere, instead }) => elsewhere.fetched + instead.fetched)).toEqual([7, 8, 9])
  })
  it('is each other one where two could change places, at what that costs; none where they are alike', () => {
    const rows = (less: number): Rows => [
      [
        [0, 10],
        [1, 10 - less],
      ],
      [
        [0, 10],
        [1, 10],
      ],
    ]
    expect(only(rows(3), [0, 1], [0, 1]).map(saidLoss)).toEqual([3, 3])
    expect(only(rows(0), [0, 1], [0, 1]).map(saidLoss)).toEqual([0, 0])
    expect(only(rows(0), [0, 0], [0, 0]).map(saidLoss)).toEqual([10, 10])
  })
  it('is a place like its own that nobody has', () => {
    const [pair] = only(
      [
        [
          [0, 7],
          [1, 7],
        ],
      ],
      [0],
      [0, 0],
    )
    expect(pair!.elsewhere.fetched).toBe(7)
  })
})
