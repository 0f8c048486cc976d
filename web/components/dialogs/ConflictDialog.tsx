import { useState } from 'react'
import type { MergeChoices } from '../../../core/comparison/conflict.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'
import { ConflictList, unanswered } from './ConflictList.tsx'

/** The same thing was changed here and elsewhere: what it was, both ways, and a choice for each. */
export default function ConflictDialog() {
  const conflict = usePlanning((planning) => planning.conflict)
  const scenario = usePlanning((planning) => planning.scenario)
  const [chosen, setChosen] = useState<MergeChoices>({})
  if (!conflict) return null
  const open = unanswered(conflict.clashes, chosen)
  const names = { mine: say('dialogs.conflict.here'), theirs: say('dialogs.conflict.elsewhere') }
  const allOf = { mine: say('dialogs.conflict.all_here'), theirs: say('dialogs.conflict.all_elsewhere') }
  return (
    <Dialog title={say('dialogs.conflict.title', { name: conflict.scenario_name })} lead={say('dialogs.conflict.lead')} width="wide">
      <div className="max-h-[55dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={say('dialogs.conflict.choices')}>
        <ConflictList conflicts={conflict.clashes} told={scenario} names={names} allOf={allOf} chosen={chosen} onChoose={setChosen} />
      </div>
      <div className="mt-4 flex items-center justify-end gap-3">
        <p className="text-sm text-quiet" aria-live="polite">
          {open > 0 ? say('dialogs.still_to_choose', { open }) : ''}
        </p>
        <button
          type="button"
          className="button button-primary"
          disabled={open > 0}
          onClick={() => void planningActions().resolveConflict(chosen)}
        >
          {say('dialogs.conflict.keep')}
        </button>
      </div>
    </Dialog>
  )
}
