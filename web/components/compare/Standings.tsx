import type { Standing } from '../../../core/comparison/one-day.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { textOf } from '../../words/problems.ts'

interface Props {
  plans: readonly Scenario[]
  /** One a plan. */
  standings: readonly Standing[]
  today: string
}

/** Which plans are compared from another balance than their own, or from an older one; and one press that brings them there. */
export function Standings({ plans, standings, today }: Props) {
  const nameOf = (id: string): string => plans.find((plan) => plan.id === id)?.name ?? ''
  return plans.map((plan, nth) => {
    const standing = standings[nth]
    if (!standing || standing.standing === 'own') return null
    const [from, to] = [formatDate(standing.from, today), formatDate(standing.to, today)]
    return (
      <p key={plan.id} className="no-print mt-3 flex max-w-3xl flex-wrap items-center gap-x-3 gap-y-1 border-l-4 border-tint-strong pl-3">
        {standing.standing === 'brought' ? (
          <>
            <span>{say('compare.standing.brought', { name: plan.name, other: nameOf(standing.balance_of), from, to })}</span>
            <button type="button" className="button" onClick={() => void bring(plan, standing)}>
              {say('compare.standing.bring')}
            </button>
          </>
        ) : (
          <span>{say('compare.standing.begins', { name: plan.name, from, to, why: standing.why })}</span>
        )}
      </p>
    )
  })
}

/** Opens the plan and gives it the newer balance, which undo takes back. */
async function bring(plan: Scenario, { edit }: Standing & { standing: 'brought' }): Promise<void> {
  await planningActions().openScenario(plan.id)
  const [problem] = planningActions().dispatch(edit)
  if (problem) return notify({ id: 'brought-to-day', tone: 'failure', text: `${plan.name}: ${textOf(problem)}` })
  notifyDone('brought-to-day', say('compare.standing.done', { name: plan.name }))
}
