/** An answer that was made a part of the plan is closed, so that it is neither answered over itself nor added twice. */
import { useMemo } from 'react'
import { hasAny, rowsAdded } from '../../../core/questions/answer-edits.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { useTyped, type About } from './typed.ts'

/**
 * Whether the answer to what is asked is in the plan, and how that is noted of one that is added now. It ends when something of the
 * question is changed, or the rows that it added are gone. `inputs`: what stands in the question's fields.
 */
export function useInPlan(
  scenario: Scenario,
  about: About,
  inputs: readonly string[],
): { isInPlan: boolean; onAdded: (edit: ScenarioEdit) => void } {
  const [all, setAll] = useTyped(scenario.id, 'in_plan', {})
  const question = JSON.stringify(inputs)
  const last = all[about]
  const isInPlan = useMemo(() => last?.question === question && hasAny(scenario, last.rows), [scenario, last, question])
  // The scenario here is the one from before it was added.
  return { isInPlan, onAdded: (edit) => setAll({ ...all, [about]: { question, rows: rowsAdded(scenario, edit) } }) }
}
