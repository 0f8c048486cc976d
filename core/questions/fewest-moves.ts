/**
 * The fewest of some things, each done in one of a few ways or not at all, after which no day is below a level; of those the one whose
 * lowest day is highest. Branch and bound: what is left to choose can add no more to a day than its largest gains there.
 */

/** What each way of one thing adds to each day, whole amounts; less than 0 where it takes. */
export type Ways = readonly Float64Array[]

export interface Choice {
  /** By thing the way that is taken, −1: none. */
  ways: Int32Array
  count: number
  /** The least of all days with it. */
  lowest: number
}

export interface Fewest {
  best: Choice
  /** The best with one less; null: none is taken, or it was not looked at everywhere. */
  one_fewer: Choice | null
  /** Whether everything that might be better was looked at. */
  isProven: boolean
}

/** So many sums of a day are looked at, and so many things; with more the best so far is not proven. */
const most_sums = 30_000_000
const most_things = 64

/**
 * `days`: what each day has, one at least. `wanted`: the level that is to hold; where nothing reaches it, what comes nearest to it, by the
 * fewest.
 */
export function fewestMoves(days: Float64Array, all: readonly Ways[], wanted: number): Fewest {
  const { things, isWhole } = withMost(all)
  const search = searchOver(
    days,
    things.map((nth) => all[nth]!),
  )
  const asGiven = (choice: Choice): Choice => {
    const ways = new Int32Array(all.length).fill(-1)
    things.forEach((nth, at) => (ways[nth] = choice.ways[at]!))
    return { ...choice, ways }
  }
  const answered = (best: Choice, one_fewer: Choice | null): Fewest => {
    const isProven = isWhole && search.isProven()
    return { best: asGiven(best), one_fewer: one_fewer && isProven ? asGiven(one_fewer) : null, isProven }
  }
  const least = search.best(0, -Infinity)!
  if (least.lowest >= wanted) return { best: asGiven(least), one_fewer: null, isProven: true }
  const most = search.best(things.length, least.lowest) ?? least
  const level = Math.min(wanted, most.lowest)
  if (level <= least.lowest) return answered(least, null)
  for (let count = 1; count <= things.length && search.isProven(); count += 1) {
    const best = search.best(count, level - 1)
    if (best) return answered(best, search.best(count - 1, -Infinity))
  }
  const quick = search.quick(level)
  return answered(quick.lowest >= level ? quick : most, null)
}

/** Those that add most, where there are too many. */
function withMost(all: readonly Ways[]): { things: number[]; isWhole: boolean } {
  const things = all.map((_, nth) => nth)
  if (all.length <= most_things) return { things, isWhole: true }
  const adds = all.map((ways) => Math.max(0, ...ways.map((gains) => gains.reduce((sum, cents) => sum + cents, 0))))
  const largest = things.toSorted((a, b) => adds[b]! - adds[a]! || a - b).slice(0, most_things)
  return { things: largest.sort((a, b) => a - b), isWhole: false }
}

interface Search {
  /** The highest lowest day with so many things at most, where it is more than `above`; null: it is not. */
  best: (count: number, above: number) => Choice | null
  /** Whatever adds most to what is below a level, one after the other. */
  quick: (level: number) => Choice
  isProven: () => boolean
}

