/** A merge as its dialog shows it. */
import type { MergeChoices } from '../../../core/comparison/conflict.ts'
import type { Merged } from '../../../core/comparison/merge.ts'
import { applyEdit } from '../../../core/edit/edit.ts'
import { mergeBranches } from '../../../core/repository/merging.ts'
import type { MergePreview } from '../../../core/store.ts'

/** What the preview has worked out, as long as nothing is chosen; with choices it is worked out here. */
export function mergedAsShown({ base, from, into, edit, clashes }: MergePreview, chosen: MergeChoices): Merged {
  const applied = Object.keys(chosen).length === 0 ? applyEdit(into, edit, into.updated_at) : null
  return applied?.ok ? { edit, clashes, scenario: applied.scenario } : mergeBranches(base, from, into, chosen)
}
