/**
 * What a whole without one of its pairs would be worth, as near as the prices of the assignment prove it: both sides of the pair look for
 * the way that loses the least, over others that give way in turn.
 */
import type { Assignment, SparseGraph } from './assignment.ts'

/** One side of the pair looks: edges from its side, the mates of the other side, and the prices of both. */
export interface Side {
  graph: SparseGraph
  mate_of: Int32Array
  price: Float64Array
  other_price: Float64Array
}

export const leftSide = (graph: SparseGraph, { left_of, left_price, right_price }: Assignment): Side => ({
  graph,
  mate_of: left_of,
  price: left_price,
  other_price: right_price,
})
/** `turned`: the graph by its rights. */
export const rightSide = (turned: SparseGraph, { right_of, left_price, right_price }: Assignment): Side => ({
  graph: turned,
  mate_of: right_of,
  price: right_price,
  other_price: left_price,
})

export interface Instead {
  /** What `from` fetches elsewhere at most, others giving way: a part of its price. */
  fetched: number
  /** What a way costs that leads round to its own mate; Infinity: there is none that costs less than `from` is worth. */
  round: number
}

/**
 * What `from` has without its pair with `own`. `isSame(from, other)`: a rival on its side that is like it in all that is known, whose turn
 * it is no loss to take; `isSameOther`: the same on the other side.
 */
export function insteadOf(
  { graph: { first, right, worth }, mate_of, price, other_price }: Side,
  from: number,
  own: number,
  { isSame, isSameOther }: { isSame: (other: number) => boolean; isSameOther: (other: number) => boolean },
): Instead {
  const most = price[from]!
  const distance = new Map<number, number>()
  const settled = new Set<number>()
  let [least, round] = [most, Infinity]
  const look = (left: number, far: number): void => {
    for (let edge = first[left]!; edge < first[left + 1]!; edge += 1) {
      const to = right[edge]!
      if (worth[edge] === 0 || (left === from && to === own) || (to !== own && isSameOther(to) && mate_of[to]! >= 0)) continue
      const away = far + price[left]! + other_price[to]! - worth[edge]!
      if (to === own) {
        if (!isSame(left)) round = Math.min(round, away)
      } else if (away < least && away < (distance.get(to) ?? Infinity)) distance.set(to, away)
    }
  }
  look(from, 0)
  for (;;) {
    let [next, near] = [-1, Infinity]
    for (const [to, away] of distance) if (!settled.has(to) && (away < near || (away === near && to < next))) [next, near] = [to, away]
    if (next < 0 || near >= least) break
    settled.add(next)
    const mate = mate_of[next]!
    if (mate < 0) least = near
    else {
      least = Math.min(least, near + price[mate]!)
      look(mate, near)
    }
  }
  return { fetched: most - least, round }
}
