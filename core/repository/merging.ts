/** A merge as every store carries it out: whether it may be, what it asks, and what it makes of both scenarios. */
import { advanceMergeBase } from './branching.ts'
import type { Conflict, MergeChoices } from '../comparison/conflict.ts'
import { isSameContent } from '../comparison/content.ts'
import { mergeScenarios, type Merged } from '../comparison/merge.ts'
import { applyEdit } from '../edit/edit.ts'
import { problem, type Problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import type { MergePreview, MergeRequest } from '../store.ts'

type Refused = { ok: false; problems: Problem[]; clashes?: Conflict[] }

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
export function merged(
  base: Scenario | null,
  from: Scenario,
  into: Scenario,
  { choices }: MergeRequest,
  at: string,
): { ok: true; from: Scenario; into: Scenario } | Refused {
  if (base && isSameContent({ ...from, name: base.name }, base)) return { ok: true, from, into }
  const { edit, clashes } = mergeBranches(base, from, into, choices)
  if (clashes.length > 0) return { ...refused(problem('merge_has_clashes', '/choices', { clashes: clashes.length })), clashes }
  const parting = advanceMergeBase(from, into)
  const isBranch = parting.branch_id === into.id
  const nextInto = applyEdit(into, isBranch ? { type: 'batch', edits: [edit, parting.edit] } : edit, at)
  const nextFrom = isBranch ? { ok: true as const, scenario: from } : applyEdit(from, parting.edit, at)
  if (!nextInto.ok || !nextFrom.ok) return refused(...(nextInto.ok ? [] : nextInto.problems), ...(nextFrom.ok ? [] : nextFrom.problems))
  return { ok: true, from: nextFrom.scenario, into: nextInto.scenario }
}

const refused = (...problems: Problem[]): Refused => ({ ok: false, problems })
