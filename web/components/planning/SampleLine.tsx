import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { say, sayWith } from '../../words/say.ts'
import { isSampleName } from './sampleNames.ts'

/** Says that a plan is the sample, and takes it away with one click. */
export default function SampleLine({ scenario }: { scenario: Scenario }) {
  if (!isSampleName(scenario.name)) return null
  return (
    <p className="no-print mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-l-4 border-tint-strong pl-3">
      <span>{sayWith('plan.sample', { this: <strong>{say('plan.sample.this')}</strong> })}</span>
      <button type="button" className="button" onClick={() => void planningActions().deleteScenario(scenario.id)}>
        {say('plan.sample.remove')}
      </button>
    </p>
  )
}
