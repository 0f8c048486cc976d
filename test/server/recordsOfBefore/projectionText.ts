/** What a plan says of the year from its start on, as text: each day on which money moves, and today's figures. */
import { project } from '../../../core/projection/project.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { report } from '../../core/exampleFiles.ts'

export function projectionText(scenario: Scenario): string {
  const [year, rest] = [Number(scenario.start_date.slice(0, 4)), scenario.start_date.slice(4)]
  const until = `${year + 1}${rest}`
  const projected = project(scenario, { today: scenario.start_date, until })
  if (!projected.ok) throw new Error(JSON.stringify(projected.problems))
  return `== ${scenario.name}\n\n${report(projected.projection, { scenario, today: scenario.start_date, until, shows: 'days' })}`
}
