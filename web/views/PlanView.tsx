import type { Scenario } from '../../core/scenario.ts'
import { Allocator } from '../components/allocator/Allocator.tsx'
import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { BalanceLine } from '../components/planning/BalanceLine.tsx'
import { SampleLine } from '../components/planning/SampleLine.tsx'
import { Summary } from '../components/planning/Summary.tsx'

/** The plan: the answer in words, then what it is made of. */
export function PlanView() {
  return <OpenPlan>{(scenario) => <Plan key={scenario.id} scenario={scenario} />}</OpenPlan>
}

function Plan({ scenario }: { scenario: Scenario }) {
  return (
    <>
      <h1 className="sr-only">{scenario.name}</h1>
      <SampleLine scenario={scenario} />
      <Summary scenario={scenario} />
      <div className="mt-5 border-t border-hairline pt-4">
        <BalanceLine />
      </div>
      <div className="mt-8 max-w-xl">
        <Allocator scenario={scenario} />
      </div>
    </>
  )
}
