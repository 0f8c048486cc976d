import { Suspense, memo, useId, useMemo, useState } from 'react'
import { allocate, percentRoom } from '../../../core/allocation.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { targetWords } from '../planning/figures.ts'
import { AddAllocation } from './AddAllocation.tsx'
import { AllocationRow } from './AllocationRow.tsx'
import { BaseBar, type Piece } from './BaseBar.tsx'

const FlowPicture = lazily(() => import('./FlowPicture.tsx'))

/** Where it goes: the balance divided by rules, live, to the cent. */
export const Allocator = memo(function Allocator({ scenario }: { scenario: Scenario }) {
  const { allocations, bills, planning_balance_cents, currency_code } = scenario
  const [showsFlow, setShowsFlow] = useState(false)
  const flowId = useId()
  const allocated = useMemo(() => allocate(planning_balance_cents, allocations), [planning_balance_cents, allocations])
  const names = useMemo(() => new Map(allocations.map((allocation) => [allocation.id, targetWords(allocation.target, bills)])), [allocations, bills])
  const pieces: Piece[] = allocations.map((allocation, index) => ({
    id: allocation.id,
    name: names.get(allocation.id)!.name,
    share_cents: allocated.shares[index]!,
    shortfall_cents: allocated.shortfalls[index]!,
  }))
  const parts = { pieces, remaining_cents: allocated.remaining, over_by_cents: allocated.over_by, base_cents: Math.max(0, planning_balance_cents), currency_code }

  return (
    <section aria-labelledby="allocator-heading" data-plan>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4">
        <h2 id="allocator-heading" className="text-xl">
          Where it goes
        </h2>
        <p className="money ml-auto text-quiet">
          {allocated.over_by > 0 ? (
            <strong className="font-semibold text-amber">{formatMoney(allocated.over_by, currency_code)} short</strong>
          ) : (
            <>{formatMoney(allocated.remaining, currency_code)} left</>
          )}
        </p>
      </div>
      {allocations.length === 0 ? (
        <p className="mb-3 text-quiet">Say where your balance goes: so much for a bill, a part for savings, a part for a goal. What you don't speak for stays yours.</p>
      ) : (
        <>
          {planning_balance_cents > 0 ? <BaseBar {...parts} /> : <p className="mb-2 text-quiet">There is nothing to divide yet: your balance is {formatMoney(planning_balance_cents, currency_code)}.</p>}
          <ol className="mt-2">
            {allocations.map((allocation, index) => (
              <AllocationRow
                key={allocation.id}
                allocation={allocation}
                name={names.get(allocation.id)!.name}
                to={names.get(allocation.id)!.to}
                index={index}
                isLast={index === allocations.length - 1}
                share_cents={allocated.shares[index]!}
                shortfall_cents={allocated.shortfalls[index]!}
                room={percentRoom(allocations, allocation.id, allocation.base)}
                base_cents={planning_balance_cents}
                currency_code={currency_code}
                bills={bills}
              />
            ))}
          </ol>
        </>
      )}
      <AddAllocation scenario={scenario} />
      {allocations.length > 0 && planning_balance_cents > 0 && (
        <>
          <button type="button" className="button button-quiet no-print mt-3 -ml-2 text-accent" aria-expanded={showsFlow} aria-controls={flowId} onClick={() => setShowsFlow(!showsFlow)}>
            {showsFlow ? 'Hide the picture' : 'Show as a picture'}
          </button>
          <div id={flowId}>
            {showsFlow && (
              <Suspense fallback={<p className="text-quiet">The picture is on its way.</p>}>
                <FlowPicture {...parts} />
              </Suspense>
            )}
          </div>
        </>
      )}
    </section>
  )
})
