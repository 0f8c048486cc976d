/** What is drawn for each amount in each run. */
import { both, numbersFrom, shuffled } from './chance.ts'
import { directionsOf, type Direction, type Group } from './directions.ts'
import type { Draw } from './draws.ts'
import { latticePlace } from './lattice.ts'
import { matchSums } from './matched.ts'
import { draw_most, normalAt } from './normal.ts'

/** How far each amount is from its middle, in units of `range_end`: those of run r stand at r × draws.length. */
export function drawAll(draws: readonly Draw[], groups: readonly Group[], { runs, seed }: { runs: number; seed: number }): Int32Array {
  const values = ownDraws(draws, runs, seed)
  const directions = directionsOf(groups)
  const shifts = directions.map((_, nth) => both(seed, nth))
  for (let run = 0; run < runs; run += 1) {
    const own = values.subarray(run * draws.length, (run + 1) * draws.length)
    for (let nth = 0; nth < directions.length; nth += 1) turn(own, directions[nth]!, normalAt(latticePlace(run, nth, shifts[nth]!)))
  }
  for (const group of groups) matchSums(draws, group, values)
  return Int32Array.from(values, (value) => Math.max(-draw_most, Math.min(draw_most, Math.floor(value + 0.5))))
}

/** So many draws at a time are put in their places, which lie far apart: a line of memory is fetched once for all of them. */
const together = 16

/** Of each draw one a run, each run a part of all that can be drawn: of ten runs one is in the least tenth. */
function ownDraws(draws: readonly Draw[], runs: number, seed: number): Float64Array {
  const drawn = new Float64Array(draws.length * runs)
  const order = new Int32Array(runs)
  const some = new Int32Array(together * runs)
  for (let first = 0; first < draws.length; first += together) {
    const count = Math.min(together, draws.length - first)
    for (let nth = 0; nth < count; nth += 1) {
      const next = numbersFrom(both(seed, draws[first + nth]!.key))
      shuffled(order, next)
      for (let run = 0; run < runs; run += 1) some[nth * runs + run] = normalAt(Math.floor((order[run]! * 4_294_967_296 + next()) / runs))
    }
    for (let run = 0; run < runs; run += 1) {
      const place = run * draws.length + first
      for (let nth = 0; nth < count; nth += 1) drawn[place + nth] = some[nth * runs + run]!
    }
  }
  return drawn
}

/** Puts what lies along a direction to a length, and leaves what lies across it. */
function turn(values: Float64Array, { draws, weights }: Direction, length: number): void {
  let along = 0
  for (let nth = 0; nth < draws.length; nth += 1) along += weights[nth]! * values[draws[nth]!]!
  const more = length - along
  for (let nth = 0; nth < draws.length; nth += 1) values[draws[nth]!]! += more * weights[nth]!
}
