import { Suspense, useDeferredValue } from 'react'
import type { Projection } from '../../../core/projection/projection.ts'
import { isSpread } from '../../../core/schedule/spread.ts'
import { lazily } from '../../ui/lazily.tsx'
import { AccountsPlace } from '../accounts/AccountsPlace.tsx'
import { Allocator } from '../allocator/Allocator.tsx'
import { PaydaysPlace } from '../paydays/PaydaysPlace.tsx'
import { ComingUp } from './ComingUp.tsx'
import { Goals } from './Goals.tsx'

const SpendingMonth = lazily(() => import('../everyday/SpendingMonth.tsx'), 'everyday')
const EverydayQuestion = lazily(() => import('../everyday/EverydayQuestion.tsx'), 'everyday')

/** What the plan is made of, under the picture: what comes up, goals, where money goes. It loads once the head is there. */
export default function PlanParts({
  projection,
  goalProjection,
  from,
}: {
  projection: Projection
  goalProjection: Projection
  from: string
}) {
  const { scenario } = projection
  const isEmpty = scenario.bills.length + scenario.incomes.length === 0
  // The list of days follows what is edited a moment later, so that a slider that is dragged does not wait for it.
  const listed = useDeferredValue(projection)
  return (
    <>
      {!isEmpty && (
        <Suspense fallback={null}>
          <EverydayQuestion scenario={scenario} />
        </Suspense>
      )}
      <AccountsPlace projection={listed} />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="plan-part grid grid-cols-1 content-start gap-y-10">
          {!isEmpty && <ComingUp projection={listed} from={from} />}
          <Goals projection={goalProjection} />
        </div>
        <div className="plan-part grid grid-cols-1 content-start gap-y-10">
          {scenario.bills.some(isSpread) && (
            <Suspense fallback={null}>
              <SpendingMonth scenario={listed.written} today={listed.today} />
            </Suspense>
          )}
          <Allocator scenario={scenario} />
        </div>
      </div>
      {scenario.incomes.length > 0 && <PaydaysPlace projection={listed} from={from} />}
    </>
  )
}
