import { limits } from '../../../core/limits.ts'
import { usePlanning } from '../../context/PlanningContext.tsx'
import { CrossIcon } from '../../ui/icons.tsx'
import { PlusIcon } from '../../ui/toolIcons.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'
import { compareWith } from './chosen.ts'
import { Swatch } from './Swatch.tsx'
import type { ReadPlan } from './usePlans.ts'

const AddPlanMenu = lazily(() => import('./AddPlanMenu.tsx'), 'compare')

/** The plans side by side, each with its line; others can be added, and all but the open one left out. */
export function PlanChoice({ plans, openId }: { plans: readonly ReadPlan[]; openId: string }) {
  const count = usePlanning((planning) => planning.scenarios.length)
  const ids = plans.map(({ id }) => id)
  const [first] = plans
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      <ul aria-label={say('compare.side_by_side')} className="flex min-w-0 flex-wrap gap-2">
        {plans.map(({ id, name }, nth) => (
          <li key={id} className="compared-chip">
            <Swatch nth={nth} />
            <span className="min-w-0 py-1 wrap-anywhere">{name}</span>
            {id !== openId && (
              <button
                type="button"
                className="compared-chip-remove"
                aria-label={say('compare.leave_out', { name })}
                onClick={() => compareWith(ids.filter((other) => other !== id))}
              >
                <CrossIcon />
              </button>
            )}
          </li>
        ))}
      </ul>
      {plans.length < Math.min(limits.compared_scenarios, count) && (
        <PopupButton opens="menu" popup={AddPlanMenu} className="button">
          <PlusIcon /> {say('compare.add_plan')}
        </PopupButton>
      )}
      {plans.length > 1 && (
        <label className="flex min-w-0 items-center gap-2 text-quiet">
          <span className="flex-none">{say('compare.measured_against')}</span>
          <select
            className="field min-w-0 truncate"
            value={first!.id}
            onChange={(event) => compareWith([event.currentTarget.value, ...ids.filter((id) => id !== event.currentTarget.value)])}
          >
            {plans.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
