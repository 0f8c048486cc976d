/** What makes an answer a part of the plan: the same edits for the browser, which takes one by a press, and for programs that send them. */
import { isSameContent } from '../comparison/content.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import { collections, type Scenario } from '../scenario.ts'
import type { Say } from '../words/words.ts'
import { purchase, type AffordAsked } from './afford.ts'
import type { PutOrder } from './debts.ts'
import { saving, type Saved } from './save.ts'
import { settingAside, type SetAside } from './set-aside.ts'

/** How a row that is not there yet is called. */
export interface NewRow {
  /** A UUID of the caller's. Of several rows each has an id that begins like it. */
  id: string
  say: Say
}

/** `name`: what it is called; left out, or of spaces alone: a purchase. */
export const editOfAfford = (asked: Pick<AffordAsked, 'date' | 'amount_cents'>, { id, say }: NewRow, name = ''): ScenarioEdit =>
  purchase(id, name.trim() || say('ask.afford.name'), asked)

/** Null: there is nothing to set aside. */
export const editOfSave = (answer: Pick<Saved, 'by' | 'value'>, { id, say }: NewRow): ScenarioEdit | null =>
  answer.value > 0 ? saving(id, say('ask.save.name'), answer) : null

/** The level amount. Null: nothing is missing, or no amount comes to it. */
export const editOfSetAside = ({ target, level }: Pick<SetAside, 'target' | 'level'>, { id }: Pick<NewRow, 'id'>): ScenarioEdit | null =>
  level && level.cents > 0 ? settingAside(id, target, level.cents) : null

/** The transfers by which an order is paid, one a debt. */
export const transferRows =
  ({ accounts }: Pick<Scenario, 'accounts'>, { id, say }: NewRow): Parameters<PutOrder>[1] =>
  (account_id) => ({
    id: `${id.slice(0, 24)}${account_id.slice(24)}`,
    name: say('ask.debts.transfer', { name: accounts.find((account) => account.id === account_id)!.name }),
  })

/** Whether a plan says the same with an edit as without it: then there is nothing to take over, and nothing to try in a copy. */
export function changesNothing(scenario: Scenario, edit: ScenarioEdit): boolean {
  const applied = applyEdit(scenario, edit, scenario.updated_at)
  return applied.ok && isSameContent(scenario, applied.scenario)
}

/** The ids of the rows that an answer adds to a plan. */
export function rowsAdded(scenario: Scenario, edit: ScenarioEdit): string[] {
  const known = idsOf(scenario)
  const applied = applyEdit(scenario, edit, scenario.updated_at)
  return applied.ok ? [...idsOf(applied.scenario)].filter((id) => !known.has(id)) : []
}

/** Whether any of these rows is in a plan. */
export function hasAny(scenario: Scenario, rows: readonly string[]): boolean {
  const ids = idsOf(scenario)
  return rows.some((id) => ids.has(id))
}

const idsOf = (scenario: Scenario): Set<string> => new Set(collections.flatMap((of) => scenario[of].map(({ id }) => id)))
