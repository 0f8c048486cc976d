/** The weeks that the level of everyday spending was told from, as its bill keeps them. */
import { dateOf, dayOf } from '../calendar.ts'
import { sumOf } from '../money/money.ts'
import type { Bill } from '../scenario.ts'

export interface WeekTold {
  /** The first day of the week. */
  from: string
  /** What it came to, minor units ≥ 0. */
  cents: number
}

/** So many say the level as a rule; a bill keeps more, for its range. */
const weeks_shown = 13

/** The plain mean of some weeks, minor units, rounded: a level that takes no week for more than the others is another one. */
export const meanOfWeeks = (weeks: readonly number[]): number =>
  weeks.length === 0 ? 0 : Math.floor((2 * sumOf(weeks) + weeks.length) / (2 * weeks.length))

/** What the latest weeks came to, the newest first; none of a bill that a person wrote. */
export function weeksTold({ evidence }: Pick<Bill, 'evidence'>): WeekTold[] {
  const seen = evidence?.varied?.seen_cents ?? []
  if (evidence === null) return []
  const until = dayOf(evidence.last_date)! + 1
  return seen
    .map((cents, nth) => ({ from: dateOf(until - 7 * (seen.length - nth)), cents }))
    .reverse()
    .slice(0, weeks_shown)
}
