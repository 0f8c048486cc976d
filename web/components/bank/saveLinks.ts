/** Keeps which account of a plan accounts at the bank are: in the plan, or on this device. */
import type { Links } from '../../../core/actuals/linked.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { linked } from '../../services/bank/accountLinks.ts'
import type { StoredBankMatches } from '../../services/records/records.ts'
import { ofPlans } from './planDevice.ts'

/** `edits`: of the plan, made with them. Of what is refused nothing is kept. */
export async function saveLinks(
  scenario: Scenario,
  stored: StoredBankMatches,
  links: Links,
  edits: readonly ScenarioEdit[] = [],
): Promise<Problem[]> {
  const { bank_links, onDevice } = await linked(scenario.bank_links, links)
  const isSame = bank_links.length === 0 && scenario.bank_links.length === 0
  const all: ScenarioEdit[] = [...edits, ...(isSame ? [] : [{ type: 'set_fields' as const, fields: { bank_links } }])]
  const problems = all.length === 0 ? [] : planningActions().dispatch(all.length === 1 ? all[0]! : { type: 'batch', edits: all })
  if (problems.length > 0) return problems
  const others = Object.entries(stored.links).filter(([account]) => !(account in links))
  await (await ofPlans()).keepOfPlan({ ...stored, links: { ...Object.fromEntries(others), ...onDevice } })
  return []
}
