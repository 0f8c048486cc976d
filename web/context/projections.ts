/** Projections for screens: made once for a scenario, a day and a window, and again only when one of these changes. */
import type { Scenario } from '../../core/scenario.ts'
import { occurrenceCache, type OccurrenceCache } from '../../core/projection/occurrences.ts'
import { needsRules, projectWith, type AllRules, type Projected } from '../../core/projection/projecting.ts'

interface Made {
  scenario: Scenario
  today: string
  until: string
  projected: Projected
}

/** As many as the screens at hand ask for at once: four plans side by side, a chart and a month. */
const most = 12
const made: Made[] = []
const kept = new Map<string, OccurrenceCache>()

let rules: AllRules = null
let fetching: Promise<void> | null = null
let trouble: { error: unknown } | null = null

async function fetchRules(): Promise<void> {
  rules = (await import('../../core/projection/all-rules.ts')).allRules
}

/** To be called once the page is there: an edit that brings the plan its first account must not take the page away while they come. */
export const fetchRulesAhead = (): Promise<void> => fetchRules().catch(() => undefined)

/** Rules that can't be had are told where the plan was to be drawn; the next try asks for them again. */
function awaitRules(): never {
  if (trouble !== null) {
    const { error } = trouble
    trouble = fetching = null
    throw error
  }
  fetching ??= fetchRules().catch((error: unknown) => void (trouble = { error }))
  throw fetching
}

/**
 * `project` of core, whose dates and last results are kept; the same arguments give the same object. Of a plan with accounts, parts that
 * were paid or everyday spending it makes whoever draws wait (Suspense) until their rules are there.
 */
export function projected(scenario: Scenario, today: string, until: string): Projected {
  if (rules === null && needsRules(scenario)) awaitRules()
  const known = made.find((other) => other.scenario === scenario && other.today === today && other.until === until)
  if (known) return known.projected
  // One window after the other would expand every rule anew; each keeps its own dates.
  const key = `${scenario.id} ${until}`
  if (!kept.has(key) && kept.size >= most) kept.clear()
  const dates = kept.get(key) ?? occurrenceCache()
  kept.set(key, dates)
  const result = projectWith(rules, scenario, { today, until, kept: dates })
  made.unshift({ scenario, today, until, projected: result })
  made.length = Math.min(made.length, most)
  return result
}
