/** How much of what repeats at the bank waits for a word, counted on the plan as beside the bank's files. */
import { isSameValue } from '../../../core/fields.ts'
import { inboxOf } from '../../../core/prediction/inbox.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planMemory } from '../../services/bank/planMemory.ts'
import type { ProposedThen } from '../../services/records/records.ts'
import { inTurn } from './inTurn.ts'
import { forgetKept } from './keptOfPlan.ts'
import { partedOf } from './parted.ts'
import { whoseRecords } from './planDevice.ts'

export async function countProposed(scenario: Scenario, { currency_code, proposals }: ProposedThen): Promise<number> {
  if (currency_code !== scenario.currency_code) return 0
  return inboxOf(proposals, scenario, { parted: await partedOf(scenario) }).going.length
}

/** Keeps what was found for a plan: of a branch that has nothing of its own, with the plan it came from. */
export const keepProposed = (scenario: Scenario, proposed: ProposedThen): Promise<void> =>
  inTurn(async () => {
    const { records, owner } = await whoseRecords()
    const plans = planMemory(records, owner)
    const stored = await plans.ofPlan(scenario)
    if (isSameValue(stored.proposed, proposed)) return
    const { id, parent_id } = scenario
    const of = async (plan: string): Promise<boolean> =>
      (await records.read(['bank_matches'], (reading) => reading.get('bank_matches', [owner, plan]))) !== undefined
    const isParents = parent_id !== null && !(await of(id)) && (await of(parent_id))
    await plans.keepOfPlan({ ...stored, scenario_id: isParents ? parent_id : id, proposed })
    forgetKept()
  })
