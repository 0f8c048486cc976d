/** Projections for screens: made once for a scenario, a day and a window, and again only when one of these changes. */
import type { Scenario } from '../../core/scenario.ts'
import { keptDates, type KeptDates } from '../../core/projection/dates.ts'
import { project, type Projected } from '../../core/projection/project.ts'

interface Made {
  scenario: Scenario
  today: string
  until: string
  projected: Projected
}

/** As many as the screens at hand ask for at once: four plans side by side, a chart and a month. */
const most = 12
const made: Made[] = []
const kept = new Map<string, KeptDates>()

/** `project` of core, whose dates and last results are kept; the same arguments give the same object. */
export function projected(scenario: Scenario, today: string, until: string): Projected {
  const known = made.find((other) => other.scenario === scenario && other.today === today && other.until === until)
  if (known) return known.projected
  // One window after the other would expand every rule anew; each keeps its own dates.
  const key = `${scenario.id} ${until}`
  if (!kept.has(key) && kept.size >= most) kept.clear()
  const dates = kept.get(key) ?? keptDates()
  kept.set(key, dates)
  const result = project(scenario, { today, until, kept: dates })
  made.unshift({ scenario, today, until, projected: result })
  made.length = Math.min(made.length, most)
  return result
}
