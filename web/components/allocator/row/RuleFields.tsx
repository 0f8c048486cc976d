import { nearestPercent, type AllocationKind } from '../../../../core/allocation.ts'
import type { Problem } from '../../../../core/problem.ts'
import type { Allocation } from '../../../../core/scenario.ts'
import { formatMoney } from '../../../format/money.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { say } from '../../../words/say.ts'
import { PercentSlider } from './PercentSlider.tsx'

interface Props {
  allocation: Allocation
  name: string
  /** null: nothing is divided by it now. */
  share_cents: number | null
  /** How far this percent can go. */
  room: number
  base_cents: number
  currency_code: string
  put: (fields: Partial<Allocation>) => Problem[]
}

/** How much a target gets: a fixed amount, or a percent by slider. Changing from one to the other keeps what it gets as near as it can. */
export function RuleFields({ allocation, name, share_cents, room, base_cents, currency_code, put }: Props) {
  const { id, kind, value } = allocation
  const setKind = (next: AllocationKind): void => {
    const share = share_cents ?? 0
    put(next === 'percent' ? { kind: next, value: Math.min(nearestPercent(share, base_cents), room) } : { kind: next, value: share })
  }
  return (
    <>
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
    </>
  )
}
