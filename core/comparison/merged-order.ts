/** The merged order of one list: it counts, since fixed amounts are served in it, and incomes and bills happen in it. */
import type { Collection } from '../scenario.ts'
import type { Conflict, Pick } from './conflict.ts'
import { nameOf, type Row } from './content.ts'

/**
 * Each side's moves are kept; a row that both moved, to different places, asks. What was moved or added stays behind the row it was put
 * behind.
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
  const [m, t] = [idsOf(mine), idsOf(theirs)]
  const [inMine, inTheirs] = [new Set(m), new Set(t)]
  const inAll = new Set(idsOf(base).filter((id) => inMine.has(id) && inTheirs.has(id)))
  const spine = (ids: string[]): string[] => ids.filter((id) => inAll.has(id))
  const [baseOrder, mineOrder, theirsOrder] = [spine(idsOf(base)), spine(m), spine(t)]
  const isSame = (a: string[], b: string[]): boolean => a.every((id, index) => id === b[index])
  let order = theirsOrder
  let sides = [m, t]
  const { mine: movedInMine, theirs: movedInTheirs } = movedApart(baseOrder, mineOrder, theirsOrder)
  if (movedInTheirs.size === 0) order = mineOrder
  else if (movedInMine.size > 0 && !isSame(mineOrder, theirsOrder) && movedInMine.isDisjointFrom(movedInTheirs)) {
    order = baseOrder.filter((id) => !movedInMine.has(id) && !movedInTheirs.has(id))
    sides = [m.filter((id) => !movedInTheirs.has(id)), t.filter((id) => !movedInMine.has(id))]
  } else if (movedInMine.size > 0 && !isSame(mineOrder, theirsOrder)) {
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
      base: names(baseOrder, base),
      mine: names(mineOrder, mine),
      theirs: names(theirsOrder, theirs),
      problem: null,
    }
    order = pick(conflict) === 'mine' ? mineOrder : theirsOrder
  }

  const staying = new Set(order)
  const runs = sides.map((ids) => runsBehind(ids, staying))
  const placed = new Set<string>()
  const after = (anchor: string): string[] =>
    runs
      .map((own) => own.get(anchor) ?? [])
      .sort((a, b) => (a.join() < b.join() ? -1 : 1))
      .flat()
      .filter((id) => !placed.has(id) && placed.add(id))
  // A row that both sides added stands behind the lesser of its two anchors, whichever side is asked first.
  const anchors = ['', ...order].sort()
  const behind = new Map(anchors.map((anchor) => [anchor, after(anchor)]))
  return ['', ...order].flatMap((id) => [...(id === '' ? [] : [id]), ...behind.get(id)!])
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
