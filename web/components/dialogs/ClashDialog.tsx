import { useState } from 'react'
import type { MergeChoices } from '../../../core/comparison/clash.ts'
import { planningActions, usePlanning } from '../../context/PlanningContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ClashList, unanswered } from './ClashList.tsx'

const names = { mine: 'Here', theirs: 'Elsewhere' }
const allOf = { mine: 'All as here', theirs: 'All as elsewhere' }

/** The same thing was changed here and elsewhere: what it was, both ways, and a choice for each. */
export default function ClashDialog() {
  const clash = usePlanning((planning) => planning.clash)
  const scenario = usePlanning((planning) => planning.scenario)
  const [chosen, setChosen] = useState<MergeChoices>({})
  if (!clash) return null
  const open = unanswered(clash.clashes, chosen)
  return (
    <Dialog
      title={`${clash.scenario_name} was changed elsewhere too`}
      lead="Both changed the same things; everything else is joined already. Say which way these shall be. Nothing is lost meanwhile."
      width="wide"
    >
      <div className="max-h-[55dvh] overflow-y-auto" tabIndex={0} role="region" aria-label="Choices">
        <ClashList clashes={clash.clashes} told={scenario} names={names} allOf={allOf} chosen={chosen} onChoose={setChosen} />
      </div>
      <div className="mt-4 flex items-center justify-end gap-3">
        <p className="text-sm text-quiet" aria-live="polite">
          {open > 0 ? `${open} still to choose` : ''}
        </p>
        <button type="button" className="button button-primary" disabled={open > 0} onClick={() => void planningActions().resolveClash(chosen)}>
          Keep these
        </button>
      </div>
    </Dialog>
  )
}
