/**
 * The order of debts that costs the least interest: every order where so many may be tried, else what moving one or exchanging two makes
 * better.
 */
import type { DebtOutcome } from './debt-run.ts'

export interface BestOrder {
  order: readonly number[]
  /** Of an order that was tried. */
  outcomeOf: (order: readonly number[]) => DebtOutcome
  tried: number
  isEvery: boolean
}

/**
 * `first`: orders to begin with, each of all debts; of equals the first one is the best. `most_runs`: how many are tried, these at least.
 */
export function bestOrder(
  run: (order: readonly number[]) => DebtOutcome,
  first: readonly (readonly number[])[],
  most_runs: number,
): BestOrder {
  const known = new Map<string, DebtOutcome>()
  const outcomeOf = (order: readonly number[]): DebtOutcome => {
    const key = order.join()
    const outcome = known.get(key) ?? run(order)
    known.set(key, outcome)
    return outcome
  }
  let [order] = first as [readonly number[]]
  const isBetter = (other: readonly number[]): boolean => cost(outcomeOf(other)) < cost(outcomeOf(order))
  const take = (others: Iterable<readonly number[]>): boolean => {
    let isTaken = false
    for (const other of others) {
      if (known.size >= most_runs && !known.has(other.join())) return false
      if (!isBetter(other)) continue
      order = other
      isTaken = true
    }
    return isTaken
  }
  for (const other of first) if (isBetter(other)) order = other
  const every = order.reduce((count, _, nth) => count * (nth + 1), 1)
  if (every <= most_runs) take(everyOrder(order))
  else while (take(neighbours(order)));
  return { order, outcomeOf, tried: known.size, isEvery: known.size >= every }
}

/** Interest that is still borne counts, and so does what is still owed: who never gets there is behind all who do. */
const cost = ({ debts, interest_cents }: DebtOutcome): number =>
  debts.every(({ paid_off_on }) => paid_off_on !== null) ? interest_cents : interest_cents + Number.MAX_SAFE_INTEGER / 4

export function* everyOrder(of: readonly number[]): Generator<readonly number[]> {
  if (of.length <= 1) yield of
  else for (const [nth, one] of of.entries()) for (const rest of everyOrder(of.toSpliced(nth, 1))) yield [one, ...rest]
}

/** Each with one debt at another place, then with two exchanged. */
function* neighbours(of: readonly number[]): Generator<readonly number[]> {
  for (const [from, one] of of.entries()) {
    const others = of.toSpliced(from, 1)
    for (let to = 0; to <= others.length; to += 1) if (to !== from) yield others.toSpliced(to, 0, one)
  }
  for (const [from, one] of of.entries())
    for (let to = from + 2; to < of.length; to += 1) yield of.toSpliced(from, 1, of[to]!).toSpliced(to, 1, one)
}
