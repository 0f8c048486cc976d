/**
 * The assignment problem on a sparse graph: each left takes one right at most, each right one left, and the sum of what the pairs are
 * worth is the greatest there is. Whole numbers alone, so that the answer is exact and the same everywhere.
 *
 * Shortest augmenting paths over prices (the dual of the problem): at the end `left_price + right_price ≥ worth` holds on every edge,
 * with
 * equality on every pair, and what is unpaired has price 0. Those three prove the sum to be the greatest.
 */

/** The edges of left `i` are those from `first[i]` to before `first[i + 1]`. */
export interface SparseGraph {
  lefts: number
  rights: number
  first: Int32Array
  right: Int32Array
  /** Whole; 0: no edge. */
  worth: Int32Array
}

export interface Assignment {
  /** −1: none. */
  right_of: Int32Array
  left_of: Int32Array
  left_price: Float64Array
  right_price: Float64Array
}

/** The pairs of the greatest total. Of several such, which one depends on the order of lefts and rights alone. */
export function assign(graph: SparseGraph): Assignment {
  const { lefts, rights, first, worth } = graph
  const found: Assignment = {
    right_of: new Int32Array(lefts).fill(-1),
    left_of: new Int32Array(rights).fill(-1),
    left_price: new Float64Array(lefts),
    right_price: new Float64Array(rights),
  }
  const search: Search = {
    distance: new Float64Array(rights).fill(Infinity),
    before: new Int32Array(rights),
    reached: [],
    settled: [],
    queue: newQueue(),
  }
  for (let left = 0; left < lefts; left += 1) {
    let most = 0
    for (let edge = first[left]!; edge < first[left + 1]!; edge += 1) if (worth[edge]! > most) most = worth[edge]!
    found.left_price[left] = most
    if (most > 0) augment(graph, found, search, left)
  }
  return found
}

/** What a search from one left knows; kept between searches, and cleared as far as one went. */
interface Search {
  /** Of a right, the least that the prices lose on the way to it. */
  distance: Float64Array
  /** The left by which a right was reached. */
  before: Int32Array
  reached: number[]
  /** Rights whose distance is final, all of them paired. */
  settled: number[]
  queue: Queue
}

/** Gives `root` a right, which others may have to leave for another one, or leaves whoever it costs the least without. */
function augment(
  { first, right, worth }: SparseGraph,
  { right_of, left_of, left_price, right_price }: Assignment,
  search: Search,
  root: number,
): void {
  const { distance, before, reached, settled, queue } = search
  let [least, free, dropped] = [left_price[root]!, -1, root]
  const look = (left: number, far: number): void => {
    for (let edge = first[left]!; edge < first[left + 1]!; edge += 1) {
      if (worth[edge] === 0) continue
      const to = right[edge]!
      const away = far + left_price[left]! + right_price[to]! - worth[edge]!
      if (away > least || away >= distance[to]!) continue
      if (distance[to] === Infinity) reached.push(to)
      distance[to] = away
      before[to] = left
      push(queue, away, to)
    }
  }
  look(root, 0)
  for (let next = pop(queue); next !== null && next.key <= least; next = pop(queue)) {
    const { key, item } = next
    if (key > distance[item]!) continue
    const left = left_of[item]!
    if (left < 0) {
      ;[least, free] = [key, item]
      break
    }
    settled.push(item)
    if (key + left_price[left]! < least) [least, dropped] = [key + left_price[left]!, left]
    look(left, key)
  }
  left_price[root]! -= least
  for (const item of settled) {
    const over = least - distance[item]!
    if (over <= 0) continue
    right_price[item]! += over
    left_price[left_of[item]!]! -= over
  }
  let to = free
  if (free < 0) {
    to = right_of[dropped]!
    right_of[dropped] = -1
  }
  // Along the way back each left takes the right it was reached by.
  while (to >= 0) {
    const left = before[to]!
    const was = left === root ? -1 : right_of[left]!
    right_of[left] = to
    left_of[to] = left
    to = was
  }
  for (const item of reached) distance[item] = Infinity
  reached.length = 0
  settled.length = 0
  queue.size = 0
}

/** A binary heap, the least key first; of equal keys the lowest item. */
interface Queue {
  keys: number[]
  items: number[]
  size: number
}
const newQueue = (): Queue => ({ keys: [], items: [], size: 0 })

const isBefore = (key: number, item: number, otherKey: number, otherItem: number): boolean =>
  key < otherKey || (key === otherKey && item < otherItem)

function push(queue: Queue, key: number, item: number): void {
  const { keys, items } = queue
  let at = queue.size
  queue.size += 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!isBefore(key, item, keys[above]!, items[above]!)) break
    keys[at] = keys[above]!
    items[at] = items[above]!
    at = above
  }
  keys[at] = key
  items[at] = item
}

function pop(queue: Queue): { key: number; item: number } | null {
  if (queue.size === 0) return null
  const { keys, items } = queue
  const top = { key: keys[0]!, item: items[0]! }
  queue.size -= 1
  const [key, item] = [keys[queue.size]!, items[queue.size]!]
  let at = 0
  for (let below = 1; below < queue.size; below = 2 * at + 1) {
    if (below + 1 < queue.size && isBefore(keys[below + 1]!, items[below + 1]!, keys[below]!, items[below]!)) below += 1
    if (!isBefore(keys[below]!, items[below]!, key, item)) break
    keys[at] = keys[below]!
    items[at] = items[below]!
    at = below
  }
  keys[at] = key
  items[at] = item
  return top
}
