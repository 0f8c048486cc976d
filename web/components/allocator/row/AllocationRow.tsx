import { memo, useRef, useState } from 'react'
import type { Problem } from '../../../../core/problem.ts'
import type { Account, Allocation, Bill, Goal } from '../../../../core/scenario.ts'
import { putRow } from '../../../../core/store.ts'
import { planningActions } from '../../../context/PlanningContext.tsx'
import { formatMoney } from '../../../format/money.ts'
import { say } from '../../../words/say.ts'
import { notifyDone } from '../../frame/screen.ts'
import { Elsewhere } from './Elsewhere.tsx'
import { RowTools } from './RowTools.tsx'
import { RuleFields } from './RuleFields.tsx'

interface Props {
  allocation: Allocation
  name: string
  to: 'bill' | 'savings' | 'goal' | 'account'
  index: number
  /** The places of its neighbours among all allocations of the plan; null at either end. */
  earlier: number | null
  later: number | null
  /** null: nothing is divided by it now. */
  share_cents: number | null
  shortfall_cents: number
  /** How far this percent can go. */
  room: number
  /** And how far it could on the other base. */
  otherRoom: number
  base_cents: number
  currency_code: string
  bills: readonly Bill[]
  goals: readonly Goal[]
  accounts: readonly Account[]
}

/** One target, its rule, and what it gets. */
export const AllocationRow = memo(function AllocationRow({
  allocation,
  name,
  to,
  index,
  earlier,
  later,
  share_cents,
  shortfall_cents,
  room,
  otherRoom,
  base_cents,
  currency_code,
  bills,
  goals,
  accounts,
}: Props) {
  const { id, base, keeps_filling } = allocation
  const [picks, setPicks] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const put = (fields: Partial<Allocation>, position?: number): Problem[] =>
    planningActions().dispatch(putRow('allocations', { id, ...fields }, position))

  const remove = (): void => {
    planningActions().dispatch({ type: 'delete_row', collection: 'allocations', id })
    notifyDone('deleted-allocation', say('allocator.removed', { name, base }))
  }
  const closePicker = (): void => {
    setPicks(false)
    requestAnimationFrame(() => change.current?.focus())
  }

  return (
    <li className="border-b border-hairline py-2">
      <div className="flex items-center gap-2">
        <span className={`row-number ${index % 2 ? 'row-number-even' : ''}`} aria-hidden="true">
          {index + 1}
        </span>
        <button
          ref={change}
          type="button"
          className="min-h-8 min-w-0 flex-1 rounded text-left wrap-anywhere underline-offset-4 hover:underline"
          aria-expanded={picks}
          title={say('allocator.elsewhere')}
          onClick={() => setPicks(!picks)}
        >
          {name}{' '}
          <span className="ml-1 text-sm text-quiet">
            {say('allocator.target', { to, goesOn: to === 'bill' && keeps_filling ? 'yes' : 'no' })}
          </span>
        </button>
        {share_cents !== null && (
          <output className="money font-semibold" aria-label={say('allocator.gets', { name })}>
            {formatMoney(share_cents, currency_code)}
          </output>
        )}
      </div>
      {picks && (
        <Elsewhere
          to={to}
          allocation={allocation}
          otherRoom={otherRoom}
          bills={bills}
          goals={goals}
          accounts={accounts}
          put={put}
          onClose={closePicker}
        />
      )}
      <div className="rule">
        <RuleFields
          allocation={allocation}
          name={name}
          share_cents={share_cents}
          room={room}
          base_cents={base_cents}
          currency_code={currency_code}
          put={put}
        />
        <RowTools name={name} earlier={earlier} later={later} onMove={(position) => put({}, position)} onRemove={remove} />
      </div>
      {shortfall_cents > 0 && (
        <p className="text-sm font-medium text-amber" aria-live="polite">
          {say('allocator.short_of', { name, amount: formatMoney(shortfall_cents, currency_code) })}
        </p>
      )}
    </li>
  )
})
