/** The streams of a pool, the surest first: guesses are fitted, the best is taken out, and so on until nothing is worth its words. */
import { backgroundOf, type Background } from './background.ts'
import { fit, refined, type Stream } from './fit.ts'
import type { Pool } from './pool.ts'
import { rollingStream } from './rolling.ts'
import type { Scan } from './scan.ts'
import { guessesOf } from './search.ts'

/** How many guesses in a row may come to nothing, and how many may lead to the same charges. */
const most_vain = 4
const most_alike = 4

/** `scan`: room for a pool of this size. */
export function streamsOf(pool: Pool, scan: Scan): Stream[] {
  const { almanac } = scan
  const found: Stream[] = []
  for (let left = pool.size; left >= 3;) {
    const order = pool.byAmount.filter((index) => pool.taken[index] === 0)
    const background = backgroundOf(pool, order)
    const drafts = roundOf(pool, order, background, scan)
    if (drafts.length === 0) break
    for (const draft of drafts) {
      if (draft.members.some((index) => pool.taken[index] === 1)) continue
      const stream = draft.isRolling ? draft : refined(pool, background, almanac, draft)
      for (const index of stream.members) pool.taken[index] = 1
      left -= stream.members.length
      found.push(stream)
    }
  }
  return found
}

/** What one search leads to, the surest first; two may want the same charge. */
function roundOf(pool: Pool, order: readonly number[], background: Background, scan: Scan): Stream[] {
  const guesses = guessesOf(scan, pool, order)
  const streams: Stream[] = []
  /** How often a charge was in what a guess led to, and the most that any of those gains. */
  const seen = pool.days.map(() => 0)
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
    const stream = fit(pool, background, scan.almanac, guesses[at]!, isSeen)
    if (isKnown) continue
    vain = stream !== null && stream.gain > 0 ? 0 : vain + 1
    if (stream === null) continue
    for (const index of stream.members) seen[index]! += 1
    if (stream.gain <= 0) continue
    streams.push(stream)
    most = Math.max(most, stream.gain)
    for (const index of stream.members) if (seen[index] === 1) unseen -= 1
  }
  const rolling = rollingStream(pool, background)
  if (rolling !== null) streams.push(rolling)
  return streams.sort((a, b) => b.gain - a.gain)
}
