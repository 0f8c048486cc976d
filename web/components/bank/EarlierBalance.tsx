import { beginningWith } from '../../../core/actuals/bank-balance.ts'
import type { BankBalance } from '../../../core/actuals/difference.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import type { EarlierOffered } from './matching.ts'

/** The bank's balance of a day before the plan's, as long as the plan begins with another one. */
export const balanceOffered = (earlier: EarlierOffered | null, { id, start_date, planning_balance_cents }: Scenario): BankBalance | null =>
  earlier?.plan_id === id && earlier.start_date === start_date && earlier.amount_cents !== planning_balance_cents ? earlier : null

/** Says what the bank had and on which day, beside what the plan begins with, and offers to begin with it. */
export function EarlierBalance({ offered, scenario, today }: { offered: BankBalance; scenario: Scenario; today: string }) {
  const { start_date, planning_balance_cents, currency_code } = scenario
  const amount = formatMoney(offered.amount_cents, currency_code)
  const fields = beginningWith(offered)
  const begin = formatDate(fields.start_date, today)
  const take = (): void => {
    const [problem] = planningActions().dispatch({ type: 'set_fields', fields })
    if (problem) return notify({ id: 'bank', tone: 'failure', text: textOf(problem) })
    notifyDone('bank', say('match.earlier.done', { amount, start: begin }))
  }
  return (
    <div className="mt-2 max-w-2xl">
      <p role="status">
        {say('match.earlier', {
          amount,
          day: formatDate(offered.date, today),
          start: formatDate(start_date, today),
          planned: formatMoney(planning_balance_cents, currency_code),
          between: fields.start_date === start_date ? 'none' : 'some',
        })}
      </p>
      <button type="button" className="button mt-2" onClick={take}>
        {say('match.earlier.take', { amount, day: begin })}
      </button>
    </div>
  )
}
