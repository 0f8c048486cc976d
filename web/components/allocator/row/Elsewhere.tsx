import type { Problem } from '../../../../core/problem.ts'
import type { Account, Allocation, Bill, Goal } from '../../../../core/scenario.ts'
import { say } from '../../../words/say.ts'
import { TargetPicker } from '../TargetPicker.tsx'

interface Props {
  allocation: Allocation
  to: 'bill' | 'savings' | 'goal' | 'account'
  /** How far its percent could go on the other base. */
  otherRoom: number
  bills: readonly Bill[]
  goals: readonly Goal[]
  accounts: readonly Account[]
  put: (fields: Partial<Allocation>) => Problem[]
  onClose: () => void
}

/** What opens from a target's name: out of what it is filled, whether it stops when its bill is covered, and where it goes instead. */
export function Elsewhere({ allocation, to, otherRoom, bills, goals, accounts, put, onClose }: Props) {
  const { kind, value, target, base, keeps_filling } = allocation
  const otherBase = base === 'balance' ? 'income' : 'balance'
  const switchBase = (): void => void put({ base: otherBase, ...(kind === 'percent' && value > otherRoom && { value: otherRoom }) })
  return (
    <>
      <button type="button" className="button button-quiet no-print -ml-2 text-accent" onClick={switchBase}>
        {say(`allocator.instead.${otherBase}`)}
      </button>
      {to === 'bill' && (
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
      <TargetPicker
        bills={bills}
        goals={goals}
        accounts={accounts}
        target={target}
        verb={say('allocator.send_there')}
        onPick={(next) => {
          const found = put({ target: next })
          if (found.length === 0) onClose()
          return found
        }}
        onCancel={onClose}
      />
    </>
  )
}
