/** The merged order of one list: it counts, since fixed amounts are served in it, and incomes and bills happen in it. */
import type { Collection } from '../scenario.ts'
import type { Conflict, Pick } from './conflict.ts'
import { nameOf, type Row } from './content.ts'

/**
 * Each side's moves are kept, and no two rows stand otherwise than both sides have them; where no such order is found, as of a row that
 * both moved to different places, it asks. What was moved or added stays behind the row it was put behind.
 */
export function mergedOrder(
  collection: Collection,
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  pick: Pick,
  kept: ReadonlySet<string>,
): string[] {
  const idsOf = (rows: readonly Row[]): string[] => rows.map((row) => row.id).filter((id) => kept.has(id))
  const [b, m, t] = [idsOf(base), idsOf(mine), idsOf(theirs)]
  const inBoth = new Set(m).intersection(new Set(t))
  const inAll = inBoth.intersection(new Set(b))
  const [ofMine, ofTheirs] = [m.filter((id) => inBoth.has(id)), t.filter((id) => inBoth.has(id))]
  const spine = (ids: string[]): string[] => ids.filter((id) => inAll.has(id))
  for (const { staying, leftOut } of ordersOf(spine(b), spine(m), spine(t))) {
    const order = withOthers(staying, [m.filter((id) => !leftOut.mine.has(id)), t.filter((id) => !leftOut.theirs.has(id))])
    if (isAsBoth(order, ofMine, ofTheirs)) return order
  }
  const names = (ids: string[], rows: readonly Row[]): string[] => {
    const known = new Map(rows.map((row) => [row.id, nameOf(row)]))
    return ids.map((id) => known.get(id)!)
  }
  const conflict: Conflict = {
    key: `${collection}/order`,
    about: 'order',
    collection,
    row_id: null,
    field: null,
    date: null,
    name: null,
    base: names(spine(b), base),
    mine: names(ofMine, mine),
    theirs: names(ofTheirs, theirs),
    problem: null,
  }
  return withOthers(pick(conflict) === 'mine' ? ofMine : ofTheirs, [m, t])
}

/** Rows of one list that stay in an order, and those that are not looked at on a side, since the other moved them. */
interface Order {
  staying: readonly string[]
  leftOut: Moved
}

/** The orders that keep what each side moved, the truest first; none: both moved a row, to different places. */
function ordersOf(base: string[], mine: string[], theirs: string[]): Order[] {
  const whole = (staying: readonly string[]): Order => ({ staying, leftOut: { mine: new Set(), theirs: new Set() } })
  const isSame = (one: string[], other: string[]): boolean => one.every((id, index) => id === other[index])
  if (isSame(theirs, base) || isSame(mine, theirs)) return [whole(mine)]
  if (isSame(mine, base)) return [whole(theirs)]
  const moved = movedApart(base, mine, theirs)
  if (!moved.mine.isDisjointFrom(moved.theirs)) return []
  const unmoved = base.filter((id) => !moved.mine.has(id) && !moved.theirs.has(id))
  const wholes = [orderByPairs(base, mine, theirs), orderBehind(unmoved, [mine, moved.mine], [theirs, moved.theirs])]
  return [
    ...wholes.filter((order) => order.length === base.length).map(whole),
    { staying: unmoved, leftOut: { mine: moved.theirs, theirs: moved.mine } },
  ]
}

/** The order in which every two rows that either side turned round are so; empty: there is none, since they go round in a ring. */
function orderByPairs(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [inMine, inTheirs] = [placesOf(base, mine), placesOf(base, theirs)]
  const order = new Map<number, string>()
  for (const [here, id] of base.entries()) {
    let before = 0
    for (let there = 0; there < base.length; there += 1) {
      const byMine = inMine[there]! < inMine[here]!
      const byTheirs = inTheirs[there]! < inTheirs[here]!
      if (there < here ? byMine && byTheirs : byMine || byTheirs) before += 1
    }
    order.set(before, id)
  }
  // Each has another number of rows before it where they stand in one order, and there alone.
  return order.size < base.length ? [] : base.map((_, place) => order.get(place)!)
}

/**
 * Each row that a side moved, right behind the one that is before it there, wherever the other side has that; those that wait for each
 * other are left out.
 */
function orderBehind(unmoved: readonly string[], ...sides: readonly (readonly [readonly string[], ReadonlySet<string>])[]): string[] {
  const behind = new Map<string, string[]>()
  for (const [ids, moved] of sides) {
    for (const [place, id] of ids.entries()) {
      const anchor = ids[place - 1] ?? ''
      if (moved.has(id)) behind.set(anchor, [...(behind.get(anchor) ?? []), id].sort())
    }
  }
  const order: string[] = []
  const putBehind = (anchor: string): void => {
    for (const id of behind.get(anchor) ?? []) put(id)
  }
  const put = (id: string): void => {
    order.push(id)
    putBehind(id)
  }
  putBehind('')
  unmoved.forEach(put)
  return order
}

