import { useRef } from 'react'
import { onBase, parseTarget, percentTotal, type AllocationBase } from '../../../core/allocation.ts'
import { levelAmount } from '../../../core/questions/bill-level.ts'
import { goalLevel } from '../../../core/questions/set-aside.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { useToday } from '../../context/today.ts'
import { newId } from '../../services/ids.ts'
import { say } from '../../words/say.ts'
import { TargetPicker } from './TargetPicker.tsx'

const firstPercent = 10

/**
 * Adds a target with a rule to begin with: a bill what each payday has to bring for its next date, a goal what reaches it by its day,
 * savings and other goals a percent as far as there is room.
 */
export function AddAllocation({ scenario, base }: { scenario: Scenario; base: AllocationBase }) {
  const today = useToday()
  const place = useRef<HTMLDivElement>(null)
  const add = (target: string): Problem[] => {
    const parsed = parseTarget(target)
    const bill = parsed?.to === 'bill' ? scenario.bills.find((row) => row.id === parsed.bill_id) : undefined
    const level = parsed?.to === 'goal' && base === 'income' ? goalLevel(scenario, parsed.name, today) : null
    const rule = bill
      ? ({ kind: 'fixed', value: levelAmount(scenario, bill.id, base, today) } as const)
      : level
        ? ({ kind: 'fixed', value: level.cents } as const)
        : ({ kind: 'percent', value: Math.min(firstPercent, 100 - percentTotal(onBase(scenario.allocations, base))) } as const)
    const problems = planningActions().dispatch(putRow('allocations', { id: newId(), target, base, ...rule }))
    // The new row's own field is where the person goes on.
    if (problems.length === 0)
      requestAnimationFrame(() => place.current?.parentElement?.querySelector<HTMLElement>('ol > li:last-child input')?.focus())
    return problems
  }
  return (
    <div ref={place}>
      <TargetPicker
        bills={scenario.bills}
        goals={scenario.goals}
        accounts={scenario.accounts}
        target=""
        verb={say('allocator.add')}
        onPick={add}
      />
    </div>
  )
}
