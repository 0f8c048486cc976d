/** The most even way to come to a sum in steps, none of which may be more than there is, nor all so far more than can be spared. */

/** What a step can give, and what all steps until then, it counted, may come to at most; whole amounts, ≥ 0. */
export interface Step {
  most: number
  together: number
}

/**
 * Whole amounts, one a step, that come to the sum, such that the largest is as small as can be, then the second largest, and so on; where
 * that leaves a choice, later steps give more. Null: the steps can't come to the sum.
 */
export function smoothest(steps: readonly Step[], sum: number): number[] | null {
  const amounts = steps.map(() => 0)
  // What may still be added to all steps from the first to each.
  const room = steps.map(({ together }) => together)
  let open = steps.flatMap(({ most }, nth) => (most > 0 ? [nth] : []))
  let left = sum
  const give = (nth: number, more: number): void => {
    amounts[nth]! += more
    left -= more
    for (let later = nth; later < room.length; later += 1) room[later]! -= more
  }
  while (left > 0 && open.length > 0) {
    const level = commonRaise(steps, amounts, room, open, left)
    if (level > 0) for (const nth of open) give(nth, level)
    // One more each, from the last on: who can't take it never can, since all that is added only makes less room.
    const raised: number[] = []
    for (const nth of open.toReversed()) {
      if (left > 0 && amounts[nth]! < steps[nth]!.most && leastFrom(room, nth) > 0) {
        give(nth, 1)
        raised.push(nth)
      }
    }
    open = raised.reverse()
  }
  return left > 0 ? null : amounts
}

/** By how much all open steps can be raised together. */
function commonRaise(
  steps: readonly Step[],
  amounts: readonly number[],
  room: readonly number[],
  open: readonly number[],
  left: number,
): number {
  let [raise, before, next] = [Math.floor(left / open.length), 0, 0]
  for (let nth = 0; nth < steps.length; nth += 1) {
    if (open[next] === nth) {
      next += 1
      before += 1
      raise = Math.min(raise, steps[nth]!.most - amounts[nth]!)
    }
    if (before > 0) raise = Math.min(raise, Math.floor(room[nth]! / before))
  }
  return Math.max(0, raise)
}

const leastFrom = (room: readonly number[], from: number): number =>
  room.slice(from).reduce((least, cents) => Math.min(least, cents), Infinity)
