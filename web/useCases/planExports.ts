/** One plan as a file for another program. Made from what is on the screen, in both modes. */
import type { ExportFormat } from '../../core/exports/exportPlan.ts'
import type { Problem } from '../../core/problem.ts'
import type { Scenario } from '../../core/scenario.ts'
import { systemClock } from '../services/clock.ts'
import { withWords } from '../words/rooms.ts'
import { say } from '../words/say.ts'
import { download } from './planFiles.ts'

/** Hands the file to the person; problems come back and there is none. */
export async function downloadPlanAs(scenario: Scenario, format: ExportFormat): Promise<Problem[]> {
  const { exportPlan } = await withWords(() => import('../../core/exports/exportPlan.ts'), 'exports', 'schedule')
  const exported = exportPlan(scenario, { format, today: systemClock.today(), at: systemClock.at(), reader: 'person' }, say)
  if (!exported.ok) return exported.problems
  const { pieces, name, media_type } = exported.file
  download(pieces, name, media_type)
  return []
}
