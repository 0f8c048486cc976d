/** Which account of the plan an account of the bank is from now on: said the first time, or changed, with a way back. */
import { applyEdit } from '../../../core/edit/edit.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { standing } from '../../../core/actuals/kept.ts'
import type { Links } from '../../../core/actuals/linked.ts'
import type { Bases } from '../../../core/actuals/reckoned.ts'
import { accountsChanged, linksChanged, type ChangedLinks, type SaidBalances } from '../../../core/actuals/links-changed.ts'
import { planning } from '../../context/thePlanning.ts'
import { systemClock } from '../../services/clock.ts'
import type { StoredBankMatches } from '../../services/records/records.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { inTurn } from './inTurn.ts'
import { holdAgainstPlan, openPlan } from './matching.ts'
import { ofPlans } from './planDevice.ts'
import { saveLinks } from './saveLinks.ts'

const wordsOf = (problems: Parameters<typeof textOf>[0][]): string | null =>
  problems.length === 0 ? null : (textOf(problems[0]) ?? say('common.refused'))

/** null the main account, 'none' none. `rows`: accounts of the plan that are new, `bases` what is said of them. Answers what is wrong. */
export async function linkAccounts(links: Links, rows: readonly ScenarioEdit[], bases: Bases): Promise<string | null> {
  const scenario = openPlan()
  if (!scenario) return null
  const problems = await inTurn(async () => {
    const stored = await (await ofPlans()).ofPlan(scenario)
    return saveLinks(scenario, { ...stored, bases: { ...stored.bases, ...bases } }, links, rows)
  })
  if (problems.length === 0) await holdAgainstPlan()
  return wordsOf(problems)
}

/**
 * The same of accounts that were others of the plan until now. What they settled is opened and looked at anew, in one step with the links;
 * what is sure is settled again after it. Undo takes all of it back, on the device too.
 */
export async function changeLinks(
  changed: ChangedLinks,
  { rows, bases }: { rows: readonly ScenarioEdit[]; bases: Bases },
  said: SaidBalances,
): Promise<string | null> {
  const scenario = openPlan()
  if (!scenario) return null
  const plans = await ofPlans()
  const stored = await plans.ofPlan(scenario)
  const begun = newestChange()
  const grown = applyEdit(scenario, { type: 'batch', edits: [...rows] }, scenario.updated_at)
  if (!grown.ok) return wordsOf(grown.problems)
  const now = linksChanged(grown.scenario, standing(scenario, stored), changed, { today: systemClock.today(), said })
  if (!now.ok) return wordsOf(now.problems)
  const links = Object.fromEntries(accountsChanged(changed).map(({ account }) => [account, changed.after[account]!]))
  const problems = await inTurn(() =>
    saveLinks(scenario, { ...stored, ...now.kept, bases: { ...now.kept.bases, ...bases } }, links, [...rows, ...now.edits]),
  )
  if (problems.length > 0) return wordsOf(problems)
  await holdAgainstPlan()
  const undo = { label: say('common.undo'), isUndo: true, run: () => void takeBack(stored, begun) }
  notify({ id: 'bank', tone: 'info', text: say('match.relink.done'), change: newestChange(), action: undo })
  return null
}

const newestChange = (): object | null => planning().store.getState().newestChange

/** The plan's steps since, and what was kept on the device. */
async function takeBack(stored: StoredBankMatches, begun: object | null): Promise<void> {
  // The links with what they had settled, and what the bank's files settled after it.
  for (let step = 0; step < 2 && newestChange() !== begun; step += 1) await planning().actions.undo()
  await inTurn(async () => (await ofPlans()).keepOfPlan(stored))
  await holdAgainstPlan()
}
