/** The streams of a pool, the surest first: guesses are fitted, the best is taken out, and so on until nothing is worth its words. */
import { backgroundOf } from './background.ts'
import { fit, type Stream } from './fit.ts'
import type { Pool } from './pool.ts'
import type { Almanac } from './rhythms.ts'
import { guessesOf } from './search.ts'

/** How many guesses in a row may come to nothing, and how many may lead to the same charges. */
const most_vain = 4
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
  const order = pool.byAmount.filter((index) => pool.taken[index] === 0)
  const guesses = guessesOf(pool, order, almanac)
  if (guesses.length === 0) return []
  const background = backgroundOf(pool, order)
  const streams: Stream[] = []
  /** How often a charge was in what a guess led to, and the most that any of those gains. */
  const seen = new Uint8Array(pool.size)
  let [unseen, most] = [background.size, 0]
  let isKnown = false
  const isSeen = (members: readonly number[]): boolean => {
    let known = 0
    for (const index of members) if (seen[index]! >= most_alike) known += 1
    isKnown = known * 2 > members.length
    return isKnown
  }
  for (let at = 0, vain = 0; at < guesses.length && vain < most_vain; at += 1) {
    // Where every charge has its stream, only a more promising guess could do better.
    if (unseen < 3 && guesses[at]!.worth < most) break
    isKnown = false
    const stream = fit(pool, background, almanac, guesses[at]!, isSeen)
    if (isKnown) continue
    vain = stream !== null && stream.gain > 0 ? 0 : vain + 1
    if (stream === null) continue
    for (const index of stream.members) seen[index]! += 1
    if (stream.gain <= 0) continue
    streams.push(stream)
    most = Math.max(most, stream.gain)
    for (const index of stream.members) if (seen[index] === 1) unseen -= 1
  }
  return streams.sort((a, b) => b.gain - a.gain)
}