/** Whether no two rows are turned round that both sides have alike. */
function isAsBoth(order: readonly string[], mine: readonly string[], theirs: readonly string[]): boolean {
  const both = new Set(mine)
  const shared = order.filter((id) => both.has(id))
  const [inMine, inTheirs] = [placesOf(shared, mine), placesOf(shared, theirs)]
  return shared.every((_, place) => {
    for (let later = place + 1; later < shared.length; later += 1) {
      if (inMine[later]! < inMine[place]! && inTheirs[later]! < inTheirs[place]!) return false
    }
    return true
  })
}

/** The places in which rows stand on a side. */
function placesOf(rows: readonly string[], side: readonly string[]): Int32Array {
  const places = new Map(side.map((id, place) => [id, place]))
  return Int32Array.from(rows, (id) => places.get(id)!)
}

/** Rows that stay, and each other one of either side behind the one it stands behind there; of both, behind the earlier. */
function withOthers(order: readonly string[], sides: readonly string[][]): string[] {
  const staying = new Set(order)
  const runs = sides.map((ids) => runsBehind(ids, staying))
  const placed = new Set<string>()
  const after = (anchor: string): string[] =>
    runs
      .map((own) => own.get(anchor) ?? [])
      .sort((a, b) => (a.join() < b.join() ? -1 : 1))
      .flat()
      .filter((id) => !placed.has(id) && placed.add(id))
  return ['', ...order].flatMap((id) => [...(id === '' ? [] : [id]), ...after(id)])
}

interface Moved {
  mine: Set<string>
  theirs: Set<string>
}

/**
 * The rows that each side took from their places: as few as there can be. Which of two neighbours went past the other can't be told by one
 * side, so it is the one that the other side left where it was. The same whichever side is asked first.
 */
function movedApart(base: readonly string[], mine: readonly string[], theirs: readonly string[]): Moved {
  const isFirst = mine.join() < theirs.join()
  const [first, second] = isFirst ? [mine, theirs] : [theirs, mine]
  let inFirst = movedRows(base, first, movedRows(base, second))
  let inSecond = movedRows(base, second, inFirst)
  const inBoth = inFirst.intersection(inSecond)
  if (inBoth.size > 0) {
    inFirst = movedRows(base, first, inBoth)
    inSecond = movedRows(base, second, inFirst)
  }
  return isFirst ? { mine: inFirst, theirs: inSecond } : { mine: inSecond, theirs: inFirst }
}

/**
 * The fewest rows that were taken from their places: those outside the longest run that stands in the order it had; of several such, the
 * one with most of the rows that are said to stay.
 */
function movedRows(before: readonly string[], after: readonly string[], staying: ReadonlySet<string> = new Set()): Set<string> {
  const placeOf = new Map(before.map((id, index) => [id, index]))
  const worth = new Float64Array(after.length)
  /** By place, the index in `after` at which the best run ends that ends there or up to so many places before: a tree of prefixes. */
  const ends = new Int32Array(before.length + 1).fill(-1)
  const isBetter = (one: number, other: number): boolean => one >= 0 && (other < 0 || worth[one]! > worth[other]!)
  const bestUntil = (place: number): number => {
    let best = -1
    for (let at = place; at > 0; at -= at & -at) if (isBetter(ends[at]!, best)) best = ends[at]!
    return best
  }
  const earlier = after.map((id, index) => {
    const place = placeOf.get(id)!
    const best = bestUntil(place)
    worth[index] = (best < 0 ? 0 : worth[best]!) + after.length + 1 + (staying.has(id) ? 1 : 0)
    for (let at = place + 1; at <= before.length; at += at & -at) if (isBetter(index, ends[at]!)) ends[at] = index
    return best
  })
  const moved = new Set(after)
  for (let index = bestUntil(before.length); index >= 0; index = earlier[index]!) moved.delete(after[index]!)
  return moved
}

/** The rows beside those that stay, by the last of these before them; '' is the start of the list. */
function runsBehind(ids: readonly string[], staying: ReadonlySet<string>): Map<string, string[]> {
  const runs = new Map<string, string[]>()
  let anchor = ''
  for (const id of ids) {
    if (staying.has(id)) anchor = id
    else runs.set(anchor, [...(runs.get(anchor) ?? []), id])
  }
  return runs
}
