import { useDeferredValue } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import { AccountsPlace } from '../accounts/AccountsPlace.tsx'
import { Allocator } from '../allocator/Allocator.tsx'
import { PaydaysPlace } from '../paydays/PaydaysPlace.tsx'
import { ComingUp } from './ComingUp.tsx'
import { Goals } from './Goals.tsx'

/** What the plan is made of, under the picture: what comes up, goals, where money goes. It loads once the head is there. */
export default function PlanParts({ projection, goalProjection, from }: { projection: Projection; goalProjection: Projection; from: string }) {
  const { scenario } = projection
  // The list of days follows what is edited a moment later, so that a slider that is dragged does not wait for it.
  const listed = useDeferredValue(projection)
  return (
    <>
      <AccountsPlace projection={listed} />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="plan-part grid grid-cols-1 content-start gap-y-10">
          {scenario.bills.length + scenario.incomes.length > 0 && <ComingUp projection={listed} from={from} />}
          <Goals projection={goalProjection} />
        </div>
        <div className="plan-part">
          <Allocator scenario={scenario} />
        </div>
      </div>
      {scenario.incomes.length > 0 && <PaydaysPlace projection={listed} from={from} />}
    </>
  )
}
