/** What no date stood for: kept on a device, so that it can still be said what it was until somebody has, or has put it aside. */
import { addDays } from '../calendar.ts'
import type { Scenario } from '../scenario.ts'
import { askedKey } from './answers.ts'
import { standing, type KeptOfPlan } from './kept.ts'
import type { Unplanned } from './matched.ts'
import { isMonthly } from './monthly.ts'

export interface KeptUnplanned extends Unplanned {
  /** The plan's start date when it was told. */
  until: string
}

/** What is longer ago pays no date any more, and comes again by what repeats. */
const days_kept = 60

/** What is kept once more was told, some of which was told before; `said`: the keys of those that are not to come again. */
export function keepUnplanned(
  told: readonly (Unplanned | KeptUnplanned)[],
  before: readonly KeptUnplanned[],
  said: ReadonlySet<string>,
  until: string,
): KeptUnplanned[] {
  const from = addDays(until, -days_kept)
  const kept = new Map(before.map((one) => [askedKey(one), one]))
  for (const one of told) kept.set(askedKey(one), { until, ...one })
  return [...kept].flatMap(([key, one]) => (said.has(key) || one.date < from ? [] : [one]))
}

/**
 * Those of which nothing was said, as far as the plan still says it. A plan that was taken back to a day before has none of what was told
 * since; what became a row of every month is said as long as the plan has the row.
 */
export function waitingUnplanned(scenario: Scenario, kept: readonly KeptUnplanned[], ofPlan: KeptOfPlan): KeptUnplanned[] {
  if (kept.length === 0) return []
  const { matches, cards = [] } = standing(scenario, ofPlan)
  const said = new Set([...matches, ...cards].flatMap(({ transactions }) => transactions))
  return kept.filter((one) => one.until <= scenario.start_date && !one.transactions.some((id) => said.has(id)) && !isMonthly(scenario, one))
}
