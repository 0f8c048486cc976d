import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import { changesNothing } from '../../../core/questions/answer-edits.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { freeNameAmong } from '../../context/planNames.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'

interface Props {
  edit: ScenarioEdit
  /** What the plan then has. */
  name: string
  /** What a copy with it is called. */
  copy: string
  /** It is in the plan now. */
  onAdded?: (edit: ScenarioEdit) => void
  /** false: it is for a copy alone. */
  canBeAdded?: boolean
}

/**
 * An answer becomes part of the plan, or of a copy that stands beside it, with one press, which undo takes back. One that changes nothing
 * does neither.
 */
export function AnswerActions({ edit, name, copy, onAdded, canBeAdded = true }: Props) {
  const open = usePlanning((planning) => planning.scenario)
  const scenarios = usePlanning((planning) => planning.scenarios)
  const [, go] = useLocation()
  const isEmpty = useMemo(() => open === null || changesNothing(open, edit), [open, edit])
  if (isEmpty) return null
  const add = (): void => {
    const [problem] = planningActions().dispatch(edit)
    if (problem) return notify({ id: 'asked', tone: 'failure', text: textOf(problem) })
    onAdded?.(edit)
    notifyDone('asked', say('ask.added', { name }))
  }
  const copied = async (): Promise<void> => {
    if (!open) return
    const called = freeNameAmong(scenarios, copy)
    const [problem] = await planningActions().branchScenario(open.id, called, edit)
    if (problem) return notify({ id: 'asked', tone: 'failure', text: textOf(problem) })
    go('/compare')
    notify({ id: 'asked', tone: 'info', text: say('ask.tried', { name: called, of: open.name }) })
  }
  return (
    <p className="no-print mt-2 flex flex-wrap gap-2">
      {canBeAdded && (
        <button type="button" className="button" onClick={add}>
          {say('ask.add')}
        </button>
      )}
      <button type="button" className="button" onClick={() => void copied()}>
        {say('ask.try')}
      </button>
    </p>
  )
}
