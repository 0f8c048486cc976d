import type { Standing } from '../../../core/comparison/one-day.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { tell, tellDone } from '../frame/screen.ts'
import { undoKeys } from '../frame/shortcuts.ts'

interface Props {
  plans: readonly Scenario[]
  /** One a plan. */
  standings: readonly Standing[]
  today: string
}

const whyWords = { not_related: 'They are not branches of one plan, so neither takes the other’s balance', currency: 'They are in other currencies', does_not_fit: 'The newer balance does not fit it' }

/** Which plans are compared from another balance than their own, or from an older one; and one press that brings them there. */
export function Standings({ plans, standings, today }: Props) {
  const nameOf = (id: string): string => plans.find((plan) => plan.id === id)?.name ?? ''
  return plans.map((plan, nth) => {
    const standing = standings[nth]
    if (!standing || standing.standing === 'own') return null
    const own = `its own is of ${formatDate(standing.from, today)}`
    return (
      <p key={plan.id} className="no-print mt-3 flex max-w-3xl flex-wrap items-center gap-x-3 gap-y-1 border-l-4 border-tint-strong pl-3">
        {standing.standing === 'brought' ? (
          <>
            <span>
              “{plan.name}” is compared from the balance of “{nameOf(standing.balance_of)}” of {formatDate(standing.to, today)}; {own}.
            </span>
            <button type="button" className="button" onClick={() => void bring(plan, standing)}>
              Bring it there
            </button>
          </>
        ) : (
          <span>
            “{plan.name}” begins on {formatDate(standing.from, today)}, the newest here on {formatDate(standing.to, today)}. {whyWords[standing.why]}; open it to bring it to today.
          </span>
        )}
      </p>
    )
  })
}

/** Opens the plan and gives it the newer balance, which undo takes back. */
async function bring(plan: Scenario, { edit }: Standing & { standing: 'brought' }): Promise<void> {
  await planningActions().openScenario(plan.id)
  const [problem] = planningActions().dispatch(edit)
  if (problem) return tell({ id: 'brought-to-day', tone: 'failure', text: `${plan.name}: ${problem.message}` })
  tellDone('brought-to-day', `“${plan.name}” has the newer balance now. ${undoKeys} takes it back.`)
}
