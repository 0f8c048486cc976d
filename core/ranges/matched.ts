/**
 * Draws nudged so that over all runs the sum up to each day is spread as such sums are: as many runs in each thousandth as belong there.
 * Each run keeps its place among the others, so a draw hardly moves, and stays what it is in another plan.
 */
import type { Group } from './directions.ts'
import type { Draw } from './draws.ts'
import { normalAt } from './normal.ts'

/**
 * Days on which sums are matched, at most, among those that are watched and among those after them; where there are more, they divide what
 * varies evenly.
 */
const days_at_most = { watched: 128, later: 64 } as const

/** What comes to the sum on one day, by places among the members; and what is nudged for it: that part of it which no sum before knows. */
interface Step {
  members: Int32Array
  more: Float64Array
  /** Of the sum up to this day, the squares. */
  variance: number
  nudged: { members: Int32Array; by: Float64Array } | null
}

/** `drawn`: those of run r stand at r × draws.length; it is changed. */
export function matchSums(draws: readonly Draw[], group: Group, drawn: Float64Array): void {
  const runs = drawn.length / draws.length
  const sums = new Float64Array(runs)
  const keys = new Float64Array(runs)
  const scores = Float64Array.from({ length: runs }, (_, rank) => normalAt(Math.floor(((rank + 0.5) * 4_294_967_296) / runs)))
  for (const { members, more, variance, nudged } of stepsOf(draws, group)) {
    for (let run = 0, at = 0; run < runs; run += 1, at += draws.length) {
      for (let nth = 0; nth < members.length; nth += 1) sums[run]! += more[nth]! * drawn[at + members[nth]!]!
    }
    if (nudged === null) continue
    const length = Math.sqrt(variance)
    // A whole number with the run behind it, so that numbers sort and the run is known.
    for (let run = 0; run < runs; run += 1) keys[run] = Math.floor((sums[run]! / length) * 4_096 + 0.5) * 8_192 + run
    keys.sort()
    for (let rank = 0; rank < runs; rank += 1) {
      const run = keys[rank]! - Math.floor(keys[rank]! / 8_192) * 8_192
      const off = scores[rank]! * length - sums[run]!
      const at = run * draws.length
      for (let nth = 0; nth < nudged.members.length; nth += 1) drawn[at + nudged.members[nth]!]! += off * nudged.by[nth]!
      sums[run] = scores[rank]! * length
    }
  }
}

/** Less of a step than this is known to it alone: to nudge that would throw draws about. */
const least_part = 0.15
/** Of a weight beside the largest of its kind: less is none. */
const negligible = 1e-6

function stepsOf(draws: readonly Draw[], { members, weights, watched }: Group): Step[] {
  const sum = new Float64Array(draws.length)
  const unknown = new Float64Array(draws.length)
  const known: Float64Array[] = []
  return daysOf(draws, members, watched).map((day): Step => {
    const more = new Float64Array(draws.length)
    let variance = 0
    for (const nth of members) {
      const until_now = weights[nth]! * partBy(draws[nth]!, day)
      more[nth] = until_now - sum[nth]!
      unknown[nth]! += more[nth]!
      sum[nth] = until_now
      variance += until_now * until_now
    }
    const own = sum.slice()
    for (const other of known) {
      const shared = product(own, other, members)
      if (shared !== 0) for (const nth of members) own[nth]! -= shared * other[nth]!
    }
    const [size, rest] = [product(unknown, unknown, members), product(own, own, members)]
    const step = { ...sparse(more, members), variance }
    if (!(rest > size * least_part)) return { members: step.members, more: step.values, variance, nudged: null }
    unknown.fill(0)
    known.push(own.map((weight) => weight / Math.sqrt(rest)))
    // It comes to the sum by `rest` for each one of it.
    const by = sparse(
      own.map((weight) => weight / rest),
      members,
    )
    return { members: step.members, more: step.values, variance, nudged: { members: by.members, by: by.values } }
  })
}

/** How much of what is drawn has come or gone by the end of a day: all, or of what leaves over the days a part. */
const partBy = ({ day: first, at }: Draw, day: number): number => Math.max(0, Math.min(at.length, day - first + 1)) / at.length

const product = (one: Float64Array, other: Float64Array, members: readonly number[]): number =>
  members.reduce((sum, nth) => sum + one[nth]! * other[nth]!, 0)

function sparse(values: Float64Array, members: readonly number[]): { members: Int32Array; values: Float64Array } {
  const largest = members.reduce((most, nth) => Math.max(most, Math.abs(values[nth]!)), 0)
  const kept = members.filter((nth) => Math.abs(values[nth]!) > largest * negligible)
  return { members: Int32Array.from(kept), values: Float64Array.from(kept, (nth) => values[nth]!) }
}

/** The days on which something that is drawn comes or goes, as many as are matched. */
function daysOf(draws: readonly Draw[], members: readonly number[], watched: number): number[] {
  const of = (some: readonly number[], most: number): number[] => {
    const days = [...new Set(some.flatMap((nth) => draws[nth]!.at.map((_, later) => draws[nth]!.day + later)))].sort((a, b) => a - b)
    const every = Math.ceil(days.length / most)
    return days.filter((_, nth) => nth % every === every - 1 || nth === days.length - 1)
  }
  return [...new Set([...of(members.slice(0, watched), days_at_most.watched), ...of(members.slice(watched), days_at_most.later)])].sort(
    (a, b) => a - b,
  )
}
