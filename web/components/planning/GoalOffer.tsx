import { useMemo } from 'react'
import { formatTarget, onBase, percentTotal } from '../../../core/allocation.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { GoalProgress } from '../../../core/projection/figures/figure.ts'
import { goalLevel, settingAside } from '../../../core/questions/set-aside.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney, formatPercent } from '../../format/money.ts'
import { newId } from '../../services/ids.ts'
import { say } from '../../words/say.ts'

interface Props {
  goal: GoalProgress
  scenario: Scenario
  today: string
  /** Something goes to it already, which is not enough. */
  isFed: boolean
}

/** With one press: what of each payday reaches a goal by its day; of one without a day, or that no amount reaches, a part to begin with. */
export default function GoalOffer({ goal: { name, target_date }, scenario, today, isFed }: Props) {
  const level = useMemo(() => goalLevel(scenario, name, today), [scenario, name, today])
  const { currency_code } = scenario
  const first = isFed || level ? null : firstRule(scenario, name)
  if (!level && !first) return null
  const offer = level
    ? {
        words: say('plan.goal.give_by', {
          amount: formatMoney(level.cents, currency_code),
          day: formatDate(target_date!, today),
          more: isFed ? 'yes' : 'no',
        }),
        edit: (): ScenarioEdit => settingAside(newId(), formatTarget({ to: 'goal', name }), level.cents),
      }
    : first!
  return (
    <div className="no-print my-1">
      <button type="button" className="button" onClick={() => void planningActions().dispatch(offer.edit())}>
        {offer.words}
      </button>
      {level && !level.keeps_floor && (
        <p className="mt-1 text-sm text-amber">
          {say('plan.goal.give_below', {
            amount: formatMoney(level.lowest.available_cents, currency_code),
            day: formatDate(level.lowest.date, today),
          })}
        </p>
      )}
    </div>
  )
}

const firstPercent = 10

/** A rule to begin with: a part of each payday, or of the balance where nothing comes in; null where no percent is left. */
function firstRule(scenario: Scenario, name: string): { words: string; edit: () => ScenarioEdit } | null {
  const base = scenario.incomes.length > 0 ? 'income' : 'balance'
  const value = Math.min(firstPercent, 100 - percentTotal(onBase(scenario.allocations, base)))
  if (value <= 0 || (base === 'balance' && scenario.balance_allocated)) return null
  return {
    words: say('plan.goal.give', { percent: formatPercent(value), base }),
    edit: () => putRow('allocations', { id: newId(), target: formatTarget({ to: 'goal', name }), kind: 'percent', value, base }),
  }
}
