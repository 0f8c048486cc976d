/** Edits that never reached the server, saved as a file of plans: each plan as its person saw it last. */
import { writePlanFile } from '../../core/plan-files/plan-file.ts'
import type { Problem } from '../../core/problem.ts'
import { freeName, type Scenario } from '../../core/scenario.ts'
import { planningService } from '../context/thePlanning.ts'
import { unsentPlans } from '../services/leftBehind.ts'
import { download } from './planFiles.ts'
import { storageProblem } from '../services/records/browserRecords.ts'

export async function downloadUnsent(isMeant: (account_id: string) => boolean): Promise<Problem[]> {
  try {
    const { records, clock } = await planningService().environment()
    download(writePlanFile(fitForOneFile(await unsentPlans(records, isMeant)), clock.at()), `pynance-unsent-plans-${clock.today()}.json`)
    return []
  } catch (error) {
    return [storageProblem(error)]
  }
}

/** A file holds each plan and each name once; two accounts may have plans of one name. */
function fitForOneFile(plans: readonly Scenario[]): Scenario[] {
  const taken = new Set<string>()
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  return [...byId.values()].map((plan) => {
    const name = freeName(plan.name, taken)
    taken.add(name)
    return { ...plan, name }
  })
}
