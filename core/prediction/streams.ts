/** The streams of a pool, the surest first: guesses are fitted, the best is taken out, and so on until nothing is worth its words. */
import { backgroundOf } from './background.ts'
import { fit, type Stream } from './fit.ts'
import type { Pool } from './pool.ts'
import type { Almanac } from './rhythms.ts'
import { guessesOf } from './search.ts'

/** How many guesses are fitted in one round, and how many that lead to the same charges. */
const most_fitted = 40
const most_alike = 4

export function streamsOf(pool: Pool, almanac: Almanac): Stream[] {
  const found: Stream[] = []
  for (let left = pool.size; left >= 3; ) {
    const streams = roundOf(pool, almanac)
    if (streams.length === 0) break
    for (const stream of streams) {
      if (stream.members.some((index) => pool.taken[index] === 1)) continue
      for (const index of stream.members) pool.taken[index] = 1
      left -= stream.members.length
      found.push(stream)
    }
  }
  return found
}

/** What one search leads to, the surest first; two may want the same charge. */
function roundOf(pool: Pool, almanac: Almanac): Stream[] {
  const guesses = guessesOf(pool, almanac)
  if (guesses.length === 0) return []
  const background = backgroundOf(pool)
  const streams: Stream[] = []
  /** How often a charge was in what a guess led to. */
  const seen = new Uint8Array(pool.size)
  for (let at = 0, fitted = 0; at < guesses.length && fitted < most_fitted; at += 1) {
    const stream = fit(pool, background, almanac, guesses[at]!, seen, most_alike)
    if (stream === null) continue
    fitted += 1
    for (const index of stream.members) seen[index]! += 1
    if (stream.gain > 0) streams.push(stream)
  }
  return streams.sort((a, b) => b.gain - a.gain)
}
