/** A merge as every store carries it out: whether it may be, what it asks, and what it makes of both scenarios. */
import { partedAnew, partingPoint } from './branching.ts'
import type { Clash, MergeChoices } from './comparison/clash.ts'
import { isSameContent } from './comparison/content.ts'
import { mergeScenarios, type Merged } from './comparison/merge.ts'
import { applyEdit } from './edit.ts'
import { problem, type Problem } from './problem.ts'
import type { Scenario } from './scenario.ts'
import type { MergePreview, MergeRequest } from './store.ts'

type Refused = { ok: false; problems: Problem[]; clashes?: Clash[] }

/** Where the state both come from is kept; null: it is not known here. Refused are plans that are not related, and a `from` that is not the one that was looked at. */
export function baseOfMerge(from: Scenario, into: Scenario, { from_revision }: MergeRequest): { ok: true; base: { scenario_id: string; revision: number } | null } | Refused {
  const point = partingPoint(from, into)
  if (point === null) return refused(problem('plans_are_not_related', '/from', 'Neither of these plans was branched from the other, so there is nothing to bring over.'))
  if (from_revision !== undefined && from_revision !== from.revision) {
    return refused(problem('revision_is_stale', '/from_revision', `The plan to bring changes over from has changed meanwhile: it is at revision ${from.revision}. Look at them again.`))
  }
  return { ok: true, base: point === 'unknown' ? null : point }
}

/** Brings what changed in `from` since the base over to `into`. Names and parentage take no part. */
export function mergeBranches(base: Scenario | null, from: Scenario, into: Scenario, choices: MergeChoices = {}): Merged {
  const { id, name, parent_id, parent_revision, branch_revision } = into
  const asInto = (scenario: Scenario): Scenario => ({ ...scenario, id, name, parent_id, parent_revision, branch_revision })
  return mergeScenarios(base && asInto(base), asInto(from), into, choices)
}

/** What the merge would do. */
export function previewOfMerge(base: Scenario | null, from: Scenario, into: Scenario, { choices }: MergeRequest): MergePreview {
  const { edit, clashes } = mergeBranches(base, from, into, choices)
  return { into, from, base, edit, clashes }
}

/**
 * Both scenarios after the merge, each raised by one revision where it changes; the same objects where it does not. Open
 * clashes refuse it. Where `from` has nothing new, nothing changes, and both keep the parting point they have.
 */
export function merged(base: Scenario | null, from: Scenario, into: Scenario, { choices }: MergeRequest, at: string): { ok: true; from: Scenario; into: Scenario } | Refused {
  if (base && isSameContent({ ...from, name: base.name }, base)) return { ok: true, from, into }
  const { edit, clashes } = mergeBranches(base, from, into, choices)
  if (clashes.length > 0) return { ...refused(problem('merge_has_clashes', '/choices', whatIsOpen(clashes.length))), clashes }
  const parting = partedAnew(from, into)
  const isBranch = parting.branch_id === into.id
  const nextInto = applyEdit(into, isBranch ? { type: 'batch', edits: [edit, parting.edit] } : edit, at)
  const nextFrom = isBranch ? { ok: true as const, scenario: from } : applyEdit(from, parting.edit, at)
  if (!nextInto.ok || !nextFrom.ok) return refused(...(nextInto.ok ? [] : nextInto.problems), ...(nextFrom.ok ? [] : nextFrom.problems))
  return { ok: true, from: nextFrom.scenario, into: nextInto.scenario }
}

const refused = (...problems: Problem[]): Refused => ({ ok: false, problems })

const whatIsOpen = (clashes: number): string => (clashes === 1 ? 'One thing was changed in both plans. Choose which of the two stands.' : `${clashes} things were changed in both plans. Choose for each which of the two stands.`)
