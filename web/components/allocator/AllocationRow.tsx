import { memo, useRef, useState } from 'react'
import { nearestPercent, type AllocationKind } from '../../../core/allocation.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Account, Allocation, Bill, Goal } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatMoney } from '../../format/money.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { CrossIcon } from '../../ui/icons.tsx'
import { MoveDownIcon, MoveUpIcon } from '../../ui/toolIcons.tsx'
import { say } from '../../words/say.ts'
import { notifyDone } from '../frame/screen.ts'
import { undoKeys } from '../frame/shortcuts.ts'
import { PercentSlider } from './PercentSlider.tsx'
import { TargetPicker } from './TargetPicker.tsx'

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
  const { id, kind, value, target, base, keeps_filling } = allocation
  const [picks, setPicks] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const put = (fields: Partial<Allocation>, position?: number): Problem[] =>
    planningActions().dispatch(putRow('allocations', { id, ...fields }, position))

  const setKind = (next: AllocationKind): void => {
    const share = share_cents ?? 0
    put(next === 'percent' ? { kind: next, value: Math.min(nearestPercent(share, base_cents), room) } : { kind: next, value: share })
  }
  const remove = (): void => {
    planningActions().dispatch({ type: 'delete_row', collection: 'allocations', id })
    notifyDone('deleted-allocation', say('allocator.removed', { name, base, keys: undoKeys() }))
  }
  const otherBase = base === 'balance' ? 'income' : 'balance'
  const switchBase = (): void => void put({ base: otherBase, ...(kind === 'percent' && value > otherRoom && { value: otherRoom }) })
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
        <button type="button" className="button button-quiet no-print -ml-2 text-accent" onClick={switchBase}>
          {say(`allocator.instead.${otherBase}`)}
        </button>
      )}
      {picks && to === 'bill' && (
        <label className="no-print flex min-h-9 cursor-pointer items-center gap-3 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4.5 shrink-0 accent-accent"
            checked={!keeps_filling}
            onChange={(event) => put({ keeps_filling: !event.currentTarget.checked })}
          />
          <span>{say('allocator.stop_when_covered')}</span>
        </label>
      )}
      {picks && (
        <TargetPicker
          bills={bills}
          goals={goals}
          accounts={accounts}
          target={target}
          verb={say('allocator.send_there')}
          onPick={(next) => {
            const found = put({ target: next })
            if (found.length === 0) closePicker()
            return found
          }}
          onCancel={closePicker}
        />
      )}
      <div className="rule">
        <select
          className="field rule-kind"
          aria-label={say('allocator.kind', { name })}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as AllocationKind)}
        >
          <option value="fixed">{say('allocator.kind.fixed')}</option>
          <option value="percent">{say('allocator.kind.percent')}</option>
        </select>
        {kind === 'fixed' ? (
          <AmountField
            label={say('allocator.amount_for', { name })}
            hideLabel
            className="rule-amount"
            amount_cents={value}
            currency_code={currency_code}
            save={(amount) => put({ value: amount })}
          />
        ) : (
          <PercentSlider
            id={id}
            name={name}
            percent={value}
            room={room}
            share={share_cents === null ? '' : formatMoney(share_cents, currency_code)}
          />
        )}
        <div className="rule-tools no-print">
          <button
            type="button"
            className="button button-icon"
            aria-label={say('allocator.move_up', { name })}
            title={say('allocator.earlier')}
            disabled={earlier === null}
            onClick={() => put({}, earlier!)}
          >
            <MoveUpIcon />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={say('allocator.move_down', { name })}
            title={say('allocator.later')}
            disabled={later === null}
            onClick={() => put({}, later!)}
          >
            <MoveDownIcon />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={say('allocator.remove_of', { name })}
            title={say('allocator.remove')}
            onClick={remove}
          >
            <CrossIcon />
          </button>
        </div>
      </div>
      {shortfall_cents > 0 && (
        <p className="text-sm font-medium text-amber" aria-live="polite">
          {say('allocator.short_of', { name, amount: formatMoney(shortfall_cents, currency_code) })}
        </p>
      )}
    </li>
  )
})
