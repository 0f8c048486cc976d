import { useState } from 'react'
import type { MergeChoices } from '../../../core/comparison/clash.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { say } from '../../words/say.ts'
import { ClashList, unanswered } from './ClashList.tsx'

/** The same thing was changed here and elsewhere: what it was, both ways, and a choice for each. */
export default function ClashDialog() {
  const clash = usePlanning((planning) => planning.clash)
  const scenario = usePlanning((planning) => planning.scenario)
  const [chosen, setChosen] = useState<MergeChoices>({})
  if (!clash) return null
  const open = unanswered(clash.clashes, chosen)
  const names = { mine: say('dialogs.clash.here'), theirs: say('dialogs.clash.elsewhere') }
  const allOf = { mine: say('dialogs.clash.all_here'), theirs: say('dialogs.clash.all_elsewhere') }
  return (
    <Dialog title={say('dialogs.clash.title', { name: clash.scenario_name })} lead={say('dialogs.clash.lead')} width="wide">
      <div className="max-h-[55dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={say('dialogs.clash.choices')}>
        <ClashList clashes={clash.clashes} told={scenario} names={names} allOf={allOf} chosen={chosen} onChoose={setChosen} />
      </div>
      <div className="mt-4 flex items-center justify-end gap-3">
        <p className="text-sm text-quiet" aria-live="polite">
          {open > 0 ? say('dialogs.still_to_choose', { open }) : ''}
        </p>
        <button type="button" className="button button-primary" disabled={open > 0} onClick={() => void planningActions().resolveClash(chosen)}>
          {say('dialogs.clash.keep')}
        </button>
      </div>
    </Dialog>
  )
}