function searchOver(all: Float64Array, things: readonly Ways[]): Search {
  const kept = binding(all, things)
  const days = Float64Array.from(kept, (day) => all[day]!)
  const width = days.length
  const lowestOf = (level: Float64Array): number => level.reduce((least, cents) => Math.min(least, cents), Infinity)
  const tightest = days.indexOf(lowestOf(days))
  const narrowed = things.map((ways) => ways.map((gains) => Float64Array.from(kept, (day) => gains[day]!)))
  const most = narrowed.map((ways) => Float64Array.from(days, (_, day) => ways.reduce((cents, gains) => Math.max(cents, gains[day]!), 0)))
  // Those that add most to the lowest day come first.
  const order = things.map((_, nth) => nth).sort((a, b) => most[b]![tightest]! - most[a]![tightest]! || a - b)
  const inOrder = order.map((nth) => most[nth]!)
  let sums = 0

  const best: Search['best'] = (count, above) => {
    const rooms = roomsOf(inOrder, count, width)
    const taken = new Int32Array(things.length).fill(-1)
    const levels = Array.from({ length: count + 1 }, () => new Float64Array(width))
    levels[0]!.set(days)
    let found: Choice | null = null
    let floor = above
    const look = (at: number, depth: number): void => {
      const level = levels[depth]!
      const room = rooms[Math.min(count - depth, order.length - at)]![at]!
      sums += width
      if (sums > most_sums) return
      let lowest = Infinity
      for (let day = 0; day < width; day += 1) {
        if (level[day]! + room[day]! <= floor) return
        if (level[day]! < lowest) lowest = level[day]!
      }
      if (lowest > floor) {
        floor = lowest
        found = { ways: taken.slice(), count: depth, lowest }
      }
      if (depth === count || at === order.length) return
      const thing = order[at]!
      const next = levels[depth + 1]!
      for (const [way, gains] of narrowed[thing]!.entries()) {
        for (let day = 0; day < width; day += 1) next[day] = level[day]! + gains[day]!
        taken[thing] = way
        look(at + 1, depth + 1)
      }
      taken[thing] = -1
      look(at + 1, depth)
    }
    look(0, 0)
    return found
  }

  const quick: Search['quick'] = (wanted) => {
    const ways = new Int32Array(things.length).fill(-1)
    const missing = (level: Float64Array): number => level.reduce((sum, cents) => sum + Math.max(0, wanted - cents), 0)
    let [level, count]: [Float64Array, number] = [days, 0]
    while (missing(level) > 0) {
      let found: { thing: number; way: number; level: Float64Array } | null = null
      for (const [thing, own] of narrowed.entries()) {
        if (ways[thing]! >= 0) continue
        for (const [way, gains] of own.entries()) {
          const after = level.map((cents, day) => cents + gains[day]!)
          if (missing(after) < missing(found?.level ?? level)) found = { thing, way, level: after }
        }
      }
      if (!found) break
      ways[found.thing] = found.way
      level = found.level
      count += 1
    }
    return { ways, count, lowest: lowestOf(level) }
  }
  return { best, quick, isProven: () => sums <= most_sums }
}

/** By how many may still be taken and from which place on: the most that they can add to each day. */
function roomsOf(most: readonly Float64Array[], count: number, width: number): Float64Array[][] {
  const none = (): Float64Array => new Float64Array(width)
  // The largest gains of each day from a place on, the largest first.
  const largest = Array.from({ length: count }, none)
  const rooms: Float64Array[][] = Array.from({ length: count + 1 }, () => Array.from({ length: most.length + 1 }, none))
  for (let at = most.length - 1; at >= 0; at -= 1) {
    for (let day = 0; day < width; day += 1) {
      let gain = most[at]![day]!
      let sum = 0
      for (let nth = 0; nth < count; nth += 1) {
        const other = largest[nth]![day]!
        if (gain > other) {
          largest[nth]![day] = gain
          gain = other
        }
        sum += largest[nth]![day]!
        rooms[nth + 1]![at]![day] = sum
      }
    }
  }
  return rooms
}

/** The days that can be the lowest: of days in a row to which all add alike the lowest one, and none that another one stands for. */
function binding(days: Float64Array, things: readonly Ways[]): number[] {
  const gains = things.flat()
  const kept: number[] = []
  for (let day = 0; day < days.length; day += 1) {
    const before = kept.at(-1)
    if (before === undefined || gains.some((added) => added[day] !== added[before])) kept.push(day)
    else if (days[day]! < days[before]!) kept[kept.length - 1] = day
  }
  if (kept.length * kept.length * gains.length > most_sums) return kept
  const standsFor = (one: number, other: number): boolean =>
    days[one]! <= days[other]! && gains.every((added) => added[one]! <= added[other]!)
  return kept.filter(
    (day, nth) => !kept.some((other, at) => other !== day && standsFor(other, day) && (at < nth || !standsFor(day, other))),
  )
}
