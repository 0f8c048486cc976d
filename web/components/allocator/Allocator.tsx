import { Suspense, memo, useId, useMemo, useState } from 'react'
import { allocate, onBase, percentRoom, type AllocationBase } from '../../../core/allocation.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatMoney } from '../../format/money.ts'
import { useToday } from '../../context/today.ts'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { targetWords } from '../planning/targetWords.ts'
import { AddAllocation } from './AddAllocation.tsx'
import { AllocationRow } from './row/AllocationRow.tsx'
import { BaseBar, type Piece } from './BaseBar.tsx'
import { BasePicker } from './BasePicker.tsx'
import { balanceBase, nextPaydays, paydayBase, type Base } from './bases.ts'

const FlowPicture = lazily(() => import('./flow/FlowPicture.tsx'), 'allocator')
const KeptWords = lazily(() => import('./KeptWords.tsx'), 'allocator')

/** Set aside: the balance once, and each income as it lands, divided by rules, live, to the cent. */
export const Allocator = memo(function Allocator({ scenario }: { scenario: Scenario }) {
  const { allocations, bills, incomes, goals, accounts, currency_code } = scenario
  const today = useToday()
  const [base, setBase] = useState<AllocationBase>(() =>
    incomes.length > 0 && (allocations.length === 0 || allocations.some((row) => row.base === 'income')) ? 'income' : 'balance',
  )
  const [incomeId, setIncomeId] = useState<string | null>(null)

  const paydays = useMemo(() => nextPaydays(incomes, today), [incomes, today])
  const payday = paydays.find(({ id }) => id === incomeId) ?? paydays[0]
  const divided: Base = base === 'balance' ? balanceBase(scenario, today) : paydayBase(payday, today)
  const rules = useMemo(() => onBase(allocations, base), [allocations, base])
  const allocated = useMemo(() => allocate(divided.cents, rules), [divided.cents, rules])
  const names = useMemo(
    () => new Map(rules.map((allocation) => [allocation.id, targetWords(allocation.target, { bills, accounts })])),
    [rules, bills, accounts],
  )
  const pieces: Piece[] = rules.map((allocation, index) => ({
    id: allocation.id,
    name: names.get(allocation.id)!.name,
    share_cents: allocated.shares[index]!,
    shortfall_cents: allocated.shortfalls[index]!,
  }))
  const parts = {
    pieces,
    remaining_cents: allocated.remaining,
    over_by_cents: allocated.over_by,
    base_cents: Math.max(0, divided.cents),
    currency_code,
  }
  /** Where a row of these rules stands among all of the plan's. */
  const placeOf = (index: number): number => allocations.indexOf(rules[index]!)

  return (
    <section aria-labelledby="allocator-heading" data-plan>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4">
        <h2 id="allocator-heading" className="text-xl">
          {say('allocator.title')}
        </h2>
        {divided.isLive && <LeftToGive {...allocated} currency_code={currency_code} />}
      </div>
      <BasePicker base={base} onBase={setBase} paydays={paydays} payday={payday} onPayday={setIncomeId} currency_code={currency_code} />
      {divided.note && <p className="mb-2 text-quiet">{divided.note(currency_code)}</p>}
      {rules.length === 0 ? (
        <p className="mb-3 text-quiet">{say(`allocator.invitation.${base}`)}</p>
      ) : (
        <>
          {divided.isLive && divided.cents > 0 && <BaseBar {...parts} />}
          <ol className="mt-2">
            {rules.map((allocation, index) => (
              <AllocationRow
                key={allocation.id}
                allocation={allocation}
                name={names.get(allocation.id)!.name}
                to={names.get(allocation.id)!.to}
                index={index}
                earlier={index === 0 ? null : placeOf(index - 1)}
                later={index === rules.length - 1 ? null : placeOf(index + 1)}
                share_cents={divided.isLive ? allocated.shares[index]! : null}
                shortfall_cents={divided.isLive ? allocated.shortfalls[index]! : 0}
                room={percentRoom(allocations, allocation.id, base)}
                otherRoom={percentRoom(allocations, allocation.id, base === 'balance' ? 'income' : 'balance')}
                base_cents={divided.cents}
                currency_code={currency_code}
                bills={bills}
                goals={goals}
                accounts={accounts}
              />
            ))}
          </ol>
          {divided.isLive && divided.cents > 0 && (
            <Suspense fallback={null}>
              <KeptWords scenario={scenario} today={today} base={base} payday={payday} />
            </Suspense>
          )}
        </>
      )}
      <AddAllocation scenario={scenario} base={base} />
      {(allocations.length > 0 || incomes.length > 0) && <Flow scenario={scenario} today={today} />}
    </section>
  )
})

/** What is left of the base, or by how much it falls short. */
const LeftToGive = ({ remaining, over_by, currency_code }: { remaining: number; over_by: number; currency_code: string }) => (
  <p className="money ml-auto text-quiet">
    {over_by > 0 ? (
      <strong className="font-semibold text-amber">{say('allocator.short', { amount: formatMoney(over_by, currency_code) })}</strong>
    ) : (
      say('allocator.left', { amount: formatMoney(remaining, currency_code) })
    )}
  </p>
)

/** The picture of where each cent goes, for who wants to see it. */
function Flow({ scenario, today }: { scenario: Scenario; today: string }) {
  const [showsFlow, setShowsFlow] = useState(false)
  const flowId = useId()
  return (
    <>
      <button
        type="button"
        className="button button-quiet no-print mt-3 -ml-2 text-accent"
        aria-expanded={showsFlow}
        aria-controls={flowId}
        onClick={() => setShowsFlow(!showsFlow)}
      >
        {say(showsFlow ? 'allocator.picture.hide' : 'allocator.picture.show')}
      </button>
      <div id={flowId}>
        {showsFlow && (
          <Suspense fallback={<p className="text-quiet">{say('allocator.picture.coming')}</p>}>
            <FlowPicture scenario={scenario} today={today} />
          </Suspense>
        )}
      </div>
    </>
  )
}
